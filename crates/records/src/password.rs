//! Passwords: Argon2id, a shortest length, and none of the commonest.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::DoorError;

/// The shortest password, in characters.
pub(crate) const SHORTEST: usize = 10;

/// Parts that the commonest passwords are made of (any one, with only digits and marks beside it).
const COMMON: [&str; 16] = [
    "password",
    "pakistan",
    "police",
    "qwerty",
    "admin",
    "welcome",
    "letmein",
    "iloveyou",
    "allah",
    "karachi",
    "lahore",
    "islamabad",
    "abcdef",
    "monkey",
    "dragon",
    "bismillah",
];

fn hasher(kib: u32) -> Result<Argon2<'static>, DoorError> {
    let params = Params::new(kib, 2, 1, None).map_err(|e| DoorError::Defect(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The PHC string to keep. Takes tens of milliseconds: call it off the async threads.
pub(crate) fn hash(password: &str, kib: u32) -> Result<String, DoorError> {
    let hash = hasher(kib)?.hash_password(password.as_bytes());
    Ok(hash.map_err(|e| DoorError::Defect(e.to_string()))?.to_string())
}

/// Whether the password is the one kept.
pub(crate) fn matches(password: &str, kept: &str) -> bool {
    PasswordHash::new(kept)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Message key of what is wrong with a new password; `None` when it may be used.
pub(crate) fn fault(password: &str, officer: &str) -> Option<&'static str> {
    let lower = password.to_lowercase();
    if password.chars().count() < SHORTEST {
        return Some("fault-password-short");
    }
    if password.chars().count() > 200 {
        return Some("fault-too-long");
    }
    let letters: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    if COMMON.contains(&letters.as_str()) || letters.is_empty() || lower.contains(&officer.to_lowercase()) {
        return Some("fault-password-common");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_verify_and_differ() {
        let a = hash("Chinar-tree-47", 64).unwrap();
        let b = hash("Chinar-tree-47", 64).unwrap();
        assert_ne!(a, b);
        assert!(a.starts_with("$argon2id$"));
        assert!(matches("Chinar-tree-47", &a));
        assert!(!matches("Chinar-tree-48", &a));
        assert!(!matches("x", "not a hash"));
    }

    #[test]
    fn weak_ones_are_refused() {
        assert_eq!(fault("short", "o"), Some("fault-password-short"));
        assert_eq!(fault("Pakistan1947!", "o"), Some("fault-password-common"));
        assert_eq!(fault("1234567890", "o"), Some("fault-password-common"));
        assert_eq!(fault("demo-sho-1-xy", "DEMO-SHO-1"), Some("fault-password-common"));
        assert_eq!(fault("Chinar-tree-47", "o"), None);
    }
}
