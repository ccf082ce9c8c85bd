//! The second factor: time-based one-time passwords (RFC 6238), each code good once; recovery codes when the phone is lost.

use roznamcha_acts::Moment;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

use crate::DoorError;

/// How many recovery codes are given.
const RECOVERY_CODES: usize = 8;

fn totp(secret: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], DoorError> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|e| DoorError::Defect(e.to_string()))?;
    Ok(bytes)
}

/// A new secret, base32.
pub(crate) fn new_secret() -> Result<String, DoorError> {
    let bytes: [u8; 20] = random()?;
    Ok(Secret::new(Box::from(bytes)).to_base32())
}

/// The time step a code belongs to, when it is right now (one step of grace either way) and later than `last_step`.
pub(crate) fn step_of(secret: &str, code: &str, now: Moment, last_step: i64) -> Option<i64> {
    let seconds = u64::try_from(now.millis() / 1000).ok()?;
    let step = totp(secret)?.check(code, seconds)?;
    i64::try_from(step).ok().filter(|s| *s > last_step)
}

/// What an authenticator application reads from a QR code.
pub(crate) fn uri(officer: &str, secret: &str) -> String {
    format!(
        "otpauth://totp/Roznamcha:{officer}?secret={secret}&issuer=Roznamcha&algorithm=SHA1&digits=6&period=30"
    )
}

/// SHA-256 of a token or code, hex.
pub(crate) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// New recovery codes: the codes to show once, and their hashes to keep.
pub(crate) fn recovery_codes() -> Result<(Vec<String>, Vec<String>), DoorError> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let bytes: [u8; 8] = random()?;
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        let mut parts = hex.as_bytes().chunks(4).map(|c| String::from_utf8_lossy(c).into_owned());
        codes.push(
            [parts.next(), parts.next(), parts.next(), parts.next()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("-"),
        );
    }
    let hashes = codes.iter().map(|c| digest(c)).collect();
    Ok((codes, hashes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rfc_6238_vector_passes_and_serves_once() {
        // RFC 6238 appendix B: secret "12345678901234567890", time 1111111109, SHA1, last six digits of 07081804.
        let secret = Secret::new(Box::from(*b"12345678901234567890")).to_base32();
        let now = Moment::from_millis(1_111_111_109_000).unwrap();
        let step = step_of(&secret, "081804", now, 0).unwrap();
        assert_eq!(step_of(&secret, "081804", now, step), None);
        assert_eq!(step_of(&secret, "081805", now, 0), None);
    }

    #[test]
    fn recovery_codes_are_kept_as_hashes() {
        let (codes, hashes) = recovery_codes().unwrap();
        assert_eq!(codes.len(), 8);
        assert_eq!(digest(&codes[0]), hashes[0]);
        assert_eq!(codes[0].len(), 19);
    }
}
