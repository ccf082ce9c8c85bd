//! The store in PostgreSQL (15 or later): the same tables and statements as in SQLite, for many nodes at once.
//!
//! A node keeps nothing of its own. Acts go to worker tasks, an office always to the same one of this node; a worker
//! commits what waits together, under a lock on the head of each office, so that other nodes may write too. The
//! connection is encrypted where the address asks for it (`sslmode`).

mod address;
mod at_once;
mod batch;
mod compute;
mod copy;
mod fault;
mod look;
mod migrate;
mod pending;
mod pools;
mod roles;
mod run;
mod store;
mod tls;
mod tx;
mod writer;

use roznamcha_acts::law::Law;
use std::sync::Arc;
use tokio::sync::mpsc;

use crate::cell::{Ask, Cells};
use crate::{AuditOpen, Clock, Proposal, Receipt, StoreError};
use batch::Bench;
use fault::Fault;
use pools::Pools;
use writer::Inbox;

/// How a store in PostgreSQL is connected to.
#[derive(Clone)]
pub struct Options {
    /// The office's clock, read once for each act.
    pub clock: Arc<dyn Clock>,
    /// The law in force.
    pub law: Arc<dyn Law>,
    /// Worker tasks that write acts. This node takes three connections more than that to write, and two for what
    /// need not be durable.
    pub writers: usize,
    /// Connections that read, at most.
    pub pool: usize,
    /// Acts committed together, at most.
    pub group: usize,
}

impl Options {
    /// With 4 workers, 8 connections that read, and 128 acts to a commit.
    pub fn new(clock: Arc<dyn Clock>, law: Arc<dyn Law>) -> Self {
        Self { clock, law, writers: 4, pool: 8, group: 128 }
    }
}

/// A store in a PostgreSQL database. Its methods are called within a tokio runtime.
pub struct PgStore {
    pools: Pools,
    bench: Bench,
    writers: Vec<Inbox<Proposal, Receipt>>,
    audits: Inbox<AuditOpen, String>,
}

impl PgStore {
    /// Connects to the database that the URL (`postgres://role@host:port/database`) names; encrypted with
    /// `?sslmode=require`, and the server's certificate verified with
    /// `?sslmode=verify-full&sslrootcert=/path/to/authority.pem`. Makes or migrates the
    /// tables where the role may, and computes the views anew where this build's differ.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the server does not answer; [`StoreError::Misused`] for an address that does
    /// not read, for tables of a newer build, and for tables that only their owner may bring up to date;
    /// [`StoreError::Damaged`] when journals do not read.
    pub async fn connect(url: &str, options: Options) -> Result<Self, StoreError> {
        let pools = Pools::new(&address::read(url)?, &options)?;
        migrate::migrate(&pools.write, options.clock.as_ref()).await?;
        compute::bring_up_to_date(&pools.write).await?;
        let bench = Bench { clock: Arc::clone(&options.clock), law: Arc::clone(&options.law) };
        let group = options.group.max(1);
        let start = |_| {
            let (inbox, outbox) = mpsc::channel(4 * group);
            tokio::spawn(writer::acts(pools.write.clone(), bench.clone(), group, outbox));
            inbox
        };
        let writers = (0..options.writers.max(1)).map(start).collect();
        let (audits, outbox) = mpsc::channel(4 * group);
        tokio::spawn(writer::audits(pools.write.clone(), group, outbox));
        Ok(Self { pools, bench, writers, audits })
    }

    /// Makes or migrates the tables as their owner, and the two roles with the least they need: `<database>_app`
    /// for nodes, which may add to journals and never change or remove a header, and `<database>_read` for
    /// reporting, which sees no content, account or session. Both may sign in and have no password yet: give each
    /// one, or a line in the server's list of who may come in how. Run again, it changes nothing; run it again
    /// after each upgrade, before the nodes of the new build.
    ///
    /// `owner_url` is of a role that owns the database and may make roles.
    ///
    /// # Errors
    /// As [`PgStore::connect`].
    pub async fn provision(owner_url: &str, options: Options) -> Result<(), StoreError> {
        let pools = Pools::new(&address::read(owner_url)?, &options)?;
        migrate::migrate(&pools.write, options.clock.as_ref()).await?;
        roles::provision(&pools.write).await?;
        compute::bring_up_to_date(&pools.write).await?;
        pools.close();
        Ok(())
    }

    /// Runs a statement by itself; how many rows it changed.
    async fn tell(&self, lasting: bool, ask: Ask) -> Result<u64, StoreError> {
        let pool = if lasting { &self.pools.write } else { &self.pools.lazy };
        let conn = pool.get().await.map_err(Fault::from)?;
        Ok(run::tell(&conn, &ask).await?)
    }

    /// Every row of a question.
    async fn all<T>(
        &self,
        ask: Ask,
        read: impl FnMut(Cells) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let conn = self.pools.read.get().await.map_err(Fault::from)?;
        run::all(&conn, &ask, read).await
    }

    /// The first row of a question.
    async fn first<T>(
        &self,
        ask: Ask,
        read: impl FnOnce(Cells) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let conn = self.pools.read.get().await.map_err(Fault::from)?;
        run::first(&conn, &ask, read).await
    }
}
