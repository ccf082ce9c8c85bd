//! Computing views anew beside those in use: to put them in their place, or to compare.

use deadpool_postgres::{Object, Pool};
use roznamcha_acts::act::Recorded;
use roznamcha_acts::rows::Change;
use roznamcha_acts::views::TABLES;

use super::fault::Fault;
use super::look::{Answer, Wanted};
use super::roles::quoted;
use super::tx::Tx;
use super::{pending, run};
use crate::ask::{draft, journal};
use crate::cell::Ask;
use crate::fsck::{self, KeptAct, Walk};
use crate::replay::Replay;
use crate::schema::{self, Dialect, create_view, view_name};
use crate::{DESTROYED, Drift, DriftKind, JournalHead, Progress, StoreError, path, sql};

/// Where views in use are.
pub(super) const VIEWS: &str = "views.";
/// Where views are computed that are to be put in their place: tables that are kept, so that the swap moves no row.
const FRESH: &str = "fresh.";
/// Where views are computed that are only compared: tables that vanish with the transaction.
const PASSING: &str = "pg_temp.";
/// Acts read at a time.
const PAGE: u32 = 500;

/// Keeps every node from writing acts until the transaction ends; reading goes on.
pub(super) const ALONE: &str =
    "SET LOCAL idle_in_transaction_session_timeout = 0; LOCK TABLE head IN EXCLUSIVE MODE";

/// One office's views, being computed into the tables at `place`.
struct Office<'a> {
    conn: &'a Object,
    code: &'a str,
    place: &'a str,
    replay: Replay,
}

impl<'a> Office<'a> {
    fn new(conn: &'a Object, code: &'a str, place: &'a str) -> Self {
        Self { conn, code, place, replay: Replay::default() }
    }

    async fn take(&mut self, rec: &Recorded) -> Result<(), StoreError> {
        loop {
            let wants = self.replay.wants(rec)?;
            if wants.is_empty() {
                break;
            }
            let mut wanted = Wanted::default();
            wanted.add(self.code, wants);
            let work = wanted.statements(self.conn, self.place).await?;
            let found = wanted.read(run::flow(self.conn, None, work, None).await?)?;
            wanted.answers(found, |answer| match answer {
                Answer::Row(key, body) => self.replay.answer_row(key, body),
                Answer::Act(_, id, act) => self.replay.answer_act(id, act.map(|a| *a)),
                // Projecting asks for no file.
                Answer::File(..) => {}
            });
        }
        if self.replay.project(rec)? { self.hand_over().await } else { Ok(()) }
    }

    async fn hand_over(&mut self) -> Result<(), StoreError> {
        let all: Vec<Change> = self.replay.hand_over();
        let work = pending::changes(self.conn, self.place, all.into_iter()).await?;
        run::flow(self.conn, None, work, None).await?;
        Ok(())
    }
}

/// Every office that is named, and its head.
async fn heads(conn: &Object) -> Result<Vec<(String, Option<JournalHead>)>, StoreError> {
    let named = run::all(conn, &journal::heads(), |mut row| Ok((row.text()?, row.maybe_int()?))).await?;
    let mut all = Vec::with_capacity(named.len());
    for (office, seq) in named {
        let head = match seq {
            Some(_) => run::first(conn, &journal::head(&office), journal::read_head).await?,
            None => None,
        };
        all.push((office, head));
    }
    Ok(all)
}

async fn total(conn: &Object) -> Result<u64, StoreError> {
    Ok(run::first(conn, &journal::total(), |mut row| row.count()).await?.unwrap_or(0))
}

/// The next acts of an office from a number on, and the number to go on from if there may be more.
pub(super) async fn page(
    conn: &Object,
    office: &str,
    from: u64,
) -> Result<(Vec<KeptAct>, Option<u64>), StoreError> {
    let page = run::all(conn, &journal::whole(office, from, PAGE), KeptAct::read).await?;
    let more = page.len() >= PAGE as usize;
    let next = page.last().filter(|_| more).map(|act| act.seq + 1);
    Ok((page, next))
}

/// Computes every view anew and puts them in place of the old, in one transaction. Gives how many acts were read.
pub(super) async fn rebuild(pool: &Pool, progress: Progress<'_>) -> Result<u64, StoreError> {
    let tx = Tx::begin(pool, "BEGIN").await?;
    run::say(&tx, ALONE).await?;
    let read = within(&tx, progress).await?;
    tx.commit().await?;
    Ok(read)
}

/// The same where the views were made for another build; of nodes that start together, one does it.
pub(super) async fn bring_up_to_date(pool: &Pool) -> Result<(), StoreError> {
    let ask = Ask::new("SELECT fingerprint FROM view_version", vec![]);
    let fits = |made_for: Option<String>| made_for == Some(schema::fingerprint());
    let conn = pool.get().await.map_err(Fault::from)?;
    if fits(run::first(&conn, &ask, |mut row| row.text()).await?) {
        return Ok(());
    }
    drop(conn);
    let tx = Tx::begin(pool, "BEGIN").await?;
    run::say(&tx, ALONE).await?;
    if !fits(run::first(&tx, &ask, |mut row| row.text()).await?) {
        within(&tx, &|_, _| {}).await?;
    }
    Ok(tx.commit().await?)
}

/// Computes and swaps within a transaction in which nobody else writes.
pub(super) async fn within(conn: &Object, progress: Progress<'_>) -> Result<u64, StoreError> {
    become_owner(conn).await?;
    for table in TABLES {
        run::say(conn, &create_view(Dialect::Postgres, FRESH, table)).await?;
    }
    let (total, mut read) = (total(conn).await?, 0);
    for (code, _) in heads(conn).await? {
        let mut office = Office::new(conn, &code, FRESH);
        let mut from = Some(0);
        while let Some(start) = from {
            let (acts, next) = page(conn, &code, start).await?;
            for act in &acts {
                office.take(&path::recall(&act.written)?).await?;
                read += 1;
            }
            progress(read, Some(total));
            from = next;
        }
        office.hand_over().await?;
    }
    swap(conn).await?;
    progress(read, Some(total));
    Ok(read)
}

/// The views belong to the application's role, whoever computes them.
async fn become_owner(conn: &Object) -> Result<(), StoreError> {
    let owner = Ask::new(
        "SELECT pg_get_userbyid(nspowner)::text FROM pg_catalog.pg_namespace \
         WHERE nspname = 'views' AND pg_get_userbyid(nspowner) <> current_user",
        vec![],
    );
    if let Some(role) = run::first(conn, &owner, |mut row| row.text()).await? {
        run::say(conn, &format!("SET LOCAL ROLE {}", quoted(&role))).await?;
    }
    Ok(())
}

/// Puts the fresh tables in place of those in use. Whoever reads waits for a moment, not for the computing.
async fn swap(conn: &Object) -> Result<(), StoreError> {
    // The statements that make indexes do not say where.
    run::say(conn, "SET LOCAL search_path = fresh, public").await?;
    for table in TABLES {
        for index in schema::create_indexes(table) {
            run::say(conn, &index).await?;
        }
        run::say(conn, &format!("ANALYZE {}", view_name(FRESH, table))).await?;
    }
    let old = Ask::new("SELECT tablename::text FROM pg_catalog.pg_tables WHERE schemaname = 'views'", vec![]);
    for name in run::all(conn, &old, |mut row| row.text()).await? {
        run::say(conn, &format!("DROP TABLE views.{}", quoted(&name))).await?;
    }
    for table in TABLES {
        run::say(conn, &format!("ALTER TABLE {} SET SCHEMA views", view_name(FRESH, table))).await?;
    }
    run::say(conn, "DELETE FROM view_version").await?;
    let now =
        Ask::new("INSERT INTO view_version (fingerprint) VALUES ($1)", vec![schema::fingerprint().into()]);
    run::tell(conn, &now).await?;
    Ok(())
}

/// Begins a transaction that sees one moment, with the views' tables held so that none is swapped under it.
pub(super) async fn at_one_moment(pool: &Pool, views: bool) -> Result<Tx, Fault> {
    let tx = Tx::begin(pool, "BEGIN ISOLATION LEVEL REPEATABLE READ").await?;
    run::say(&tx, "SET LOCAL idle_in_transaction_session_timeout = 0").await?;
    if views {
        let names: Vec<String> = TABLES.iter().map(|t| view_name(VIEWS, t)).collect();
        run::say(&tx, &format!("LOCK TABLE {} IN ACCESS SHARE MODE", names.join(", "))).await?;
    }
    Ok(tx)
}

/// Checks every journal and compares every view, naming at most `limit` differences; changes nothing and keeps
/// nobody from writing.
pub(super) async fn check(
    pool: &Pool,
    limit: usize,
    progress: Progress<'_>,
) -> Result<Vec<Drift>, StoreError> {
    let tx = at_one_moment(pool, true).await?;
    for table in TABLES {
        run::say(&tx, &create_view(Dialect::Postgres, PASSING, table)).await?;
    }
    let (total, mut read) = (total(&tx).await?, 0);
    let mut all = run::all(&tx, &journal::strays(), fsck::stray).await?;
    let marks = run::all(&tx, &draft::marks_of(DESTROYED), |mut row| row.text()).await?;
    let destroyed = fsck::destroyed(marks);
    for (code, head) in heads(&tx).await? {
        let mut office = Office::new(&tx, &code, PASSING);
        let mut walk = Walk::new(&code, destroyed.clone());
        let mut from = Some(0);
        while let Some(start) = from {
            let (acts, next) = page(&tx, &code, start).await?;
            for act in &acts {
                let (wrong, rec) = walk.push(act);
                all.extend(wrong);
                let Some(rec) = rec else { continue };
                // An act that no rule can follow is a difference as well; the rest is still compared.
                match office.take(&rec).await {
                    Err(StoreError::Damaged(what)) => all.push(unplayable(&code, act.seq, what)),
                    done => done?,
                }
            }
            read += u64::try_from(acts.len()).unwrap_or(0);
            progress(read, Some(total));
            from = next;
        }
        office.hand_over().await?;
        all.extend(walk.finish(head.as_ref()));
    }
    for table in TABLES {
        let most = i64::try_from(limit.saturating_sub(all.len())).unwrap_or(i64::MAX);
        let ask = Ask::built(sql::differences(table, VIEWS, PASSING), vec![most.into()]);
        all.extend(run::all(&tx, &ask, |row| fsck::view_drift(table.name, row)).await?);
    }
    all.truncate(limit);
    Ok(all)
}

fn unplayable(office: &str, seq: u64, what: String) -> Drift {
    Drift {
        kind: DriftKind::Journal,
        table: "journal".to_owned(),
        office: office.to_owned(),
        key: seq.to_string(),
        what,
    }
}
