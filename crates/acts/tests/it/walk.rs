//! Walks a random sequence through the ledger, keeping beside it the little that a clerk would keep in his head: who
//! is in the lock-up, what is in the cash box. Each act's words carry a mark of their own (`w7x`), so that after an
//! expungement one can look for them everywhere.

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::sample::Index;
use roznamcha_acts::kinds::{DiaryOpen, Direction};
use roznamcha_acts::ledger::{Ledger, LedgerError};
use roznamcha_acts::rows::FileFact;
use roznamcha_acts::views::{AccusedRow, CustodyRow, DeskRow, Keeping};
use roznamcha_acts::{Act, ActId, Body, Moment, Recorded};
use roznamcha_journal::{EntryRef, Salt};
use std::collections::HashMap;
use uuid::Uuid;

use crate::bench::{circumstances, decide, moment};
use crate::bodies::spoil;
use crate::generate::{OFFICES, Step, What};
use crate::samples;

/// What stands where it happened: an office and an act's id.
pub type At = (String, String);

/// What the kinds begin with that a court may have removed.
const REMOVABLE: [&str; 18] = [
    "fir.",
    "case.",
    "entry.correct",
    "custody.",
    "report.",
    "diary.write",
    "legacy.incident",
    "attach.",
    "book.",
    "docket.",
    "absconder.",
    "surveillance.",
    "inquest.",
    "missing.",
    "clock.",
    "prints.enrol",
    "search.",
    "lineup.",
];

pub struct Walk {
    pub ledger: Ledger,
    pub clock: Moment,
    /// Every act accepted, as it was sent, and as it came out.
    pub kept: Vec<(Act, Recorded)>,
    /// Marks of the words that must be nowhere any more.
    pub gone: Vec<String>,
    /// Marks of reports sealed from the start, with their entries.
    pub sealed: Vec<(At, String)>,
    pub refused: usize,
    pub firs: Vec<At>,
    pub entries: Vec<(String, EntryRef)>,
    pub corrections: Vec<At>,
    pub lodgings: Vec<At>,
    pub acts: Vec<At>,
    pub removable: Vec<At>,
    pub lockup: HashMap<String, Vec<String>>,
    cash: HashMap<String, i64>,
    next: u128,
}

/// Whether one who was lodged has left, by the books.
fn released(ledger: &Ledger, office: &str, custody: &str) -> bool {
    let row: Option<CustodyRow> = ledger.get(office, custody).unwrap();
    row.is_none_or(|row| row.released.is_some())
}

pub fn mark(id: &str) -> String {
    let n = Uuid::parse_str(id).map_or(0, |u| u.as_u128());
    format!("w{n}x")
}

impl Walk {
    pub fn new() -> Self {
        let mut ledger = Ledger::new();
        for (office, n) in (0..OFFICES).flat_map(|o| (0..4).map(move |n| (o, n))) {
            let fact = FileFact { size: 1_000, media: "image/jpeg".to_owned() };
            ledger.file_sent(&format!("ps-{office}"), &samples::hash(n), fact);
        }
        Self {
            ledger,
            clock: moment("2026-01-05T08:00:00+05:00"),
            kept: vec![],
            gone: vec![],
            sealed: vec![],
            refused: 0,
            firs: vec![],
            entries: vec![],
            corrections: vec![],
            lodgings: vec![],
            acts: vec![],
            removable: vec![],
            lockup: HashMap::new(),
            cash: HashMap::new(),
            next: 0,
        }
    }

    pub fn step(&mut self, step: &Step) {
        self.clock = self.clock.plus_seconds(step.clock);
        let office = format!("ps-{}", step.office % OFFICES);
        if step.ready
            && let Some(day) = self.due(&office)
        {
            let act = self.act(step, &office, DiaryOpen { day, ..samples::diary_open() }.into());
            self.send(act);
        }
        match &step.what {
            What::Again(which) => self.again(which),
            What::Clash(which) => self.clash(which),
            what => {
                let id = self.next + 1;
                let body = self.body(what, &office, &format!("w{id}x"));
                let mut act = self.act(step, &office, body);
                if let What::Upon(upon) = what {
                    self.as_investigator(&mut act, upon);
                }
                if let Some(flaw) = step.flaw {
                    spoil(&mut act, flaw);
                }
                self.send(act);
            }
        }
    }

    /// The day to open, where none is open and one can be.
    fn due(&self, office: &str) -> Option<Date> {
        let desk = self.desk(office);
        let today = self.clock.day();
        let next = desk.last_closed.map_or(today, |last| today.max(last.tomorrow().unwrap()));
        (desk.open_day.is_none() && next <= today.checked_add(1.day()).unwrap()).then_some(next)
    }

    pub fn desk(&self, office: &str) -> DeskRow {
        self.ledger.get(office, DeskRow::KEY).unwrap().unwrap_or_else(|| DeskRow::new(office))
    }

    fn act(&mut self, step: &Step, office: &str, body: Body) -> Act {
        self.next += 1;
        Act {
            id: ActId(Uuid::from_u128(self.next)),
            office: office.to_owned(),
            officer: format!("officer-{}", step.officer),
            rank: crate::case_bodies::rank(step.officer).to_owned(),
            happened: self.clock.plus_seconds(step.happened),
            informed: step.informed.map(|s| self.clock.plus_seconds(s)),
            stated: self.clock.plus_seconds(step.stated),
            basis: vec![],
            body,
        }
    }

    /// Sends an act; an accepted one is noted, a refused one must have changed nothing.
    fn send(&mut self, act: Act) {
        let before = self.ledger.clone();
        let decided = decide(&self.ledger, &act, self.clock);
        match (self.ledger.write(act.clone(), circumstances(self.clock), Salt([9; 32])), decided) {
            (Ok(rec), Ok(decision)) => {
                assert_eq!(
                    (&rec.header.entries, rec.body.as_ref()),
                    (&decision.entries, Some(&decision.act.body))
                );
                self.note(act, rec);
            }
            (Err(LedgerError::Refused(why)), Err(expected)) => {
                assert_eq!(why, expected);
                assert!(!why.to_string().contains("not asked for"), "{why}");
                self.unchanged(&before);
                self.refused += 1;
            }
            (got, decided) => panic!("the ledger: {got:?}; the engine: {decided:?}"),
        }
    }

    pub fn unchanged(&self, before: &Ledger) {
        assert_eq!(self.ledger.views(), before.views());
        assert!(self.ledger.offices().eq(before.offices()));
        for office in before.offices() {
            assert_eq!(self.ledger.journal(office), before.journal(office));
        }
    }

    fn note(&mut self, act: Act, rec: Recorded) {
        let office = rec.header.office.clone();
        let at: At = (office.clone(), rec.header.act.clone());
        self.entries.extend(rec.header.entries.iter().map(|e| (office.clone(), e.clone())));
        self.acts.push(at.clone());
        if REMOVABLE.iter().any(|kind| rec.header.kind.starts_with(kind)) {
            self.removable.push(at.clone());
        }
        let lockup = self.lockup.entry(office.clone()).or_default();
        let cash = self.cash.entry(office).or_default();
        match rec.body.as_ref().unwrap() {
            Body::FirRegister(fir) => {
                self.firs.push(at.clone());
                if fir.seal.is_some() {
                    self.sealed.push((at.clone(), mark(&at.1)));
                }
            }
            Body::EntryCorrect(_) => self.corrections.push(at),
            Body::CustodyLodge(_) => {
                lockup.push(at.1.clone());
                self.lodgings.push(at);
            }
            Body::CaseArrest(_) => {
                lockup.push(at.1.clone());
                self.lodgings.push(at);
            }
            Body::CustodyRelease(b) => lockup.retain(|a| *a != b.custody),
            Body::CustodyEscape(b) => lockup.retain(|a| *a != b.custody),
            Body::CustodyReturn(b) => lockup.push(b.custody.clone()),
            // Back from the magistrate, he is the last of those there.
            Body::CaseRemand(b) if b.keeping == Keeping::Police => {
                let key = AccusedRow::key_of(&b.fir, b.accused);
                let row: AccusedRow = self.ledger.get(&at.0, &key).unwrap().unwrap();
                let stay = row.arrests.last().unwrap().act.clone();
                if !lockup.contains(&stay) {
                    lockup.push(stay);
                }
            }
            body if body.case_of("").is_some() => {
                let held = |a: &String| !released(&self.ledger, &at.0, a);
                lockup.retain(held);
            }
            Body::DiaryOpen(b) => assert_eq!((&b.custody, b.cash_paisa), (&*lockup, *cash)),
            Body::DiaryClose(b) => assert_eq!(b.book_paisa, *cash),
            Body::CashMove(b) if b.direction == Direction::In => *cash += b.amount_paisa,
            Body::CashMove(b) => *cash -= b.amount_paisa,
            _ => {}
        }
        for gone in rec.body.as_ref().unwrap().expunges() {
            self.gone.extend([mark(gone), crate::cro_walk::template(&mark(gone))]);
            self.removable.retain(|(_, act)| act != gone);
        }
        self.kept.push((act, rec));
    }

    /// The same act twice is one act, whatever the clock says by then.
    fn again(&mut self, which: &Index) {
        if self.kept.is_empty() {
            return;
        }
        let (act, rec) = which.get(&self.kept).clone();
        let before = self.ledger.clone();
        let got = self.ledger.write(act, circumstances(self.clock), Salt([1; 32])).unwrap();
        assert_eq!(got.header, rec.header);
        assert!(got.body.is_none() || got.body == rec.body);
        self.unchanged(&before);
    }

    fn clash(&mut self, which: &Index) {
        if self.kept.is_empty() {
            return;
        }
        let (mut act, _) = which.get(&self.kept).clone();
        act.officer = "someone-else".to_owned();
        let before = self.ledger.clone();
        let got = self.ledger.write(act, circumstances(self.clock), Salt([1; 32]));
        assert!(matches!(got, Err(LedgerError::IdTaken(_))), "{got:?}");
        self.unchanged(&before);
    }
}
