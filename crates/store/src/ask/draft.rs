//! Drafts, marks and checkpoints.

use crate::cell::{Ask, Cells};
use crate::{Draft, StoreError};

/// Keeps a draft; changes nothing when the id is another officer's.
pub(crate) fn put(draft: &Draft) -> Ask {
    Ask::new(
        "INSERT INTO draft (id, officer, office, form, body, saved_ms) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO UPDATE SET office = excluded.office, form = excluded.form, body = excluded.body, \
         saved_ms = excluded.saved_ms WHERE draft.officer = excluded.officer",
        vec![
            (&draft.id).into(),
            (&draft.officer).into(),
            (&draft.office).into(),
            (&draft.form).into(),
            (&draft.body).into(),
            draft.saved_ms.into(),
        ],
    )
}

/// A draft of an officer.
pub(crate) fn one(officer: &str, id: &str) -> Ask {
    Ask::new(
        "SELECT id, officer, office, form, body, saved_ms FROM draft WHERE officer = $1 AND id = $2",
        vec![officer.into(), id.into()],
    )
}

/// An officer's drafts, newest first.
pub(crate) fn all_of(officer: &str) -> Ask {
    Ask::new(
        "SELECT id, officer, office, form, body, saved_ms FROM draft WHERE officer = $1 \
         ORDER BY saved_ms DESC, id DESC",
        vec![officer.into()],
    )
}

/// Every draft, in order.
pub(crate) fn all() -> Ask {
    Ask::new("SELECT id, officer, office, form, body, saved_ms FROM draft ORDER BY id", Vec::new())
}

/// Reads a draft.
pub(crate) fn read(mut row: Cells) -> Result<Draft, StoreError> {
    Ok(Draft {
        id: row.text()?,
        officer: row.text()?,
        office: row.text()?,
        form: row.text()?,
        body: row.text()?,
        saved_ms: row.int()?,
    })
}

/// Throws a draft away.
pub(crate) fn delete(officer: &str, id: &str) -> Ask {
    Ask::new("DELETE FROM draft WHERE officer = $1 AND id = $2", vec![officer.into(), id.into()])
}

/// A mark.
pub(crate) fn mark(name: &str) -> Ask {
    Ask::new("SELECT value FROM mark WHERE name = $1", vec![name.into()])
}

/// Every mark, in order: name and value.
pub(crate) fn marks() -> Ask {
    Ask::new("SELECT name, value FROM mark ORDER BY name", Vec::new())
}

/// Marks whose names begin so, in order: name and value.
pub(crate) fn marks_of(prefix: &str) -> Ask {
    Ask::new(
        "SELECT name, value FROM mark WHERE substr(name, 1, length($1)) = $1 ORDER BY name",
        vec![prefix.into()],
    )
}

/// Sets marks.
pub(crate) const PUT_MARK: &str =
    "INSERT INTO mark (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

/// Sets a mark.
pub(crate) fn put_mark(name: &str, value: &str) -> Ask {
    Ask::new(PUT_MARK, vec![name.into(), value.into()])
}

/// Keeps a checkpoint; the same note twice is one.
pub(crate) fn put_checkpoint(office: &str, size: u64, note: &str) -> Ask {
    Ask::new(
        "INSERT INTO checkpoint (office, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        vec![office.into(), size.into(), note.into()],
    )
}

/// Checkpoints of an office, of the largest journal first.
pub(crate) fn checkpoints_of(office: &str, limit: u32) -> Ask {
    Ask::new(
        "SELECT size, note FROM checkpoint WHERE office = $1 ORDER BY size DESC, note DESC LIMIT $2",
        vec![office.into(), limit.into()],
    )
}

/// Every checkpoint, in order: office, size, note.
pub(crate) fn checkpoints() -> Ask {
    Ask::new("SELECT office, size, note FROM checkpoint ORDER BY office, size, note", Vec::new())
}
