//! The marks that destroyed acts leave in the store: a hash of the act's id and nothing else. They go into every later
//! backup; by them a check knows that a content is gone with right, where the order itself was lost with the old machine.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// How the names of these marks begin.
pub const DESTROYED: &str = "destroyed/";

/// Before what is hashed, so that no other hash of ours is the same.
const DOMAIN: &[u8] = b"roznamcha destroyed act v1\n";

/// The hash of a destroyed act's id, in hexadecimal. It tells nothing: an id is chance.
#[must_use]
pub fn destroyed_hash(act: &str) -> String {
    let mut sha = Sha256::new();
    sha.update(DOMAIN);
    sha.update(act.as_bytes());
    sha.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The name of the mark of a hash.
#[must_use]
pub fn destroyed_mark(hash: &str) -> String {
    format!("{DESTROYED}{hash}")
}
