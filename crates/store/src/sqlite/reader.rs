//! A few connections that read, each statement on what was committed before it.

use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

use super::open::{self, Options};
use crate::StoreError;

/// The readers.
pub(super) struct Readers {
    path: PathBuf,
    options: Options,
    idle: Mutex<Vec<Connection>>,
    places: Semaphore,
}

impl Readers {
    pub fn new(path: PathBuf, options: Options) -> Self {
        let places = Semaphore::new(options.readers.max(1));
        Self { path, options, idle: Mutex::new(Vec::new()), places }
    }

    /// Runs `work` on a connection of its own, off the async threads.
    pub async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let stopped = |what: String| StoreError::Unavailable(what);
        let _place = self.places.acquire().await.map_err(|e| stopped(e.to_string()))?;
        let readers = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || {
            let idle = readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let conn = match idle {
                Some(conn) => conn,
                None => open::reader(&readers.path, &readers.options)?,
            };
            let done = work(&conn);
            if conn.is_autocommit() {
                readers.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
            }
            done
        });
        done.await.map_err(|e| stopped(e.to_string()))?
    }

    /// Closes the connections that are idle.
    pub fn close(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
