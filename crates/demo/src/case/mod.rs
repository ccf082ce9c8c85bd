//! The life of a case after its report: what becomes of it is drawn when it is registered, and every beat of it is
//! composed on its day from how the case stands by then.

mod custody;
mod end;
mod fate;
mod inquiry;
mod prints;
mod report;
mod things;
mod trial;

use roznamcha_acts::kinds::{CaseAssign, FirRegister, Order};
use roznamcha_acts::views::ReportKind;
use roznamcha_journal::EntryRef;

use crate::calendar::DAY;
use crate::crimes::Crime;
use crate::life::{Life, Todo};
use crate::step::Step;

pub(crate) use fate::{End, Fate};

/// How an accused stands, as far as the station remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    Named,
    Police,
    Jail,
    Bailed,
    /// Released for want of evidence.
    Released,
    Hidden,
    Decided,
}

/// An accused known by name.
#[derive(Clone, Debug)]
pub(crate) struct Suspect {
    /// His place in the case.
    pub index: u32,
    pub child: bool,
    pub stands: Stands,
    /// Hearings of remand so far.
    pub remands: u32,
    /// He is enrolled.
    pub enrolled: bool,
}

/// An article of the case in register XIX.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub entry: EntryRef,
    pub sealed: bool,
    /// In the store-room now.
    pub here: bool,
    /// With its owner on bond.
    pub lent: bool,
}

/// A case the station remembers.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub id: String,
    pub minute: i64,
    pub crime: &'static Crime,
    /// A child is accused in it.
    pub juvenile: bool,
    /// A court had it removed.
    pub gone: bool,
    pub io: String,
    /// Its persons are protected: the prosecutor's and court's orders are written by its officer.
    pub sealed: bool,
    pub suspects: Vec<Suspect>,
    /// Persons in it so far.
    pub parties: u32,
    pub zimnis: u64,
    pub sections: Vec<String>,
    pub place: &'static str,
    pub articles: Vec<Held>,
    pub fate: Fate,
    pub objections: u32,
    pub hearings: u32,
    pub charged: bool,
    pub stayed: bool,
    /// A challan that is no interim one went up.
    pub sent: bool,
    pub ended: bool,
}

/// One thing that happens in a case. Numbers are places in its list of suspects or articles.
#[derive(Clone, Debug)]
pub(crate) enum Beat {
    Zimni(&'static str),
    Statement,
    Version,
    Sections,
    Excuse,
    Apply,
    Reassign,
    Doctor,
    Report { docket: String, laboratory: bool, broken: bool },
    Examine,
    Nominate,
    Memo,
    Store,
    Docket(usize),
    Road(usize),
    Arrived { road: String, left: i64, article: usize, broken: bool },
    Filed { road: String },
    Back { article: usize, broken: bool },
    Bond(usize),
    Ordered(usize),
    Disposed(usize),
    Arrest(usize),
    Told(usize, bool),
    Remand { suspect: usize, police: Option<u32> },
    Bail(usize),
    Release(usize),
    Warrant(usize),
    Proclaim(usize),
    Challan(ReportKind),
    Object,
    Answer,
    Forward(ReportKind),
    Receive,
    Hearing,
    Charge,
    Stay,
    Unstay,
    Decide(usize),
    Whole,
    Shelve,
    Reopen { arrested: bool },
    Recommend(ReportKind),
    Agree(ReportKind),
    Order(ReportKind),
    Falsehood,
    Review(usize),
    Prints(usize),
    Enrol(usize),
    EnrolConvict(usize),
}

impl Beat {
    /// What only the case's own officer does.
    fn of_officer(&self) -> bool {
        !matches!(
            self,
            Self::Doctor
                | Self::Report { .. }
                | Self::Store
                | Self::Docket(_)
                | Self::Road(_)
                | Self::Arrived { .. }
                | Self::Filed { .. }
                | Self::Back { .. }
                | Self::Bond(_)
                | Self::Ordered(_)
                | Self::Disposed(_)
                | Self::Apply
                | Self::Reassign
                | Self::Reopen { .. }
                | Self::Falsehood
                | Self::Review(_)
                | Self::Prints(_)
                | Self::EnrolConvict(_)
        )
    }

    /// What the law lets be done only while the police have the case.
    fn only_before_report(&self) -> bool {
        use ReportKind::Interim;
        matches!(
            self,
            Self::Version
                | Self::Sections
                | Self::Excuse
                | Self::Apply
                | Self::Reassign
                | Self::Examine
                | Self::Nominate
                | Self::Challan(_)
                | Self::Forward(Interim)
        )
    }

    /// What may come after the case has ended.
    fn outlives(&self) -> bool {
        matches!(
            self,
            Self::Report { .. }
                | Self::Arrived { .. }
                | Self::Filed { .. }
                | Self::Back { .. }
                | Self::Ordered(_)
                | Self::Disposed(_)
                | Self::Falsehood
                | Self::Review(_)
                | Self::Prints(_)
                | Self::EnrolConvict(_)
                | Self::Reopen { .. }
        )
    }
}

impl Life<'_> {
    /// Remembers a case just registered and plans what becomes of it.
    pub fn open_case(
        &mut self,
        id: &str,
        crime: &'static Crime,
        fir: &FirRegister,
        fate: Option<Fate>,
        now: i64,
    ) {
        let first = 1 + fir.victims.len();
        let named = fir.accused.iter().enumerate().filter(|(_, a)| !a.person.name.is_empty());
        let suspects: Vec<Suspect> =
            named.map(|(i, a)| suspect(u32::try_from(first + i).unwrap_or(0), a.person.is_child())).collect();
        let juvenile = suspects.iter().any(|s| s.child);
        let place = self.station.localities.iter().map(|l| l.name);
        let village = fir.place.village.as_deref().unwrap_or_default();
        let place = place.into_iter().find(|name| *name == village).unwrap_or_default();
        let fate = fate.unwrap_or_else(|| self.draw_fate(crime, suspects.len()));
        let case = Case {
            id: id.to_owned(),
            minute: now,
            crime,
            juvenile,
            gone: false,
            io: fir.io.clone().unwrap_or_default(),
            sealed: juvenile || matches!(crime.key, "rape" | "child"),
            suspects,
            parties: u32::try_from(first + fir.accused.len()).unwrap_or(0),
            zimnis: 0,
            sections: fir.sections.clone(),
            place,
            articles: Vec::new(),
            fate,
            objections: 0,
            hearings: 0,
            charged: false,
            stayed: false,
            sent: false,
            ended: false,
        };
        self.cases.push(case);
        let at = self.cases.len() - 1;
        self.begin(at, now);
    }

    /// A small district shows of every kind of thing one: whether this case is to show it.
    fn shows(&self, at: usize, nth: usize) -> bool {
        self.plan.small && at % 5 == nth
    }

    /// Plans a beat of a case.
    pub fn beat_at(&mut self, minute: i64, at: usize, beat: Beat) {
        self.plan(minute, Todo::Beat(at, beat));
    }

    /// A minute in working hours, that many days later at least and at most. A small district lives faster.
    pub fn later_by(&mut self, now: i64, low: i64, high: i64) -> i64 {
        let pace = if self.plan.small { 5 } else { 1 };
        self.real_later_by(now, low * DAY / pace, high * DAY / pace)
    }

    /// The same in minutes, at the same pace everywhere.
    pub fn real_later_by(&mut self, now: i64, low: i64, high: i64) -> i64 {
        let minute = now + self.chance.between(low, high).max(20);
        let of_day = minute.rem_euclid(DAY);
        match of_day {
            0..540 => minute - of_day + self.chance.between(545, 800),
            540..1080 => minute,
            _ => minute - of_day + DAY + self.chance.between(545, 800),
        }
    }

    /// The act of a beat, where it can still happen.
    pub fn beat(&mut self, at: usize, beat: Beat, now: i64) -> Option<Step> {
        let mut case = self.cases.get(at)?.clone();
        let closed = (case.ended && !beat.outlives()) || (case.sent && beat.only_before_report());
        if case.gone || closed {
            return None;
        }
        // Nothing is written in a case at the minute of its report.
        if now <= case.minute {
            self.beat_at(now + 30, at, beat);
            return None;
        }
        if beat.of_officer() && !self.ios.contains(&case.io) {
            match beat {
                Beat::Zimni(_) | Beat::Statement | Beat::Memo if case.sent => return None,
                // Once the report is with the prosecutor, the officer in charge follows the case himself.
                _ if case.sent && !matches!(beat, Beat::Answer) => case.io.clone_from(&self.sho),
                _ => return self.hand_on(at, &case, beat, now),
            }
        }
        let id = case.id.clone();
        match beat {
            Beat::Zimni(section) => Some(self.zimni(at, &case, section, now)),
            Beat::Statement => Some(self.statement(at, &case, now)),
            Beat::Version => Some(self.version(at, &case)),
            Beat::Sections => self.sections(at, &case),
            Beat::Excuse => Some(self.excuse(&case)),
            Beat::Apply => Some(self.apply(at, &case, now)),
            Beat::Reassign => Some(self.reassign(at, &case, now)),
            Beat::Examine => Some(self.examine(&case, now)),
            Beat::Nominate => Some(self.nominate(at, &case, now)),
            Beat::Memo => Some(self.memo(&case, now)),
            Beat::Doctor
            | Beat::Report { .. }
            | Beat::Store
            | Beat::Docket(_)
            | Beat::Road(_)
            | Beat::Arrived { .. }
            | Beat::Filed { .. }
            | Beat::Back { .. }
            | Beat::Bond(_)
            | Beat::Ordered(_)
            | Beat::Disposed(_) => self.thing(at, &case, beat, now),
            Beat::Arrest(_)
            | Beat::Told(..)
            | Beat::Remand { .. }
            | Beat::Bail(_)
            | Beat::Release(_)
            | Beat::Warrant(_)
            | Beat::Proclaim(_) => self.person(at, &case, &beat, now),
            Beat::Challan(_) | Beat::Object | Beat::Answer | Beat::Forward(_) | Beat::Receive => {
                self.challan_beat(at, &case, &beat, now)
            }
            Beat::Hearing => Some(self.hearing(at, &case, now)),
            Beat::Charge => self.charge(at, &case, now),
            Beat::Stay => self.stay(at, &case, now),
            Beat::Unstay => Some(self.unstay(at, &case, now)),
            Beat::Decide(suspect) => self.decide(at, &case, suspect, now),
            Beat::Whole => self.whole(at, &case, now),
            Beat::Shelve => Some(self.shelve(at, &case, now)),
            Beat::Reopen { arrested } => self.reopen(at, &case, arrested, now),
            Beat::Recommend(kind) => Some(self.recommend(at, id, kind, now)),
            Beat::Agree(kind) => Some(self.agree(at, &case, kind, now)),
            Beat::Order(kind) => Some(self.final_order(at, &case, kind, now)),
            Beat::Falsehood => Some(self.falsehood(&case)),
            Beat::Review(suspect) => self.review(&case, suspect, now),
            Beat::Prints(suspect) => self.prints(&case, suspect, now),
            Beat::Enrol(suspect) => self.enrol(at, &case, suspect, now),
            Beat::EnrolConvict(suspect) => self.enrol_convict(at, &case, suspect, now),
        }
    }

    /// The case's officer has left the station: the officer in charge gives it to another, who goes on.
    fn hand_on(&mut self, at: usize, case: &Case, beat: Beat, now: i64) -> Option<Step> {
        if !self.left.contains(&case.io) {
            self.beat_at(now + 90, at, beat);
            return None;
        }
        let outraged = case.sections.iter().any(|s| s == "PPC-354");
        let senior = case.sealed || case.juvenile || case.crime.guarded() || outraged;
        let first = self.ios.first().cloned()?;
        let officer = if senior { first } else { self.chance.pick(&self.ios).cloned().unwrap_or(first) };
        self.with_case(at, |c| c.io.clone_from(&officer));
        self.beat_at(now + 30, at, beat);
        let sho = self.sho.clone();
        let body = CaseAssign { fir: case.id.clone(), officer, rank: String::new() };
        Some(self.step(&sho, body))
    }

    /// Changes what is remembered of a case.
    pub fn with_case(&mut self, at: usize, change: impl FnOnce(&mut Case)) {
        if let Some(case) = self.cases.get_mut(at) {
            change(case);
        }
    }

    /// Changes what is remembered of a suspect.
    fn with_suspect(&mut self, at: usize, suspect: usize, change: impl FnOnce(&mut Suspect)) {
        self.with_case(at, |case| {
            if let Some(found) = case.suspects.get_mut(suspect) {
                change(found);
            }
        });
    }

    /// An order of today.
    pub fn order(&mut self, authority: &str, now: i64) -> Order {
        let number = format!("NMN-{}", self.chance.between(100, 9999));
        Order { authority: authority.to_owned(), number, date: self.calendar.at(now).day() }
    }

    /// Who writes down what prosecutor or court did: they themselves, or the officer of a protected case.
    fn writes_for(&self, case: &Case, account: &str) -> String {
        if case.sealed { case.io.clone() } else { account.to_owned() }
    }
}

/// Someone accused, not arrested.
fn suspect(index: u32, child: bool) -> Suspect {
    Suspect { index, child, stands: Stands::Named, remands: 0, enrolled: false }
}

/// The magistrate of the area.
pub(crate) const MAGISTRATE: &str = "علاقہ مجسٹریٹ نمونہ (فرضی)";
/// The court of trial.
pub(crate) const COURT: &str = "سیشن کورٹ نمونہ (فرضی)";
/// The prosecutor's office.
pub(crate) const PROSECUTION: &str = "دفتر استغاثہ نمونہ (فرضی)";
