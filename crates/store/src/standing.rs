//! What an officer behind a session stands upon: session, account and postings, read in one question. An act may be
//! allowed upon what was read some time ago, if the act's own transaction finds it unchanged.

use roznamcha_acts::rows::View;
use roznamcha_acts::views::StaffRow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::cell::{Ask, Cell, Cells};
use crate::schema::view_name;
use crate::{Session, StoreError};

/// What of an account decides whether its officer may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountState {
    /// Closed: no sign-in.
    pub disabled: bool,
    /// The password must be changed first.
    pub must_change: bool,
    /// The second factor is enrolled.
    pub has_totp: bool,
}

/// Everything that decides who acts behind a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The session.
    pub session: Session,
    /// The officer's account, if there is one.
    pub account: Option<AccountState>,
    /// Bodies of the staff rows by which the officer is posted now, in the order of their offices.
    pub postings: Vec<String>,
}

impl Standing {
    /// Whether the officer stands as before; when the session was last used is all that may differ.
    pub fn is_as(&self, before: &Self) -> bool {
        let (now, then) = (&self.session, &before.session);
        self.account == before.account
            && self.postings == before.postings
            && now.token_hash == then.token_hash
            && now.officer == then.officer
            && now.office == then.office
            && now.started_ms == then.started_ms
            && now.lang == then.lang
            && now.data == then.data
    }
}

/// The question but for which sessions.
fn question(which: &str) -> String {
    let staff = view_name("", StaffRow::TABLE);
    format!(
        "SELECT s.token_hash, s.officer, s.office, s.started_ms, s.seen_ms, s.lang, s.data, \
         a.disabled, a.must_change, CASE WHEN a.totp IS NULL THEN 0 ELSE 1 END, v.\"body\" \
         FROM session s LEFT JOIN account a ON a.officer = s.officer \
         LEFT JOIN {staff} v ON v.\"officer\" = s.officer AND v.\"posted\" = 1 \
         WHERE s.token_hash {which} ORDER BY s.token_hash, v.\"office\", v.\"key\""
    )
}

static ONE: LazyLock<String> = LazyLock::new(|| question("= $1"));
/// Of several sessions; PostgreSQL only.
pub(crate) static MANY: LazyLock<String> = LazyLock::new(|| question("= ANY($1)"));

/// Of one session.
pub(crate) fn one(token_hash: &str) -> Ask {
    Ask::built(ONE.clone(), vec![token_hash.into()])
}

/// Reads what was found: standings by token's hash. A session comes once for each posting.
pub(crate) fn read(rows: Vec<Cells>) -> Result<HashMap<String, Standing>, StoreError> {
    let mut all: HashMap<String, Standing> = HashMap::new();
    for mut row in rows {
        let session = Session {
            token_hash: row.text()?,
            officer: row.text()?,
            office: row.text()?,
            started_ms: row.int()?,
            seen_ms: row.int()?,
            lang: row.text()?,
            data: row.text()?,
        };
        let (disabled, must_change, has_totp) = (row.maybe_int()?, row.maybe_int()?, row.truth()?);
        let account = disabled.zip(must_change).map(|(disabled, must_change)| AccountState {
            disabled: disabled != 0,
            must_change: must_change != 0,
            has_totp,
        });
        let posting = row.maybe_text()?;
        let at = all.entry(session.token_hash.clone());
        at.or_insert_with(|| Standing { session, account, postings: Vec::new() }).postings.extend(posting);
    }
    Ok(all)
}

/// The condition that officers stand as [`columns`] say, numbered after so many other lists; PostgreSQL only.
pub(crate) fn unchanged(after: usize) -> String {
    let kinds = ["text", "text", "text", "int8", "text", "text", "int8", "int8", "int8", "text"];
    let lists: Vec<String> =
        (1..).zip(kinds).map(|(i, kind): (usize, _)| format!("${}::{kind}[]", after + i)).collect();
    format!(
        "NOT EXISTS (SELECT 1 FROM unnest({}) w(token, officer, office, started, lang, data, disabled, must, totp, posted) \
         WHERE NOT EXISTS (SELECT 1 FROM session s JOIN account a ON a.officer = s.officer \
         WHERE s.token_hash = w.token AND s.officer = w.officer AND s.office = w.office \
         AND s.started_ms = w.started AND s.lang = w.lang AND s.data = w.data \
         AND a.disabled = w.disabled AND a.must_change = w.must AND (a.totp IS NOT NULL) = (w.totp = 1) \
         AND (SELECT coalesce(string_agg(v.\"body\", E'\\n' ORDER BY v.\"office\", v.\"key\"), '') FROM {} v \
         WHERE v.\"officer\" = s.officer AND v.\"posted\" = 1) = w.posted))",
        lists.join(", "),
        view_name("", StaffRow::TABLE)
    )
}

/// The lists for [`unchanged`]. An officer without an account is not among those it can be asked of.
pub(crate) fn columns<'a>(all: impl Iterator<Item = &'a Standing>) -> Vec<Vec<Cell>> {
    let mut columns: Vec<Vec<Cell>> = vec![Vec::new(); 10];
    for standing in all {
        let Some(account) = &standing.account else { continue };
        let s = &standing.session;
        let row: [Cell; 10] = [
            (&s.token_hash).into(),
            (&s.officer).into(),
            (&s.office).into(),
            s.started_ms.into(),
            (&s.lang).into(),
            (&s.data).into(),
            account.disabled.into(),
            account.must_change.into(),
            account.has_totp.into(),
            // A body is JSON on one line.
            standing.postings.join("\n").into(),
        ];
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
    }
    columns
}
