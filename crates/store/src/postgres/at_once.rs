//! Writing acts in one statement. What the last transaction left is remembered; acts are decided from it before the
//! database is asked, and the statement that writes them first takes the lock and compares all they were decided
//! from: the heads of their offices, the rows of the views, and the officers' standing. Where anything differs
//! nothing is written, and the acts go the longer way, which reads everything under the lock.

use deadpool_postgres::Pool;
use roznamcha_acts::engine::Entered;
use roznamcha_acts::rows::{Known, RowKey, View};
use roznamcha_acts::views::{CounterRow, DeskRow};
use roznamcha_journal::tree::Frontier;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::batch::{Bench, Offices, Outcomes, salt};
use super::fault::Fault;
use super::pending::Pending;
use super::run;
use crate::ask::journal;
use crate::cell::Cell;
use crate::path::{self, Step, Writing};
use crate::schema::view_name;
use crate::{JournalHead, Proposal, Receipt, Standing};

/// Offices remembered by one worker, and rows of one office, at most.
const MOST: usize = 200;
/// Views whose rows are remembered: those that nearly every act reads. They hold no person.
const TABLES: [&str; 2] = [DeskRow::TABLE.name, CounterRow::TABLE.name];

/// What a worker remembers of its offices. It may be thrown away at any moment.
#[derive(Default)]
pub(super) struct Memory(Offices);

impl Memory {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Remembers offices as a transaction that was committed left them.
    pub fn keep(&mut self, offices: Offices) {
        if self.0.len() + offices.len() > MOST {
            self.clear();
        }
        for (code, mut office) in offices {
            office.known.keep_only(&TABLES);
            if office.known.rows_known() > MOST {
                office.known = Known::default();
            }
            self.0.insert(code, office);
        }
    }
}

/// What acts were decided from, and what they are to write.
#[derive(Default)]
struct Work {
    offices: Offices,
    /// The last leaf of each office before these acts.
    leaves: BTreeMap<String, Cell>,
    /// The rows of views that were read, as they stood before these acts.
    bodies: BTreeMap<RowKey, Option<String>>,
    officers: BTreeMap<String, Arc<Standing>>,
    ids: BTreeSet<String>,
    pending: Pending,
}

/// Writes acts in one statement, if all of them may be written by what is remembered; `None` when they must go the
/// longer way. Nothing is remembered of their offices unless they were written.
pub(super) async fn write(
    pool: &Pool,
    bench: &Bench,
    memory: &mut Memory,
    proposals: &[Proposal],
) -> Result<Option<Outcomes>, Fault> {
    let mut work = Work::default();
    let mut outcomes = Outcomes::with_capacity(proposals.len());
    for proposal in proposals {
        match work.decide(bench, memory, proposal)? {
            Some(receipt) => outcomes.push(Ok(receipt)),
            None => return Ok(None),
        }
    }
    let Work { offices, leaves, bodies, officers, pending, .. } = work;
    let Some(puts) = pending.puts()? else { return Ok(None) };
    let (sql, columns) = question(leaves, &bodies, &officers);
    let conn = pool.get().await?;
    if run::put_if_so(&conn, &sql, columns, puts).await? == 0 {
        return Ok(None);
    }
    memory.keep(offices);
    Ok(Some(outcomes))
}

impl Work {
    fn decide(
        &mut self,
        bench: &Bench,
        memory: &mut Memory,
        proposal: &Proposal,
    ) -> Result<Option<Receipt>, Fault> {
        let code = &proposal.act.office;
        if !self.offices.contains_key(code) {
            let Some(office) = memory.0.remove(code) else { return Ok(None) };
            let Some(head) = &office.head else { return Ok(None) };
            self.leaves.insert(code.clone(), (&head.leaf).into());
            self.remember(&DeskRow::at(code, DeskRow::KEY), &office.known);
            self.offices.insert(code.clone(), office);
        }
        if let Some(by) = &proposal.by {
            let first = self.officers.entry(by.session.token_hash.clone()).or_insert_with(|| by.clone());
            if !first.is_as(by) || by.account.is_none() {
                return Ok(None);
            }
        }
        if !self.ids.insert(proposal.act.id.to_string()) {
            return Ok(None);
        }
        let Some(office) = self.offices.get(code) else { return Ok(None) };
        let written = bench.clock.now();
        let mut writing = Writing::new(proposal.clone(), written, salt()?);
        let head = office.head.as_ref().map(journal::link_head);
        // A refusal is told only once it has been decided under the lock.
        let Ok(Step::Enter(entered)) = writing.step(bench.law.as_ref(), head.as_ref(), &office.known) else {
            return Ok(None);
        };
        self.enter(code, &entered, written);
        Ok(Some(path::receipt(&entered, written)))
    }

    /// Notes how a row stands before these acts, if that is known.
    fn remember(&mut self, key: &RowKey, known: &Known) {
        if let Some(body) = known.body(key).filter(|_| !self.bodies.contains_key(key)) {
            self.bodies.insert(key.clone(), body.map(str::to_owned));
        }
    }

    fn enter(&mut self, code: &str, entered: &Entered, written: roznamcha_acts::Moment) {
        let Some(mut office) = self.offices.remove(code) else { return };
        let mut frontier = office.head.take().map_or_else(Frontier::new, |h| h.frontier);
        frontier.append(entered.linked.leaf);
        let head =
            JournalHead { seq: entered.linked.header.seq, leaf: entered.linked.leaf, written, frontier };
        let before: BTreeSet<RowKey> = self.pending.touched().cloned().collect();
        self.pending.act(entered, written, &head);
        let new: Vec<RowKey> = self.pending.touched().filter(|k| !before.contains(*k)).cloned().collect();
        new.iter().for_each(|key| self.remember(key, &office.known));
        entered.changes.iter().for_each(|change| office.known.apply(change));
        office.head = Some(head);
        self.offices.insert(code.to_owned(), office);
    }
}

/// The expression `so`, which has a row if everything stands as it was remembered, and those before it; and the lists
/// they are over. The heads stay locked until the statement's end.
fn question(
    leaves: BTreeMap<String, Cell>,
    bodies: &BTreeMap<RowKey, Option<String>>,
    officers: &BTreeMap<String, Arc<Standing>>,
) -> (String, Vec<Vec<Cell>>) {
    let (offices, leaves): (Vec<Cell>, Vec<Cell>) =
        leaves.into_iter().map(|(office, leaf)| (Cell::from(office), leaf)).unzip();
    let mut columns = vec![offices, leaves];
    let mut so = "(SELECT count(*) FROM held) = cardinality($1)".to_owned();
    for table in [DeskRow::TABLE, CounterRow::TABLE] {
        let rows: Vec<_> = bodies.iter().filter(|(key, _)| key.table == table.name).collect();
        if rows.is_empty() {
            continue;
        }
        let n = columns.len();
        columns.push(rows.iter().map(|(key, _)| Cell::from(&key.office)).collect());
        columns.push(rows.iter().map(|(key, _)| Cell::from(&key.key)).collect());
        columns.push(rows.iter().map(|(_, body)| Cell::from(body.as_ref())).collect());
        so.push_str(&format!(
            " AND NOT EXISTS (SELECT 1 FROM unnest(${}::text[], ${}::text[], ${}::text[]) w(o, k, b) \
             LEFT JOIN {} v ON v.\"office\" = w.o AND v.\"key\" = w.k WHERE v.\"body\" IS DISTINCT FROM w.b)",
            n + 1,
            n + 2,
            n + 3,
            view_name("", table)
        ));
    }
    if !officers.is_empty() {
        so.push_str(" AND ");
        so.push_str(&crate::standing::unchanged(columns.len()));
        columns.extend(crate::standing::columns(officers.values().map(AsRef::as_ref)));
    }
    let held = "held AS (SELECT h.office FROM unnest($1::text[], $2::bytea[]) w(office, leaf) \
                JOIN head h ON h.office = w.office AND h.leaf = w.leaf ORDER BY h.office FOR UPDATE OF h)";
    (format!("{held}, so AS MATERIALIZED (SELECT 1 WHERE {so})"), columns)
}
