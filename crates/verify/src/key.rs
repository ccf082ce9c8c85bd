//! Public keys as the signed-note specification writes them.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::digest::{Digest, hex_bytes};

/// An office's public key: `name+keyid+base64(0x01 ‖ public key)`.
#[derive(Debug, Clone)]
pub struct Key {
    text: String,
    name: String,
    id: [u8; 4],
    verifying: VerifyingKey,
}

/// Why a text is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not three pieces joined by `+`, with a name without white space.
    #[error("a key is written `name+keyid+base64`")]
    Shape,
    /// The last piece is not base64 of the byte 1 and 32 bytes.
    #[error("the key's last part must be base64 of an Ed25519 public key")]
    Bytes,
    /// The id is not the one made from the name and the key.
    #[error("the key id does not belong to this name and key: copy the key again")]
    Id,
    /// The bytes are no point of the curve, or one under which signatures can be made by anybody.
    #[error("the bytes are no usable Ed25519 public key")]
    Unusable,
}

impl Key {
    /// Reads a public key.
    ///
    /// # Errors
    /// [`KeyError`] says which part is wrong.
    pub fn parse(text: &str) -> Result<Key, KeyError> {
        let mut pieces = text.splitn(3, '+');
        let (Some(name), Some(id), Some(bytes)) = (pieces.next(), pieces.next(), pieces.next()) else {
            return Err(KeyError::Shape);
        };
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(KeyError::Shape);
        }
        let id: [u8; 4] = hex_bytes(id).ok_or(KeyError::Shape)?;
        let bytes = STANDARD.decode(bytes).map_err(|_| KeyError::Bytes)?;
        let Some((1, public)) = bytes.split_first().map(|(kind, public)| (*kind, public)) else {
            return Err(KeyError::Bytes);
        };
        let public: &[u8; 32] = public.try_into().map_err(|_| KeyError::Bytes)?;
        let made = Digest::of(&[name.as_bytes(), &[0x0a, 0x01], public]);
        if !made.as_bytes().starts_with(&id) {
            return Err(KeyError::Id);
        }
        let verifying = VerifyingKey::from_bytes(public).map_err(|_| KeyError::Unusable)?;
        if verifying.is_weak() {
            return Err(KeyError::Unusable);
        }
        Ok(Key { text: text.to_owned(), name: name.to_owned(), id, verifying })
    }

    /// The key as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The key's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn id(&self) -> [u8; 4] {
        self.id
    }

    /// Whether this key signed the text. Strict, so that nobody can respell a good signature.
    pub(crate) fn signed(&self, text: &str, signature: &[u8; 64]) -> bool {
        self.verifying.verify_strict(text.as_bytes(), &Signature::from_bytes(signature)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Go documentation of signed notes, made by other software than ours.
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                        then you don't know what your problem is.\n";
    const SIGNATURE: &str =
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    #[test]
    fn agrees_with_other_software() {
        let key = Key::parse(KEY).unwrap();
        let bytes = STANDARD.decode(SIGNATURE).unwrap();
        assert_eq!(bytes[..4], key.id());
        let signature: [u8; 64] = bytes[4..].try_into().unwrap();
        assert!(key.signed(TEXT, &signature));
        assert!(!key.signed(&TEXT.replace("your", "our"), &signature));
    }

    #[test]
    fn a_key_has_one_spelling() {
        let parse = |text: &str| Key::parse(text).unwrap_err();
        assert_eq!(parse("PeterNeumann"), KeyError::Shape);
        assert_eq!(parse(&KEY.replace("c74f20a3", "C74F20A3")), KeyError::Shape);
        assert_eq!(parse(&KEY.replace("Peter", "Peter ")), KeyError::Shape);
        assert_eq!(parse(&KEY.replace("Peter", "Pet")), KeyError::Id);
        assert_eq!(parse(&KEY.replace("+AR", "+Ag")), KeyError::Bytes);
        assert_eq!(parse(&format!("{KEY}\n")), KeyError::Bytes);
    }

    #[test]
    fn a_key_under_which_anybody_can_sign_is_refused() {
        let mut public = [0_u8; 32];
        public[0] = 1;
        let id = Digest::of(&[b"weak", &[0x0a, 0x01], &public]).to_string();
        let bytes = STANDARD.encode([&[1], public.as_slice()].concat());
        assert_eq!(
            Key::parse(&format!("weak+{}+{bytes}", id.get(..8).unwrap())).unwrap_err(),
            KeyError::Unusable
        );
    }
}
