//! Dumps, their loading, and the state hash. What is written to and read from outside may block, so that is done on
//! threads for it, with a few lines in between.

use deadpool_postgres::{Object, Pool};
use roznamcha_acts::views::TABLES;
use roznamcha_journal::Hash;
use std::io::{self, BufRead, Write};
use tokio::sync::mpsc;

use super::compute::{self, ALONE, VIEWS, at_one_moment};
use super::run;
use super::tx::Tx;
use crate::ask::{account, audit, draft, file, journal, session};
use crate::cell::{Ask, Cells, damaged};
use crate::dump::{Line, Lines, Reading};
use crate::load::Loading;
use crate::schema;
use crate::sql::Views;
use crate::{Progress, StoreError};

/// Lines, or statements, handed over together.
const TOGETHER: usize = 1_000;

/// Takes lines on another thread.
struct Writer {
    waiting: Vec<Line>,
    to: mpsc::Sender<Vec<Line>>,
}

impl Writer {
    async fn put(&mut self, line: Line) -> Result<(), StoreError> {
        self.waiting.push(line);
        if self.waiting.len() < TOGETHER { Ok(()) } else { self.flush().await }
    }

    async fn flush(&mut self) -> Result<(), StoreError> {
        // The thread ends early only on an error of its own, which is the one that is told.
        let gone = |_| StoreError::Unavailable("the dump cannot be written".to_owned());
        self.to.send(std::mem::take(&mut self.waiting)).await.map_err(gone)
    }
}

/// Where lines go.
enum Out {
    Writer(Writer),
    Hash(Lines<io::Sink>),
}

impl Out {
    async fn put(&mut self, line: Line) -> Result<(), StoreError> {
        match self {
            Self::Writer(writer) => writer.put(line).await,
            Self::Hash(lines) => lines.put(&line),
        }
    }
}

/// Writes everything kept, as of one moment. Gives how many lines.
pub(super) async fn dump(pool: &Pool, to: Box<dyn Write + Send>) -> Result<u64, StoreError> {
    let tx = at_one_moment(pool, false).await?;
    let (sender, mut inbox) = mpsc::channel::<Vec<Line>>(2);
    let thread = tokio::task::spawn_blocking(move || {
        let mut lines = Lines::new(io::BufWriter::new(to))?;
        while let Some(some) = inbox.blocking_recv() {
            if some.is_empty() {
                return lines.end().map(|(count, _)| Some(count));
            }
            some.iter().try_for_each(|line| lines.put(line))?;
        }
        // Reading broke off: a dump without its last line is no dump.
        Ok(None)
    });
    let mut out = Out::Writer(Writer { waiting: Vec::new(), to: sender });
    let read = kept(&tx, &mut out).await;
    if let (Out::Writer(mut writer), true) = (out, read.is_ok()) {
        if !writer.waiting.is_empty() {
            let _ = writer.flush().await;
        }
        // An empty handful says that it was the last.
        let _ = writer.flush().await;
    }
    let written = thread.await.map_err(|e| StoreError::Unavailable(e.to_string()))??;
    read?;
    written.ok_or_else(|| StoreError::Unavailable("the dump was not finished".to_owned()))
}

/// The hash over everything kept and every view.
pub(super) async fn state_hash(pool: &Pool) -> Result<Hash, StoreError> {
    let tx = at_one_moment(pool, true).await?;
    let mut out = Out::Hash(Lines::new(io::sink())?);
    kept(&tx, &mut out).await?;
    let Out::Hash(mut lines) = out else { return Err(damaged("a hash was begun as a dump")) };
    let views = Views::at(VIEWS);
    for table in TABLES {
        let all = Ask::built(views.of(table.name)?.all.clone(), vec![]);
        let mut rows = run::Stream::new(&tx, &all).await?;
        while let Some(mut row) = rows.next().await? {
            let (office, key) = (row.text()?, row.text()?);
            let columns: Result<Vec<_>, _> = table.columns.iter().map(|_| row.value()).collect();
            lines.put(&(table.name, office, key, columns?, row.text()?))?;
        }
    }
    Ok(lines.end()?.1)
}

async fn kept(conn: &Object, out: &mut Out) -> Result<(), StoreError> {
    for office in run::all(conn, &journal::offices(), |mut row| row.text()).await? {
        let mut from = Some(0);
        while let Some(start) = from {
            let (acts, next) = compute::page(conn, &office, start).await?;
            for act in acts {
                out.put(Line::act(&office, act)?).await?;
            }
            from = next;
        }
    }
    let put = |ask: Ask, read: fn(Cells) -> Result<Line, StoreError>| (ask, read);
    let tables = [
        put(draft::checkpoints(), |mut row| {
            Ok(Line::Checkpoint { office: row.text()?, size: row.count()?, note: row.text()? })
        }),
        put(account::all(), |row| Ok(Line::Account(account::read(row)?))),
        put(session::all(), |row| Ok(Line::Session(session::read(row)?))),
        put(account::attempts(), |row| {
            let (id, attempt) = account::read_attempt(row)?;
            Ok(Line::Attempt { id, attempt })
        }),
        put(audit::all(), |row| Ok(Line::Audit(Box::new(audit::read(row)?)))),
        put(draft::all(), |row| Ok(Line::Draft(draft::read(row)?))),
        put(draft::marks(), |mut row| Ok(Line::Mark { name: row.text()?, value: row.text()? })),
        put(file::all(), |row| Ok(Line::File(Box::new(file::read(row)?)))),
        put(file::all_uploads(), |row| Ok(Line::Upload(Box::new(file::read_upload(row)?)))),
    ];
    for (ask, read) in tables {
        let mut rows = run::Stream::new(conn, &ask).await?;
        while let Some(row) = rows.next().await? {
            out.put(read(row)?).await?;
        }
    }
    Ok(())
}

/// Reads a dump into an empty store, in one transaction, and computes the views. Gives how many lines.
pub(super) async fn load(
    pool: &Pool,
    from: Box<dyn BufRead + Send>,
    progress: Progress<'_>,
) -> Result<u64, StoreError> {
    let tx = Tx::begin(pool, "BEGIN").await?;
    run::say(&tx, ALONE).await?;
    for table in schema::kept() {
        let any = format!("SELECT 1 FROM {} LIMIT 1", table.name);
        if !run::rows(&tx, &Ask::built(any, vec![])).await?.is_empty() {
            let name = table.name;
            return Err(StoreError::Misused(format!(
                "the store is not empty (`{name}`); load into a new one"
            )));
        }
    }
    let (sender, mut inbox) = mpsc::channel::<Vec<Ask>>(2);
    let thread = tokio::task::spawn_blocking(move || read_all(from, &sender));
    let mut put = 0;
    while let Some(asks) = inbox.recv().await {
        put += u64::try_from(asks.len()).unwrap_or(0);
        run::tell_all(&tx, asks).await?;
        progress(put, None);
    }
    let lines = thread.await.map_err(|e| StoreError::Unavailable(e.to_string()))??;
    compute::within(&tx, progress).await?;
    tx.commit().await?;
    Ok(lines)
}

fn read_all(from: Box<dyn BufRead + Send>, to: &mpsc::Sender<Vec<Ask>>) -> Result<u64, StoreError> {
    let stopped = |_| StoreError::Unavailable("loading was given up".to_owned());
    let (mut lines, mut loading, mut waiting) = (Reading::new(from)?, Loading::default(), Vec::new());
    while let Some(line) = lines.next()? {
        waiting.extend(loading.statements(line)?);
        if waiting.len() >= TOGETHER {
            to.blocking_send(std::mem::take(&mut waiting)).map_err(stopped)?;
        }
    }
    waiting.extend(loading.finish());
    to.blocking_send(waiting).map_err(stopped)?;
    Ok(lines.count())
}
