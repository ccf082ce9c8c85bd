//! Builds the next act of a journal from what the officer did and the journal's head.

use crate::{EntryRef, Flag, FormatError, Hash, Header, Salt, Written, commitment, leaf_hash, time::instant};

/// Where a journal stands: what the next act needs to know of the last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The last act's number.
    pub seq: u64,
    /// The last act's leaf hash.
    pub leaf: Hash,
    /// The office's clock when the last act was written.
    pub written: String,
}

/// An act that is not yet written: a header without what the journal itself gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The code of the office whose journal this is.
    pub office: String,
    /// The act's id, a UUID in lower case.
    pub act: String,
    /// What kind of act.
    pub kind: String,
    /// Version of that kind's content, from 1.
    pub kv: u32,
    /// The code of the officer.
    pub officer: String,
    /// The officer's rank now.
    pub rank: String,
    /// When it happened, RFC 3339 with an offset like every time here.
    pub happened: String,
    /// When information of it reached the office.
    pub informed: Option<String>,
    /// The hour of entry the officer states.
    pub stated: String,
    /// The office's clock now.
    pub written: String,
    /// Citation codes.
    pub basis: Vec<String>,
    /// The register entries, their serials already taken.
    pub entries: Vec<EntryRef>,
}

/// An act ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The header.
    pub header: Header,
    /// The header's exact bytes.
    pub bytes: Vec<u8>,
    /// Their leaf hash.
    pub leaf: Hash,
    /// The flags that stand in the header.
    pub flags: Vec<Flag>,
}

/// Why an act cannot be linked to a journal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The journal has no number left.
    #[error("the journal is full: act {0} was its last number")]
    Full(u64),
    /// The head the caller passed names act 0; an empty journal has no head.
    #[error("a head cannot name act 0; pass no head for an empty journal")]
    NoAct,
    /// A field of the act is not one the format allows.
    #[error(transparent)]
    Format(#[from] FormatError),
}

/// Links `draft` after `before` (none: the journal is empty): gives number, flags, commitment and link.
///
/// # Errors
/// [`LinkError`]; nothing is written in any case, this only computes.
pub fn link(before: Option<&Head>, draft: Draft, salt: &Salt, content: &[u8]) -> Result<Linked, LinkError> {
    let (seq, prev, written_before) = match before {
        None => (1, Hash::ZERO, None),
        Some(head) if head.seq == 0 => return Err(LinkError::NoAct),
        Some(head) => {
            let seq = head.seq.checked_add(1).ok_or(LinkError::Full(head.seq))?;
            (seq, head.leaf, Some(instant(&head.written)?))
        }
    };
    let mut header = Header {
        v: 1,
        office: draft.office,
        seq,
        act: draft.act,
        kind: draft.kind,
        kv: draft.kv,
        officer: draft.officer,
        rank: draft.rank,
        happened: draft.happened,
        informed: draft.informed,
        stated: draft.stated,
        written: draft.written,
        basis: draft.basis,
        entries: draft.entries,
        flags: Vec::new(),
        content: commitment(salt, content),
        prev,
    };
    header.flags = header.flags_due(written_before)?;
    let bytes = header.to_bytes()?;
    let leaf = leaf_hash(&bytes);
    Ok(Linked { flags: header.flags.clone(), header, bytes, leaf })
}

impl Linked {
    /// The journal's head once this act is kept.
    #[must_use]
    pub fn head(&self) -> Head {
        Head { seq: self.header.seq, leaf: self.leaf, written: self.header.written.clone() }
    }

    /// The act as it is kept.
    #[must_use]
    pub fn kept(&self, salt: Salt, content: Vec<u8>) -> Written {
        Written { header: self.bytes.clone(), salt: Some(salt), content: Some(content) }
    }
}
