//! SHA-256 values and the three ways the format makes them.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// A SHA-256 value, shown as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// What stands for the act before the first.
    pub const ZERO: Digest = Digest([0; 32]);

    /// A value from its bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Digest(bytes)
    }

    /// A value from exactly 64 lower-case hexadecimal digits; capitals are refused, for the format has one spelling.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        hex_bytes(text).map(Digest)
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The hash of a leaf of the tree (RFC 6962 section 2.1), which is also the link of the chain.
    #[must_use]
    pub fn leaf(header: &[u8]) -> Self {
        Self::of(&[&[0x00], header])
    }

    /// The hash of an inner node (RFC 6962 section 2.1).
    #[must_use]
    pub fn node(left: &Digest, right: &Digest) -> Self {
        Self::of(&[&[0x01], &left.0, &right.0])
    }

    /// The root of the tree without leaves.
    #[must_use]
    pub fn empty_tree() -> Self {
        Self::of(&[])
    }

    /// The commitment to a content under a salt.
    #[must_use]
    pub fn commitment(salt: &[u8; 32], content: &[u8]) -> Self {
        Self::of(&[salt, content])
    }

    pub(crate) fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Digest(hasher.finalize().into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// `N` bytes from exactly `2 * N` lower-case hexadecimal digits.
pub(crate) fn hex_bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != N * 2 {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = hex_digit(*high)? << 4 | hex_digit(*low)?;
    }
    Some(bytes)
}

pub(crate) fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
