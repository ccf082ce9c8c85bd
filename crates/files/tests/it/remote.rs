//! The same promises in an S3-compatible store: moto's server in a Python environment of its own below `target`, on
//! loopback. Without Python or its packages the test says what is missing; where `CI` is set that fails.

use roznamcha_files::{Area, AreaError, Key, S3, S3Options, Sealed, open_range, place, sealed_len};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::areas::keeps_its_promises;

/// The server, until dropped.
pub struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn venv() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/moto")
}

/// The server's program, installed where it is missing.
fn program() -> Result<PathBuf, String> {
    let (venv, ready) = (venv(), venv().join("bin/moto_server"));
    if ready.is_file() {
        return Ok(ready);
    }
    let run = |what: &str, command: &mut Command| {
        let done = command.output().map_err(|e| format!("{what}: {e}"))?;
        if done.status.success() {
            Ok(())
        } else {
            Err(format!("{what}: {}", String::from_utf8_lossy(&done.stderr)))
        }
    };
    run("python3 -m venv (Debian: python3-venv)", Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    run(
        "pip install moto[server]",
        Command::new(venv.join("bin/pip")).args(["install", "-q", "moto[server]"]),
    )?;
    Ok(ready)
}

fn answers(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let asked = stream.write_all(b"GET /moto-api/ HTTP/1.0\r\nHost: localhost\r\n\r\n");
    let mut line = String::new();
    asked.is_ok() && BufReader::new(stream).read_line(&mut line).is_ok() && line.starts_with("HTTP/")
}

fn start() -> Result<Server, String> {
    let program = program()?;
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?.port();
    let mut command = Command::new(program);
    command.args(["-H", "127.0.0.1", "-p", &port.to_string()]);
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|e| e.to_string())?;
    let server = Server { child, port };
    let began = Instant::now();
    while !answers(port) {
        if began.elapsed() > Duration::from_secs(60) {
            return Err("moto's server does not answer".to_owned());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(server)
}

/// The server; `None`, with words, where it cannot be had.
fn server() -> Option<Server> {
    match start() {
        Ok(server) => Some(server),
        Err(why) if std::env::var_os("CI").is_some() => panic!("{why}"),
        Err(why) => {
            eprintln!("SKIPPED: no S3-compatible server: {why}");
            None
        }
    }
}

fn options(server: &Server, bucket: &str) -> S3Options {
    S3Options {
        address: format!("http://127.0.0.1:{}", server.port),
        bucket: bucket.to_owned(),
        prefix: "node/files".to_owned(),
        region: "us-east-1".to_owned(),
        key: "synthetic".to_owned(),
        secret: "synthetic-secret".to_owned(),
        authorities: Vec::new(),
    }
}

/// Makes a bucket, as the store's own administrator does.
fn bucket(server: &Server, name: &str) {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    let ask = format!(
        "PUT /{name} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\
         Authorization: AWS4-HMAC-SHA256 Credential=a/20260105/us-east-1/s3/aws4_request, SignedHeaders=host, \
         Signature=0\r\n\r\n"
    );
    stream.write_all(ask.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.lines().next().unwrap().contains("200"), "{answer}");
}

#[test]
fn an_s3_store_keeps_the_same_promises() {
    let Some(server) = server() else { return };
    bucket(&server, "roznamcha");
    let area = S3::new(options(&server, "roznamcha")).unwrap();
    keeps_its_promises(&area);
    // A sealed file, and a range of it; more objects than one page of a list holds.
    let (name, key) = (place().unwrap(), Key::new().unwrap());
    let plain: Vec<u8> = (0..200_000_u32).map(|i| (i / 3) as u8).collect();
    let mut sealed = Sealed::new(plain.as_slice(), 200_000, &key).unwrap();
    area.put(&name, sealed_len(200_000), &mut sealed).unwrap();
    let mut range = Vec::new();
    open_range(&area, &name, &key, 200_000, 65_000, 70_000).unwrap().read_to_end(&mut range).unwrap();
    assert_eq!(range, plain[65_000..135_000]);
    let before = area.list("").unwrap().len();
    for _ in 0..1_010 - before {
        area.put(&place().unwrap(), 1, &mut &b"x"[..]).unwrap();
    }
    assert_eq!(area.list("").unwrap().len(), 1_010);
    // A bucket that is not there, and a store that is gone, are told as such.
    let other = S3::new(options(&server, "absent")).unwrap();
    assert!(other.put(&place().unwrap(), 1, &mut &b"x"[..]).is_err());
    drop(server);
    assert!(matches!(area.list(""), Err(AreaError::Unavailable(_))));
}
