//! One transaction that writes acts: locks their offices, looks up what the rules ask, decides in order, writes all
//! at once. The number of round trips does not grow with the number of acts.

use deadpool_postgres::Pool;
use roznamcha_acts::Moment;
use roznamcha_acts::engine::{self, Entered};
use roznamcha_acts::law::Law;
use roznamcha_acts::rows::{Known, Want};
use roznamcha_journal::tree::Frontier;
use roznamcha_journal::{Salt, Written};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::fault::Fault;
use super::look::{self, Answer, BY_ID, Wanted};
use super::pending::{self, Pending};
use super::run::{self, Lists};
use super::tx::Tx;
use crate::ask::journal;
use crate::cell::{Cell, Cells};
use crate::path::{self, Step, Writing};
use crate::{Clock, JournalHead, Proposal, Receipt, Standing, StoreError, standing};

/// Acts decided between two writes of one transaction, at most.
const CHUNK: usize = 2_000;
/// Looks before the first act is decided; what an act still asks for after them, it asks when it is decided.
const LOOKS: usize = 8;

/// Locks the heads of offices against every other node, in one order, and gives them as they stand then: office,
/// seq, leaf, written_ms, frontier.
const HEADS: &str = "SELECT office, seq, leaf, written_ms, frontier FROM head WHERE office = ANY($1) \
                     ORDER BY office FOR UPDATE";
/// Locks offices that have no head yet, in one order.
const NEW: &str = "SELECT pg_advisory_xact_lock(k)::text FROM \
                   (SELECT DISTINCT hashtextextended(o, 3527118260) k FROM unnest($1::text[]) o ORDER BY 1) keys";

/// What decides: the clock and the law.
#[derive(Clone)]
pub(super) struct Bench {
    pub clock: Arc<dyn Clock>,
    pub law: Arc<dyn Law>,
}

/// What a transaction knows of an office: where its journal stands, and every row its acts read or wrote.
#[derive(Default)]
pub(super) struct Office {
    pub head: Option<JournalHead>,
    pub known: Known,
}

/// Offices as a transaction left them.
pub(super) type Offices = HashMap<String, Office>;

/// How each act of a transaction ended.
pub(super) type Outcomes = Vec<Result<Receipt, StoreError>>;

struct Batch<'a> {
    tx: Tx,
    bench: &'a Bench,
    offices: Offices,
    /// Acts that stand already under an id that was sent.
    standing: HashMap<String, Written>,
    /// Officers behind the sessions whose acts wait, as they stand under the locks.
    officers: HashMap<String, Standing>,
    pending: Pending,
}

/// Writes acts in one transaction, in order; one that is refused leaves the others standing. With `whole`, any
/// other error of one act undoes them all. Gives also how it left the offices; nothing of them when it was undone.
pub(super) async fn write(
    pool: &Pool,
    bench: &Bench,
    proposals: &[Proposal],
    mark: Option<&(String, String)>,
    whole: bool,
) -> Result<(Outcomes, Offices), Fault> {
    let tx = Tx::about_to(pool).await?;
    let offices: BTreeSet<&String> = proposals.iter().map(|p| &p.act.office).collect();
    let mut chunks = proposals.chunks(CHUNK);
    let first = chunks.next().unwrap_or_default();
    let mut batch = Batch {
        tx,
        bench,
        offices: HashMap::new(),
        standing: HashMap::new(),
        officers: HashMap::new(),
        pending: Pending::default(),
    };
    batch.begin(offices, first).await?;
    let mut outcomes = Vec::with_capacity(proposals.len());
    let mut next = Some(first);
    while let Some(chunk) = next {
        if !outcomes.is_empty() {
            batch.flush().await?;
            batch.look(None, None, chunk, true).await?;
        }
        for (i, proposal) in chunk.iter().enumerate() {
            let outcome = batch.act(proposal, chunk.get(i + 1..).unwrap_or_default()).await?;
            let fatal = whole && matches!(&outcome, Err(e) if !matches!(e, StoreError::Refused(_)));
            outcomes.push(outcome);
            if fatal {
                return Ok((outcomes, Offices::new()));
            }
        }
        next = chunks.next();
    }
    let offices = batch.commit(mark).await?;
    Ok((outcomes, offices))
}

impl Batch<'_> {
    /// Begins, locks, and looks up what the first acts are known to ask, in one round trip.
    async fn begin(&mut self, offices: BTreeSet<&String>, acts: &[Proposal]) -> Result<(), Fault> {
        let codes: Vec<Cell> = offices.iter().map(|o| Cell::from(*o)).collect();
        self.offices = offices.iter().map(|o| ((*o).clone(), Office::default())).collect();
        let heads = Lists::new(&self.tx, HEADS, vec![codes.clone()]).await?;
        self.look(Some("BEGIN"), Some(heads), acts, true).await?;
        let new = self.offices.iter().filter(|(_, office)| office.head.is_none());
        let new: Vec<Cell> = new.map(|(code, _)| Cell::from(code)).collect();
        if new.is_empty() {
            return Ok(());
        }
        // Nothing kept another node from writing a first act meanwhile: all is looked up again under the lock.
        let lock = Lists::new(&self.tx, NEW, vec![new]).await?;
        run::flow(&self.tx, None, vec![lock], None).await?;
        self.offices = offices.into_iter().map(|o| (o.clone(), Office::default())).collect();
        self.standing.clear();
        let heads = Lists::new(&self.tx, HEADS, vec![codes]).await?;
        self.look(None, Some(heads), acts, true).await
    }

    /// Looks up what these acts ask, given what is known; with `ids`, also whether their ids stand already. `begin`
    /// and `heads` go before all else, so that what is looked up stands under the locks.
    async fn look(
        &mut self,
        begin: Option<&str>,
        heads: Option<Lists>,
        acts: &[Proposal],
        ids: bool,
    ) -> Result<(), Fault> {
        let (mut begin, mut heads, mut ids) = (begin, heads, ids);
        for _ in 0..LOOKS {
            let mut wanted = self.wanted(acts);
            let (with_heads, with_ids) = (heads.is_some(), std::mem::take(&mut ids));
            if wanted.is_empty() && !with_heads && !with_ids {
                return Ok(());
            }
            let mut work: Vec<Lists> = heads.take().into_iter().collect();
            if with_ids {
                let all = acts.iter().map(|p| Cell::from(p.act.id.to_string())).collect();
                work.push(Lists::new(&self.tx, BY_ID, vec![all]).await?);
            }
            let tokens = if with_ids { tokens(acts) } else { Vec::new() };
            let with_officers = !tokens.is_empty();
            if with_officers {
                work.push(Lists::new(&self.tx, &standing::MANY, vec![tokens]).await?);
            }
            work.extend(wanted.statements(&self.tx, "").await?);
            let mut answers = run::flow(&self.tx, begin.take(), work, None).await?.into_iter();
            if with_heads {
                self.heads(answers.next().unwrap_or_default())?;
            }
            if with_ids {
                self.standing.extend(look::by_id(answers.next().unwrap_or_default())?);
            }
            if with_officers {
                self.officers = standing::read(answers.next().unwrap_or_default())?;
            }
            let found = wanted.read(answers.collect())?;
            self.learn(wanted, found);
        }
        Ok(())
    }

    fn heads(&mut self, rows: Vec<Cells>) -> Result<(), StoreError> {
        for mut row in rows {
            let office = row.text()?;
            self.offices.entry(office).or_default().head = Some(journal::read_head(row)?);
        }
        Ok(())
    }

    fn wanted(&self, acts: &[Proposal]) -> Wanted {
        let mut wanted = Wanted::default();
        let now = self.bench.clock.now();
        for act in acts.iter().map(|p| &p.act) {
            if let Some(office) = self.offices.get(&act.office) {
                wanted.add(&act.office, engine::wants(act, now, &office.known));
            }
        }
        wanted
    }

    fn learn(&mut self, wanted: Wanted, found: look::Found) {
        wanted.answers(found, |answer| match answer {
            // A row belongs to the office that asked: rules ask of their own office only.
            Answer::Row(key, body) => {
                self.offices.entry(key.office.clone()).or_default().known.row(key, body);
            }
            Answer::Act(office, id, act) => {
                self.offices.entry(office).or_default().known.act_found(id, act.map(|a| *a));
            }
            Answer::File(office, sha256, fact) => {
                self.offices.entry(office).or_default().known.file_found(sha256, fact);
            }
        });
    }

    /// Decides one act, the next after those before; `rest` are those that follow.
    async fn act(
        &mut self,
        proposal: &Proposal,
        rest: &[Proposal],
    ) -> Result<Result<Receipt, StoreError>, Fault> {
        if let Some(by) = &proposal.by
            && !self.officers.get(&by.session.token_hash).is_some_and(|now| now.is_as(by))
        {
            return Ok(Err(StoreError::Moved));
        }
        if let Some(kept) = self.standing.get(&proposal.act.id.to_string()) {
            return Ok(path::repeated(&proposal.act, kept));
        }
        let code = &proposal.act.office;
        let written = self.bench.clock.now();
        let mut writing = Writing::new(proposal.clone(), written, salt()?);
        loop {
            let office = self.offices.entry(code.clone()).or_default();
            let head = office.head.as_ref().map(journal::link_head);
            match writing.step(self.bench.law.as_ref(), head.as_ref(), &office.known) {
                Err(error) => return Ok(Err(error)),
                Ok(Step::Enter(entered)) => {
                    self.keep(&entered, written).await?;
                    return Ok(Ok(path::receipt(&entered, written)));
                }
                Ok(Step::Ask(wants)) => self.ask(code, wants, rest).await?,
            }
        }
    }

    /// Answers an act's wants, and with them what those after it ask by now.
    async fn ask(&mut self, code: &str, wants: Vec<Want>, rest: &[Proposal]) -> Result<(), Fault> {
        let mut wanted = self.wanted(rest);
        wanted.add(code, wants);
        let work = wanted.statements(&self.tx, "").await?;
        let answers = run::flow(&self.tx, None, work, None).await?;
        let found = wanted.read(answers)?;
        self.learn(wanted, found);
        Ok(())
    }

    async fn keep(&mut self, entered: &Entered, written: Moment) -> Result<(), Fault> {
        let (header, linked) = (&entered.linked.header, &entered.linked);
        let office = self.offices.entry(header.office.clone()).or_default();
        let before = office.head.take();
        let mut frontier = before.map_or_else(Frontier::new, |h| h.frontier);
        frontier.append(linked.leaf);
        let head = JournalHead { seq: header.seq, leaf: linked.leaf, written, frontier };
        self.pending.act(entered, written, &head);
        office.head = Some(head);
        let kept = Written {
            header: linked.bytes.clone(),
            salt: Some(entered.salt),
            content: Some(entered.content.clone()),
        };
        self.standing.insert(header.act.clone(), kept);
        if entered.expunges.is_empty() {
            entered.changes.iter().for_each(|c| office.known.apply(c));
            office.known.act_found(header.act.clone(), Some(entered.recorded.clone()));
            return Ok(());
        }
        // Nothing may be decided from what is removed: the rest of the batch reads anew.
        office.known = Known::default();
        for gone in &entered.expunges {
            self.standing.entry(gone.clone()).and_modify(Written::expunge);
        }
        self.flush().await
    }

    /// Writes what waits, without committing.
    async fn flush(&mut self) -> Result<(), Fault> {
        let work = std::mem::take(&mut self.pending).statements(&self.tx).await?;
        run::flow(&self.tx, None, work, None).await.map(|_| ())
    }

    /// Writes what waits and commits, in one round trip.
    async fn commit(self, mark: Option<&(String, String)>) -> Result<Offices, Fault> {
        let mut work = self.pending.statements(&self.tx).await?;
        if let Some((name, value)) = mark {
            work.push(pending::mark(&self.tx, name, value).await?);
        }
        run::flow(&self.tx, None, work, Some("COMMIT")).await?;
        self.tx.committed();
        Ok(self.offices)
    }
}

/// The sessions whose officers must still stand as they did, each once.
fn tokens(acts: &[Proposal]) -> Vec<Cell> {
    let all: BTreeSet<&String> =
        acts.iter().filter_map(|p| p.by.as_ref()).map(|by| &by.session.token_hash).collect();
    all.into_iter().map(Cell::from).collect()
}

pub(super) fn salt() -> Result<Salt, Fault> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| Fault::Lost(format!("no chance to be had: {e}")))?;
    Ok(Salt(bytes))
}
