//! Backup and restore: what comes back is what was there, and anything else is refused.

use crate::program::{Server, done, furnish, run, value};
use std::path::Path;

fn backed_up(data: &Path) -> (std::path::PathBuf, String) {
    let file = data.join("one.backup");
    let said = done(data, &["backup", file.to_str().unwrap()]);
    (file, said)
}

#[test]
fn a_restored_machine_has_the_same_state_hash() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    furnish(from.path());
    let (file, said) = backed_up(from.path());
    let hash = done(from.path(), &["hash"]);
    assert_eq!(value(&said, "state"), hash.trim());
    let restored = done(to.path(), &["restore", file.to_str().unwrap()]);
    assert_eq!(done(to.path(), &["hash"]), hash);
    assert_eq!(value(&restored, "kept"), value(&said, "kept"));
    assert!(value(&restored, "RPO").contains(" s") && value(&restored, "RTO").contains(" s"));
    assert!(done(to.path(), &["fsck"]).contains("no differences"));
}

#[test]
fn a_backup_can_be_taken_while_the_server_runs() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    furnish(from.path());
    let server = Server::start(from.path(), &[]);
    let (file, said) = backed_up(from.path());
    assert!(server.get("/health/ready", &[]).0.starts_with("http/1.1 200"));
    let restored = done(to.path(), &["restore", file.to_str().unwrap()]);
    assert_eq!(value(&restored, "kept"), value(&said, "kept"));
}

#[test]
fn nothing_is_restored_over_records() {
    let dir = tempfile::tempdir().unwrap();
    furnish(dir.path());
    let (file, _) = backed_up(dir.path());
    let before = done(dir.path(), &["hash"]);
    let output = run(dir.path(), &["restore", file.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("not empty"), "{said}");
    assert_eq!(done(dir.path(), &["hash"]), before);
    let again = run(dir.path(), &["backup", file.to_str().unwrap()]);
    assert!(again.status.code() == Some(2), "a backup is never overwritten");
}

#[test]
fn a_changed_or_torn_backup_is_refused_and_leaves_nothing() {
    let from = tempfile::tempdir().unwrap();
    furnish(from.path());
    let (file, said) = backed_up(from.path());
    let whole = std::fs::read(&file).unwrap();
    let kept = value(&said, "kept").to_owned();
    let mut header_lies = whole.clone();
    let at = whole.windows(kept.len()).position(|w| w == kept.as_bytes()).unwrap();
    header_lies[at] = if header_lies[at] == b'0' { b'1' } else { b'0' };
    let mut flipped = whole.clone();
    let middle = 512 + (whole.len() - 512) / 2;
    flipped[middle] ^= 1;
    let torn = whole[..whole.len() - 40].to_vec();
    for (what, bytes, code) in [("header", header_lies, 1), ("flipped", flipped, 2), ("torn", torn, 2)] {
        let to = tempfile::tempdir().unwrap();
        std::fs::write(&file, &bytes).unwrap();
        let output = run(to.path(), &["restore", file.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{what}: {said}");
        if code == 2 {
            assert!(!done(to.path(), &["offices", "list"]).contains("TST-CITY"), "{what}");
        }
    }
}

#[test]
fn second_factors_open_only_where_the_nodes_key_is_restored_too() {
    let (from, with, without) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    done(from.path(), &["demo", "--small", "--no-serve", "--data", from.path().to_str().unwrap()]);
    let (file, _) = backed_up(from.path());
    std::fs::copy(from.path().join("node.key"), with.path().join("node.key")).unwrap();
    let codes = |to: &Path| {
        let said = done(to, &["restore", file.to_str().unwrap()]);
        value(&said, "codes").split(" second").next().unwrap().to_owned()
    };
    let (kept, lost) = (codes(with.path()), codes(without.path()));
    let all = kept.split(" of ").nth(1).unwrap().to_owned();
    assert_eq!(kept, format!("{all} of {all}"));
    assert!(all.parse::<u32>().unwrap() > 10);
    assert_eq!(lost, format!("0 of {all}"));
    assert_eq!(done(with.path(), &["hash"]), done(without.path(), &["hash"]), "the records are the same");
}
