//! A small HTTP client: one kept-alive connection, so that the load costs little beside what is measured.

use std::io::{Error, ErrorKind};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

/// One connection.
pub struct Client {
    reader: BufReader<OwnedReadHalf>,
    writer: OwnedWriteHalf,
    headers: String,
}

/// An answer.
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects; `headers` are sent with each request, each line ended by CR LF.
    ///
    /// # Errors
    /// The socket's.
    pub async fn connect(address: std::net::SocketAddr, headers: &str) -> Result<Self, Error> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (reader, writer) = stream.into_split();
        let headers = format!("Host: {address}\r\nAccept-Language: ur\r\n{headers}");
        Ok(Self { reader: BufReader::new(reader), writer, headers })
    }

    /// One request.
    ///
    /// # Errors
    /// The socket's, or an answer that is no HTTP.
    pub async fn send(&mut self, method: &str, path: &str, body: &[u8]) -> Result<Answer, Error> {
        let kind = if body.is_empty() { "" } else { "Content-Type: application/json\r\n" };
        let head = format!(
            "{method} {path} HTTP/1.1\r\n{}{kind}Content-Length: {}\r\n\r\n",
            self.headers,
            body.len()
        );
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        self.writer.write_all(&request).await?;
        let mut line = String::new();
        self.reader.read_line(&mut line).await?;
        let bad = || Error::new(ErrorKind::InvalidData, "no HTTP answer");
        let status: u16 = line.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or_else(bad)?;
        let mut length = 0usize;
        loop {
            line.clear();
            self.reader.read_line(&mut line).await?;
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().map_err(|_| bad())?;
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body).await?;
        Ok(Answer { status, body })
    }
}
