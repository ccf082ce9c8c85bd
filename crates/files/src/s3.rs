//! Objects in an S3-compatible store, addressed by path (`address/bucket/prefix/name`), which every such store takes.

use std::io::{self, Read};
use std::time::Duration;
use ureq::http::{Request, Response, StatusCode};
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, Body, SendBody};

use crate::sign::{Asked, Signer, authorization, escaped, query, sha256};
use crate::{Area, AreaError, Held, is_place};

/// The body is not hashed into the signature: objects prove themselves when they are opened.
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
/// How long one request may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// The longest answer that is read as text.
const ANSWER: u64 = 4 << 20;

/// Where the store is, and who comes.
#[derive(Clone, Default)]
pub struct S3Options {
    /// `https://host`, without a final slash.
    pub address: String,
    /// The bucket.
    pub bucket: String,
    /// What stands before every name; may be empty.
    pub prefix: String,
    /// The region in the signature.
    pub region: String,
    /// Access key.
    pub key: String,
    /// Secret key.
    pub secret: String,
    /// The store's certificate authorities, PEM; empty for those of the public web.
    pub authorities: Vec<u8>,
}

/// An S3-compatible store.
pub struct S3 {
    options: S3Options,
    host: String,
    agent: Agent,
}

struct Ask<'a> {
    method: &'static str,
    name: &'a str,
    query: &'a [(&'a str, &'a str)],
    range: Option<String>,
    body: Option<(u64, &'a mut dyn Read)>,
}

impl S3 {
    /// A client of the store; nothing is asked of it yet.
    ///
    /// # Errors
    /// [`AreaError::Unavailable`] for an address or authorities that do not read.
    pub fn new(options: S3Options) -> Result<Self, AreaError> {
        let bad = |what: &str| AreaError::Unavailable(what.to_owned());
        let (_, host) = options.address.split_once("://").ok_or_else(|| bad("the address has no scheme"))?;
        if host.is_empty() || host.contains('/') || options.bucket.is_empty() {
            return Err(bad("the address is a scheme, a host and a bucket"));
        }
        let mut tls = TlsConfig::builder();
        if !options.authorities.is_empty() {
            let mut all = Vec::new();
            for item in parse_pem(&options.authorities) {
                if let PemItem::Certificate(one) = item.map_err(|e| bad(&e.to_string()))? {
                    all.push(one);
                }
            }
            if all.is_empty() {
                return Err(bad("the file of authorities holds no certificate"));
            }
            tls = tls.root_certs(RootCerts::new_with_certs(&all));
        }
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .proxy(None)
            .tls_config(tls.build())
            .build();
        let host = host.to_owned();
        Ok(Self { options, host, agent: config.into() })
    }

    fn path(&self, name: &str) -> String {
        let S3Options { bucket, prefix, .. } = &self.options;
        let parts = [bucket.as_str(), prefix.as_str(), name];
        let whole: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        format!("/{}", escaped(&whole.join("/"), true))
    }

    fn send(&self, ask: Ask<'_>) -> Result<Response<Body>, AreaError> {
        let path = if ask.name.is_empty() {
            format!("/{}", escaped(&self.options.bucket, true))
        } else {
            self.path(ask.name)
        };
        let body = if ask.body.is_some() { UNSIGNED.to_owned() } else { sha256(b"") };
        let at = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let headers = [
            ("host", self.host.as_str()),
            ("x-amz-content-sha256", body.as_str()),
            ("x-amz-date", at.as_str()),
        ];
        let S3Options { key, secret, region, .. } = &self.options;
        let signer = Signer { key, secret, region, service: "s3" };
        let asked = Asked {
            method: ask.method,
            path: &path,
            query: ask.query,
            headers: &headers,
            body: &body,
            at: &at,
        };
        let query = if ask.query.is_empty() { String::new() } else { format!("?{}", query(ask.query)) };
        let mut request = Request::builder()
            .method(ask.method)
            .uri(format!("{}{path}{query}", self.options.address))
            .header("x-amz-content-sha256", &body)
            .header("x-amz-date", &at)
            .header("authorization", authorization(&signer, &asked));
        if let Some(range) = ask.range {
            request = request.header("range", range);
        }
        let wrong = |e: ureq::http::Error| AreaError::Unavailable(e.to_string());
        let answer = match ask.body {
            Some((len, body)) => {
                let request = request.header("content-length", len);
                let mut exact = Exact { from: body, left: len };
                self.agent.run(request.body(SendBody::from_reader(&mut exact)).map_err(wrong)?)
            }
            None => self.agent.run(request.body(SendBody::none()).map_err(wrong)?),
        };
        answer.map_err(|e| AreaError::Unavailable(e.to_string()))
    }
}

/// A body of exactly the length that was promised.
struct Exact<'a> {
    from: &'a mut dyn Read,
    left: u64,
}

impl Read for Exact<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = (&mut *self.from).take(self.left).read(buffer)?;
        if read == 0 && self.left > 0 && !buffer.is_empty() {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the body is shorter than promised"));
        }
        self.left -= read as u64;
        Ok(read)
    }
}

/// What a status other than success means; the store's own words are not repeated, they may hold addresses.
fn refused(status: StatusCode, name: &str) -> AreaError {
    match status.as_u16() {
        404 | 416 => AreaError::Missing(name.to_owned()),
        507 => AreaError::Full,
        code => AreaError::Unavailable(format!("the store answered {code}")),
    }
}

fn named(name: &str) -> Result<(), AreaError> {
    if is_place(name) { Ok(()) } else { Err(AreaError::Name(name.to_owned())) }
}

impl Area for S3 {
    fn put(&self, name: &str, len: u64, body: &mut dyn Read) -> Result<(), AreaError> {
        named(name)?;
        let ask = Ask { method: "PUT", name, query: &[], range: None, body: Some((len, body)) };
        let answer = self.send(ask)?;
        if answer.status().is_success() { Ok(()) } else { Err(refused(answer.status(), name)) }
    }

    fn get(&self, name: &str, from: u64, len: u64) -> Result<Box<dyn Read + Send>, AreaError> {
        named(name)?;
        if len == 0 {
            return Ok(Box::new(io::empty()));
        }
        let range = Some(format!("bytes={from}-{}", from.saturating_add(len) - 1));
        let answer = self.send(Ask { method: "GET", name, query: &[], range, body: None })?;
        let status = answer.status();
        if !status.is_success() {
            return Err(refused(status, name));
        }
        let mut body = answer.into_body().into_reader();
        if status != StatusCode::PARTIAL_CONTENT {
            // A store that knows no ranges gives the whole.
            let skipped = io::copy(&mut (&mut body).take(from), &mut io::sink());
            skipped.map_err(|e| AreaError::Unavailable(e.to_string()))?;
        }
        Ok(Box::new(body.take(len)))
    }

    fn remove(&self, name: &str) -> Result<(), AreaError> {
        named(name)?;
        let answer = self.send(Ask { method: "DELETE", name, query: &[], range: None, body: None })?;
        match answer.status() {
            status if status.is_success() || status == StatusCode::NOT_FOUND => Ok(()),
            status => Err(refused(status, name)),
        }
    }

    fn list(&self, prefix: &str) -> Result<Vec<Held>, AreaError> {
        let before =
            if self.options.prefix.is_empty() { String::new() } else { format!("{}/", self.options.prefix) };
        let (wanted, mut all, mut next) = (format!("{before}{prefix}"), Vec::new(), None::<String>);
        loop {
            let mut query = vec![("list-type", "2"), ("prefix", wanted.as_str())];
            if let Some(token) = &next {
                query.insert(0, ("continuation-token", token));
            }
            let answer =
                self.send(Ask { method: "GET", name: "", query: &query, range: None, body: None })?;
            if !answer.status().is_success() {
                return Err(refused(answer.status(), prefix));
            }
            let mut text = String::new();
            let read = answer.into_body().into_reader().take(ANSWER).read_to_string(&mut text);
            read.map_err(|e| AreaError::Unavailable(e.to_string()))?;
            all.extend(text.split("<Contents>").skip(1).filter_map(|one| held(one, &before)));
            next = between(&text, "NextContinuationToken").map(str::to_owned);
            if next.is_none() {
                all.sort_by(|a: &Held, b| a.name.cmp(&b.name));
                return Ok(all);
            }
        }
    }

    fn shown(&self) -> String {
        let S3Options { address, bucket, prefix, .. } = &self.options;
        format!("{address}/{bucket}/{prefix}")
    }
}

/// What stands in an element that has no others in it. Names of ours need no escaping.
fn between<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    rest.split_once(&format!("</{name}>")).map(|(inner, _)| inner)
}

fn held(text: &str, before: &str) -> Option<Held> {
    let name = between(text, "Key")?.strip_prefix(before)?.to_owned();
    let at: Option<jiff::Timestamp> = between(text, "LastModified").and_then(|t| t.parse().ok());
    let size = between(text, "Size")?.parse().ok()?;
    is_place(&name).then(|| Held { name, size, put_ms: at.map_or(0, |t| t.as_millisecond()) })
}
