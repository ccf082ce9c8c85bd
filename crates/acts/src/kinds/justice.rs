//! `justice.order`: what the ex-officio justice of peace ordered upon a petition (CrPC sections 22-A(6) and 22-B): that a
//! report be registered, an investigation changed, a neglect or excess looked into, or nothing. A direction to register
//! starts a clock, which the registration meets.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow};

/// The deadline a direction to register starts.
pub(crate) const REGISTRATION: &str = "D31";

/// What the order directs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Directs {
    /// A report is to be registered.
    Register,
    /// The investigation of a case is to be changed.
    Change,
    /// A neglect, failure or excess is to be set right.
    Neglect,
    /// Nothing: the petition is dismissed or disposed of.
    Nothing,
}

impl Directs {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Change => "change",
            Self::Neglect => "neglect",
            Self::Nothing => "nothing",
        }
    }
}

/// An order of the ex-officio justice of peace. It names no petitioner: number and court identify the petition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JusticeOrder {
    /// Number of the petition, with its year.
    pub petition_no: String,
    /// When it was filed.
    pub filed: Date,
    /// The court.
    pub court: String,
    /// Date of the order.
    pub order_date: Date,
    /// When the order reached the station.
    pub received: Moment,
    /// What it directs.
    pub directs: Directs,
    /// The direction in the words of the order.
    pub direction: String,
    /// The refusal or non-cognizable report the petition complains of: its act.
    #[serde(default)]
    pub report: Option<String>,
    /// The case it is about: the act of its FIR. Needed where the investigation is to be changed.
    #[serde(default)]
    pub fir: Option<String>,
}

/// Kinds of act a petition of non-registration may complain of.
const REPORTS: [&str; 2] = ["report.refuse", "report.noncognizable"];

impl JusticeOrder {
    fn check_times(&self, faults: &mut Faults, setting: &Setting<'_>) {
        faults.when(self.order_date > setting.happened.day(), "order_date", "fault-future");
        faults.when(self.filed > self.order_date, "filed", "fault-after-order");
        faults.when(self.received > setting.happened, "received", "fault-future");
        faults.when(self.received.day() < self.order_date, "received", "fault-before-order");
    }

    fn cells(&self, named: bool) -> Vec<Cell> {
        let mut cells = vec![
            Cell::plain("court", CellKind::Text, &self.court),
            Cell::plain("case", CellKind::Text, &self.petition_no),
            Cell::plain("process", CellKind::Code, "justice_order"),
            Cell::plain("directs", CellKind::Code, self.directs.as_str()),
            Cell::plain("filed", CellKind::Day, self.filed),
            Cell::plain("order_date", CellKind::Day, self.order_date),
            Cell::plain("received", CellKind::Time, self.received),
        ];
        if named {
            cells.push(Cell::personal("direction", CellKind::Text, &self.direction));
        }
        cells.extend(self.fir.as_ref().map(|fir| Cell::plain("fir", CellKind::Act, fir)));
        cells
    }
}

impl Rule for JusticeOrder {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-22-A-6"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    /// In a case it is part of the case, sealed and expunged with it.
    fn bound(&self) -> bool {
        self.fir.is_some()
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let start = Turn::start(upon.act, REGISTRATION).at(self.received);
        if self.directs == Directs::Register { vec![start] } else { Vec::new() }
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let report = self.report.iter().map(|act| Want::Act(act.clone()));
        report.chain(self.fir.iter().map(|fir| case::want(office, fir))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "petition_no", &self.petition_no);
        text::line_needed(&mut faults, "court", &self.court);
        text::text_needed(&mut faults, "direction", &self.direction);
        self.check_times(&mut faults, setting);
        // What has a case already is not registered a second time.
        let case_fits = match self.directs {
            Directs::Register => self.fir.is_none(),
            Directs::Change => self.fir.is_some(),
            Directs::Neglect | Directs::Nothing => true,
        };
        faults.when(!case_fits, "fir", "fault-case-of-change");
        faults.done()?;
        if let Some(report) = &self.report {
            let kind = setting.known.act(report).map(|rec| rec.header.kind.as_str());
            kind.filter(|kind| REPORTS.contains(kind)).ok_or_else(|| Refusal::unknown(report))?;
        }
        if let Some(fir) = &self.fir {
            case::living(setting, fir)?;
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("5", "II", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let case = match &self.fir {
            Some(fir) => case::open_row(rec, book, fir)?,
            None => None,
        };
        // Of a sealed case nobody is named outside register I.
        let named = case.is_none_or(|case| !case.sealed);
        let entry = EntryRow::of(rec, 0, "justice", self.cells(named))?;
        let gist = vec![
            Cell::plain("entry", CellKind::Text, &entry.entry),
            Cell::plain("court", CellKind::Text, &self.court),
            Cell::plain("case", CellKind::Text, &self.petition_no),
            Cell::plain("directs", CellKind::Code, self.directs.as_str()),
            Cell::plain("received", CellKind::Time, self.received),
        ];
        book.put(&EntryRow::of(rec, 1, "justice", gist)?)?;
        book.put(&entry)
    }
}
