//! The end of a server: in good order when asked, at once when a write to disk has failed.

use crate::program::{PROGRAM, Server, bare, done};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

#[test]
fn asked_to_stop_it_finishes_what_is_under_way() {
    for signal in ["-TERM", "-INT"] {
        let dir = tempfile::tempdir().unwrap();
        let mut server = Server::start(dir.path(), &[]);
        // A request half sent when the signal comes is still answered.
        let mut stream = TcpStream::connect(&server.address).unwrap();
        write!(stream, "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n").unwrap();
        std::thread::sleep(std::time::Duration::from_millis(200));
        server.signal(signal);
        std::thread::sleep(std::time::Duration::from_millis(200));
        write!(stream, "\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.contains("ready"), "{answer}");
        assert_eq!(server.ended().code(), Some(0), "{}", server.log());
        assert!(server.log().contains("\"message\":\"stopped\""), "{}", server.log());
        assert!(!dir.path().join("roznamcha.db-wal").exists(), "the log is in the database");
    }
}

/// The system refuses to let the log of the database grow, with an error that is not a full disk: the write has failed
/// in a way nothing is known of. Nothing may be tried again in this process.
#[cfg(unix)]
#[test]
fn a_failed_write_ends_the_process_with_70_and_it_starts_again_clean() {
    let dir = tempfile::tempdir().unwrap();
    crate::program::furnish(dir.path());
    let database = std::fs::metadata(dir.path().join("roznamcha.db")).unwrap().len();
    let kib = (database / 1024 + 64).to_string();
    let script = "trap '' XFSZ; ulimit -f \"$1\"; exec \"$2\" serve --listen 127.0.0.1:0";
    let mut command = bare("bash", dir.path());
    command.env("ROZNAMCHA_RATE_PER_SECOND", "0");
    command.args(["-c", script, "bash", &kib, PROGRAM]);
    let mut server = Server::ready(command);
    // Each failed sign-in is written down.
    let mut answers = 0;
    while answers < 2_000 {
        let body = format!("{{\"officer\":\"NOBODY-{answers}\",\"password\":\"x\"}}");
        let json = [("Content-Type", "application/json")];
        match server.send("POST", "/api/v1/session", &json, &body) {
            Ok((head, _)) if head.starts_with("http/1.1 401") => answers += 1,
            _ => break,
        }
    }
    let status = server.ended();
    assert_eq!(status.code(), Some(70), "after {answers} answers: {}", server.log());
    assert!(server.log().contains("writing to disk failed"), "{}", server.log());
    assert!(answers > 0);
    assert!(done(dir.path(), &["fsck"]).contains("no differences"));
    let server = Server::start(dir.path(), &[]);
    assert!(server.get("/health/ready", &[]).0.starts_with("http/1.1 200"));
}
