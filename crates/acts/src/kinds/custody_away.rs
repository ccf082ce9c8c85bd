//! Whoever left the lock-up for a hospital is still in the station's keeping: `custody.return` brings him back without an
//! order. `custody.escape`: he is gone from the lock-up or from his guard. Then a report of the escape stands in register
//! I, the head of the district is told the same day, the accused is sought again, and no clock of his keeping runs on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{case, custody};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    AccusedRow, AccusedStatus, Cell, CellKind, CustodyRow, DeskRow, EntryRow, FirRow, Keeping,
};

/// His stay, and how he stands in his case, where he was arrested in one.
fn want(office: &str, custody: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(CustodyRow::at(office, custody))];
    let stay = known.get::<CustodyRow>(office, custody).ok().flatten();
    wants.extend(stay.and_then(|row| row.accused).map(|key| Want::Row(AccusedRow::at(office, &key))));
    wants
}

/// The stay of one who may come back or escape: in the police's keeping by his case too.
fn keeping(setting: &Setting<'_>, custody: &str) -> Result<CustodyRow, Refusal> {
    let stay = setting.row::<CustodyRow>(custody)?.ok_or_else(|| Refusal::unknown(custody))?;
    let Some(key) = &stay.accused else { return Ok(stay) };
    let accused = setting.row::<AccusedRow>(key)?;
    // Freed and arrested again since, he is held by that arrest and not by this one.
    let here = accused.filter(|row| row.arrests.last().is_some_and(|arrest| arrest.act == custody));
    match here.and_then(|row| row.custody) {
        Some(Keeping::Police) => Ok(stay),
        Some(Keeping::Judicial) => Err(Refusal::order("order-judicial-already", "CrPC-167")),
        None => Err(Refusal::order("order-not-in-custody", "PPR-22.49")),
    }
}

/// He is back from the hospital.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyReturn {
    /// The act that lodged him.
    pub custody: String,
    /// Code of the officer who brought him.
    pub by: String,
    /// Particulars.
    #[serde(default)]
    pub remarks: String,
}

impl Rule for CustodyReturn {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.49"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<CustodyRow>(&self.custody)?.case().map(str::to_owned)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want(office, &self.custody, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "by", &self.by);
        text::text(&mut faults, "remarks", &self.remarks);
        faults.done()?;
        if !keeping(setting, &self.custody)?.is_in_hospital() {
            return Err(Refusal::order("order-not-in-hospital", "PPR-22.49"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        custody::back(rec, &self.custody, book)?;
        let mut cells = vec![
            Cell::plain("custody", CellKind::Act, &self.custody),
            Cell::plain("officer", CellKind::Officer, &self.by),
        ];
        if !self.remarks.is_empty() {
            cells.push(Cell::personal("text", CellKind::Text, &self.remarks));
        }
        book.put(&EntryRow::of(rec, 0, "lockup_in", cells)?)
    }
}

/// He has escaped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyEscape {
    /// The act that lodged him.
    pub custody: String,
    /// When.
    pub escaped: Moment,
    /// Code of the officer under whose guard he was.
    pub guard: String,
    /// How it happened.
    pub circumstances: String,
    /// The report of the escape, where this station registered it: its act.
    #[serde(default)]
    pub report: Option<String>,
    /// Number and station of the report, where another one did.
    #[serde(default)]
    pub report_elsewhere: String,
}

impl CustodyEscape {
    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.escaped > setting.happened, "escaped", "fault-future");
        text::code(&mut faults, "guard", &self.guard);
        text::text_needed(&mut faults, "circumstances", &self.circumstances);
        text::line(&mut faults, "report_elsewhere", &self.report_elsewhere);
        // An escape is a cognizable offence: it is reported before it is entered (sections 223 to 225 PPC).
        let elsewhere = !self.report_elsewhere.trim().is_empty();
        faults.when(self.report.is_none() && !elsewhere, "report", "fault-missing");
        faults.when(self.report.is_some() && elsewhere, "report_elsewhere", "fault-choice");
        faults.done()
    }

    fn check_report(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let Some(fir) = &self.report else { return Ok(()) };
        let row = setting.row::<FirRow>(fir)?.ok_or_else(|| Refusal::unknown(fir))?;
        let mut faults = Faults::default();
        faults.when(row.registered < self.escaped, "report", "fault-before-escape");
        faults.done()
    }
}

impl Rule for CustodyEscape {
    fn basis(&self) -> &'static [&'static str] {
        &["PPC-224", "PPR-22.49"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<CustodyRow>(&self.custody)?.case().map(str::to_owned)
    }

    fn bound(&self) -> bool {
        false
    }

    /// Nobody holds him.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let accused = upon.row::<CustodyRow>(&self.custody).and_then(|row| row.accused);
        accused.iter().flat_map(|key| case::released(key)).collect()
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = want(office, &self.custody, known);
        wants.extend(self.report.iter().map(|fir| Want::Row(FirRow::at(office, fir))));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting)?;
        let stay = keeping(setting, &self.custody)?;
        if !stay.is_held() && !stay.is_in_hospital() {
            return Err(Refusal::order("order-not-in-custody", "PPR-22.49"));
        }
        let mut faults = Faults::default();
        faults.when(self.escaped < stay.lodged, "escaped", "fault-before-lodged");
        faults.done()?;
        self.check_report(setting)?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().chain([Slot::yearly("5", "I", written)]).collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut stay) = book.get::<CustodyRow>(office, &self.custody)? else { return Ok(()) };
        stay.earlier.extend(stay.released.take());
        stay.released = Some((self.escaped, rec.header.act.clone()));
        stay.release = Some("escaped".to_owned());
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        desk.lockup.retain(|act| *act != self.custody);
        book.put(&desk)?;
        let accused = stay.accused.as_deref().map(|key| book.get::<AccusedRow>(office, key)).transpose()?;
        let accused = accused.flatten();
        let sealed = accused.as_ref().is_some_and(|row| row.sealed);
        if let Some(mut row) = accused {
            row.becomes(AccusedStatus::Absconding, &rec.header.act, rec.written()?);
            row.custody = None;
            book.put(&row)?;
        }
        book.put(&stay)?;
        let mut cells = vec![
            Cell::plain("custody", CellKind::Act, &self.custody),
            Cell::plain("release", CellKind::Code, "escaped"),
            Cell::plain("escaped", CellKind::Time, self.escaped),
            Cell::plain("guard", CellKind::Officer, &self.guard),
        ];
        cells.extend(self.report.as_ref().map(|fir| Cell::plain("report", CellKind::Act, fir)));
        if !self.report_elsewhere.is_empty() {
            cells.push(Cell::plain("report_elsewhere", CellKind::Text, &self.report_elsewhere));
        }
        if !sealed {
            cells.push(Cell::personal("text", CellKind::Text, &self.circumstances));
        }
        book.put(&EntryRow::of(rec, 0, "lockup_out", cells)?)?;
        let letter = vec![
            Cell::plain("to", CellKind::Text, "dpo"),
            Cell::plain("subject", CellKind::Code, "escape"),
            Cell::plain("custody", CellKind::Act, &self.custody),
            Cell::plain("date", CellKind::Time, &rec.header.written),
        ];
        book.put(&EntryRow::of(rec, 1, "escape", letter)?)
    }
}
