//! Opening a database file: connections, migrations, views that fit this build.

use roznamcha_acts::law::Law;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::fault::fault;
use super::{compute, run};
use crate::cell::{Ask, Cells};
use crate::schema::{self, Dialect};
use crate::{Clock, StoreError};

/// How a store in SQLite is opened.
#[derive(Clone)]
pub struct Options {
    /// The office's clock, read once for each act.
    pub clock: Arc<dyn Clock>,
    /// The law in force.
    pub law: Arc<dyn Law>,
    /// Jobs committed together, at most.
    pub group: usize,
    /// Connections that read, at most.
    pub readers: usize,
    /// How long to wait for another process that has the database.
    pub patience: Duration,
}

impl Options {
    /// With 256 jobs to a commit, 4 readers and 5 seconds of patience.
    pub fn new(clock: Arc<dyn Clock>, law: Arc<dyn Law>) -> Self {
        Self { clock, law, group: 256, readers: 4, patience: Duration::from_secs(5) }
    }
}

/// Opens the connection that writes, brings the tables up to date and, where this build computes other views than
/// the file holds, computes them anew.
pub(super) fn writer(path: &Path, options: &Options) -> Result<Connection, StoreError> {
    private(path)?;
    let conn = connect(path, options.patience)?;
    // What was removed is overwritten, in the file and not only in the books.
    conn.pragma_update(None, "secure_delete", "ON").map_err(fault)?;
    conn.pragma_update(None, "synchronous", "FULL").map_err(fault)?;
    conn.pragma_update(None, "cache_size", -32_768).map_err(fault)?;
    conn.pragma_update(None, "wal_autocheckpoint", 8_000).map_err(fault)?;
    conn.pragma_update(None, "journal_size_limit", 64 << 20).map_err(fault)?;
    compute::sweep(path);
    migrate(&conn, options.clock.as_ref())?;
    let made_for =
        run::first(&conn, &Ask::new("SELECT fingerprint FROM view_version", vec![]), |mut r| r.text())?;
    if made_for.as_deref() != Some(schema::fingerprint().as_str()) {
        compute::rebuild(&conn, path, &|_, _| {})?;
    }
    Ok(conn)
}

/// Opens a connection that reads.
pub(super) fn reader(path: &Path, options: &Options) -> Result<Connection, StoreError> {
    let conn = connect(path, options.patience)?;
    conn.pragma_update(None, "query_only", "ON").map_err(fault)?;
    conn.pragma_update(None, "cache_size", -4_096).map_err(fault)?;
    Ok(conn)
}

/// A connection to the database as it stands.
pub(super) fn connect(path: &Path, patience: Duration) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(fault)?;
    conn.busy_timeout(patience).map_err(fault)?;
    conn.pragma_update(None, "journal_mode", "WAL").map_err(fault)?;
    conn.pragma_update(None, "foreign_keys", "ON").map_err(fault)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

/// Makes the file for its owner only; SQLite gives its log the same rights.
fn private(path: &Path) -> Result<(), StoreError> {
    let mut how = fs::OpenOptions::new();
    how.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let opened = how.open(path);
    let what = |e| StoreError::Unavailable(format!("`{}` cannot be opened: {e}", path.display()));
    opened.map(|_| ()).map_err(what)
}

fn migrate(conn: &Connection, clock: &dyn Clock) -> Result<(), StoreError> {
    conn.execute_batch(schema::VERSION_TABLE).map_err(fault)?;
    let steps = schema::migrations(Dialect::Sqlite);
    for (number, statements) in (1_i64..).zip(&steps) {
        conn.execute_batch("BEGIN IMMEDIATE").map_err(fault)?;
        let done = migrate_one(conn, clock, number, statements);
        let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        conn.execute_batch(end).map_err(fault)?;
        done?;
    }
    let newest = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = version(conn)?;
    if found > newest {
        return Err(StoreError::Misused(format!(
            "the database is of version {found}, this build knows {newest}; use the newer build"
        )));
    }
    Ok(())
}

fn migrate_one(conn: &Connection, clock: &dyn Clock, number: i64, sql: &[String]) -> Result<(), StoreError> {
    if version(conn)? >= number {
        return Ok(());
    }
    sql.iter().try_for_each(|s| conn.execute_batch(s)).map_err(fault)?;
    let now = clock.now().millis();
    run::execute(
        conn,
        "INSERT INTO schema_version (version, applied_ms) VALUES ($1, $2)",
        &[number.into(), now.into()],
    )
    .map(|_| ())
}

fn version(conn: &Connection) -> Result<i64, StoreError> {
    let found = run::first(conn, &Ask::new(schema::VERSION, vec![]), |mut row: Cells| row.int())?;
    Ok(found.unwrap_or(0))
}
