//! The marks that destroyed acts leave in the store: a hash of the act's id and nothing else, set with the act that takes
//! the content out. They go into every later backup, and into the ledger of each node, by which an older backup is
//! restored without what was destroyed since; by them a check knows that a content is gone with right, where the order
//! itself was lost with the old machine.

use roznamcha_journal::Hash;
use sha2::{Digest, Sha256};

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
    Hash(sha.finalize().into()).to_string()
}

/// The name of the mark of a hash.
#[must_use]
pub fn destroyed_mark(hash: &str) -> String {
    format!("{DESTROYED}{hash}")
}
