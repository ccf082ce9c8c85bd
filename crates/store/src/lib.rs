//! Keeping: journals and views in SQLite or PostgreSQL, behind one trait.
//!
//! What is *kept* (journal, content, accounts, sessions, audit, drafts, marks, checkpoints) is the truth; the *views*
//! are rows computed from the journal, changed in the same transaction as the act, rebuilt and compared at will.

mod ask;
mod cell;
mod clock;
mod destroyed;
mod dump;
mod error;
mod forget;
mod fsck;
mod kept;
mod load;
mod path;
pub mod postgres;
mod query;
mod replay;
mod schema;
mod sql;
mod sql_text;
pub mod sqlite;
mod standing;

pub use clock::{Clock, FixedClock, SystemClock};
pub use destroyed::{DESTROYED, destroyed_hash, destroyed_mark};
pub use error::StoreError;
pub use forget::{Forgetting, LeftOut, Told, WasDestroyed};
pub use kept::{
    Account, Attempt, AuditClose, AuditOpen, AuditOutcome, AuditQuery, AuditRow, Draft, Drift, DriftKind,
    JournalHead, Proposal, Receipt, Session, StoredFile, Upload,
};
pub use postgres::PgStore;
pub use query::{After, Filter, Offices, Op, Query};
pub use sqlite::SqliteStore;
pub use standing::{AccountState, Standing};

use async_trait::async_trait;
use roznamcha_acts::act::Recorded;
use roznamcha_acts::refusal::Refusal;
use roznamcha_acts::rows::{RowKey, Value};
use roznamcha_journal::{Hash, Written};
use std::io::{BufRead, Write};

/// Told how far a long work has come: done, and total where known.
pub type Progress<'a> = &'a (dyn Fn(u64, Option<u64>) + Send + Sync);

/// Where journals and views are kept. Two implementations; one suite of tests runs against both.
#[async_trait]
pub trait Store: Send + Sync {
    /// Writes one act, durably: it is on disk when this returns. An act sent again gives its first receipt.
    async fn write(&self, proposal: Proposal) -> Result<Receipt, StoreError>;

    /// Writes many acts in one transaction, in order; an act that is refused leaves the others standing. The mark,
    /// when given, is set in the same transaction (how an import resumes).
    async fn write_many(
        &self,
        proposals: Vec<Proposal>,
        mark: Option<(String, String)>,
    ) -> Result<Vec<Result<Receipt, Refusal>>, StoreError>;

    /// Codes of offices that have a journal, sorted.
    async fn journals(&self) -> Result<Vec<String>, StoreError>;
    /// Where an office's journal stands; `None` before its first act.
    async fn head(&self, office: &str) -> Result<Option<JournalHead>, StoreError>;
    /// Acts of a journal from `from_seq` on, at most `limit`.
    async fn journal(&self, office: &str, from_seq: u64, limit: u32) -> Result<Vec<Written>, StoreError>;
    /// Leaf hashes of a journal's acts `from_seq..=to_seq`.
    async fn leaves(&self, office: &str, from_seq: u64, to_seq: u64) -> Result<Vec<Hash>, StoreError>;
    /// An act by office and id.
    async fn act(&self, office: &str, id: &str) -> Result<Option<Recorded>, StoreError>;
    /// The office whose journal holds the act.
    async fn office_of(&self, id: &str) -> Result<Option<String>, StoreError>;
    /// Keeps a signed checkpoint.
    async fn put_checkpoint(&self, office: &str, size: u64, note: &str) -> Result<(), StoreError>;
    /// Checkpoints of an office, newest first, at most `limit`: (size, note).
    async fn checkpoints(&self, office: &str, limit: u32) -> Result<Vec<(u64, String)>, StoreError>;

    /// The body of one view row.
    async fn row(&self, key: &RowKey) -> Result<Option<String>, StoreError>;
    /// View rows: key and body, in the order asked.
    async fn rows(&self, query: &Query) -> Result<Vec<(RowKey, String)>, StoreError>;
    /// How many rows the query would give without its limit and seek.
    async fn count(&self, query: &Query) -> Result<u64, StoreError>;
    /// How many rows the query has for each combination of these columns that occurs, in no order.
    async fn tally(&self, query: &Query, by: &[&'static str]) -> Result<Vec<(Vec<Value>, u64)>, StoreError>;

    /// Computes every view anew from the journals and puts them in place of the old, in one step.
    async fn rebuild(&self, progress: Progress<'_>) -> Result<u64, StoreError>;
    /// Checks the journals (hashes, links, serials, commitments) and compares every view with its journal; names each
    /// difference, at most `limit` of them, and changes nothing.
    async fn fsck(&self, limit: usize, progress: Progress<'_>) -> Result<Vec<Drift>, StoreError>;
    /// A hash over everything kept and every view, the same on both databases.
    async fn state_hash(&self) -> Result<Hash, StoreError>;
    /// Writes everything kept, as of one moment, as lines of JSON. Views are not in it: they are computed.
    async fn dump(&self, to: Box<dyn Write + Send>) -> Result<u64, StoreError>;
    /// Reads a dump into an empty store and rebuilds the views.
    async fn load(&self, from: Box<dyn BufRead + Send>, progress: Progress<'_>) -> Result<u64, StoreError>;

    /// An officer's account.
    async fn account(&self, officer: &str) -> Result<Option<Account>, StoreError>;
    /// Puts an account.
    async fn put_account(&self, account: &Account) -> Result<(), StoreError>;
    /// Every account, by officer.
    async fn accounts(&self) -> Result<Vec<Account>, StoreError>;
    /// Puts a session.
    async fn put_session(&self, session: &Session) -> Result<(), StoreError>;
    /// The session of a token's hash, if it has not been ended.
    async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError>;
    /// All that the officer behind a session stands upon now, read at one moment.
    async fn standing(&self, token_hash: &str) -> Result<Option<Standing>, StoreError>;
    /// Notes that a session was used. Need not be durable.
    async fn touch_session(&self, token_hash: &str, seen_ms: i64) -> Result<(), StoreError>;
    /// Ends one session, at once.
    async fn end_session(&self, token_hash: &str) -> Result<(), StoreError>;
    /// Ends every session of an officer, at once.
    async fn end_sessions_of(&self, officer: &str) -> Result<u64, StoreError>;
    /// Notes an attempt to sign in.
    async fn put_attempt(&self, attempt: &Attempt) -> Result<(), StoreError>;
    /// Failed attempts since the later of `since_ms` and the last that succeeded.
    async fn failures_since(&self, officer: &str, since_ms: i64) -> Result<u32, StoreError>;

    /// Opens an audit row, durably, before the answer is given. Gives its id.
    async fn open_audit(&self, row: &AuditOpen) -> Result<String, StoreError>;
    /// Completes an audit row; a completed row cannot be completed again.
    async fn close_audit(&self, close: &AuditClose) -> Result<(), StoreError>;
    /// Marks rows still open that were opened before `before_ms` as timed out.
    async fn time_out_audit(&self, before_ms: i64) -> Result<u64, StoreError>;
    /// Audit rows, newest first.
    async fn audit(&self, query: &AuditQuery) -> Result<Vec<AuditRow>, StoreError>;

    /// Keeps a draft, replacing the one of that id if it is the same officer's.
    async fn put_draft(&self, draft: &Draft) -> Result<(), StoreError>;
    /// A draft of an officer.
    async fn draft(&self, officer: &str, id: &str) -> Result<Option<Draft>, StoreError>;
    /// An officer's drafts, newest first.
    async fn drafts(&self, officer: &str) -> Result<Vec<Draft>, StoreError>;
    /// Throws a draft away.
    async fn delete_draft(&self, officer: &str, id: &str) -> Result<(), StoreError>;

    /// Begins an upload. Gives the one that stands under the id: this, or the one begun before.
    async fn begin_upload(&self, upload: &Upload) -> Result<Upload, StoreError>;
    /// An upload.
    async fn upload(&self, id: &str) -> Result<Option<Upload>, StoreError>;
    /// An officer's uploads that are not finished, oldest first.
    async fn open_uploads(&self, officer: &str) -> Result<Vec<Upload>, StoreError>;
    /// Notes that a part is kept. False, and nothing noted, when the upload does not stand at `from`.
    async fn advance_upload(&self, id: &str, from: u64, to: u64, now_ms: i64) -> Result<bool, StoreError>;
    /// Says what an upload without a promise turned out to be.
    async fn settle_upload(&self, id: &str, size: u64, sha256: &str) -> Result<(), StoreError>;
    /// The upload is finished; its parts' key is forgotten.
    async fn finish_upload(&self, id: &str, now_ms: i64) -> Result<(), StoreError>;
    /// Gives an unfinished upload up.
    async fn delete_upload(&self, id: &str) -> Result<(), StoreError>;
    /// Unfinished uploads not touched since.
    async fn stale_uploads(&self, before_ms: i64) -> Result<Vec<Upload>, StoreError>;
    /// Bytes an officer has begun to send since a time.
    async fn sent_since(&self, officer: &str, since_ms: i64) -> Result<u64, StoreError>;
    /// Who sent a file, first sender first.
    async fn senders(&self, sha256: &str) -> Result<Vec<Upload>, StoreError>;
    /// Keeps a file. Gives the one that stands under the hash: this, or the one kept before.
    async fn put_file(&self, file: &StoredFile) -> Result<StoredFile, StoreError>;
    /// A file.
    async fn file(&self, sha256: &str) -> Result<Option<StoredFile>, StoreError>;
    /// Every file, by hash.
    async fn files(&self) -> Result<Vec<StoredFile>, StoreError>;
    /// Notes that a file is wanted, so that it is not swept.
    async fn touch_file(&self, sha256: &str, now_ms: i64) -> Result<(), StoreError>;
    /// Files that no act holds, last wanted before a time.
    async fn unheld_files(&self, before_ms: i64) -> Result<Vec<StoredFile>, StoreError>;
    /// Forgets a file that no act holds and that was last wanted before a time, and its key. False when one does.
    async fn drop_file(&self, sha256: &str, before_ms: i64) -> Result<bool, StoreError>;

    /// A mark, as last set.
    async fn mark(&self, name: &str) -> Result<Option<String>, StoreError>;
    /// Marks whose names begin so, by name: name and value.
    async fn marks(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError>;
    /// Sets a mark.
    async fn put_mark(&self, name: &str, value: &str) -> Result<(), StoreError>;

    /// Whether the store answers and can write.
    async fn ready(&self) -> Result<(), StoreError>;
    /// Ends writing in good order; what was acknowledged is on disk.
    async fn close(&self) -> Result<(), StoreError>;
}
