//! Sessions on the server.

use crate::cell::{Ask, Cells};
use crate::{Session, StoreError};

/// Puts a session.
pub(crate) fn put(session: &Session) -> Ask {
    Ask::new(
        "INSERT INTO session (token_hash, officer, office, started_ms, seen_ms, lang, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (token_hash) DO UPDATE SET \
         officer = excluded.officer, office = excluded.office, started_ms = excluded.started_ms, \
         seen_ms = excluded.seen_ms, lang = excluded.lang, data = excluded.data",
        vec![
            (&session.token_hash).into(),
            (&session.officer).into(),
            (&session.office).into(),
            session.started_ms.into(),
            session.seen_ms.into(),
            (&session.lang).into(),
            (&session.data).into(),
        ],
    )
}

/// The session of a token's hash.
pub(crate) fn one(token_hash: &str) -> Ask {
    Ask::new(
        "SELECT token_hash, officer, office, started_ms, seen_ms, lang, data FROM session WHERE token_hash = $1",
        vec![token_hash.into()],
    )
}

/// Every session, in order.
pub(crate) fn all() -> Ask {
    Ask::new(
        "SELECT token_hash, officer, office, started_ms, seen_ms, lang, data FROM session ORDER BY token_hash",
        Vec::new(),
    )
}

/// Reads a session.
pub(crate) fn read(mut row: Cells) -> Result<Session, StoreError> {
    Ok(Session {
        token_hash: row.text()?,
        officer: row.text()?,
        office: row.text()?,
        started_ms: row.int()?,
        seen_ms: row.int()?,
        lang: row.text()?,
        data: row.text()?,
    })
}

/// Notes that a session was used; a late note never takes back a later one.
pub(crate) fn touch(token_hash: &str, seen_ms: i64) -> Ask {
    Ask::new(
        "UPDATE session SET seen_ms = $1 WHERE token_hash = $2 AND seen_ms < $1",
        vec![seen_ms.into(), token_hash.into()],
    )
}

/// Ends one session.
pub(crate) fn end(token_hash: &str) -> Ask {
    Ask::new("DELETE FROM session WHERE token_hash = $1", vec![token_hash.into()])
}

/// Ends every session of an officer.
pub(crate) fn end_all_of(officer: &str) -> Ask {
    Ask::new("DELETE FROM session WHERE officer = $1", vec![officer.into()])
}
