//! A transaction on a connection from a pool.

use deadpool_postgres::{Object, Pool};
use futures_util::FutureExt;
use std::ops::Deref;

use super::fault::Fault;
use super::run;

/// A transaction. Dropped before it was committed, it is rolled back before anybody else uses its connection: a
/// request that is given up half way leaves nothing open.
pub(super) struct Tx {
    conn: Object,
    open: bool,
}

impl Tx {
    /// Takes a connection on which a transaction is about to begin. The caller sends the `BEGIN`.
    pub async fn about_to(pool: &Pool) -> Result<Self, Fault> {
        Ok(Self { conn: pool.get().await?, open: true })
    }

    /// Begins.
    pub async fn begin(pool: &Pool, sql: &str) -> Result<Self, Fault> {
        let tx = Self::about_to(pool).await?;
        run::say(&tx, sql).await?;
        Ok(tx)
    }

    /// Commits.
    pub async fn commit(mut self) -> Result<(), Fault> {
        run::say(&self.conn, "COMMIT").await?;
        self.open = false;
        Ok(())
    }

    /// The commit was sent with other statements and has been answered.
    pub fn committed(mut self) {
        self.open = false;
    }
}

impl Deref for Tx {
    type Target = Object;
    fn deref(&self) -> &Object {
        &self.conn
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if self.open {
            // Polled once, it is sent ahead of whatever the connection is used for next; its answer is not awaited.
            let _ = self.conn.batch_execute("ROLLBACK").now_or_never();
        }
    }
}
