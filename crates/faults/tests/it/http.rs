//! One request, one connection: nothing is left over from a server that was killed.

use serde_json::Value;
use std::io::{Error, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}

/// A caller of the API: the port it is at, and the token of who signed in.
#[derive(Clone, Debug)]
pub struct Client {
    pub port: u16,
    pub token: String,
}

impl Client {
    pub fn new(port: u16, token: &str) -> Self {
        Self { port, token: token.to_owned() }
    }

    pub fn sign_in(port: u16, officer: &str) -> Self {
        let who = serde_json::json!({"officer": officer, "password": roznamcha_trial::PASSWORD});
        let answer = Self::new(port, "").post("/api/v1/session", &who).unwrap();
        assert_eq!(answer.status, 201, "{}", answer.text);
        Self::new(port, answer.json()["token"].as_str().unwrap())
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Answer, Error> {
        self.call("POST", path, body.to_string().as_bytes())
    }

    pub fn get(&self, path: &str) -> Result<Answer, Error> {
        self.call("GET", path, &[])
    }

    /// Sends bytes.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<Answer, Error> {
        self.call("PUT", path, bytes)
    }

    /// Performs an act under an id.
    pub fn act(&self, id: &str, body: &Value) -> Result<Answer, Error> {
        self.post("/api/v1/acts", &serde_json::json!({"id": id, "body": body}))
    }

    fn call(&self, method: &str, path: &str, body: &[u8]) -> Result<Answer, Error> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
        request += "Accept-Language: en\r\nX-Purpose: duty\r\nContent-Type: application/json\r\n";
        if !self.token.is_empty() {
            request += &format!("Authorization: Bearer {}\r\n", self.token);
        }
        request += &format!("Content-Length: {}\r\n\r\n", body.len());
        stream.write_all(request.as_bytes())?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        parse(&answer).ok_or_else(|| Error::new(ErrorKind::UnexpectedEof, "half an answer"))
    }
}

/// An answer that came whole; a server that dies in the middle of one has acknowledged nothing.
fn parse(bytes: &[u8]) -> Option<Answer> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let length = |line: &str| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    };
    let whole = lines.find_map(length).is_none_or(|length| length == body.len());
    whole.then(|| Answer { status, text: body.to_owned() })
}
