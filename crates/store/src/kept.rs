//! What is kept beside the views: the shapes that go in and come out.

use roznamcha_acts::{Act, Moment};
use roznamcha_journal::tree::Frontier;
use roznamcha_journal::{EntryRef, Flag, Hash};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use crate::Standing;

/// An act to be written, and the province whose law decides.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The act.
    pub act: Act,
    /// Province code.
    pub province: String,
    /// What the officer's authority was decided upon, when that was read some time ago: the act is written only if
    /// it still stands so, which is asked in the act's own transaction ([`StoreError::Moved`](crate::StoreError)).
    pub by: Option<Arc<Standing>>,
}

/// What the office gives back for an act written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The act's id.
    pub act: String,
    /// The office.
    pub office: String,
    /// Its number in the journal.
    pub seq: u64,
    /// Its leaf hash.
    pub leaf: Hash,
    /// The clock when it was written.
    pub written: Moment,
    /// Register entries it made.
    pub entries: Vec<EntryRef>,
    /// Flags that stand on it for ever.
    pub flags: Vec<Flag>,
    /// The act had been written before; this is its first receipt again.
    pub repeated: bool,
}

/// Where a journal stands.
#[derive(Clone, Debug)]
pub struct JournalHead {
    /// The last act's number.
    pub seq: u64,
    /// The last act's leaf hash.
    pub leaf: Hash,
    /// The clock at the last act.
    pub written: Moment,
    /// The tree so far.
    pub frontier: Frontier,
}

/// An officer's means of signing in. Not an act: secrets do not go into a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The officer's code.
    pub officer: String,
    /// Argon2id hash, PHC string.
    pub password: String,
    /// The TOTP secret, sealed by the records layer under the node's key; `None` until enrolled.
    pub totp: Option<String>,
    /// The last TOTP step used, so that a code serves once.
    pub totp_step: i64,
    /// Hashes of recovery codes not used yet.
    pub recovery: Vec<String>,
    /// The password must be changed at the next sign-in.
    pub must_change: bool,
    /// Closed: no sign-in.
    pub disabled: bool,
    /// When last changed, milliseconds since 1970.
    pub changed_ms: i64,
}

/// A session on the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// SHA-256 of the token, hex; the token itself is only in the browser.
    pub token_hash: String,
    /// Whose.
    pub officer: String,
    /// The office signed in at.
    pub office: String,
    /// Since, milliseconds since 1970.
    pub started_ms: i64,
    /// Last used.
    pub seen_ms: i64,
    /// Language of the pages: `en` or `ur`.
    pub lang: String,
    /// What the session carries besides (purpose of reading, the case), as JSON.
    pub data: String,
}

/// An attempt to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// For whom.
    pub officer: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Whether it succeeded.
    pub ok: bool,
    /// From where.
    pub from: String,
}

/// An audit row as it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditOpen {
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Who; `-` for nobody signed in.
    pub officer: String,
    /// In which role.
    pub role: String,
    /// At which office.
    pub office: String,
    /// What is attempted: the action's code.
    pub action: String,
    /// Why: the purpose's code; empty where none is asked.
    pub purpose: String,
    /// For which case, as the officer stated.
    pub case: String,
    /// Kind of what is read or done to.
    pub kind: String,
    /// The office it belongs to.
    pub of_office: String,
    /// Its key: an act's id, a register page, a question's hash. Never a name.
    pub of_key: String,
    /// Id of the request, to find it in the logs.
    pub request: String,
}

/// How an audited thing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditOutcome {
    /// Not completed yet.
    Open,
    /// Answered.
    Done,
    /// Refused by authority.
    Denied,
    /// Failed.
    Failed,
    /// Never completed: the process stopped in between.
    TimedOut,
}

impl AuditOutcome {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Denied => "denied",
            Self::Failed => "failed",
            Self::TimedOut => "timed_out",
        }
    }
}

/// How to complete an audit row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditClose {
    /// The row.
    pub id: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// How it ended.
    pub outcome: AuditOutcome,
    /// Policies that decided, with a space between.
    pub policies: String,
    /// Rows given.
    pub rows: u32,
}

/// An audit row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    /// Its id.
    pub id: String,
    /// As opened.
    pub open: AuditOpen,
    /// When completed.
    pub closed_ms: Option<i64>,
    /// How it ended.
    pub outcome: AuditOutcome,
    /// Policies that decided.
    pub policies: String,
    /// Rows given.
    pub rows: u32,
}

/// A question to the audit log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only of this officer.
    pub officer: Option<String>,
    /// Only of records of these offices; empty means all.
    pub of_offices: Vec<String>,
    /// Only of this record.
    pub of_key: Option<String>,
    /// Only this action.
    pub action: Option<String>,
    /// Only rows with an id before this one (seek).
    pub before: Option<String>,
    /// At most so many.
    pub limit: u32,
}

/// A form being filled in, kept as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The id of the act it will become.
    pub id: String,
    /// Whose.
    pub officer: String,
    /// At which office.
    pub office: String,
    /// Which form: the act's kind.
    pub form: String,
    /// The fields, as JSON.
    pub body: String,
    /// When last saved, milliseconds since 1970.
    pub saved_ms: i64,
}

/// A file in the file area: what it is, where it lies and the key that opens it. The key is nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-256 of its content, hex.
    pub sha256: String,
    /// Name of its object.
    pub place: String,
    /// The key it is sealed with, hex.
    pub secret: String,
    /// Its length in bytes.
    pub size: u64,
    /// Its media type by content.
    pub media: String,
    /// What it says of itself, as JSON.
    pub facts: String,
    /// When it was first kept, milliseconds since 1970.
    pub put_ms: i64,
    /// When it was last wanted; a file no act holds is swept some days after.
    pub seen_ms: i64,
    /// Who first sent it.
    pub officer: String,
    /// For which office.
    pub office: String,
}

/// A file being sent, or sent: who, for which office, how far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// The id the client made.
    pub id: String,
    /// Who sends.
    pub officer: String,
    /// For which office.
    pub office: String,
    /// What the names of its parts begin with; empty once finished.
    pub place: String,
    /// The key of its parts, hex; empty once finished.
    pub secret: String,
    /// Bytes promised.
    pub size: u64,
    /// SHA-256 promised, hex; empty while a form is being read that promises none.
    pub sha256: String,
    /// Bytes that are kept.
    pub received: u64,
    /// When it began, milliseconds since 1970.
    pub begun_ms: i64,
    /// When a part last arrived.
    pub touched_ms: i64,
    /// When it was finished.
    pub done_ms: Option<i64>,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriftKind {
    /// The journal itself does not check.
    Journal,
    /// A view row is missing.
    Missing,
    /// A view row is there that should not be.
    Extra,
    /// A view row differs.
    Differs,
}

/// One difference between what is kept and what it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// What differs.
    pub kind: DriftKind,
    /// The view's table, or `journal`.
    pub table: String,
    /// The office.
    pub office: String,
    /// The row's key, or the act's number.
    pub key: String,
    /// In words.
    pub what: String,
}
