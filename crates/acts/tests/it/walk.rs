//! Walks a random sequence through the ledger, keeping beside it the little that a clerk would keep in his head: who
//! is in the lock-up, what is in the cash box. Each act's words carry a mark of their own (`w7x`), so that after an
//! expungement one can look for them everywhere.

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::sample::Index;
use roznamcha_acts::kinds::*;
use roznamcha_acts::ledger::{Ledger, LedgerError};
use roznamcha_acts::views::{CopyTo, DeskRow, EntryRow, entry_key};
use roznamcha_acts::{Act, ActId, Body, Moment, Recorded};
use roznamcha_journal::{EntryRef, Salt};
use std::collections::HashMap;
use uuid::Uuid;

use crate::bench::{circumstances, decide, moment};
use crate::generate::{Case, OFFICES, Step, What};
use crate::samples;

/// What stands where it happened: an office and an act's id.
type At = (String, String);

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
    firs: Vec<At>,
    entries: Vec<(String, EntryRef)>,
    corrections: Vec<At>,
    lodgings: Vec<At>,
    acts: Vec<At>,
    removable: Vec<At>,
    lockup: HashMap<String, Vec<String>>,
    cash: HashMap<String, i64>,
    next: u128,
}

pub fn mark(id: &str) -> String {
    let n = Uuid::parse_str(id).map_or(0, |u| u.as_u128());
    format!("w{n}x")
}

fn pick<'a>(list: &'a [At], office: &str, index: &Index) -> Option<&'a At> {
    let here: Vec<&At> = list.iter().filter(|(o, _)| o == office).collect();
    // Now and then of another office, which must be refused.
    if here.is_empty() || index.index(17) == 0 {
        return (!list.is_empty()).then(|| index.get(list));
    }
    here.get(index.index(here.len())).copied()
}

impl Walk {
    pub fn new() -> Self {
        Self {
            ledger: Ledger::new(),
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

    fn desk(&self, office: &str) -> DeskRow {
        self.ledger.get(office, DeskRow::KEY).unwrap().unwrap_or_else(|| DeskRow::new(office))
    }

    fn act(&mut self, step: &Step, office: &str, body: Body) -> Act {
        self.next += 1;
        Act {
            id: ActId(Uuid::from_u128(self.next)),
            office: office.to_owned(),
            officer: format!("officer-{}", step.officer),
            rank: "asi".to_owned(),
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
        let kinds = ["fir.", "entry.correct", "custody.", "report.", "diary.write", "legacy.incident"];
        if kinds.iter().any(|kind| rec.header.kind.starts_with(kind)) {
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
            Body::CustodyRelease(b) => lockup.retain(|a| *a != b.custody),
            Body::DiaryOpen(b) => assert_eq!((&b.custody, b.cash_paisa), (&*lockup, *cash)),
            Body::DiaryClose(b) => assert_eq!(b.book_paisa, *cash),
            Body::CashMove(b) if b.direction == Direction::In => *cash += b.amount_paisa,
            Body::CashMove(b) => *cash -= b.amount_paisa,
            Body::RecordExpunge(b) => {
                self.gone.extend(b.acts.iter().map(|a| mark(a)));
                self.removable.retain(|(_, act)| !b.acts.contains(act));
            }
            _ => {}
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

    fn fir_at(&self, office: &str, which: &Index) -> String {
        pick(&self.firs, office, which).map_or_else(|| samples::OTHER.to_owned(), |(_, id)| id.clone())
    }

    fn body(&self, what: &What, office: &str, mark: &str) -> Body {
        let case = |of: bool| of.then(|| self.firs.last().map(|(_, id)| id.clone())).flatten();
        match what {
            What::OpenOffice(n) => OfficeOpen { code: format!("new-{n}"), ..samples::office_open() }.into(),
            What::Appoint(n) => StaffAppoint { officer: format!("asi-{n}"), ..samples::appoint() }.into(),
            What::Relieve(n) => StaffRelieve { officer: format!("asi-{n}"), ..samples::relieve() }.into(),
            What::DiaryOpen { days_off } => {
                let day = self.clock.day().checked_add(i64::from(*days_off).days()).unwrap();
                DiaryOpen { day, ..samples::diary_open() }.into()
            }
            What::DiaryWrite { subject, of_case } => DiaryWrite {
                subject: *subject.get(&DiaryKind::ALL),
                text: format!("Entry {mark} of the day"),
                fir: case(*of_case),
                ..samples::diary_write()
            }
            .into(),
            What::DiaryClose { off_by, told } => DiaryClose {
                counted_paisa: self.desk(office).cash_paisa + off_by,
                difference_reason: told.then(|| "Miscounted".to_owned()),
                ..samples::diary_close()
            }
            .into(),
            What::Cash { received, amount } => {
                samples::cash(if *received { Direction::In } else { Direction::Out }, *amount).into()
            }
            What::Incident => LegacyIncident { place: format!("Block {mark}"), ..samples::incident() }.into(),
            What::Reconcile { totals } => {
                LegacyReconcile { read: if *totals { 3 } else { 4 }, ..samples::reconcile() }.into()
            }
            _ => self.personal(what, office, mark),
        }
    }

    /// Bodies that name persons or build on acts that do.
    fn personal(&self, what: &What, office: &str, mark: &str) -> Body {
        let informant = samples::party(&format!("Synthetic {mark}"));
        match what {
            What::Noncognizable { section, letter } => ReportNoncognizable {
                informant,
                sections: vec![["T-N", "T-Q", "T-1", "T-X"][usize::from(*section)].to_owned()],
                substance: format!("Words {mark} exchanged"),
                magistrate: letter.then(|| "Synthetic Magistrate".to_owned()),
                ..samples::noncognizable()
            }
            .into(),
            What::Refuse => {
                ReportRefuse { informant, reasons: format!("Civil {mark}"), ..samples::refuse() }.into()
            }
            What::Fir(case) => self.report(case, mark).into(),
            What::Sign(which) => FirSign { fir: self.fir_at(office, which) }.into(),
            What::Despatch { fir, to } => FirDespatch {
                fir: self.fir_at(office, fir),
                to: *to.get(&CopyTo::ALL),
                carrier: format!("by hand of {mark}"),
            }
            .into(),
            What::Seal(which) => samples::seal(&self.fir_at(office, which)).into(),
            What::Unseal(which) => {
                FirUnseal { fir: self.fir_at(office, which), order_no: format!("12 {mark}") }.into()
            }
            What::Lodge { of_case } => CustodyLodge {
                person: samples::full_party(&format!("Synthetic {mark}"), 5),
                fir: of_case.then(|| self.firs.last().map(|(_, id)| id.clone())).flatten(),
                arrested: self.clock.plus_seconds(-3_600),
                justification: format!("Seen {mark} running"),
                ..samples::lodge()
            }
            .into(),
            What::Release(which) => {
                let held = self.lockup.get(office).filter(|l| !l.is_empty() && which.index(5) > 0);
                let held = held.map(|l| which.get(l).clone());
                let any = || pick(&self.lodgings, office, which).map(|(_, id)| id.clone());
                let custody = held.or_else(any).unwrap_or_default();
                CustodyRelease { custody, remarks: format!("Left {mark}"), ..samples::release("") }.into()
            }
            What::Attest(which) => {
                let correction = pick(&self.corrections, office, which).map(|(_, id)| id.clone());
                EntryAttest { correction: correction.unwrap_or_default() }.into()
            }
            What::Print(which) => samples::print(&self.fir_at(office, which)).into(),
            What::Expunge(which) => {
                let among = |w: &Index| if w.index(11) == 0 { &self.acts } else { &self.removable };
                let mut acts: Vec<String> = which
                    .iter()
                    .filter_map(|w| pick(among(w), office, w))
                    .map(|(_, id)| id.clone())
                    .collect();
                if which.len() > 1 {
                    acts.dedup();
                }
                RecordExpunge { acts, ..samples::expunge(&[]) }.into()
            }
            _ => self.correction(what, office, mark).into(),
        }
    }

    fn correction(&self, what: &What, office: &str, mark: &str) -> EntryCorrect {
        let nothing = samples::correct("1/-/2026/1", "narrative", "nothing", mark);
        let What::Correct { entry, column, word, struck_only, there } = what else { return nothing };
        let here: Vec<&(String, EntryRef)> = self.entries.iter().filter(|(o, _)| o == office).collect();
        if here.is_empty() {
            return nothing;
        }
        let at = &entry.get(&here).1;
        let row: EntryRow = self.ledger.get(office, &entry_key(at)).unwrap().unwrap();
        let words: Vec<&str> = row.cells.iter().filter(|c| c.is_words()).map(|c| c.key.as_str()).collect();
        let all: Vec<&str> = row.cells.iter().map(|c| c.key.as_str()).collect();
        let of = if words.is_empty() || column.index(9) == 0 { &all } else { &words };
        let field = if of.is_empty() { "narrative" } else { column.get(of) };
        let now = row.current(field).unwrap_or_default();
        let pieces: Vec<&str> = now.split_whitespace().collect();
        let wrong = if *there && !pieces.is_empty() { word.get(&pieces) } else { "absent" };
        let right = if *struck_only { String::new() } else { format!("{mark} of {mark}") };
        EntryCorrect {
            entry: at.clone(),
            field: field.to_owned(),
            wrong: wrong.to_owned(),
            right,
            reason: format!("Misheard {mark}"),
            target: String::new(),
        }
    }

    fn report(&self, case: &Case, mark: &str) -> FirRegister {
        let sections: &[&str] = match case.sections {
            0..=2 => &["T-1"],
            3 => &["T-1", "T-M", "T-N"],
            4 => &["T-Q", "T-S"],
            5 => &["T-S"],
            6 => &["T-N"],
            _ => &["T-M"],
        };
        let person =
            |i: u8| Party { age: case.age, ..samples::full_party(&format!("Synthetic {mark} {i}"), i) };
        let base = if case.filled { samples::full_fir() } else { samples::fir() };
        FirRegister {
            informant: samples::full_party(&format!("Synthetic {mark}"), 9),
            victims: (0..case.victims).map(person).collect(),
            accused: (0..case.accused)
                .map(|i| Accused { person: person(i), description: String::new() })
                .collect(),
            sections: sections.iter().map(|s| (*s).to_owned()).collect(),
            brief: if case.filled { format!("Theft from {mark}") } else { String::new() },
            place: Place { text: format!("House of {mark}"), ..base.place },
            narrative: format!("I am {mark} and it was taken from {mark}"),
            occurred_from: self.clock.plus_seconds(-7_200),
            occurred_to: None,
            reported: self.clock,
            despatched: None,
            delay_reason: None,
            seal: case.sealed.then(|| "court-order".to_owned()),
            ..base
        }
    }
}

/// Flaws that every kind, or some, must be refused for.
fn spoil(act: &mut Act, flaw: u8) {
    match (flaw, &mut act.body) {
        (0, _) => act.office = "no such\noffice".to_owned(),
        (1, _) => act.officer.clear(),
        (2, _) => act.rank = "r\u{0}".to_owned(),
        (3, _) => act.basis = vec![" ".to_owned()],
        (4, Body::FirRegister(b)) => b.sections = vec!["T-1".to_owned(); 40],
        (5, Body::FirRegister(b)) => b.read_over = false,
        (6, Body::FirRegister(b)) => b.narrative.push('\u{202E}'),
        (7, Body::FirSign(b)) => b.fir = "\u{0}".repeat(500),
        (8, Body::RecordExpunge(b)) => b.acts.push("\u{0}".to_owned()),
        (9, Body::EntryCorrect(b)) => b.wrong.clear(),
        (10, Body::CustodyLodge(b)) => b.arrested = act.happened.plus_seconds(1),
        _ => act.basis = vec!["PPR-22.46".to_owned(); 30],
    }
}
