//! Accounts and attempts to sign in.

use crate::cell::{Ask, Cells, damaged};
use crate::{Account, Attempt, StoreError};

/// Puts an account.
pub(crate) fn put(account: &Account) -> Result<Ask, StoreError> {
    let recovery = serde_json::to_string(&account.recovery).map_err(|e| damaged(e.to_string()))?;
    Ok(Ask::new(
        "INSERT INTO account (officer, password, totp, totp_step, recovery, must_change, disabled, changed_ms) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (officer) DO UPDATE SET \
         password = excluded.password, totp = excluded.totp, totp_step = excluded.totp_step, \
         recovery = excluded.recovery, must_change = excluded.must_change, disabled = excluded.disabled, \
         changed_ms = excluded.changed_ms",
        vec![
            (&account.officer).into(),
            (&account.password).into(),
            account.totp.as_ref().into(),
            account.totp_step.into(),
            recovery.into(),
            account.must_change.into(),
            account.disabled.into(),
            account.changed_ms.into(),
        ],
    ))
}

/// An officer's account.
pub(crate) fn one(officer: &str) -> Ask {
    Ask::new(
        "SELECT officer, password, totp, totp_step, recovery, must_change, disabled, changed_ms \
         FROM account WHERE officer = $1",
        vec![officer.into()],
    )
}

/// Every account, by officer.
pub(crate) fn all() -> Ask {
    Ask::new(
        "SELECT officer, password, totp, totp_step, recovery, must_change, disabled, changed_ms \
         FROM account ORDER BY officer",
        Vec::new(),
    )
}

/// Reads an account.
pub(crate) fn read(mut row: Cells) -> Result<Account, StoreError> {
    Ok(Account {
        officer: row.text()?,
        password: row.text()?,
        totp: row.maybe_text()?,
        totp_step: row.int()?,
        recovery: serde_json::from_str(&row.text()?).map_err(|e| damaged(e.to_string()))?,
        must_change: row.truth()?,
        disabled: row.truth()?,
        changed_ms: row.int()?,
    })
}

/// Notes an attempt to sign in.
pub(crate) fn put_attempt(id: &str, attempt: &Attempt) -> Ask {
    Ask::new(
        "INSERT INTO attempt (id, officer, at_ms, ok, source) VALUES ($1, $2, $3, $4, $5)",
        vec![
            id.into(),
            (&attempt.officer).into(),
            attempt.at_ms.into(),
            attempt.ok.into(),
            (&attempt.from).into(),
        ],
    )
}

/// Every attempt, in order: id and the attempt.
pub(crate) fn attempts() -> Ask {
    Ask::new("SELECT id, officer, at_ms, ok, source FROM attempt ORDER BY id", Vec::new())
}

/// Reads an attempt with its id.
pub(crate) fn read_attempt(mut row: Cells) -> Result<(String, Attempt), StoreError> {
    let id = row.text()?;
    Ok((id, Attempt { officer: row.text()?, at_ms: row.int()?, ok: row.truth()?, from: row.text()? }))
}

/// How many attempts failed since the later of a moment and the last that succeeded.
pub(crate) fn failures(officer: &str, since_ms: i64) -> Ask {
    Ask::new(
        "SELECT count(*) FROM attempt WHERE officer = $1 AND at_ms >= $2 AND ok = 0 AND id > \
         coalesce((SELECT max(id) FROM attempt WHERE officer = $1 AND ok = 1), '')",
        vec![officer.into(), since_ms.into()],
    )
}
