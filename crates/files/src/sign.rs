//! Signature Version 4: what an S3-compatible store asks of whoever comes to it.

use ring::{digest, hmac};
use std::fmt::Write as _;

/// Who asks, and where.
pub(crate) struct Signer<'a> {
    pub key: &'a str,
    pub secret: &'a str,
    pub region: &'a str,
    pub service: &'a str,
}

/// One request, as it is signed.
pub(crate) struct Asked<'a> {
    pub method: &'a str,
    /// The path, already escaped.
    pub path: &'a str,
    /// Names and values of the query, in order of their names, not escaped.
    pub query: &'a [(&'a str, &'a str)],
    /// Names (lower case) and values of the headers that are signed, in order of their names.
    pub headers: &'a [(&'a str, &'a str)],
    /// SHA-256 of the body in hexadecimal, or that it is not told.
    pub body: &'a str,
    /// `20260105T090000Z`
    pub at: &'a str,
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Everything but letters, digits and `-._~` as `%XX`; a slash too, unless it parts a path.
pub(crate) fn escaped(text: &str, path: bool) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || (path && byte == b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// A query as it is sent and signed.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    let all: Vec<String> =
        pairs.iter().map(|(n, v)| format!("{}={}", escaped(n, false), escaped(v, false))).collect();
    all.join("&")
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

/// The value of `Authorization`.
pub(crate) fn authorization(signer: &Signer<'_>, asked: &Asked<'_>) -> String {
    let names = asked.headers.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(";");
    let headers = asked.headers.iter().fold(String::new(), |mut all, (name, value)| {
        let _ = writeln!(all, "{name}:{}", value.trim());
        all
    });
    let canonical = format!(
        "{}\n{}\n{}\n{headers}\n{names}\n{}",
        asked.method,
        asked.path,
        query(asked.query),
        asked.body
    );
    let day = asked.at.get(..8).unwrap_or_default();
    let scope = format!("{day}/{}/{}/aws4_request", signer.region, signer.service);
    let text = format!("AWS4-HMAC-SHA256\n{}\n{scope}\n{}", asked.at, sha256(canonical.as_bytes()));
    let mut key = format!("AWS4{}", signer.secret).into_bytes();
    for part in [day, signer.region, signer.service, "aws4_request"] {
        key = mac(&key, part);
    }
    let signature = hex(&mac(&key, &text));
    format!(
        "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}",
        signer.key
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known answers of the published test suite of the signature: a bare request, and one with a query.
    #[test]
    fn known_answers() {
        let signer = Signer {
            key: "AKIDEXAMPLE",
            secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            region: "us-east-1",
            service: "service",
        };
        let headers = [("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z")];
        let empty = sha256(b"");
        let mut asked = Asked {
            method: "GET",
            path: "/",
            query: &[],
            headers: &headers,
            body: &empty,
            at: "20150830T123600Z",
        };
        let signature = |asked: &Asked<'_>| {
            authorization(&signer, asked).rsplit_once("Signature=").map(|(_, s)| s.to_owned()).unwrap()
        };
        assert_eq!(signature(&asked), "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        asked.query = &[("Param1", "value1"), ("Param2", "value2")];
        assert_eq!(signature(&asked), "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    }

    #[test]
    fn what_is_escaped() {
        assert_eq!(escaped("a/b c~é", true), "a/b%20c~%C3%A9");
        assert_eq!(escaped("a/b", false), "a%2Fb");
    }
}
