//! Journals, contents and heads.

use roznamcha_acts::Moment;
use roznamcha_journal::tree::Frontier;
use roznamcha_journal::{Head, Salt, Written};

use crate::cell::{Ask, Cells, damaged};
use crate::{JournalHead, StoreError};

/// Puts an act: office, seq, act, kind, officer, written_ms, header, leaf.
pub(crate) const PUT: &str = "INSERT INTO journal (office, seq, act, kind, officer, written_ms, header, leaf) \
                              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Puts an act's content: office, seq, salt, bytes.
pub(crate) const PUT_CONTENT: &str = "INSERT INTO content (office, seq, salt, bytes) VALUES ($1, $2, $3, $4)";

/// Removes an act's content: office, act.
pub(crate) const EXPUNGE: &str = "DELETE FROM content WHERE office = $1 AND seq = \
                                  (SELECT seq FROM journal WHERE office = $1 AND act = $2)";

/// Puts an office's head: office, seq, leaf, written_ms, frontier.
pub(crate) const PUT_HEAD: &str = "INSERT INTO head (office, seq, leaf, written_ms, frontier) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (office) DO UPDATE SET seq = excluded.seq, leaf = excluded.leaf, \
     written_ms = excluded.written_ms, frontier = excluded.frontier";

/// What an id stands for: header, salt, content.
pub(crate) fn by_id(id: &str) -> Ask {
    Ask::new(
        "SELECT j.header, c.salt, c.bytes FROM journal j \
         LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq WHERE j.act = $1",
        vec![id.into()],
    )
}

/// Codes of offices that have a journal.
pub(crate) fn offices() -> Ask {
    Ask::new("SELECT office FROM head ORDER BY office", Vec::new())
}

/// Every office that a kept row names, and its head's columns where it has one: office, seq, leaf, written_ms,
/// frontier. For checking, so that neither table is believed.
pub(crate) fn heads() -> Ask {
    Ask::new(
        "SELECT o.office, h.seq, h.leaf, h.written_ms, h.frontier FROM \
         (SELECT office FROM head UNION SELECT DISTINCT office FROM journal) o \
         LEFT JOIN head h ON h.office = o.office ORDER BY o.office",
        Vec::new(),
    )
}

/// Where an office's journal stands: seq, leaf, written_ms, frontier.
pub(crate) fn head(office: &str) -> Ask {
    Ask::new("SELECT seq, leaf, written_ms, frontier FROM head WHERE office = $1", vec![office.into()])
}

/// Reads a head.
pub(crate) fn read_head(mut row: Cells) -> Result<JournalHead, StoreError> {
    Ok(JournalHead {
        seq: row.count()?,
        leaf: row.hash()?,
        written: Moment::from_millis(row.int()?).ok_or_else(|| damaged("a head's time is out of range"))?,
        frontier: Frontier::from_bytes(&row.bytes()?).map_err(|e| damaged(e.to_string()))?,
    })
}

/// The head as the next act is linked to it.
pub(crate) fn link_head(head: &JournalHead) -> Head {
    Head { seq: head.seq, leaf: head.leaf, written: head.written.to_string() }
}

/// Acts of a journal in order, from a number on: header, salt, content.
pub(crate) fn acts(office: &str, from_seq: u64, limit: u32) -> Ask {
    Ask::new(
        "SELECT j.header, c.salt, c.bytes FROM journal j \
         LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq \
         WHERE j.office = $1 AND j.seq >= $2 ORDER BY j.seq LIMIT $3",
        vec![office.into(), from_seq.into(), limit.into()],
    )
}

/// Everything kept of the acts of a journal in order, from a number on: seq, act, kind, officer, written_ms, leaf,
/// header, salt, content.
pub(crate) fn whole(office: &str, from_seq: u64, limit: u32) -> Ask {
    Ask::new(
        "SELECT j.seq, j.act, j.kind, j.officer, j.written_ms, j.leaf, j.header, c.salt, c.bytes \
         FROM journal j LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq \
         WHERE j.office = $1 AND j.seq >= $2 ORDER BY j.seq LIMIT $3",
        vec![office.into(), from_seq.into(), limit.into()],
    )
}

/// An act of an office by its id: header, salt, content.
pub(crate) fn act(office: &str, id: &str) -> Ask {
    Ask::new(
        "SELECT j.header, c.salt, c.bytes FROM journal j \
         LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq WHERE j.act = $1 AND j.office = $2",
        vec![id.into(), office.into()],
    )
}

/// Reads header, salt, content.
pub(crate) fn read(mut row: Cells) -> Result<Written, StoreError> {
    let header = row.bytes()?;
    let salt = row.maybe_bytes()?;
    let salt = salt.map(|s| s.try_into().map(Salt).map_err(|_| damaged("a salt is not 32 bytes")));
    Ok(Written { header, salt: salt.transpose()?, content: row.maybe_bytes()? })
}

/// The office whose journal holds an act.
pub(crate) fn office_of(id: &str) -> Ask {
    Ask::new("SELECT office FROM journal WHERE act = $1", vec![id.into()])
}

/// Leaf hashes in order.
pub(crate) fn leaves(office: &str, from_seq: u64, to_seq: u64) -> Ask {
    Ask::new(
        "SELECT leaf FROM journal WHERE office = $1 AND seq >= $2 AND seq <= $3 ORDER BY seq",
        vec![office.into(), from_seq.into(), to_seq.into()],
    )
}

/// How many acts there are.
pub(crate) fn total() -> Ask {
    Ask::new("SELECT count(*) FROM journal", Vec::new())
}

/// Contents that belong to no act: office, seq.
pub(crate) fn strays() -> Ask {
    Ask::new(
        "SELECT c.office, c.seq FROM content c LEFT JOIN journal j ON j.office = c.office AND j.seq = c.seq \
         WHERE j.office IS NULL ORDER BY c.office, c.seq",
        Vec::new(),
    )
}
