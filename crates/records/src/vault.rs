//! Secrets that must be read again (those of one-time codes) under the node's key: whoever has only the database file
//! or a backup has no second factor. AES-256-GCM; the officer's code is bound in, so one secret cannot stand for another.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{DoorError, totp};

/// What a sealed secret begins with; a base32 secret cannot.
const MARK: &str = "v1.";
const NONCE: usize = 12;

/// Seals and opens under the node's key.
pub(crate) struct Vault(Aes256Gcm);

/// The secret does not open: it was sealed by another node's key, or changed.
#[derive(Debug, thiserror::Error)]
#[error(
    "the second factor of `{0}` was sealed with another key; put the node's key of that time back in place"
)]
pub struct OtherKeyError(pub String);

impl Vault {
    /// Under the node's seed. The same seed signs checkpoints, so the key is another, derived from it.
    pub(crate) fn new(seed: &[u8; 32]) -> Result<Self, DoorError> {
        let mut hash = Sha256::new();
        hash.update(b"roznamcha secrets of one-time codes v1\0");
        hash.update(seed);
        let key = Zeroizing::new(<[u8; 32]>::from(hash.finalize()));
        let cipher = Aes256Gcm::new_from_slice(key.as_slice());
        Ok(Self(cipher.map_err(|e| DoorError::Defect(e.to_string()))?))
    }

    /// Whether this is a sealed secret.
    pub(crate) fn is_sealed(kept: &str) -> bool {
        kept.starts_with(MARK)
    }

    /// Seals a secret for an officer.
    pub(crate) fn seal(&self, officer: &str, secret: &str) -> Result<String, DoorError> {
        let nonce: [u8; NONCE] = totp::random()?;
        let bound = Payload { msg: secret.as_bytes(), aad: officer.as_bytes() };
        let sealed = self.0.encrypt(Nonce::from_slice(&nonce), bound);
        let sealed = sealed.map_err(|e| DoorError::Defect(e.to_string()))?;
        Ok(format!("{MARK}{}", STANDARD.encode([nonce.as_slice(), sealed.as_slice()].concat())))
    }

    /// Opens what was sealed for that officer.
    pub(crate) fn open(&self, officer: &str, kept: &str) -> Result<String, OtherKeyError> {
        let open = || {
            let bytes = STANDARD.decode(kept.strip_prefix(MARK)?).ok()?;
            let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
            let bound = Payload { msg: sealed, aad: officer.as_bytes() };
            let secret = self.0.decrypt(Nonce::from_slice(nonce), bound).ok()?;
            String::from_utf8(secret).ok()
        };
        open().ok_or_else(|| OtherKeyError(officer.to_owned()))
    }
}

impl From<OtherKeyError> for DoorError {
    fn from(error: OtherKeyError) -> Self {
        Self::Broken(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_officer_open() {
        let vault = Vault::new(&[7; 32]).unwrap();
        let kept = vault.seal("FARZI-1", "GEZDGNBVGY3TQOJQ").unwrap();
        assert!(Vault::is_sealed(&kept) && !kept.contains("GEZDGNBV"));
        assert_ne!(kept, vault.seal("FARZI-1", "GEZDGNBVGY3TQOJQ").unwrap(), "no two alike");
        assert_eq!(vault.open("FARZI-1", &kept).unwrap(), "GEZDGNBVGY3TQOJQ");
        assert!(vault.open("FARZI-2", &kept).is_err(), "moved to another officer");
        assert!(Vault::new(&[8; 32]).unwrap().open("FARZI-1", &kept).is_err(), "another node");
        let cut: String = kept.chars().take(20).collect();
        for broken in ["", "v1.", "v1.AAAA", "v1.%%", "GEZDGNBVGY3TQOJQ", &cut] {
            assert!(vault.open("FARZI-1", broken).is_err(), "{broken}");
        }
    }
}
