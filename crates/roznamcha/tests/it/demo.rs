//! The demonstration: made once, served at once afterwards.

use crate::program::{Server, command, run};

#[test]
fn it_is_made_once_and_then_served_in_seconds() {
    let dir = tempfile::tempdir().unwrap();
    let start = || {
        let mut command = command(dir.path());
        command.args(["demo", "--small", "--port", "0", "--data"]).arg(dir.path());
        Server::ready(command)
    };
    let mut first = start();
    let signs: Vec<&String> = first.said.iter().filter(|l| l.starts_with("sign-in ")).collect();
    assert!(signs.len() > 10, "{:?}", first.said);
    assert!(signs.iter().all(|line| line.split(' ').count() == 5), "{signs:?}");
    assert!(first.get("/sign-in", &[]).0.starts_with("http/1.1 200"));
    first.signal("-TERM");
    assert_eq!(first.ended().code(), Some(0));
    let began = std::time::Instant::now();
    let second = start();
    assert!(began.elapsed().as_secs() < 10);
    assert_eq!(second.said, first.said, "the same officers sign in");
}

#[test]
fn it_never_goes_into_another_database() {
    let dir = tempfile::tempdir().unwrap();
    crate::program::furnish(dir.path());
    let output = run(dir.path(), &["demo", "--small", "--no-serve", "--data", "."]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("no demonstration"), "{said}");
    let output = run(dir.path(), &["demo", "--small", "--no-serve", "--database", "other.db"]);
    assert_eq!(output.status.code(), Some(2));
}
