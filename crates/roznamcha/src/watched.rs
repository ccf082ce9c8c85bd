//! A store that is watched: each call is timed and counted, and the first write that fails in a way that must not be
//! retried stops the process, wherever it happens.

use async_trait::async_trait;
use roznamcha_acts::act::Recorded;
use roznamcha_acts::refusal::Refusal;
use roznamcha_acts::rows::{RowKey, Value};
use roznamcha_journal::{Hash, Written};
use roznamcha_store::{
    Account, Attempt, AuditClose, AuditOpen, AuditQuery, AuditRow, Draft, Drift, JournalHead, Progress,
    Proposal, Query, Receipt, Session, Standing, Store, StoreError, StoredFile, Upload,
};
use std::io::{BufRead, Write};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::watch;

/// Rings once, when the process must stop.
#[derive(Clone, Debug)]
pub struct Alarm(watch::Sender<Option<String>>);

impl Default for Alarm {
    fn default() -> Self {
        Self(watch::Sender::new(None))
    }
}

impl Alarm {
    /// Rings it. The first reason stands.
    pub fn ring(&self, why: &str) {
        self.0.send_if_modified(|reason| match reason {
            Some(_) => false,
            None => {
                *reason = Some(why.to_owned());
                true
            }
        });
    }

    /// Waits until it rings; gives the reason.
    pub async fn rung(&self) -> String {
        let mut ears = self.0.subscribe();
        match ears.wait_for(Option::is_some).await {
            Ok(reason) => reason.clone().unwrap_or_default(),
            // The sender is this alarm's own and lives as long as it is waited for.
            Err(_) => std::future::pending().await,
        }
    }
}

/// A store, watched.
pub struct Watched {
    inner: Arc<dyn Store>,
    alarm: Alarm,
}

impl Watched {
    /// Watches a store.
    pub fn new(inner: Arc<dyn Store>, alarm: Alarm) -> Self {
        Self { inner, alarm }
    }

    fn note<T>(
        &self,
        call: &'static str,
        began: Instant,
        outcome: Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        metrics::histogram!("roznamcha_store_seconds", "call" => call).record(began.elapsed().as_secs_f64());
        let Err(error) = &outcome else { return outcome };
        let kind = match error {
            StoreError::Refused(_) | StoreError::IdTaken(_) | StoreError::Moved => return outcome,
            StoreError::Full => "full",
            StoreError::Unavailable(_) => "unavailable",
            StoreError::Broken(_) => "broken",
            StoreError::Damaged(_) => "damaged",
            StoreError::Misused(_) => "misused",
        };
        metrics::counter!("roznamcha_store_errors_total", "call" => call, "kind" => kind).increment(1);
        if call == "open_audit" {
            metrics::counter!("roznamcha_audit_failures_total").increment(1);
            tracing::error!(kind, "the audit log cannot be written; reads of personal data are refused");
        }
        if let StoreError::Broken(why) = error {
            self.alarm.ring(why);
        }
        outcome
    }
}

/// Writes each method of the trait: call the store within, note how it went.
macro_rules! pass {
    ($($name:ident($($arg:ident: $ty:ty),*) -> $out:ty;)*) => {
        #[async_trait]
        impl Store for Watched {
            $(async fn $name(&self, $($arg: $ty),*) -> Result<$out, StoreError> {
                let began = Instant::now();
                self.note(stringify!($name), began, self.inner.$name($($arg),*).await)
            })*
        }
    };
}

pass! {
    write(proposal: Proposal) -> Receipt;
    write_many(proposals: Vec<Proposal>, mark: Option<(String, String)>) -> Vec<Result<Receipt, Refusal>>;
    journals() -> Vec<String>;
    head(office: &str) -> Option<JournalHead>;
    journal(office: &str, from_seq: u64, limit: u32) -> Vec<Written>;
    leaves(office: &str, from_seq: u64, to_seq: u64) -> Vec<Hash>;
    act(office: &str, id: &str) -> Option<Recorded>;
    office_of(id: &str) -> Option<String>;
    put_checkpoint(office: &str, size: u64, note: &str) -> ();
    checkpoints(office: &str, limit: u32) -> Vec<(u64, String)>;
    row(key: &RowKey) -> Option<String>;
    rows(query: &Query) -> Vec<(RowKey, String)>;
    count(query: &Query) -> u64;
    tally(query: &Query, by: &[&'static str]) -> Vec<(Vec<Value>, u64)>;
    rebuild(progress: Progress<'_>) -> u64;
    fsck(limit: usize, progress: Progress<'_>) -> Vec<Drift>;
    state_hash() -> Hash;
    dump(to: Box<dyn Write + Send>) -> u64;
    load(from: Box<dyn BufRead + Send>, progress: Progress<'_>) -> u64;
    account(officer: &str) -> Option<Account>;
    put_account(account: &Account) -> ();
    accounts() -> Vec<Account>;
    put_session(session: &Session) -> ();
    session(token_hash: &str) -> Option<Session>;
    standing(token_hash: &str) -> Option<Standing>;
    touch_session(token_hash: &str, seen_ms: i64) -> ();
    end_session(token_hash: &str) -> ();
    end_sessions_of(officer: &str) -> u64;
    put_attempt(attempt: &Attempt) -> ();
    failures_since(officer: &str, since_ms: i64) -> u32;
    open_audit(row: &AuditOpen) -> String;
    close_audit(close: &AuditClose) -> ();
    time_out_audit(before_ms: i64) -> u64;
    audit(query: &AuditQuery) -> Vec<AuditRow>;
    put_draft(draft: &Draft) -> ();
    draft(officer: &str, id: &str) -> Option<Draft>;
    drafts(officer: &str) -> Vec<Draft>;
    delete_draft(officer: &str, id: &str) -> ();
    begin_upload(upload: &Upload) -> Upload;
    upload(id: &str) -> Option<Upload>;
    open_uploads(officer: &str) -> Vec<Upload>;
    advance_upload(id: &str, from: u64, to: u64, now_ms: i64) -> bool;
    settle_upload(id: &str, size: u64, sha256: &str) -> ();
    finish_upload(id: &str, now_ms: i64) -> ();
    delete_upload(id: &str) -> ();
    stale_uploads(before_ms: i64) -> Vec<Upload>;
    sent_since(officer: &str, since_ms: i64) -> u64;
    senders(sha256: &str) -> Vec<Upload>;
    put_file(file: &StoredFile) -> StoredFile;
    file(sha256: &str) -> Option<StoredFile>;
    files() -> Vec<StoredFile>;
    touch_file(sha256: &str, now_ms: i64) -> ();
    unheld_files(before_ms: i64) -> Vec<StoredFile>;
    drop_file(sha256: &str, before_ms: i64) -> bool;
    mark(name: &str) -> Option<String>;
    marks(prefix: &str) -> Vec<(String, String)>;
    put_mark(name: &str, value: &str) -> ();
    ready() -> ();
    close() -> ();
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn the_first_reason_stands_and_is_heard_late() {
        let alarm = Alarm::default();
        let quiet = tokio::time::timeout(Duration::from_millis(20), alarm.rung()).await;
        assert!(quiet.is_err());
        alarm.ring("fsync failed");
        alarm.ring("and again");
        assert_eq!(alarm.rung().await, "fsync failed");
        assert_eq!(alarm.clone().rung().await, "fsync failed");
    }
}
