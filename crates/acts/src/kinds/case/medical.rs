//! `case.medical`: the docket with which somebody is sent for medico-legal examination, and what came of it. In rape
//! it must be within the hours of the Anti-Rape Act.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, PartyRow};

/// A medico-legal examination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseMedical {
    /// The case.
    pub fir: String,
    /// Who was examined, by his place in the case.
    pub party: u32,
    /// When.
    pub examined: Moment,
    /// The hospital, or the anti-rape crisis cell.
    pub hospital: String,
    /// Number of the medico-legal certificate.
    pub certificate: String,
    /// Findings; for those who may read the case.
    #[serde(default)]
    pub findings: String,
}

impl Rule for CaseMedical {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-156", "ARITA-5"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn refs(&self) -> Vec<String> {
        vec![PartyRow::key_of(&self.fir, self.party)]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D18").at(self.examined)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "hospital", &self.hospital);
        text::line_needed(&mut faults, "certificate", &self.certificate);
        text::text(&mut faults, "findings", &self.findings);
        faults.when(self.examined > setting.happened, "examined", "fault-future");
        faults.done()?;
        let case = case::allowed(setting, "case.medical", &self.fir)?;
        if self.party >= case.parties {
            return Err(Refusal::unknown(PartyRow::key_of(&self.fir, self.party)));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let cells = vec![
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("hospital", CellKind::Text, &self.hospital),
            Cell::plain("certificate", CellKind::Text, &self.certificate),
            Cell::plain("date", CellKind::Time, self.examined),
        ];
        book.put(&EntryRow::of(rec, 0, "medical", cells)?)
    }
}
