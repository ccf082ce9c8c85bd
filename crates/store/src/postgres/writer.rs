//! The workers that write. Each takes what waits for it and commits it together, so that one flush of the server's
//! disk serves many; each asker is answered after the commit.

use deadpool_postgres::Pool;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

use super::at_once::{self, Memory};
use super::batch::{self, Bench, Outcomes};
use super::fault::Fault;
use super::run::{self, Lists};
use crate::ask::{audit, next_id};
use crate::{AuditOpen, Proposal, Receipt, StoreError};

/// How often a transaction that met another is tried anew.
const TRIES: u32 = 8;

/// How long what is known of offices is remembered without use.
const REMEMBERED: Duration = Duration::from_secs(10);

/// Who waits for an answer.
type Reply<T> = oneshot::Sender<Result<T, StoreError>>;

/// What a worker is sent.
pub(super) enum Message<Q, A> {
    Job(Box<Q>, Reply<A>),
    Close(oneshot::Sender<()>),
}

/// To one worker.
pub(super) type Inbox<Q, A> = mpsc::Sender<Message<Q, A>>;

/// The store no longer takes anything.
pub(super) fn stopped() -> StoreError {
    StoreError::Unavailable("the store is closed".to_owned())
}

/// Gives a worker something to write, and waits until it is durable.
pub(super) async fn submit<Q, A>(inbox: &Inbox<Q, A>, job: Q) -> Result<A, StoreError> {
    let (reply, answer) = oneshot::channel();
    inbox.send(Message::Job(Box::new(job), reply)).await.map_err(|_| stopped())?;
    answer.await.map_err(|_| stopped())?
}

/// Lets a worker finish what it has, and ends it.
pub(super) async fn end<Q, A>(inbox: &Inbox<Q, A>) {
    let (reply, ended) = oneshot::channel();
    if inbox.send(Message::Close(reply)).await.is_ok() {
        // A worker that is gone already answers by not being there.
        let _ = ended.await;
    }
}

/// Which of so many workers serves an office.
pub(super) fn worker_of(office: &str, workers: usize) -> usize {
    let mut hasher = DefaultHasher::new();
    office.hash(&mut hasher);
    usize::try_from(hasher.finish() % u64::try_from(workers.max(1)).unwrap_or(1)).unwrap_or(0)
}

/// What waits now, at least one and at most `group`.
struct Waiting<Q, A> {
    jobs: Vec<Q>,
    replies: Vec<Reply<A>>,
    close: Option<oneshot::Sender<()>>,
}

impl<Q, A> Waiting<Q, A> {
    async fn gather(first: Message<Q, A>, inbox: &mut mpsc::Receiver<Message<Q, A>>, group: usize) -> Self {
        let mut waiting = Self { jobs: Vec::new(), replies: Vec::new(), close: None };
        let mut next = Some(first);
        // Those answered by the commit before are often about to ask again: let them, so that they go together.
        for _ in 0..2 {
            tokio::task::yield_now().await;
        }
        while let Some(message) = next {
            match message {
                Message::Job(job, reply) => {
                    waiting.jobs.push(*job);
                    waiting.replies.push(reply);
                }
                Message::Close(reply) => {
                    waiting.close = Some(reply);
                    break;
                }
            }
            next = if waiting.jobs.len() < group { inbox.try_recv().ok() } else { None };
        }
        waiting
    }
}

/// A worker for acts.
pub(super) async fn acts(
    pool: Pool,
    bench: Bench,
    group: usize,
    mut inbox: mpsc::Receiver<Message<Proposal, Receipt>>,
) {
    let mut memory = Memory::default();
    while let Some(first) = next(&mut inbox, &mut memory).await {
        let waiting = Waiting::gather(first, &mut inbox, group).await;
        let outcomes = write_together(&pool, &bench, &mut memory, &waiting.jobs).await;
        for (reply, outcome) in waiting.replies.into_iter().zip(outcomes) {
            // An asker that no longer waits is not told; what was written stands.
            let _ = reply.send(outcome);
        }
        if let Some(closed) = waiting.close {
            drop(inbox);
            let _ = closed.send(());
            return;
        }
    }
}

/// The next that is sent. What is remembered of offices is forgotten when nothing comes for a while.
async fn next<Q, A>(inbox: &mut mpsc::Receiver<Message<Q, A>>, memory: &mut Memory) -> Option<Message<Q, A>> {
    if !memory.is_empty() {
        if let Ok(message) = tokio::time::timeout(REMEMBERED, inbox.recv()).await {
            return message;
        }
        memory.clear();
    }
    inbox.recv().await
}

/// Writes acts at once from what is remembered, else in one transaction; if one of them may be what the database
/// does not take, each in its own.
async fn write_together(pool: &Pool, bench: &Bench, memory: &mut Memory, jobs: &[Proposal]) -> Outcomes {
    match at_once::write(pool, bench, memory, jobs).await {
        Ok(Some(outcomes)) => return outcomes,
        // Whether it was written is not known: the client asks again with the same ids.
        Err(fault @ (Fault::Lost(_) | Fault::Full)) => {
            return jobs.iter().map(|_| Err(fault.clone().into())).collect();
        }
        Ok(None) | Err(_) => {}
    }
    let fault = match persevere(|| batch::write(pool, bench, jobs, None, false)).await {
        Ok((outcomes, offices)) => {
            memory.keep(offices);
            return outcomes;
        }
        Err(fault) => fault,
    };
    if jobs.len() < 2 || !fault.may_be_of_one() {
        return jobs.iter().map(|_| Err(fault.clone().into())).collect();
    }
    let mut outcomes = Vec::with_capacity(jobs.len());
    for job in jobs.chunks(1) {
        let alone = persevere(|| batch::write(pool, bench, job, None, false)).await;
        outcomes.push(match alone.map(|(mut all, _)| all.pop()) {
            Ok(Some(outcome)) => outcome,
            Ok(None) => Err(stopped()),
            Err(fault) => Err(fault.into()),
        });
    }
    outcomes
}

/// Tries again what met another transaction, a few times, a little later each time.
pub(super) async fn persevere<T, F: Future<Output = Result<T, Fault>>>(
    mut work: impl FnMut() -> F,
) -> Result<T, Fault> {
    let mut tried = 0;
    loop {
        match work().await {
            Err(Fault::Again(why)) if tried < TRIES => {
                tracing::debug!(why, tried, "a transaction met another");
                tokio::time::sleep(Duration::from_millis(2 << tried)).await;
                tried += 1;
            }
            done => return done,
        }
    }
}

/// The worker for audit rows.
pub(super) async fn audits(pool: Pool, group: usize, mut inbox: mpsc::Receiver<Message<AuditOpen, String>>) {
    while let Some(first) = inbox.recv().await {
        let waiting = Waiting::gather(first, &mut inbox, group).await;
        let outcomes = open_together(&pool, &waiting.jobs).await;
        for (reply, outcome) in waiting.replies.into_iter().zip(outcomes) {
            let _ = reply.send(outcome);
        }
        if let Some(closed) = waiting.close {
            drop(inbox);
            let _ = closed.send(());
            return;
        }
    }
}

async fn open_together(pool: &Pool, jobs: &[AuditOpen]) -> Vec<Result<String, StoreError>> {
    let fault = match open(pool, jobs).await {
        Ok(ids) => return ids.into_iter().map(Ok).collect(),
        Err(fault) => fault,
    };
    if jobs.len() < 2 || !fault.may_be_of_one() {
        return jobs.iter().map(|_| Err(fault.clone().into())).collect();
    }
    let mut outcomes = Vec::with_capacity(jobs.len());
    for job in jobs.chunks(1) {
        let alone = open(pool, job).await.map_err(StoreError::from);
        outcomes.push(alone.and_then(|mut ids| ids.pop().ok_or_else(stopped)));
    }
    outcomes
}

async fn open(pool: &Pool, jobs: &[AuditOpen]) -> Result<Vec<String>, Fault> {
    let conn = pool.get().await?;
    // Ids are made here, so that they follow the order of writing.
    let ids: Vec<String> = jobs.iter().map(|_| next_id()).collect();
    let asks: Vec<_> = ids.iter().zip(jobs).map(|(id, row)| audit::open(id, row)).collect();
    let Some(sql) = asks.first().map(|ask| ask.sql.clone()) else { return Ok(ids) };
    let rows = asks.into_iter().map(|ask| ask.cells).collect();
    let work = vec![Lists::put(&conn, &sql, rows).await?];
    run::flow(&conn, None, work, None).await?;
    Ok(ids)
}
