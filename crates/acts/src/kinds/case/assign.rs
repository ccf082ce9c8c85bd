//! `case.assign`: the officer in charge gives the investigation to an officer. It changes hands otherwise only by an
//! order under article 18-A, unless the officer who had it has left the station.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::allowed::reaches;
use crate::clock::{Turn, Upon};
use crate::kinds::case::{Doer, is_special};
use crate::kinds::{Body, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{CaseRow, FirRow, StaffRow};

/// The investigation given to an officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseAssign {
    /// The case.
    pub fir: String,
    /// The officer, posted at this station.
    pub officer: String,
    /// His rank; the books fill it in.
    #[serde(default)]
    pub rank: String,
}

impl CaseAssign {
    fn check_present(&self, setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
        let Some(io) = case.io() else { return Ok(()) };
        if io.officer == self.officer {
            return Err(Refusal::order("order-already-io", "CrPC-156"));
        }
        let staff = setting.row::<StaffRow>(&io.officer)?;
        // One whom the report named and who never was posted here does not hold the case against the station; nor does
        // one whom the law does not let investigate it.
        let Some(posting) = staff.as_ref().and_then(StaffRow::current) else { return Ok(()) };
        let doer = Doer { rank: &posting.rank, special: io.special };
        match case::may_investigate(setting, case.charged(), doer) {
            Ok(()) => Err(Refusal::order("order-io-by-transfer", "PO-18-A")),
            Err(_) => Ok(()),
        }
    }
}

impl Rule for CaseAssign {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-156"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        case::CASE_CLOCKS.iter().map(|d| Turn::pass(&self.fir, d, &self.officer)).collect()
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![case::want(office, &self.fir), Want::Row(FirRow::at(office, &self.fir))];
        wants.push(Want::Row(StaffRow::at(office, &self.officer)));
        if let Ok(Some(row)) = known.get::<CaseRow>(office, &self.fir)
            && let Some(io) = row.io()
        {
            wants.push(Want::Row(StaffRow::at(office, &io.officer)));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "officer", &self.officer);
        faults.done()?;
        let case = case::allowed(setting, "case.assign", &self.fir)?;
        let staff = setting.row::<StaffRow>(&self.officer)?;
        let posting = staff.as_ref().and_then(StaffRow::current);
        let posting = posting.ok_or_else(|| Refusal::order("order-not-posted", "PPR-22.67"))?;
        if !reaches(setting.law, &posting.rank, "asi") {
            return Err(Refusal::order("order-io-rank", "CrPC-156"));
        }
        let doer = Doer { rank: &posting.rank, special: is_special(staff.as_ref()) };
        case::may_investigate(setting, case.charged(), doer)?;
        self.check_present(setting, &case)?;
        self.rank.clone_from(&posting.rank);
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::CaseAssign(kept) = kept {
            self.rank.clone_from(&kept.rank);
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let staff = book.get::<StaffRow>(&rec.header.office, &self.officer)?;
        let special = is_special(staff.as_ref());
        case::give(rec, book, &self.fir, (&self.officer, &self.rank, special)).map(|_| ())
    }
}
