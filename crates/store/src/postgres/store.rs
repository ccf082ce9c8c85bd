//! The store's trait, method by method.

use async_trait::async_trait;
use roznamcha_acts::act::Recorded;
use roznamcha_acts::refusal::Refusal;
use roznamcha_acts::rows::{RowKey, Value};
use roznamcha_journal::{Hash, Written};
use std::io::{BufRead, Write};

use super::writer::{self, persevere, stopped};
use super::{PgStore, batch, compute, copy};
use crate::ask::{account, audit, draft, file, journal, next_id, session};
use crate::cell::Ask;
use crate::schema::Dialect;
use crate::sql::{self, VIEWS};
use crate::{
    Account, Attempt, AuditClose, AuditOpen, AuditQuery, AuditRow, Draft, Drift, JournalHead, Progress,
    Proposal, Query, Receipt, Session, Standing, Store, StoreError, StoredFile, Upload, path, standing,
};

#[async_trait]
impl Store for PgStore {
    async fn write(&self, proposal: Proposal) -> Result<Receipt, StoreError> {
        let worker = writer::worker_of(&proposal.act.office, self.writers.len());
        let inbox = self.writers.get(worker).ok_or_else(stopped)?;
        writer::submit(inbox, proposal).await
    }

    async fn write_many(
        &self,
        proposals: Vec<Proposal>,
        mark: Option<(String, String)>,
    ) -> Result<Vec<Result<Receipt, Refusal>>, StoreError> {
        let (pool, bench, mark) = (&self.pools.write, &self.bench, mark.as_ref());
        let (outcomes, _) = persevere(|| batch::write(pool, bench, &proposals, mark, true)).await?;
        let told = outcomes.into_iter().map(|outcome| match outcome {
            Ok(receipt) => Ok(Ok(receipt)),
            Err(StoreError::Refused(refusal)) => Ok(Err(refusal)),
            Err(error) => Err(error),
        });
        told.collect()
    }

    async fn journals(&self) -> Result<Vec<String>, StoreError> {
        self.all(journal::offices(), |mut row| row.text()).await
    }

    async fn head(&self, office: &str) -> Result<Option<JournalHead>, StoreError> {
        self.first(journal::head(office), journal::read_head).await
    }

    async fn journal(&self, office: &str, from_seq: u64, limit: u32) -> Result<Vec<Written>, StoreError> {
        self.all(journal::acts(office, from_seq, limit), journal::read).await
    }

    async fn leaves(&self, office: &str, from_seq: u64, to_seq: u64) -> Result<Vec<Hash>, StoreError> {
        self.all(journal::leaves(office, from_seq, to_seq), |mut row| row.hash()).await
    }

    async fn act(&self, office: &str, id: &str) -> Result<Option<Recorded>, StoreError> {
        let kept = self.first(journal::act(office, id), journal::read).await?;
        kept.map(|kept| path::recall(&kept)).transpose()
    }

    async fn office_of(&self, id: &str) -> Result<Option<String>, StoreError> {
        self.first(journal::office_of(id), |mut row| row.text()).await
    }

    async fn put_checkpoint(&self, office: &str, size: u64, note: &str) -> Result<(), StoreError> {
        self.tell(true, draft::put_checkpoint(office, size, note)).await.map(|_| ())
    }

    async fn checkpoints(&self, office: &str, limit: u32) -> Result<Vec<(u64, String)>, StoreError> {
        self.all(draft::checkpoints_of(office, limit), |mut row| Ok((row.count()?, row.text()?))).await
    }

    async fn row(&self, key: &RowKey) -> Result<Option<String>, StoreError> {
        let at = vec![(&key.office).into(), (&key.key).into()];
        let ask = Ask::built(VIEWS.of(key.table)?.body.clone(), at);
        self.first(ask, |mut row| row.text()).await
    }

    async fn rows(&self, query: &Query) -> Result<Vec<(RowKey, String)>, StoreError> {
        let (table, ask) = (query.table.name, sql::select(Dialect::Postgres, query)?);
        self.all(ask, move |mut row| {
            Ok((RowKey { table, office: row.text()?, key: row.text()? }, row.text()?))
        })
        .await
    }

    async fn count(&self, query: &Query) -> Result<u64, StoreError> {
        let count = self.first(sql::count(Dialect::Postgres, query)?, |mut row| row.count()).await?;
        Ok(count.unwrap_or(0))
    }

    async fn tally(&self, query: &Query, by: &[&'static str]) -> Result<Vec<(Vec<Value>, u64)>, StoreError> {
        let (ask, columns) = (sql::tally(Dialect::Postgres, query, by)?, by.len());
        self.all(ask, move |mut row| sql::read_tally(&mut row, columns)).await
    }

    async fn rebuild(&self, progress: Progress<'_>) -> Result<u64, StoreError> {
        compute::rebuild(&self.pools.write, progress).await
    }

    async fn fsck(&self, limit: usize, progress: Progress<'_>) -> Result<Vec<Drift>, StoreError> {
        compute::check(&self.pools.read, limit, progress).await
    }

    async fn state_hash(&self) -> Result<Hash, StoreError> {
        copy::state_hash(&self.pools.read).await
    }

    async fn dump(&self, to: Box<dyn Write + Send>) -> Result<u64, StoreError> {
        copy::dump(&self.pools.read, to).await
    }

    async fn load(&self, from: Box<dyn BufRead + Send>, progress: Progress<'_>) -> Result<u64, StoreError> {
        copy::load(&self.pools.write, from, progress).await
    }

    async fn account(&self, officer: &str) -> Result<Option<Account>, StoreError> {
        self.first(account::one(officer), account::read).await
    }

    async fn put_account(&self, row: &Account) -> Result<(), StoreError> {
        self.tell(true, account::put(row)?).await.map(|_| ())
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.all(account::all(), account::read).await
    }

    async fn put_session(&self, row: &Session) -> Result<(), StoreError> {
        self.tell(true, session::put(row)).await.map(|_| ())
    }

    async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError> {
        self.first(session::one(token_hash), session::read).await
    }

    async fn standing(&self, token_hash: &str) -> Result<Option<Standing>, StoreError> {
        let found = standing::read(self.all(standing::one(token_hash), Ok).await?)?;
        Ok(found.into_values().next())
    }

    async fn touch_session(&self, token_hash: &str, seen_ms: i64) -> Result<(), StoreError> {
        self.tell(false, session::touch(token_hash, seen_ms)).await.map(|_| ())
    }

    async fn end_session(&self, token_hash: &str) -> Result<(), StoreError> {
        self.tell(true, session::end(token_hash)).await.map(|_| ())
    }

    async fn end_sessions_of(&self, officer: &str) -> Result<u64, StoreError> {
        self.tell(true, session::end_all_of(officer)).await
    }

    async fn put_attempt(&self, attempt: &Attempt) -> Result<(), StoreError> {
        self.tell(true, account::put_attempt(&next_id(), attempt)).await.map(|_| ())
    }

    async fn failures_since(&self, officer: &str, since_ms: i64) -> Result<u32, StoreError> {
        let count = self.first(account::failures(officer, since_ms), |mut row| row.small()).await?;
        Ok(count.unwrap_or(0))
    }

    async fn open_audit(&self, row: &AuditOpen) -> Result<String, StoreError> {
        writer::submit(&self.audits, row.clone()).await
    }

    async fn close_audit(&self, close: &AuditClose) -> Result<(), StoreError> {
        // Not waited for on disk: after a power cut the row may stand open again, and will be timed out.
        match self.tell(false, audit::close(close)?).await? {
            0 => Err(audit::not_open(&close.id)),
            _ => Ok(()),
        }
    }

    async fn time_out_audit(&self, before_ms: i64) -> Result<u64, StoreError> {
        self.tell(true, audit::time_out(before_ms)).await
    }

    async fn audit(&self, query: &AuditQuery) -> Result<Vec<AuditRow>, StoreError> {
        self.all(audit::find(query), audit::read).await
    }

    async fn put_draft(&self, row: &Draft) -> Result<(), StoreError> {
        match self.tell(true, draft::put(row)).await? {
            0 => Err(StoreError::IdTaken(row.id.clone())),
            _ => Ok(()),
        }
    }

    async fn draft(&self, officer: &str, id: &str) -> Result<Option<Draft>, StoreError> {
        self.first(draft::one(officer, id), draft::read).await
    }

    async fn drafts(&self, officer: &str) -> Result<Vec<Draft>, StoreError> {
        self.all(draft::all_of(officer), draft::read).await
    }

    async fn delete_draft(&self, officer: &str, id: &str) -> Result<(), StoreError> {
        self.tell(true, draft::delete(officer, id)).await.map(|_| ())
    }

    async fn begin_upload(&self, row: &Upload) -> Result<Upload, StoreError> {
        self.tell(true, file::put_upload(row)).await?;
        let stands = self.first(file::upload(&row.id), file::read_upload).await?;
        stands.ok_or_else(|| StoreError::Unavailable("the upload was given up meanwhile".to_owned()))
    }

    async fn upload(&self, id: &str) -> Result<Option<Upload>, StoreError> {
        self.first(file::upload(id), file::read_upload).await
    }

    async fn open_uploads(&self, officer: &str) -> Result<Vec<Upload>, StoreError> {
        self.all(file::open_of(officer), file::read_upload).await
    }

    async fn advance_upload(&self, id: &str, from: u64, to: u64, now_ms: i64) -> Result<bool, StoreError> {
        Ok(self.tell(true, file::advance(id, from, to, now_ms)).await? > 0)
    }

    async fn settle_upload(&self, id: &str, size: u64, sha256: &str) -> Result<(), StoreError> {
        self.tell(true, file::settle(id, size, sha256)).await.map(|_| ())
    }

    async fn finish_upload(&self, id: &str, now_ms: i64) -> Result<(), StoreError> {
        self.tell(true, file::finish(id, now_ms)).await.map(|_| ())
    }

    async fn delete_upload(&self, id: &str) -> Result<(), StoreError> {
        self.tell(true, file::delete_upload(id)).await.map(|_| ())
    }

    async fn stale_uploads(&self, before_ms: i64) -> Result<Vec<Upload>, StoreError> {
        self.all(file::stale(before_ms), file::read_upload).await
    }

    async fn sent_since(&self, officer: &str, since_ms: i64) -> Result<u64, StoreError> {
        let sum = self.first(file::sent_since(officer, since_ms), |mut row| row.count()).await?;
        Ok(sum.unwrap_or(0))
    }

    async fn senders(&self, sha256: &str) -> Result<Vec<Upload>, StoreError> {
        self.all(file::senders(sha256), file::read_upload).await
    }

    async fn put_file(&self, row: &StoredFile) -> Result<StoredFile, StoreError> {
        self.tell(true, file::put(row)).await?;
        let stands = self.first(file::one(&row.sha256), file::read).await?;
        stands.ok_or_else(|| StoreError::Unavailable("the file was removed meanwhile".to_owned()))
    }

    async fn file(&self, sha256: &str) -> Result<Option<StoredFile>, StoreError> {
        self.first(file::one(sha256), file::read).await
    }

    async fn files(&self) -> Result<Vec<StoredFile>, StoreError> {
        self.all(file::all(), file::read).await
    }

    async fn touch_file(&self, sha256: &str, now_ms: i64) -> Result<(), StoreError> {
        self.tell(true, file::touch(sha256, now_ms)).await.map(|_| ())
    }

    async fn unheld_files(&self, before_ms: i64) -> Result<Vec<StoredFile>, StoreError> {
        self.all(file::unheld(before_ms), file::read).await
    }

    async fn drop_file(&self, sha256: &str, before_ms: i64) -> Result<bool, StoreError> {
        let [drop, senders] = file::drop_unheld(sha256, before_ms);
        let dropped = self.tell(true, drop).await?;
        self.tell(true, senders).await?;
        Ok(dropped > 0)
    }

    async fn mark(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.first(draft::mark(name), |mut row| row.text()).await
    }

    async fn marks(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.all(draft::marks_of(prefix), |mut row| Ok((row.text()?, row.text()?))).await
    }

    async fn put_mark(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.tell(true, draft::put_mark(name, value)).await.map(|_| ())
    }

    async fn ready(&self) -> Result<(), StoreError> {
        // A real write: a full or broken disk shows here, and not only at the next act.
        let same = Ask::new("UPDATE view_version SET fingerprint = fingerprint", Vec::new());
        self.tell(false, same).await?;
        self.first(Ask::new("SELECT 1", Vec::new()), |mut row| row.int()).await.map(|_| ())
    }

    async fn close(&self) -> Result<(), StoreError> {
        for inbox in &self.writers {
            writer::end(inbox).await;
        }
        writer::end(&self.audits).await;
        self.pools.close();
        Ok(())
    }
}
