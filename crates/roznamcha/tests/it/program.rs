//! Starting the program, asking it over HTTP, stopping it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_roznamcha");

/// A command of the program, without what the tests' own environment may hold.
pub fn command(data: &Path) -> Command {
    bare(PROGRAM, data)
}

/// Some program, in the data folder, without our variables.
pub fn bare(program: &str, data: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("ROZNAMCHA_")) {
        command.env_remove(name);
    }
    // Tests sign in and make accounts; a light hash will do.
    command.env("ROZNAMCHA_ARGON2_KIB", "64").env("ROZNAMCHA_DATA", data).current_dir(data);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs a command to its end.
pub fn run(data: &Path, args: &[&str]) -> Output {
    command(data).args(args).output().unwrap()
}

/// Runs a command that must do its work; gives what it printed.
pub fn done(data: &Path, args: &[&str]) -> String {
    let output = run(data, args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?} ended with {}: {said}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// The value of a line `name   value`.
pub fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(name).filter(|rest| rest.starts_with(' ')));
    line.unwrap_or_else(|| panic!("no `{name}` in {text}")).trim()
}

/// Two offices and an administrator, something to keep; gives the administrator's first password.
pub fn furnish(data: &Path) -> String {
    let list = "parent,code,kind,name_en,name_ur,province,diary_hour\n\
                PK-PB,PK-PB-TST,district,Test (synthetic),آزمائش (فرضی),PB,8\n\
                PK-PB-TST,TST-CITY,police_station,City (synthetic),سٹی (فرضی),PB,8\n";
    let file = data.join("offices.csv");
    std::fs::write(&file, list).unwrap();
    assert_eq!(done(data, &["offices", "load", file.to_str().unwrap()]), "2 opened, 0 there already\n");
    let made = done(
        data,
        &[
            "admin",
            "create",
            "TST-ADMIN",
            "--office",
            "PK-PB-TST",
            "--name-en",
            "Synthetic Admin",
            "--name-ur",
            "فرضی منتظم",
            "--order-no",
            "1/2026",
        ],
    );
    let password = value(&made, "password");
    assert!(password.len() >= 10);
    password.to_owned()
}

/// A server that runs, and is ended with the test.
pub struct Server {
    child: Child,
    pub address: String,
    /// What it said on standard output before it was ready.
    pub said: Vec<String>,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

impl Server {
    /// `serve` on a free port.
    pub fn start(data: &Path, env: &[(&str, &str)]) -> Self {
        let mut command = command(data);
        command.args(["serve", "--listen", "127.0.0.1:0"]).envs(env.iter().copied());
        Self::ready(command)
    }

    /// Any command that serves.
    pub fn ready(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (kept, mut stderr) = (log.clone(), BufReader::new(child.stderr.take().unwrap()));
        let reader = std::thread::spawn(move || {
            let mut line = String::new();
            while stderr.read_line(&mut line).is_ok_and(|n| n > 0) {
                kept.lock().unwrap().push_str(&std::mem::take(&mut line));
            }
        });
        let mut said = Vec::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let Some(Ok(line)) = lines.next() else {
                panic!("not ready: {}", log.lock().unwrap());
            };
            match line.strip_prefix("ready http://") {
                Some(address) => break address.to_owned(),
                None => said.push(line),
            }
        };
        Self { child, address, said, log, reader: Some(reader) }
    }

    /// What it has logged so far; after the end, everything.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Asks; gives the head and the body.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> (String, String) {
        self.send("GET", path, headers, "").unwrap()
    }

    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> std::io::Result<(String, String)> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let more: String = headers.iter().map(|(k, v)| format!("{k}: {v}\r\n")).collect();
        let (host, length) = (&self.address, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{more}\r\n"
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        Ok((head.to_ascii_lowercase(), body.to_owned()))
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The process, for signals.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for the end, which must come soon.
    pub fn ended(&mut self) -> ExitStatus {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                if let Some(reader) = self.reader.take() {
                    reader.join().unwrap();
                }
                return status;
            }
            assert!(Instant::now() < until, "still running: {}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
