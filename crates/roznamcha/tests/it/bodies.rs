//! Bodies that should not come: too large, too deep, too slow, of another kind. Each is answered, nothing is written,
//! memory stays as it was, and others are served meanwhile.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::program::{Server, furnish};

const MEGABYTE: usize = 1 << 20;
const LARGE: usize = 50 * MEGABYTE;

/// An administrator's token; his first password is changed for one of his own.
fn token(server: &Server, password: &str) -> String {
    let json = |token: &str, path: &str, body: &str| {
        let bearer = format!("Bearer {token}");
        let headers = [("Content-Type", "application/json"), ("Authorization", bearer.as_str())];
        server.send("POST", path, &headers, body).unwrap()
    };
    let sign_in = |password: &str| {
        let body = format!("{{\"officer\":\"TST-ADMIN\",\"password\":\"{password}\"}}");
        let (head, body) = json("", "/api/v1/session", &body);
        assert!(head.starts_with("http/1.1 201"), "{head}{body}");
        let opened: serde_json::Value = serde_json::from_str(&body).unwrap();
        opened["token"].as_str().unwrap().to_owned()
    };
    let first = sign_in(password);
    let change = format!("{{\"old\":\"{password}\",\"new\":\"Farzi-Darwaza-77\"}}");
    let (head, body) = json(&first, "/api/v1/session/password", &change);
    assert!(head.starts_with("http/1.1 2"), "{head}{body}");
    sign_in("Farzi-Darwaza-77")
}

/// Sends a head and then what `body` writes; gives the answer. Whoever refuses a body need not read it to its end.
fn ask(
    server: &Server,
    head: &str,
    body: impl FnOnce(&mut TcpStream) -> std::io::Result<()> + Send + 'static,
) -> String {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut writing = stream.try_clone().unwrap();
    let head = format!("{head}Host: {}\r\nConnection: close\r\n\r\n", server.address);
    let writer = thread::spawn(move || {
        let sent = writing.write_all(head.as_bytes()).and_then(|()| body(&mut writing));
        // A writer cut off by the answer has nothing to report.
        drop(sent);
    });
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(n) = stream.read(&mut piece) {
        if n == 0 {
            break;
        }
        answer.extend_from_slice(&piece[..n]);
    }
    let _ = stream.shutdown(Shutdown::Both);
    writer.join().unwrap();
    String::from_utf8_lossy(&answer).to_ascii_lowercase()
}

fn post(path: &str, kind: &str, token: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nAuthorization: Bearer {token}\r\n\
         Sec-Fetch-Site: same-origin\r\nAccept-Language: en\r\nContent-Length: {length}\r\n"
    )
}

fn kilobytes(server: &Server, name: &str) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find(|l| l.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// How many rows every table has that a request could write, but for sessions and the audit.
fn rows(data: &Path) -> Vec<i64> {
    let conn = rusqlite::Connection::open(data.join("roznamcha.db")).unwrap();
    let count =
        |table: &str| conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
    ["journal", "draft", "account"].map(count).to_vec()
}

#[test]
fn fifty_megabytes_are_refused_unread_and_memory_stays() {
    let dir = tempfile::tempdir().unwrap();
    let password = furnish(dir.path());
    let server = Server::start(dir.path(), &[]);
    let token = token(&server, &password);
    let (before, size) = (rows(dir.path()), kilobytes(&server, "VmRSS:"));
    let (json, form) = ("application/json", "application/x-www-form-urlencoded");
    let targets =
        [("/api/v1/acts", json), ("/api/v1/session", json), ("/sign-in", form), ("/api/v1/search", json)];
    thread::scope(|scope| {
        for (path, kind) in targets {
            for chunked in [false, true] {
                let (server, token) = (&server, &token);
                scope.spawn(move || {
                    let mut head = post(path, kind, token, LARGE);
                    if chunked {
                        let length = format!("Content-Length: {LARGE}");
                        head = head.replace(&length, "Transfer-Encoding: chunked");
                    }
                    let answer = ask(server, &head, move |stream| {
                        let block = vec![b'x'; MEGABYTE];
                        for _ in 0..50 {
                            if chunked {
                                write!(stream, "{MEGABYTE:x}\r\n")?;
                            }
                            stream.write_all(&block)?;
                            if chunked {
                                stream.write_all(b"\r\n")?;
                            }
                        }
                        Ok(())
                    });
                    assert!(answer.starts_with("http/1.1 413"), "{path} chunked {chunked}: {answer}");
                });
            }
        }
        // Others are served while that goes on.
        for _ in 0..5 {
            assert!(server.get("/sign-in", &[]).0.starts_with("http/1.1 200"));
        }
    });
    let most = kilobytes(&server, "VmHWM:");
    assert!(most < size + 40 * 1024, "memory grew from {size} kB to {most} kB under 400 MB of bodies");
    assert_eq!(rows(dir.path()), before, "nothing was written");
}

#[test]
fn depth_and_other_kinds_of_body_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let password = furnish(dir.path());
    let server = Server::start(dir.path(), &[]);
    let token = token(&server, &password);
    let before = rows(dir.path());
    let deep =
        [("[", "]"), ("{\"body\":", "}")].map(|(open, shut)| open.repeat(100_000) + &shut.repeat(100_000));
    let draft = "/api/v1/drafts/00000000-0000-4000-8000-000000000001".to_owned();
    for body in deep {
        for path in ["/api/v1/acts", "/api/v1/search", draft.as_str()] {
            let sent = body.clone().into_bytes();
            let head = post(path, "application/json", &token, sent.len());
            let head = if path == draft { head.replacen("POST", "PUT", 1) } else { head };
            let answer = ask(&server, &head, move |stream| stream.write_all(&sent));
            // Nested lists are no act before they are too deep: the first of them is of the wrong type.
            let refused = ["http/1.1 400", "http/1.1 422"].iter().any(|status| answer.starts_with(status));
            assert!(refused && answer.contains("application/problem+json"), "{path}: {answer}");
        }
    }
    for kind in ["text/plain", "application/xml", "multipart/form-data; boundary=x", "image/png"] {
        for (path, own) in [("/api/v1/acts", "problem+json"), ("/sign-in", "text/html")] {
            let head = post(path, kind, &token, 2);
            let answer = ask(&server, &head, |stream| stream.write_all(b"{}"));
            assert!(answer.starts_with("http/1.1 415") && answer.contains(own), "{path} {kind}: {answer}");
        }
    }
    assert_eq!(rows(dir.path()), before, "nothing was written");
    assert!(server.get("/health/ready", &[]).0.starts_with("http/1.1 200"));
}

#[test]
fn a_body_that_does_not_come_is_given_up_and_others_are_served_meanwhile() {
    let dir = tempfile::tempdir().unwrap();
    let password = furnish(dir.path());
    let server = Server::start(dir.path(), &[("ROZNAMCHA_REQUEST_SECONDS", "2")]);
    let token = token(&server, &password);
    let before = rows(dir.path());
    let begun = Instant::now();
    thread::scope(|scope| {
        let (json, form) = ("application/json", "application/x-www-form-urlencoded");
        for (path, kind) in [("/api/v1/acts", json), ("/sign-in", form)] {
            for drip in [false, true] {
                for _ in 0..5 {
                    let (server, token) = (&server, &token);
                    scope.spawn(move || {
                        let answer = ask(server, &post(path, kind, token, 1000), move |stream| {
                            for _ in 0..40 {
                                if drip {
                                    stream.write_all(b" ")?;
                                }
                                thread::sleep(Duration::from_millis(100));
                            }
                            Ok(())
                        });
                        assert!(answer.starts_with("http/1.1 408"), "{path} drip {drip}: {answer}");
                    });
                }
            }
        }
        for _ in 0..10 {
            let asked = Instant::now();
            assert!(server.get("/sign-in", &[]).0.starts_with("http/1.1 200"));
            assert!(asked.elapsed() < Duration::from_secs(2), "others wait for the slow");
        }
    });
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    assert_eq!(rows(dir.path()), before, "nothing was written");
}
