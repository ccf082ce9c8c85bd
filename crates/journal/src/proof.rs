//! Proof files: one line that proves one act, or the honest growth of a journal, to whoever holds
//! checkpoints.

use serde::{Deserialize, Serialize};

use crate::{FormatError, Hash, Header, checkpoint::Checkpoint, leaf_hash, tree};

/// Proves that an act stands in a journal of `size` acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inclusion {
    /// The office whose journal it is.
    pub office: String,
    /// The act's header, the exact bytes that were hashed.
    pub header: String,
    /// The size of the journal the path leads to.
    pub size: u64,
    /// The neighbours, deepest first.
    pub path: Vec<Hash>,
}

/// Proves that a journal of `from` acts is the beginning of the one of `to` acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consistency {
    /// The office whose journal it is.
    pub office: String,
    /// The earlier size.
    pub from: u64,
    /// The later size.
    pub to: u64,
    /// The nodes of the proof.
    pub path: Vec<Hash>,
}

impl Inclusion {
    /// Proves the act with this header among `leaves`, the journal's leaf hashes in order. None where it does
    /// not stand there.
    ///
    /// # Errors
    /// Where the bytes are no header.
    pub fn prove(header_bytes: &[u8], leaves: &[Hash]) -> Result<Option<Self>, FormatError> {
        let header = Header::parse(header_bytes)?;
        let index = header.seq - 1;
        let stands =
            usize::try_from(index).ok().and_then(|i| leaves.get(i)) == Some(&leaf_hash(header_bytes));
        let Some(path) = tree::inclusion(leaves, index).filter(|_| stands) else { return Ok(None) };
        let text = String::from_utf8(header_bytes.to_vec()).map_err(|_| FormatError::Utf8)?;
        Ok(Some(Self { office: header.office, header: text, size: leaves.len() as u64, path }))
    }

    /// Whether the act stands in the journal that `checkpoint` (its signature already verified) speaks of.
    #[must_use]
    pub fn verify(&self, checkpoint: &Checkpoint) -> bool {
        let bytes = self.header.as_bytes();
        Header::parse(bytes).is_ok_and(|header| {
            header.office == self.office
                && self.office == checkpoint.office
                && self.size == checkpoint.size
                && tree::verify_inclusion(
                    &leaf_hash(bytes),
                    header.seq - 1,
                    self.size,
                    &self.path,
                    &checkpoint.root,
                )
        })
    }
}

impl Consistency {
    /// Proves growth from `from` acts to all of `leaves`. None where there are fewer.
    #[must_use]
    pub fn prove(office: &str, leaves: &[Hash], from: u64) -> Option<Self> {
        let path = tree::consistency(leaves, from)?;
        Some(Self { office: office.to_owned(), from, to: leaves.len() as u64, path })
    }

    /// Whether the journal of `earlier` is the beginning of that of `later`, both signatures already
    /// verified.
    #[must_use]
    pub fn verify(&self, earlier: &Checkpoint, later: &Checkpoint) -> bool {
        [&earlier.office, &later.office].iter().all(|office| **office == self.office)
            && self.from == earlier.size
            && self.to == later.size
            && tree::verify_consistency(self.from, self.to, &self.path, &earlier.root, &later.root)
    }
}
