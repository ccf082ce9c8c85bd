//! `case.falsehood`: after a cancellation as false, proceedings against the informant (sections 182, 211): a complaint
//! to the court, kept in register VI among the kalandras.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, upon};
use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, FinalReportRow, ReportKind};

/// Under which section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FalsehoodUnder {
    /// False information to a public servant.
    #[serde(rename = "182")]
    S182,
    /// False charge of an offence.
    #[serde(rename = "211")]
    S211,
}

/// Proceedings for a false report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFalsehood {
    /// The case: the act that registered its report.
    pub fir: String,
    /// Section 182 or 211.
    pub under: FalsehoodUnder,
    /// Against whom.
    pub person: String,
    /// The court the complaint goes to.
    pub court: String,
    /// Grounds.
    pub grounds: String,
}

impl Rule for CaseFalsehood {
    fn basis(&self) -> &'static [&'static str] {
        match self.under {
            FalsehoodUnder::S182 => &["PPC-182", "CrPC-195"],
            FalsehoodUnder::S211 => &["PPC-211", "CrPC-195"],
        }
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "person", &self.person);
        text::line_needed(&mut faults, "court", &self.court);
        text::text_needed(&mut faults, "grounds", &self.grounds);
        faults.done()?;
        let case = court::standing(setting, &self.fir, "case.falsehood", None)?;
        let report = case.reports.last().map(|id| setting.row::<FinalReportRow>(id)).transpose()?.flatten();
        match report.and_then(|r| r.kind) {
            Some(ReportKind::False) => Ok(()),
            _ => Err(Refusal::order("order-not-cancelled-false", "PPC-182")),
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("6", "B", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        let section = match self.under {
            FalsehoodUnder::S182 => "182",
            FalsehoodUnder::S211 => "211",
        };
        let mut cells = vec![
            Cell::plain("fir_no", CellKind::Text, case.title()),
            Cell::plain("section", CellKind::Text, section),
        ];
        if !case.sealed {
            cells.push(Cell::personal("persons", CellKind::Text, &self.person));
            cells.push(Cell::personal("ground", CellKind::Text, &self.grounds));
        }
        cells.push(Cell::plain("sent_to_court", CellKind::Text, &self.court));
        book.put(&EntryRow::of(rec, 0, "falsehood", cells)?)
    }
}
