//! The engine: pure functions that say what to know, decide an act, and project it into the views. A store runs
//! them under its lock; the same functions rebuild the views from the journal.

use jiff::civil::Date;
use roznamcha_journal::{Draft, EntryRef, Head, LinkError, Linked, Salt, Written, link};
use std::collections::{HashMap, HashSet};

use crate::act::{Act, Recorded};
use crate::clock::Upon;
use crate::kinds::Body;
use crate::law::Law;
use crate::lock_up;
use crate::moment::Moment;
use crate::pending;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Change, Known, View, ViewError, Want};
use crate::rule::{Setting, Slot};
use crate::stub;
use crate::text;
use crate::timeline;
use crate::views::{CounterRow, DeskRow};

/// The circumstances of writing: the office's clock and the law that holds there.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// The clock.
    pub written: Moment,
    /// Province code.
    pub province: &'a str,
    /// The law.
    pub law: &'a dyn Law,
}

/// An act that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The act, completed with what the books say and with its legal basis.
    pub act: Act,
    /// Version of its content.
    pub version: u32,
    /// The register entries it makes, with their serials.
    pub entries: Vec<EntryRef>,
    /// Acts of this office whose content and salt must be removed with it.
    pub expunges: Vec<String>,
}

fn open_day(office: &str, known: &Known) -> Option<Date> {
    known.get::<DeskRow>(office, DeskRow::KEY).ok().flatten().and_then(|d| d.open_day)
}

fn missing(wants: Vec<Want>, known: &Known) -> Vec<Want> {
    let mut seen = HashSet::new();
    wants.into_iter().filter(|want| !known.has(want) && seen.insert(want.clone())).collect()
}

/// What must still be known before the act can be decided, and projected once decided. Ask, answer into `known`,
/// ask again, until it is empty (at most a few rounds).
pub fn wants(act: &Act, written: Moment, known: &Known) -> Vec<Want> {
    let office = act.office.as_str();
    let mut wants = vec![Want::Row(DeskRow::at(office, DeskRow::KEY))];
    wants.extend(act.body.rule().wants(office, known));
    let id = act.id.to_string();
    wants.extend(timeline::wants(&act.body, Upon { office, act: &id, known }));
    for slot in slots(&act.body, written, Upon { office, act: &id, known }) {
        wants.push(Want::Row(CounterRow::at(office, &slot.series())));
    }
    missing(wants, known)
}

/// The serials an act takes: its own, then one of the diary for each who leaves the lock-up by it.
fn slots(body: &Body, written: Moment, upon: Upon<'_>) -> Vec<Slot> {
    let (rule, day) = (body.rule(), open_day(upon.office, upon.known));
    let mut slots = rule.slots(written, day);
    slots.extend(rule.lets_out(upon).iter().filter_map(|_| Slot::diary(day)));
    slots
}

/// The same for an act that stands in the journal, when its views are rebuilt.
pub fn wants_recorded(rec: &Recorded, known: &Known) -> Vec<Want> {
    let office = rec.header.office.as_str();
    let mut wants = vec![Want::Row(DeskRow::at(office, DeskRow::KEY))];
    if let Some(body) = &rec.body {
        // Whether a file is there matters to whoever decides; the books are computed from the act alone.
        let asked = body.rule().wants(office, known);
        wants.extend(asked.into_iter().filter(|want| !matches!(want, Want::File(_))));
        wants.extend(timeline::wants(body, Upon { office, act: &rec.header.act, known }));
    }
    for e in &rec.header.entries {
        wants.push(Want::Row(CounterRow::at(office, &series(e))));
    }
    missing(wants, known)
}

fn series(e: &EntryRef) -> String {
    format!("{}/{}/{}", e.register, e.part, e.period)
}

/// The most legal bases one act cites.
const MOST_BASES: usize = 20;

/// Whether the header can be written: an act is refused here rather than found unwritable when it is linked.
fn check_envelope(act: &Act) -> Result<(), Refusal> {
    let mut faults = Faults::default();
    for (field, code) in [("office", &act.office), ("officer", &act.officer), ("rank", &act.rank)] {
        text::code(&mut faults, field, code);
    }
    faults.when(act.basis.len() > MOST_BASES, "basis", "fault-too-many");
    for (i, basis) in act.basis.iter().enumerate().take(MOST_BASES) {
        text::line_needed(&mut faults, &format!("basis.{i}"), basis);
    }
    faults.done()
}

/// Whether an act sent is the one kept under its id: of the same kind, by the same officer, with the same content.
/// The hours are left out, for a client that left them out had them from the clock; those first kept stand. Of an
/// act whose content is expunged only kind and officer are left to compare.
pub fn is_same(kept: &Recorded, sent: &Act) -> bool {
    let mut body = sent.body.clone();
    let same = kept.body.as_ref().is_none_or(|kept| {
        body.rule_mut().adopt(kept);
        body == *kept
    });
    same && kept.header.kind == sent.body.kind() && kept.header.officer == sent.officer
}

/// Decides an act: either it may be written, with these entries, or it is refused and nothing is written.
///
/// # Errors
/// [`Refusal`]: faults in fields, an act out of order (with citation), something not in the books.
pub fn decide(mut act: Act, at: Circumstances<'_>, known: &Known) -> Result<Decision, Refusal> {
    check_envelope(&act)?;
    let (office, officer, rank) = (act.office.clone(), act.officer.clone(), act.rank.clone());
    let setting = Setting {
        office: &office,
        officer: &officer,
        rank: &rank,
        happened: act.happened,
        written: at.written,
        province: at.province,
        law: at.law,
        known,
    };
    act.body.rule_mut().check(&setting)?;
    let (rule, id) = (act.body.rule(), act.id.to_string());
    let upon = Upon { office: &office, act: &id, known };
    if !rule.lets_out(upon).is_empty() {
        setting.open_day()?;
    }
    let slots = slots(&act.body, at.written, upon);
    let entries = number(&office, slots, known)?;
    let (version, expunges) = (rule.version(), rule.expunges().to_vec());
    if act.basis.is_empty() {
        act.basis = rule.basis().iter().map(|b| (*b).to_owned()).collect();
    }
    Ok(Decision { act, version, entries, expunges })
}

/// Gives each slot its serial: the next of its series, without a gap.
fn number(office: &str, slots: Vec<Slot>, known: &Known) -> Result<Vec<EntryRef>, Refusal> {
    let mut last: HashMap<String, u64> = HashMap::new();
    let mut entries = Vec::with_capacity(slots.len());
    for slot in slots {
        let series = slot.series();
        let before = match last.get(&series) {
            Some(n) => *n,
            None => known
                .get::<CounterRow>(office, &series)
                .map_err(|e| Refusal::unknown(e.to_string()))?
                .map_or(0, |c| c.last),
        };
        let serial = before.saturating_add(1);
        last.insert(series, serial);
        entries.push(EntryRef { register: slot.register, part: slot.part, period: slot.period, serial });
    }
    Ok(entries)
}

/// The changes an act makes in its office's views.
///
/// # Errors
/// [`ViewError`]: a defect, never an officer's mistake.
pub fn project(rec: &Recorded, known: &Known) -> Result<Vec<Change>, ViewError> {
    let mut book = Book::new(known);
    let office = rec.header.office.as_str();
    for entry in &rec.header.entries {
        let row = CounterRow { office: office.to_owned(), series: series(entry), last: entry.serial };
        book.put(&row)?;
    }
    match &rec.body {
        Some(body) => {
            body.rule().project(rec, &mut book)?;
            lock_up::let_out(body, rec, &mut book)?;
            timeline::follow(body, rec, &mut book)?;
            pending::count(body, rec, &mut book)?;
        }
        None => stub::remains(rec, None, &mut book)?,
    }
    Ok(book.into_changes())
}

/// An act as it enters the journal and the views, computed and not yet kept.
#[derive(Clone, Debug)]
pub struct Entered {
    /// Header, its bytes and leaf hash.
    pub linked: Linked,
    /// The content's exact bytes.
    pub content: Vec<u8>,
    /// The salt of its commitment.
    pub salt: Salt,
    /// The act as it will stand.
    pub recorded: Recorded,
    /// Its changes in the views.
    pub changes: Vec<Change>,
    /// Acts whose content and salt must be removed with it.
    pub expunges: Vec<String>,
}

/// Why an act that was allowed could not be entered: a defect.
#[derive(Debug, thiserror::Error)]
pub enum EnterError {
    /// The header cannot be written.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The content cannot be written or read back.
    #[error("an act's content cannot be written or read: {0}")]
    Content(String),
    /// The views cannot be computed.
    #[error(transparent)]
    View(#[from] ViewError),
}

/// Links a decided act after the journal's head and computes its views.
///
/// # Errors
/// [`EnterError`]: a defect of the software; nothing is kept in any case.
pub fn enter(
    decision: Decision,
    written: Moment,
    head: Option<&Head>,
    salt: Salt,
    known: &Known,
) -> Result<Entered, EnterError> {
    let Decision { act, version, entries, expunges } = decision;
    let content = serde_json::to_vec(&act.body).map_err(|e| EnterError::Content(e.to_string()))?;
    let draft = Draft {
        office: act.office,
        act: act.id.to_string(),
        kind: act.body.kind().to_owned(),
        kv: version,
        officer: act.officer,
        rank: act.rank,
        happened: act.happened.to_string(),
        informed: act.informed.map(|t| t.to_string()),
        stated: act.stated.to_string(),
        written: written.to_string(),
        basis: act.basis,
        entries,
    };
    let linked = link(head, draft, &salt, &content)?;
    let recorded = Recorded { header: linked.header.clone(), leaf: linked.leaf, body: Some(act.body) };
    let changes = project(&recorded, known)?;
    Ok(Entered { linked, content, salt, recorded, changes, expunges })
}

/// Reads an act back from what a journal keeps.
///
/// # Errors
/// [`EnterError`] when header or content do not read.
pub fn recall(kept: &Written) -> Result<Recorded, EnterError> {
    let header = kept.header().map_err(LinkError::from)?;
    let unread = |why: String| EnterError::Content(format!("act `{}`: {why}", header.act));
    let body = match &kept.content {
        None => None,
        Some(bytes) => Some(serde_json::from_slice::<Body>(bytes).map_err(|e| unread(e.to_string()))?),
    };
    if let Some(body) = &body {
        if body.kind() != header.kind {
            return Err(unread(format!("header says `{}`, content says `{}`", header.kind, body.kind())));
        }
        if header.kv > body.rule().version() {
            return Err(unread(format!("content version {} is newer than this build reads", header.kv)));
        }
    }
    Ok(Recorded { leaf: kept.leaf(), header, body })
}
