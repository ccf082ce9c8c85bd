//! The one thread that writes. It takes the jobs that wait and commits them together, so that one sync of the disk
//! serves many acts; each is answered after the commit.

use roznamcha_acts::law::Law;
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use tokio::sync::oneshot;

use super::batch::Batch;
use super::fault::{again, fault};
use super::run;
use crate::{Clock, StoreError};

/// Something to be written in the next transaction.
pub(super) trait Job: Send {
    /// Writes it. On an error nothing it wrote stands.
    fn run(&mut self, batch: &mut Batch<'_>) -> Result<(), StoreError>;
    /// Tells the asker, after the commit or with the reason there was none.
    fn answer(self: Box<Self>, failed: Option<&StoreError>);
    /// Whether it must be on disk before it is answered.
    fn lasting(&self) -> bool;
}

/// A job that is a function.
pub(super) struct Task<T, F> {
    pub run: Option<F>,
    pub done: Option<Result<T, StoreError>>,
    pub reply: oneshot::Sender<Result<T, StoreError>>,
    pub lasting: bool,
}

impl<T: Send, F: FnOnce(&mut Batch<'_>) -> Result<T, StoreError> + Send> Job for Task<T, F> {
    fn run(&mut self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        let Some(run) = self.run.take() else { return Ok(()) };
        let done = run(batch);
        let outcome = done.as_ref().map(|_| ()).map_err(again);
        self.done = Some(done);
        outcome
    }

    fn answer(self: Box<Self>, failed: Option<&StoreError>) {
        let stopped = || Err(StoreError::Unavailable("the writer stopped".to_owned()));
        let outcome = match failed {
            Some(error) => Err(again(error)),
            None => self.done.unwrap_or_else(stopped),
        };
        // An asker that no longer waits is not told; what was written stands.
        let _ = self.reply.send(outcome);
    }

    fn lasting(&self) -> bool {
        self.lasting
    }
}

/// Work on the whole database, outside the common transactions. Gives back the error it ended with, if any.
pub(super) type Alone = Box<dyn FnOnce(&Connection) -> Option<StoreError> + Send>;

/// What the writer is sent.
pub(super) enum Message {
    Job(Box<dyn Job>),
    Alone(Alone),
    Close(oneshot::Sender<()>),
}

/// The writer.
pub(super) struct Writer {
    pub conn: Connection,
    pub clock: Arc<dyn Clock>,
    pub law: Arc<dyn Law>,
    /// Jobs in one transaction, at most.
    pub group: usize,
    /// A write failed in a way that must not be retried.
    pub broken: Option<String>,
    /// The log holds content that was removed and could not be emptied yet.
    pub owing: bool,
    /// Whether commits are synced now.
    pub synced: bool,
}

impl Writer {
    /// Serves until closed or until nobody can ask any more.
    pub fn serve(mut self, inbox: &Receiver<Message>) {
        let mut next = inbox.recv().ok();
        while let Some(message) = next.take() {
            match message {
                Message::Job(job) => next = self.gather(job, inbox),
                Message::Alone(work) => self.alone(work),
                Message::Close(reply) => {
                    let _ = empty_log(&self.conn);
                    drop(self);
                    let _ = reply.send(());
                    return;
                }
            }
            if next.is_none() {
                next = inbox.recv().ok();
            }
        }
    }

    /// Commits the job with those that wait behind it. Gives back the first message that is no job.
    fn gather(&mut self, first: Box<dyn Job>, inbox: &Receiver<Message>) -> Option<Message> {
        let mut jobs = vec![first];
        let mut next = None;
        while jobs.len() < self.group {
            match inbox.try_recv() {
                Ok(Message::Job(job)) => jobs.push(job),
                Ok(other) => {
                    next = Some(other);
                    break;
                }
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        let outcome = match &self.broken {
            Some(what) => Err(StoreError::Broken(what.clone())),
            None => self.transact(&mut jobs),
        };
        if let Err(error) = &outcome {
            self.note(error);
        }
        for job in jobs {
            job.answer(outcome.as_ref().err());
        }
        next
    }

    fn note(&mut self, error: &StoreError) {
        if let StoreError::Broken(what) = error
            && self.broken.is_none()
        {
            tracing::error!(what, "writing to disk failed; the store takes no more writes");
            self.broken = Some(what.clone());
        }
    }

    fn alone(&mut self, work: Alone) {
        if let Some(error) = work(&self.conn) {
            self.note(&error);
        }
    }

    fn transact(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
        self.sync(jobs.iter().any(|job| job.lasting()))?;
        run::execute(&self.conn, "BEGIN IMMEDIATE", &[])?;
        let expunged = match run_all(&self.conn, self.clock.as_ref(), self.law.as_ref(), jobs) {
            Ok(expunged) => expunged,
            Err(error) => {
                if !self.conn.is_autocommit() {
                    let _ = self.conn.execute_batch("ROLLBACK");
                }
                return Err(error);
            }
        };
        if expunged || self.owing {
            self.owing = empty_log(&self.conn).is_err();
            if self.owing {
                tracing::warn!("content was removed; a long read keeps the log from being emptied yet");
            }
        }
        Ok(())
    }

    /// Commits of jobs that need not last are not synced; the next that is syncs them too.
    fn sync(&mut self, lasting: bool) -> Result<(), StoreError> {
        if self.synced != lasting {
            let level = if lasting { "FULL" } else { "NORMAL" };
            self.conn.pragma_update(None, "synchronous", level).map_err(fault)?;
            self.synced = lasting;
        }
        Ok(())
    }
}

/// Runs each job within a savepoint and commits. Gives whether content was removed.
fn run_all(
    conn: &Connection,
    clock: &dyn Clock,
    law: &dyn Law,
    jobs: &mut [Box<dyn Job>],
) -> Result<bool, StoreError> {
    let mut batch = Batch::new(conn, clock, law);
    let say = |sql: &str| conn.prepare_cached(sql).and_then(|mut s| s.execute([])).map(|_| ()).map_err(fault);
    for job in jobs.iter_mut() {
        say("SAVEPOINT job")?;
        batch.begin_job();
        match job.run(&mut batch).and_then(|()| batch.end_job()) {
            Ok(()) => say("RELEASE job")?,
            Err(error) => {
                let all_lost = matches!(error, StoreError::Full | StoreError::Broken(_));
                if all_lost || conn.is_autocommit() {
                    return Err(error);
                }
                say("ROLLBACK TO job")?;
                say("RELEASE job")?;
                batch.undo_job();
            }
        }
    }
    let expunged = batch.expunged;
    say("COMMIT")?;
    Ok(expunged)
}

/// Moves the log into the database and empties it.
pub(super) fn empty_log(conn: &Connection) -> Result<(), StoreError> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(fault)?;
    if busy == 0 { Ok(()) } else { Err(StoreError::Unavailable("a read is still going on".to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FixedClock, SystemClock};
    use jiff::civil::Date;
    use roznamcha_acts::law::Section;

    struct NoLaw;
    impl Law for NoLaw {
        fn section(&self, _: &str, _: &str, _: Date) -> Option<Section> {
            None
        }
    }

    fn writer() -> Writer {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE t (n INTEGER)").unwrap();
        let now = crate::Clock::now(&SystemClock);
        Writer {
            conn,
            clock: Arc::new(FixedClock::new(now)),
            law: Arc::new(NoLaw),
            group: 10,
            broken: None,
            owing: false,
            synced: true,
        }
    }

    type Answer = oneshot::Receiver<Result<u64, StoreError>>;

    fn job(error: Option<StoreError>) -> (Message, Answer) {
        let (reply, answer) = oneshot::channel();
        let run = move |batch: &mut Batch<'_>| {
            batch.conn.execute("INSERT INTO t VALUES (1)", []).map_err(fault)?;
            error.map_or(Ok(1), Err)
        };
        (Message::Job(Box::new(Task { run: Some(run), done: None, reply, lasting: true })), answer)
    }

    /// Serves these in one commit; what each was answered, and how many rows there are then.
    fn served(writer: &mut Writer, errors: Vec<Option<StoreError>>) -> (Vec<Result<u64, StoreError>>, i64) {
        let (inbox, outbox) = std::sync::mpsc::channel();
        let mut answers = Vec::new();
        for error in errors {
            let (message, answer) = job(error);
            inbox.send(message).unwrap();
            answers.push(answer);
        }
        while let Ok(Message::Job(first)) = outbox.try_recv() {
            assert!(writer.gather(first, &outbox).is_none());
        }
        let rows = writer.conn.query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap();
        (answers.into_iter().map(|a| a.blocking_recv().unwrap()).collect(), rows)
    }

    #[test]
    fn a_job_that_fails_leaves_the_others() {
        let failed = StoreError::Misused("no".to_owned());
        let (answers, rows) = served(&mut writer(), vec![None, Some(failed), None]);
        assert!(matches!(answers.as_slice(), [Ok(1), Err(StoreError::Misused(_)), Ok(1)]), "{answers:?}");
        assert_eq!(rows, 2);
    }

    #[test]
    fn a_full_disk_fails_one_commit() {
        let mut writer = writer();
        let (answers, rows) = served(&mut writer, vec![None, Some(StoreError::Full)]);
        assert!(matches!(answers.as_slice(), [Err(StoreError::Full), Err(StoreError::Full)]), "{answers:?}");
        assert_eq!(rows, 0);
        assert!(matches!(served(&mut writer, vec![None]).0.as_slice(), [Ok(1)]));
    }

    #[test]
    fn a_broken_disk_is_never_tried_again() {
        let mut writer = writer();
        let broken = StoreError::Broken("fsync".to_owned());
        let (answers, rows) = served(&mut writer, vec![None, Some(broken)]);
        assert!(answers.iter().all(|a| matches!(a, Err(StoreError::Broken(_)))), "{answers:?}");
        assert_eq!(rows, 0);
        let (answers, rows) = served(&mut writer, vec![None]);
        assert!(matches!(answers.as_slice(), [Err(StoreError::Broken(_))]), "{answers:?}");
        assert_eq!(rows, 0);
    }
}
