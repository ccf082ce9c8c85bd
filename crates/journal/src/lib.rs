//! The written form of the journal: headers, hashes, commitments, Merkle proofs, checkpoints.
//!
//! The contract is `docs/journal-format.md`; what this crate writes, a stranger can check from that page
//! alone. Everything here is pure: times, salts and keys are passed in.

pub mod check;
pub mod checkpoint;
mod difference;
mod entry;
mod error;
pub mod export;
pub mod flags;
mod hash;
mod header;
mod key;
pub mod link;
pub mod proof;
mod strict;
pub mod time;
pub mod tree;
mod written;

pub use check::{Checker, check};
pub use difference::{Difference, Wrong};
pub use entry::EntryRef;
pub use error::FormatError;
pub use flags::Flag;
pub use hash::{Hash, Salt, commitment, leaf_hash};
pub use header::Header;
pub use link::{Draft, Head, LinkError, Linked, link};
pub use written::Written;
