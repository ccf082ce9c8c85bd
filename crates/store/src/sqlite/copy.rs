//! Dumps, their loading, and the state hash.

use roznamcha_acts::views::TABLES;
use roznamcha_journal::Hash;
use rusqlite::Connection;
use std::io::{self, BufRead, Write};
use std::path::Path;

use super::compute::{self, Report};
use super::fault::fault;
use super::run;
use crate::StoreError;
use crate::ask::{account, audit, draft, file, journal, session};
use crate::cell::Ask;
use crate::dump::{Line, Lines, Reading};
use crate::load::Loading;
use crate::schema;
use crate::sql::VIEWS;

/// Writes everything kept, as of one moment. Gives how many lines.
pub(super) fn dump(conn: &Connection, to: Box<dyn Write + Send>) -> Result<u64, StoreError> {
    at_one_moment(conn, || {
        let mut lines = Lines::new(io::BufWriter::new(to))?;
        kept(conn, &mut lines)?;
        Ok(lines.end()?.0)
    })
}

/// The hash over everything kept and every view.
pub(super) fn state_hash(conn: &Connection) -> Result<Hash, StoreError> {
    at_one_moment(conn, || {
        let mut lines = Lines::new(io::sink())?;
        kept(conn, &mut lines)?;
        for table in TABLES {
            let all = Ask::built(VIEWS.of(table.name)?.all.clone(), vec![]);
            run::each(conn, &all, |mut row| {
                let (office, key) = (row.text()?, row.text()?);
                let columns: Result<Vec<_>, _> = table.columns.iter().map(|_| row.value()).collect();
                lines.put(&(table.name, office, key, columns?, row.text()?))
            })?;
        }
        Ok(lines.end()?.1)
    })
}

fn at_one_moment<T>(
    conn: &Connection,
    work: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    conn.execute_batch("BEGIN").map_err(fault)?;
    let done = work();
    conn.execute_batch("ROLLBACK").map_err(fault)?;
    done
}

fn kept<W: Write>(conn: &Connection, lines: &mut Lines<W>) -> Result<(), StoreError> {
    for office in run::all(conn, &journal::offices(), |mut row| row.text())? {
        compute::acts(conn, &office, |act| lines.put(&Line::act(&office, act)?))?;
    }
    run::each(conn, &draft::checkpoints(), |mut row| {
        lines.put(&Line::Checkpoint { office: row.text()?, size: row.count()?, note: row.text()? })
    })?;
    run::each(conn, &account::all(), |row| lines.put(&Line::Account(account::read(row)?)))?;
    run::each(conn, &session::all(), |row| lines.put(&Line::Session(session::read(row)?)))?;
    run::each(conn, &account::attempts(), |row| {
        let (id, attempt) = account::read_attempt(row)?;
        lines.put(&Line::Attempt { id, attempt })
    })?;
    run::each(conn, &audit::all(), |row| lines.put(&Line::Audit(Box::new(audit::read(row)?))))?;
    run::each(conn, &draft::all(), |row| lines.put(&Line::Draft(draft::read(row)?)))?;
    run::each(conn, &draft::marks(), |mut row| {
        lines.put(&Line::Mark { name: row.text()?, value: row.text()? })
    })?;
    run::each(conn, &file::all(), |row| lines.put(&Line::File(Box::new(file::read(row)?))))?;
    run::each(conn, &file::all_uploads(), |row| lines.put(&Line::Upload(Box::new(file::read_upload(row)?))))
}

/// Reads a dump into an empty store, in one transaction, and computes the views. Gives how many lines.
pub(super) fn load(
    conn: &Connection,
    path: &Path,
    from: Box<dyn BufRead + Send>,
    report: Report<'_>,
) -> Result<u64, StoreError> {
    compute::replaced(conn, path, report, || put_all(conn, from, report))
}

fn put_all(conn: &Connection, from: Box<dyn BufRead + Send>, report: Report<'_>) -> Result<u64, StoreError> {
    for table in schema::kept() {
        let any = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        if run::first(conn, &Ask::built(any, vec![]), |mut row| row.int())?.is_some() {
            let name = table.name;
            return Err(StoreError::Misused(format!(
                "the store is not empty (`{name}`); load into a new one"
            )));
        }
    }
    let (mut lines, mut loading) = (Reading::new(from)?, Loading::default());
    while let Some(line) = lines.next()? {
        for ask in loading.statements(line)? {
            run::tell(conn, &ask)?;
        }
        if lines.count() % 1_000 == 0 {
            report(lines.count(), None);
        }
    }
    if let Some(ask) = loading.finish() {
        run::tell(conn, &ask)?;
    }
    Ok(lines.count())
}
