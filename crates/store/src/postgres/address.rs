//! The address of a database, and what it asks for in the way of encryption.

use std::path::PathBuf;
use std::time::Duration;
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;

use crate::StoreError;

/// How far the server's certificate is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// Not encrypted.
    Plain,
    /// Encrypted, whoever answers (`sslmode=require`): against listeners, not against impostors.
    Anyone,
    /// Encrypted, and the certificate must be of this authority and of this host (`verify-full`).
    Authority(PathBuf),
}

/// A database: where, and how.
#[derive(Clone, Debug)]
pub(super) struct Address {
    pub config: Config,
    pub trust: Trust,
}

fn misused(what: &str) -> StoreError {
    StoreError::Misused(format!("the database's address: {what}"))
}

/// Reads a URL. `sslmode` (`disable`, `require`, `verify-full`) and `sslrootcert` mean what they do in libpq.
///
/// # Errors
/// [`StoreError::Misused`], saying what to write instead.
pub(super) fn read(url: &str) -> Result<Address, StoreError> {
    let (place, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut authority, mut rest) = (String::new(), None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => value.clone_into(&mut mode),
            Some(("sslrootcert", value)) => authority = Some(PathBuf::from(plain(value)?)),
            _ => rest.push(pair),
        }
    }
    let url = if rest.is_empty() { place.to_owned() } else { format!("{place}?{}", rest.join("&")) };
    let mut config: Config = url.parse().map_err(|e| misused(&format!("it does not read: {e}")))?;
    let trust = match (mode.as_str(), authority) {
        ("" | "disable", None) => Trust::Plain,
        ("require", None) => Trust::Anyone,
        ("verify-full", Some(file)) => Trust::Authority(file),
        ("verify-full", None) => {
            return Err(misused("`sslmode=verify-full` needs `sslrootcert=` with the authority's PEM file"));
        }
        (_, Some(_)) => {
            return Err(misused("`sslrootcert` goes with `sslmode=verify-full`; write both"));
        }
        (other, None) => {
            return Err(misused(&format!(
                "`sslmode={other}` is not known; write `disable`, `require` or `verify-full`"
            )));
        }
    };
    config.ssl_mode(if trust == Trust::Plain { SslMode::Disable } else { SslMode::Require });
    if config.get_application_name().is_none() {
        config.application_name("roznamcha");
    }
    config.keepalives_idle(Duration::from_secs(30));
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(10));
    }
    Ok(Address { config, trust })
}

/// A value of the query with its `%XX` read.
fn plain(value: &str) -> Result<String, StoreError> {
    let mut pieces = value.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (code, rest) =
            piece.split_at_checked(2).ok_or_else(|| misused("a `%` without its two digits"))?;
        bytes.push(u8::from_str_radix(code, 16).map_err(|_| misused("a `%` without its two digits"))?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).map_err(|_| misused("`sslrootcert` is no text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_is_what_the_address_asks_for() {
        let trust = |url: &str| read(url).map(|a| a.trust).map_err(|e| e.to_string());
        assert_eq!(trust("postgres://a@h/d").unwrap(), Trust::Plain);
        assert_eq!(trust("postgres://a@h/d?sslmode=disable").unwrap(), Trust::Plain);
        assert_eq!(trust("postgres://a@h/d?sslmode=require&connect_timeout=3").unwrap(), Trust::Anyone);
        let full = "postgres://a@h/d?sslrootcert=%2Fetc%2Fca%20file.pem&sslmode=verify-full";
        assert_eq!(trust(full).unwrap(), Trust::Authority(PathBuf::from("/etc/ca file.pem")));
        for (url, says) in [
            ("postgres://a@h/d?sslmode=verify-full", "sslrootcert="),
            ("postgres://a@h/d?sslmode=require&sslrootcert=x", "verify-full"),
            ("postgres://a@h/d?sslmode=maybe", "`require`"),
            ("postgres://a@h/d?sslmode=verify-full&sslrootcert=%4", "two digits"),
            ("postgres://a@h/d?no_such=1", "does not read"),
        ] {
            let error = trust(url).unwrap_err();
            assert!(error.contains(says), "{url}: {error}");
        }
    }
}
