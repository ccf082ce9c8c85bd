//! The store in one SQLite file: write-ahead log, full synchronous, one writer thread that commits waiting jobs
//! together, a few readers.

mod batch;
mod compute;
mod copy;
mod fault;
mod open;
mod reader;
mod run;
mod store;
mod writer;

pub use open::Options;

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use tokio::sync::mpsc as wide;
use tokio::sync::oneshot;

use crate::cell::{Ask, Cells};
use crate::{Progress, StoreError};
use batch::Batch;
use reader::Readers;
use writer::{Message, Task, Writer};

/// A store in a SQLite file. Its methods are called within a tokio runtime.
pub struct SqliteStore {
    path: PathBuf,
    options: Options,
    inbox: mpsc::Sender<Message>,
    readers: Arc<Readers>,
}

fn stopped() -> StoreError {
    StoreError::Unavailable("the store is closed".to_owned())
}

impl SqliteStore {
    /// Opens the file, or makes it. Migrates the tables, and computes the views anew where this build's differ.
    /// The file is this process's to write; another may read it, or write it in turn.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it cannot be opened, [`StoreError::Misused`] when a newer build made it,
    /// [`StoreError::Damaged`] when it is no database or its journals do not read.
    pub fn open(path: &Path, options: Options) -> Result<Self, StoreError> {
        let conn = open::writer(path, &options)?;
        let writer = Writer {
            conn,
            clock: Arc::clone(&options.clock),
            law: Arc::clone(&options.law),
            group: options.group.max(1),
            broken: None,
            owing: false,
            synced: true,
        };
        let (inbox, outbox) = mpsc::channel();
        let spawned =
            thread::Builder::new().name("store-writer".to_owned()).spawn(move || writer.serve(&outbox));
        spawned.map_err(|e| StoreError::Unavailable(format!("no thread to write with: {e}")))?;
        let readers = Arc::new(Readers::new(path.to_owned(), options.clone()));
        Ok(Self { path: path.to_owned(), options, inbox, readers })
    }

    /// Queues a job and waits for its commit. What need not be lasting is committed at once too, but the disk is
    /// not waited for: a crash of the process loses nothing, a power cut may.
    async fn submit<T: Send + 'static>(
        &self,
        lasting: bool,
        run: impl FnOnce(&mut Batch<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let task = Task { run: Some(run), done: None, reply, lasting };
        self.inbox.send(Message::Job(Box::new(task))).map_err(|_| stopped())?;
        answer.await.map_err(|_| stopped())?
    }

    /// Runs a statement in the next commit; how many rows it changed.
    async fn tell(&self, lasting: bool, ask: Ask) -> Result<u64, StoreError> {
        self.submit(lasting, move |batch| run::tell(batch.conn, &ask)).await
    }

    /// Every row of a question.
    async fn all<T: Send + 'static>(
        &self,
        ask: Ask,
        read: impl FnMut(Cells) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<Vec<T>, StoreError> {
        self.readers.run(move |conn| run::all(conn, &ask, read)).await
    }

    /// The first row of a question.
    async fn first<T: Send + 'static>(
        &self,
        ask: Ask,
        read: impl FnOnce(Cells) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<Option<T>, StoreError> {
        self.readers.run(move |conn| run::first(conn, &ask, read)).await
    }

    /// Runs work on the whole database in the writer's thread, between commits.
    async fn alone<T: Send + 'static>(
        &self,
        progress: Progress<'_>,
        work: impl FnOnce(&Connection, &Path, compute::Report<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (told, reports) = wide::unbounded_channel();
        let (reply, answer) = oneshot::channel();
        let path = self.path.clone();
        let work = Box::new(move |conn: &Connection| {
            let report = |done, of| {
                let _ = told.send((done, of));
            };
            let done = work(conn, &path, &report);
            let failed = done.as_ref().err().map(fault::again);
            let _ = reply.send(done);
            failed
        });
        self.inbox.send(Message::Alone(work)).map_err(|_| stopped())?;
        relay(progress, reports).await;
        answer.await.map_err(|_| stopped())?
    }
}

/// Hands reports on until the work lets go of its end.
async fn relay(progress: Progress<'_>, mut reports: wide::UnboundedReceiver<(u64, Option<u64>)>) {
    while let Some((done, of)) = reports.recv().await {
        progress(done, of);
    }
}
