//! A station on paper: the in-memory ledger, a clock that tests move, and a law of fiction.

use jiff::civil::{Date, date};
use roznamcha_acts::engine::{self, Circumstances, Decision};
use roznamcha_acts::law::{Allowed, By, Law, Page, Regime, RegimeOf, Section};
use roznamcha_acts::ledger::{Ledger, LedgerError};
use roznamcha_acts::rows::{Known, View, Want};
use roznamcha_acts::views::{Cell, EntryRow, Stage, entry_key};
use roznamcha_acts::{Act, ActId, Body, Moment, Recorded, Refusal};
use roznamcha_journal::{EntryRef, Salt};
use std::sync::OnceLock;
use uuid::Uuid;

/// The table of allowed acts as shipped, without its places and days.
pub fn allowed_rows() -> &'static [(String, Allowed)] {
    static ROWS: OnceLock<Vec<(String, Allowed)>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let text = include_str!("../../../statute/data/allowed.csv");
        text.lines().skip(1).map(row).collect()
    })
}

fn row(line: &str) -> (String, Allowed) {
    let cells: Vec<&str> = line.splitn(8, ',').collect();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let stage = |code: &str| Stage::of(code).unwrap_or_else(|| panic!("stage {code}"));
    let from = match cells[2] {
        "any" => Stage::ALL.to_vec(),
        some => words(some).iter().map(|code| stage(code)).collect(),
    };
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let to = filled(cells[3]).map(|code| stage(&code));
    let by = words(cells[5]).iter().map(|by| By::of(by).unwrap_or_else(|| panic!("by {by}"))).collect();
    (cells[0].to_owned(), Allowed { from, to, least_rank: filled(cells[4]), by, bases: words(cells[6]) })
}

/// The Fictional Penal Code.
pub struct TestLaw;

impl Law for TestLaw {
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section> {
        if province != "TP" {
            return None;
        }
        let (cognizable, modifier, sensitive) = match code {
            "T-1" | "T-2" => (Some(true), false, false),
            "T-OLD" if day < date(2021, 1, 1) => (Some(true), false, false),
            "T-S" => (Some(true), false, true),
            "T-N" => (Some(false), false, false),
            "T-Q" => (None, false, false),
            "T-M" => (Some(true), true, false),
            // Investigated by a superintendent; by a woman officer.
            "T-G" | "T-W" => (Some(true), false, true),
            _ => return None,
        };
        let (capital, narcotic, rape, grave) = (code == "T-2", code == "T-2", code == "T-S", code == "T-2");
        let year = if code == "T-Q" { None } else { Some(code != "T-S") };
        Some(Section { cognizable, modifier, sensitive, capital, narcotic, rape, grave, year })
    }

    fn allowed(&self, kind: &str, province: &str, _: Date) -> Vec<Allowed> {
        let rows = allowed_rows().iter().filter(|(of, _)| of == kind && province == "TP");
        rows.map(|(_, allowed)| allowed.clone()).collect()
    }

    fn rank(&self, code: &str) -> Option<u8> {
        let ranks = ["constable", "head_constable", "asi", "si", "inspector", "dsp", "sp", "ssp", "dig"];
        ranks.iter().position(|rank| *rank == code).and_then(|i| u8::try_from(i + 1).ok())
    }

    fn regimes(&self, of: RegimeOf<'_>, _: &str, _: Date) -> Vec<Regime> {
        let regime = |rank: Option<&str>, woman, basis: &str| {
            vec![Regime { least_rank: rank.map(str::to_owned), woman, basis: basis.to_owned() }]
        };
        match of {
            RegimeOf::Child => regime(Some("si"), false, "JJSA-5"),
            RegimeOf::Prints => regime(Some("si"), false, "IPA-4"),
            RegimeOf::Section("T-G") => regime(Some("sp"), false, "CrPC-156-A"),
            RegimeOf::Section("T-W") => regime(None, true, "ARITA-9"),
            RegimeOf::Section(_) => Vec::new(),
        }
    }

    fn look(&self, list: &str, code: &str, _: &str, _: Date) -> bool {
        matches!((list, code), ("eyes", "hazel") | ("build", "stout") | ("mark_place", "cheek_left"))
    }

    fn method(&self, code: &str, _: &str, _: Date) -> bool {
        matches!(code, "entry.roof" | "ruse.police")
    }

    fn page(&self, register: &str, part: &str, _: &str, _: Date) -> Option<Page> {
        crate::pages::page(register, part)
    }
}

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub fn circumstances(written: Moment) -> Circumstances<'static> {
    Circumstances { written, province: "TP", law: &TestLaw }
}

/// The most rounds of asking that any kind may need: an expungement of a case, a step of which was corrected.
pub const MOST_ROUNDS: usize = 9;

/// Decides an act by the engine alone: the asking ends, asks for nothing of another office, and nothing is left to
/// ask once it is decided.
pub fn decide(ledger: &Ledger, act: &Act, written: Moment) -> Result<Decision, Refusal> {
    let mut known = Known::default();
    for _ in 0..MOST_ROUNDS {
        for want in engine::wants(act, written, &known) {
            match want {
                Want::Row(key) => {
                    assert_eq!(key.office, act.office, "only rows of its own office");
                    let body = ledger.views().get(&key).map(|r| r.body.clone());
                    known.row(key, body);
                }
                Want::Act(id) => {
                    let mut journal = ledger.journal(&act.office).iter().map(|w| engine::recall(w).unwrap());
                    let found = journal.find(|rec| rec.header.act == id);
                    known.act_found(id, found);
                }
                Want::File(sha256) => {
                    let fact = ledger.file(&act.office, &sha256).cloned();
                    known.file_found(sha256, fact);
                }
            }
        }
    }
    assert_eq!(engine::wants(act, written, &known), [], "more than {MOST_ROUNDS} rounds");
    let decision = engine::decide(act.clone(), circumstances(written), &known)?;
    assert_eq!(engine::decide(act.clone(), circumstances(written), &known).as_ref(), Ok(&decision));
    assert_eq!(engine::wants(&decision.act, written, &known), [], "projecting needs more than deciding");
    Ok(decision)
}

/// One station with its clock. Each act is a minute after the one before.
pub struct Bench {
    pub ledger: Ledger,
    pub office: String,
    pub officer: String,
    pub rank: String,
    pub now: Moment,
    next: u128,
}

impl Bench {
    /// Monday, 5 January 2026, eight in the morning.
    pub fn new() -> Self {
        Self {
            ledger: Ledger::new(),
            office: "ps-test".to_owned(),
            officer: "moharrar-1".to_owned(),
            rank: "head_constable".to_owned(),
            now: moment("2026-01-05T08:00:00+05:00"),
            next: 0,
        }
    }

    /// The same as another officer.
    pub fn by_officer(mut self, officer: &str, rank: &str) -> Self {
        (self.officer, self.rank) = (officer.to_owned(), rank.to_owned());
        self
    }

    /// The same station's books as they stand, in the hand of another officer.
    pub fn clone_as(&self, officer: &str, rank: &str) -> Self {
        let (office, officer, rank) = (self.office.clone(), officer.to_owned(), rank.to_owned());
        Self { ledger: self.ledger.clone(), office, officer, rank, now: self.now, next: self.next + 1_000 }
    }

    /// The same with the diary open.
    pub fn open() -> Self {
        let mut bench = Self::new();
        bench.ok(crate::samples::diary_open());
        bench
    }

    pub fn act(&mut self, body: Body) -> Act {
        self.next += 1;
        self.now = self.now.plus_seconds(60);
        Act {
            id: ActId(Uuid::from_u128(self.next)),
            office: self.office.clone(),
            officer: self.officer.clone(),
            rank: self.rank.clone(),
            happened: self.now,
            informed: None,
            stated: self.now,
            basis: vec![],
            body,
        }
    }

    pub fn send(&mut self, act: Act) -> Result<Recorded, LedgerError> {
        let salt = Salt([7; 32]);
        self.ledger.write(act, circumstances(self.now), salt)
    }

    /// Performs an act that must be accepted.
    pub fn ok(&mut self, body: impl Into<Body>) -> Recorded {
        let act = self.act(body.into());
        let decision = decide(&self.ledger, &act, self.now).unwrap_or_else(|why| panic!("refused: {why}"));
        let rec = self.send(act).unwrap();
        assert_eq!((&rec.header.entries, rec.body.as_ref()), (&decision.entries, Some(&decision.act.body)));
        rec
    }

    /// Performs an act that must be refused, and must change nothing.
    pub fn refused(&mut self, body: impl Into<Body>) -> Refusal {
        let act = self.act(body.into());
        self.refused_act(act)
    }

    pub fn refused_act(&mut self, act: Act) -> Refusal {
        let before = self.ledger.clone();
        let why = match self.send(act) {
            Err(LedgerError::Refused(why)) => why,
            other => panic!("not refused: {other:?}"),
        };
        assert_eq!(self.ledger.views(), before.views());
        assert_eq!(self.ledger.offices().count(), before.offices().count());
        assert_eq!(self.ledger.journal(&self.office), before.journal(&self.office));
        why
    }

    pub fn row<T: View>(&self, key: &str) -> T {
        self.ledger.get(&self.office, key).unwrap().unwrap_or_else(|| panic!("no {} {key}", T::TABLE.name))
    }

    pub fn entry(&self, entry: &EntryRef) -> EntryRow {
        self.row(&entry_key(entry))
    }

    /// The views are what the journal says, and the journal checks.
    pub fn sound(&self) {
        assert_eq!(&self.ledger.rebuilt().unwrap(), self.ledger.views());
        for office in self.ledger.offices() {
            assert_eq!(roznamcha_journal::check(office, self.ledger.journal(office), []), []);
        }
    }
}

/// `register/part/period/serial` of each entry.
pub fn entries(rec: &Recorded) -> Vec<String> {
    rec.header.entries.iter().map(ToString::to_string).collect()
}

/// `key=value` of each cell.
pub fn cells(row: &EntryRow) -> Vec<String> {
    row.cells.iter().map(|c: &Cell| format!("{}={}", c.key, c.value)).collect()
}

/// Fields and codes of a refusal for faults.
pub fn faults(why: Refusal) -> Vec<String> {
    match why {
        Refusal::Fields { faults } => faults.into_iter().map(|f| format!("{} {}", f.field, f.code)).collect(),
        other => panic!("refused otherwise: {other}"),
    }
}

/// Code and citation of a refusal for order.
pub fn order(why: Refusal) -> (String, String) {
    match why {
        Refusal::Order { code, citation } => (code, citation),
        other => panic!("refused otherwise: {other}"),
    }
}

/// What a refusal says is not in the books.
pub fn unknown(why: Refusal) -> String {
    match why {
        Refusal::Unknown { what } => what,
        other => panic!("refused otherwise: {other}"),
    }
}

pub fn said(code: &str, citation: &str) -> (String, String) {
    (code.to_owned(), citation.to_owned())
}
