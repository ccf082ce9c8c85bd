//! Computing views anew beside those in use: to put them in their place, or to compare.

use roznamcha_acts::act::Recorded;
use roznamcha_acts::rows::Want;
use roznamcha_acts::views::TABLES;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::batch::change;
use super::fault::fault;
use super::run;
use super::writer::empty_log;
use crate::ask::{draft, journal};
use crate::cell::{Ask, Cells};
use crate::fsck::{self, KeptAct, Walk};
use crate::replay::Replay;
use crate::schema::{self, Dialect};
use crate::sql::{self, Views};
use crate::{DESTROYED, Drift, DriftKind, JournalHead, StoreError, path};

/// Where fresh rows are computed: a second file beside the database, thrown away afterwards.
const FRESH: &str = "fresh.";
/// Acts read at a time.
const PAGE: u32 = 500;

/// Told how far the work has come.
pub(super) type Report<'a> = &'a dyn Fn(u64, Option<u64>);

static FILES: AtomicU64 = AtomicU64::new(0);

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    let n = FILES.fetch_add(1, Ordering::Relaxed);
    name.push(format!(".fresh-{}-{n}", std::process::id()));
    PathBuf::from(name)
}

/// Removes what a process that was killed left beside the database.
pub(super) fn sweep(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    let ours = format!("{}.fresh-", name.to_string_lossy());
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.flatten().filter(|f| f.file_name().to_string_lossy().starts_with(&ours)) {
        let _ = fs::remove_file(file.path());
    }
}

/// Runs `work` with empty tables of every view attached as `fresh`.
fn with_fresh<T>(
    conn: &Connection,
    path: &Path,
    work: impl FnOnce(&Views) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let file = beside(path);
    run::execute(conn, "ATTACH DATABASE $1 AS fresh", &[file.to_string_lossy().into_owned().into()])?;
    let ready = conn
        .execute_batch("PRAGMA fresh.journal_mode = OFF; PRAGMA fresh.synchronous = OFF; PRAGMA fresh.secure_delete = OFF")
        .and_then(|()| {
            TABLES.iter().try_for_each(|t| conn.execute_batch(&schema::create_view(Dialect::Sqlite, FRESH, t)))
        })
        .map_err(fault);
    let done = ready.and_then(|()| work(&Views::at(FRESH)));
    if !conn.is_autocommit() {
        let _ = conn.execute_batch("ROLLBACK");
    }
    conn.flush_prepared_statement_cache();
    let detached = conn.execute_batch("DETACH DATABASE fresh").map_err(fault);
    let _ = fs::remove_file(&file);
    let done = done?;
    detached.map(|()| done)
}

/// One office's views, computed into the fresh tables.
struct Office<'a> {
    conn: &'a Connection,
    code: &'a str,
    views: &'a Views,
    replay: Replay,
}

impl Office<'_> {
    fn take(&mut self, rec: &Recorded) -> Result<(), StoreError> {
        loop {
            let wants = self.replay.wants(rec)?;
            if wants.is_empty() {
                break;
            }
            for want in wants {
                match want {
                    Want::Row(key) => {
                        let sql = &self.views.of(key.table)?.body;
                        let body = run::body(self.conn, sql, &key.office, &key.key)?;
                        self.replay.answer_row(key, body);
                    }
                    Want::Act(id) => {
                        let kept = run::first(self.conn, &journal::act(self.code, &id), journal::read)?;
                        self.replay.answer_act(id, kept.map(|k| path::recall(&k)).transpose()?);
                    }
                    // Projecting asks for no file.
                    Want::File(_) => {}
                }
            }
        }
        if self.replay.project(rec)? { self.hand_over() } else { Ok(()) }
    }

    fn hand_over(&mut self) -> Result<(), StoreError> {
        change(self.conn, self.views, &self.replay.hand_over())
    }
}

/// Every office that is named, and its head.
fn heads(conn: &Connection) -> Result<Vec<(String, Option<JournalHead>)>, StoreError> {
    run::all(conn, &journal::heads(), |mut row| {
        let office = row.text()?;
        let seq = row.maybe_int()?;
        // The head is read by its own statement, once it is known to be there.
        Ok((office, seq.is_some()))
    })?
    .into_iter()
    .map(|(office, there)| {
        let head = if there { run::first(conn, &journal::head(&office), journal::read_head)? } else { None };
        Ok((office, head))
    })
    .collect()
}

fn total(conn: &Connection) -> Result<u64, StoreError> {
    Ok(run::first(conn, &journal::total(), |mut row| row.count())?.unwrap_or(0))
}

/// Gives every act of an office, page by page.
pub(super) fn acts(
    conn: &Connection,
    office: &str,
    mut take: impl FnMut(KeptAct) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut from = 0;
    loop {
        let page = run::all(conn, &journal::whole(office, from, PAGE), KeptAct::read)?;
        let full = page.len() >= PAGE as usize;
        for act in page {
            from = act.seq + 1;
            take(act)?;
        }
        if !full {
            return Ok(());
        }
    }
}

/// Computes every view anew and puts them in place of the old, in one transaction. Gives how many acts were read.
pub(super) fn rebuild(conn: &Connection, path: &Path, report: Report<'_>) -> Result<u64, StoreError> {
    replaced(conn, path, report, || total(conn))
}

/// The same after `first`, in the same transaction; gives what that gave.
pub(super) fn replaced<T>(
    conn: &Connection,
    path: &Path,
    report: Report<'_>,
    first: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let done = with_fresh(conn, path, |views| {
        conn.execute_batch("BEGIN IMMEDIATE").map_err(fault)?;
        let done = first()?;
        within(conn, views, report)?;
        conn.execute_batch("COMMIT").map_err(fault)?;
        Ok(done)
    })?;
    // A long read may keep the log for now; the next commit after it moves it.
    let _ = empty_log(conn);
    Ok(done)
}

/// Computes and swaps within a transaction that is open, the fresh tables attached.
fn within(conn: &Connection, views: &Views, report: Report<'_>) -> Result<(), StoreError> {
    let (total, mut read) = (total(conn)?, 0);
    for (code, _) in heads(conn)? {
        let mut office = Office { conn, code: &code, views, replay: Replay::default() };
        acts(conn, &code, |kept| {
            office.take(&path::recall(&kept.written)?)?;
            read += 1;
            if read % u64::from(PAGE) == 0 {
                report(read, Some(total));
            }
            Ok(())
        })?;
        office.hand_over()?;
    }
    swap(conn)?;
    report(read, Some(total));
    Ok(())
}

fn swap(conn: &Connection) -> Result<(), StoreError> {
    let old = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name LIKE 'v\\_%' ESCAPE '\\'";
    for name in run::all(conn, &Ask::new(old, vec![]), |mut row| row.text())? {
        conn.execute_batch(&format!("DROP TABLE main.\"{}\"", name.replace('"', "\"\""))).map_err(fault)?;
    }
    for table in TABLES {
        let (fresh, here) = (schema::view_name(FRESH, table), schema::view_name("main.", table));
        let columns = sql::columns(table).join(", ");
        let copy = format!(
            "INSERT INTO {here} ({columns}) SELECT {columns} FROM {fresh} ORDER BY \"office\", \"key\""
        );
        conn.execute_batch(&schema::create_view(Dialect::Sqlite, "main.", table)).map_err(fault)?;
        conn.execute_batch(&copy).map_err(fault)?;
        schema::create_indexes(table).iter().try_for_each(|i| conn.execute_batch(i)).map_err(fault)?;
    }
    conn.execute_batch("DELETE FROM view_version").map_err(fault)?;
    run::execute(conn, "INSERT INTO view_version (fingerprint) VALUES ($1)", &[schema::fingerprint().into()])
        .map(|_| ())
}

/// Checks every journal and compares every view, naming at most `limit` differences.
pub(super) fn check(
    conn: &Connection,
    path: &Path,
    limit: usize,
    report: Report<'_>,
) -> Result<Vec<Drift>, StoreError> {
    with_fresh(conn, path, |views| {
        conn.execute_batch("BEGIN").map_err(fault)?;
        let (total, mut read) = (total(conn)?, 0);
        let mut all = run::all(conn, &journal::strays(), fsck::stray)?;
        let marks = run::all(conn, &draft::marks_of(DESTROYED), |mut row| row.text())?;
        let destroyed = fsck::destroyed(marks);
        for (code, head) in heads(conn)? {
            let mut office = Office { conn, code: &code, views, replay: Replay::default() };
            let mut walk = Walk::new(&code, destroyed.clone());
            acts(conn, &code, |kept| {
                let (wrong, rec) = walk.push(&kept);
                all.extend(wrong);
                // An act that no rule can follow is a difference as well; the rest is still compared.
                if let Some(Err(error)) = rec.map(|rec| office.take(&rec)) {
                    all.push(unplayable(&code, kept.seq, &error)?);
                }
                read += 1;
                if read % u64::from(PAGE) == 0 {
                    report(read, Some(total));
                }
                Ok(())
            })?;
            office.hand_over()?;
            all.extend(walk.finish(head.as_ref()));
        }
        for table in TABLES {
            let most = i64::try_from(limit.saturating_sub(all.len())).unwrap_or(i64::MAX);
            let ask = Ask::built(sql::differences(table, "main.", FRESH), vec![most.into()]);
            all.extend(run::all(conn, &ask, |row: Cells| fsck::view_drift(table.name, row))?);
        }
        report(read, Some(total));
        all.truncate(limit);
        Ok(all)
    })
}

fn unplayable(office: &str, seq: u64, error: &StoreError) -> Result<Drift, StoreError> {
    match error {
        StoreError::Damaged(what) => Ok(Drift {
            kind: DriftKind::Journal,
            table: "journal".to_owned(),
            office: office.to_owned(),
            key: seq.to_string(),
            what: what.clone(),
        }),
        other => Err(super::fault::again(other)),
    }
}
