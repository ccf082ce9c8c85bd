//! One transaction of the writer: what several jobs write together, and what they know of the rows they touch.

use roznamcha_acts::Moment;
use roznamcha_acts::engine::Entered;
use roznamcha_acts::law::Law;
use roznamcha_acts::rows::{Change, Known, Row, Want};
use roznamcha_journal::Salt;
use roznamcha_journal::tree::Frontier;
use rusqlite::Connection;
use std::collections::HashMap;

use super::run;
use crate::ask::{draft, file, journal};
use crate::cell::{Ask, Cell};
use crate::load::put_head;
use crate::path::{self, Step, Writing};
use crate::sql::{VIEWS, Views};
use crate::{Clock, JournalHead, Proposal, Receipt, StoreError, destroyed_hash, destroyed_mark, standing};

/// What a batch knows of an office: where its journal stands, and the rows its acts read or wrote. Known rows are
/// not read again: the desk and the counters are touched by every act.
#[derive(Default)]
struct Office {
    head: Option<JournalHead>,
    known: Known,
    /// The head is to be put before the job ends.
    moved: bool,
}

/// A transaction that is open.
pub(super) struct Batch<'a> {
    /// The writer's connection, in its transaction.
    pub conn: &'a Connection,
    clock: &'a dyn Clock,
    law: &'a dyn Law,
    offices: HashMap<String, Office>,
    /// The job that runs has written something.
    wrote: bool,
    /// Content was removed: the log must be emptied after the commit.
    pub expunged: bool,
}

impl<'a> Batch<'a> {
    pub fn new(conn: &'a Connection, clock: &'a dyn Clock, law: &'a dyn Law) -> Self {
        Self { conn, clock, law, offices: HashMap::new(), wrote: false, expunged: false }
    }

    /// Before each job.
    pub fn begin_job(&mut self) {
        self.wrote = false;
    }

    /// After a job that was rolled back: what it made known is not so.
    pub fn undo_job(&mut self) {
        if self.wrote {
            self.offices.clear();
        }
    }

    /// After a job that stands: puts the heads it moved.
    pub fn end_job(&mut self) -> Result<(), StoreError> {
        for (code, office) in self.offices.iter_mut().filter(|(_, o)| o.moved) {
            if let Some(head) = &office.head {
                run::tell(self.conn, &put_head(code, head))?;
            }
            office.moved = false;
        }
        Ok(())
    }

    /// Writes one act, or gives its first receipt again.
    pub fn write(&mut self, proposal: Proposal) -> Result<Receipt, StoreError> {
        if let Some(by) = &proposal.by {
            let now = run::all(self.conn, &standing::one(&by.session.token_hash), Ok)?;
            if !standing::read(now)?.values().any(|now| now.is_as(by)) {
                return Err(StoreError::Moved);
            }
        }
        let ask = journal::by_id(&proposal.act.id.to_string());
        if let Some(kept) = run::first(self.conn, &ask, journal::read)? {
            return path::repeated(&proposal.act, &kept);
        }
        let written = self.clock.now();
        let salt = salt()?;
        let code = proposal.act.office.clone();
        let mut office = match self.offices.remove(&code) {
            Some(office) => office,
            None => Office {
                head: run::first(self.conn, &journal::head(&code), journal::read_head)?,
                ..Office::default()
            },
        };
        office.known.forget_files();
        let entered = self.decide(proposal, written, salt, &mut office);
        let kept = entered.and_then(|entered| {
            self.wrote = true;
            self.keep(&entered, written, &mut office)?;
            Ok(path::receipt(&entered, written))
        });
        self.offices.insert(code, office);
        kept
    }

    fn decide(
        &self,
        proposal: Proposal,
        written: Moment,
        salt: Salt,
        office: &mut Office,
    ) -> Result<Box<Entered>, StoreError> {
        let code = proposal.act.office.clone();
        let head = office.head.as_ref().map(journal::link_head);
        let mut writing = Writing::new(proposal, written, salt);
        loop {
            match writing.step(self.law, head.as_ref(), &office.known)? {
                Step::Enter(entered) => return Ok(entered),
                Step::Ask(wants) => {
                    for want in wants {
                        answer(self.conn, &code, want, &VIEWS, &mut office.known)?;
                    }
                }
            }
        }
    }

    fn keep(&mut self, entered: &Entered, written: Moment, office: &mut Office) -> Result<(), StoreError> {
        let (header, linked) = (&entered.linked.header, &entered.linked);
        let key: [Cell; 2] = [(&header.office).into(), header.seq.into()];
        let act: [Cell; 6] = [
            (&header.act).into(),
            (&header.kind).into(),
            (&header.officer).into(),
            written.millis().into(),
            linked.bytes.clone().into(),
            (&linked.leaf).into(),
        ];
        let content: [Cell; 2] = [(&entered.salt).into(), entered.content.clone().into()];
        run::execute(self.conn, journal::PUT, &[key.as_slice(), &act].concat())?;
        run::execute(self.conn, journal::PUT_CONTENT, &[key.as_slice(), &content].concat())?;
        change(self.conn, &VIEWS, &entered.changes)?;
        for gone in &entered.expunges {
            run::execute(self.conn, journal::EXPUNGE, &[(&header.office).into(), gone.into()])?;
            run::tell(self.conn, &Ask::new("DELETE FROM draft WHERE id = $1", vec![gone.into()]))?;
            run::tell(self.conn, &draft::put_mark(&destroyed_mark(&destroyed_hash(gone)), ""))?;
            self.expunged = true;
        }
        for sha256 in path::withdrawn(entered) {
            for ask in file::drop_unheld(sha256, i64::MAX) {
                run::tell(self.conn, &ask)?;
            }
        }
        let before = office.head.take();
        let mut frontier = before.map_or_else(Frontier::new, |h| h.frontier);
        frontier.append(linked.leaf);
        office.head = Some(JournalHead { seq: header.seq, leaf: linked.leaf, written, frontier });
        office.moved = true;
        if entered.expunges.is_empty() {
            entered.changes.iter().for_each(|c| office.known.apply(c));
            if office.known.has(&Want::Act(header.act.clone())) {
                office.known.act_found(header.act.clone(), Some(entered.recorded.clone()));
            }
        } else {
            office.known = Known::default();
        }
        Ok(())
    }
}

/// Answers a want from the tables; `views` says which.
pub(super) fn answer(
    conn: &Connection,
    office: &str,
    want: Want,
    views: &Views,
    known: &mut Known,
) -> Result<(), StoreError> {
    match want {
        Want::Row(key) => {
            let body = run::body(conn, &views.of(key.table)?.body, &key.office, &key.key)?;
            known.row(key, body);
        }
        Want::Act(id) => {
            let kept = run::first(conn, &journal::act(office, &id), journal::read)?;
            known.act_found(id, kept.map(|k| path::recall(&k)).transpose()?);
        }
        Want::File(sha256) => {
            let ask = Ask::new(file::SENT, vec![(&sha256).into(), office.into()]);
            known.file_found(sha256, run::first(conn, &ask, file::read_fact)?);
        }
    }
    Ok(())
}

/// Writes changes to the views' tables.
pub(super) fn change(conn: &Connection, views: &Views, changes: &[Change]) -> Result<(), StoreError> {
    for change in changes {
        match change {
            Change::Put(row) => run::execute(conn, &views.of(row.key.table)?.put, &cells(row))?,
            Change::Delete(key) => {
                let at = [(&key.office).into(), (&key.key).into()];
                run::execute(conn, &views.of(key.table)?.delete, &at)?
            }
        };
    }
    Ok(())
}

fn cells(row: &Row) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(row.columns.len() + 3);
    cells.push((&row.key.office).into());
    cells.push((&row.key.key).into());
    cells.extend(row.columns.iter().map(Cell::from));
    cells.push((&row.body).into());
    cells
}

fn salt() -> Result<Salt, StoreError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| StoreError::Unavailable(format!("no chance to be had: {e}")))?;
    Ok(Salt(bytes))
}
