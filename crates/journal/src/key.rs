//! Ed25519 keys as signed notes name them: `name+keyid+base64(0x01 ‖ public key)`.

use std::{fmt, str::FromStr};

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{SigningKey, VerifyingKey};

use crate::{FormatError, hash};

/// The signature algorithm's byte in a key id and a written key.
const ED25519: u8 = 1;

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not `name+keyid+base64`.
    #[error("`{0}` is not a key; write it as name+keyid+base64")]
    Shape(String),
    /// The name would not survive in a signature line.
    #[error("`{0}` cannot name a key: empty, or it holds white space or `+`")]
    Name(String),
    /// The key id is not that of this name and key: a digit was mistyped or the name was changed.
    #[error("the key id of `{0}` does not belong to its name and key; copy the key again")]
    Id(String),
    /// Not a usable Ed25519 public key.
    #[error("`{0}` holds no usable Ed25519 public key")]
    Point(String),
}

/// The public half: what an outsider keeps to hold a journal to its checkpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    key: VerifyingKey,
}

impl VerifierKey {
    /// Names a public key.
    ///
    /// # Errors
    /// [`KeyError::Name`], or [`KeyError::Point`] for a key under which anyone can sign.
    pub fn new(name: &str, key: VerifyingKey) -> Result<Self, KeyError> {
        if name.is_empty() || name.chars().any(|c| c == '+' || c.is_whitespace() || c.is_control()) {
            return Err(KeyError::Name(name.to_owned()));
        }
        if key.is_weak() {
            return Err(KeyError::Point(name.to_owned()));
        }
        Ok(Self { name: name.to_owned(), key })
    }

    /// The key's name, e.g. `node-1`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key.
    #[must_use]
    pub fn key(&self) -> &VerifyingKey {
        &self.key
    }

    /// The first 4 bytes of `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)`.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let [a, b, c, d, ..] =
            hash::digest(&[self.name.as_bytes(), &[b'\n', ED25519], self.key.as_bytes()]).0;
        [a, b, c, d]
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut key = vec![ED25519];
        key.extend_from_slice(self.key.as_bytes());
        write!(f, "{}+{:08x}+{}", self.name, u32::from_be_bytes(self.id()), STANDARD.encode(key))
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let shape = || KeyError::Shape(text.to_owned());
        // base64 may hold a plus itself, so only the first two divide.
        let (name, rest) = text.split_once('+').ok_or_else(shape)?;
        let (_, key) = rest.split_once('+').ok_or_else(shape)?;
        let bytes: [u8; 33] =
            STANDARD.decode(key).ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(shape)?;
        let [ED25519, key @ ..] = bytes else { return Err(shape()) };
        let key = VerifyingKey::from_bytes(&key).map_err(|_| KeyError::Point(text.to_owned()))?;
        let key = Self::new(name, key)?;
        if key.to_string() == text { Ok(key) } else { Err(KeyError::Id(text.to_owned())) }
    }
}

/// The private half, with the name it signs under.
#[derive(Clone)]
pub struct Signer {
    pub(crate) key: SigningKey,
    verifier: VerifierKey,
}

impl Signer {
    /// Names a private key.
    ///
    /// # Errors
    /// As [`VerifierKey::new`].
    pub fn new(name: &str, key: SigningKey) -> Result<Self, KeyError> {
        Ok(Self { verifier: VerifierKey::new(name, key.verifying_key())?, key })
    }

    /// The key that grows from a seed of 32 random bytes.
    ///
    /// # Errors
    /// As [`VerifierKey::new`].
    pub fn from_seed(name: &str, seed: [u8; 32]) -> Result<Self, KeyError> {
        Self::new(name, SigningKey::from_bytes(&seed))
    }

    /// The public half.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }
}

/// Says whose key it is, never the key.
impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.verifier)
    }
}

/// A wrong key in an export or a note is one kind of wrong form.
impl From<KeyError> for FormatError {
    fn from(error: KeyError) -> Self {
        FormatError::Key(error.to_string())
    }
}
