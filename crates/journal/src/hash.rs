//! SHA-256 values: the commitment, the leaf, the inner node.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::FormatError;

/// A SHA-256 value, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash(pub [u8; 32]);

/// The 32 random bytes that keep a content from being guessed from its commitment. Drop it with the content.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Salt(pub [u8; 32]);

impl Hash {
    /// 32 zero bytes: what stands before the first act.
    pub const ZERO: Hash = Hash([0; 32]);
}

/// What a header says of its content: `SHA-256(salt ‖ content)`.
#[must_use]
pub fn commitment(salt: &Salt, content: &[u8]) -> Hash {
    digest(&[&salt.0, content])
}

/// RFC 6962 section 2.1: `SHA-256(0x00 ‖ header)`, both the link of the chain and the leaf of the tree.
#[must_use]
pub fn leaf_hash(header_bytes: &[u8]) -> Hash {
    digest(&[&[0], header_bytes])
}

/// RFC 6962 section 2.1: `SHA-256(0x01 ‖ left ‖ right)`.
pub(crate) fn node_hash(left: &Hash, right: &Hash) -> Hash {
    digest(&[&[1], &left.0, &right.0])
}

/// SHA-256 over `parts`, one after the other.
pub(crate) fn digest(parts: &[&[u8]]) -> Hash {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part);
    }
    Hash(sha.finalize().into())
}

fn write_hex(bytes: &[u8; 32], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|b| write!(f, "{b:02x}"))
}

fn read_hex(text: &str) -> Result<[u8; 32], FormatError> {
    let wrong = || FormatError::Hex(text.to_owned());
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != 32 || !rest.is_empty() {
        return Err(wrong());
    }
    let mut out = [0; 32];
    for (to, [high, low]) in out.iter_mut().zip(pairs) {
        *to = digit(*high).zip(digit(*low)).map(|(h, l)| h << 4 | l).ok_or_else(wrong)?;
    }
    Ok(out)
}

macro_rules! as_hex {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_hex(&self.0, f)
            }
        }
        impl FromStr for $name {
            type Err = FormatError;
            fn from_str(text: &str) -> Result<Self, FormatError> {
                read_hex(text).map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = FormatError;
            fn try_from(text: String) -> Result<Self, FormatError> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> String {
                value.to_string()
            }
        }
    };
}

as_hex!(Hash);
as_hex!(Salt);

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// A salt in a log would undo an expungement, so it is never printed by chance.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}
