//! Reports under section 173 that send nobody up: cancellation (false, mistake, non-cognizable) and untraced. The
//! investigating officer recommends, the prosecutor agrees or not, the magistrate orders or returns it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{Body, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus, ReportKind, ReportState, Stage};

/// Cancellation or untraced, recommended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalRecommend {
    /// The case: the act that registered its report.
    pub fir: String,
    /// False, mistake, non-cognizable, or untraced.
    pub report: ReportKind,
    /// Grounds.
    pub grounds: String,
    /// The officer in charge through whom it goes, by code.
    pub through: String,
    /// The prosecutor's office.
    pub prosecutor: String,
}

impl Rule for FinalRecommend {
    fn basis(&self) -> &'static [&'static str] {
        match self.report {
            ReportKind::Untraced => &["CrPC-173"],
            _ => &["CrPC-173", "PPR-24.7"],
        }
    }

    upon!(court::want_report);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.report.is_challan(), "report", "fault-choice");
        text::text_needed(&mut faults, "grounds", &self.grounds);
        text::code(&mut faults, "through", &self.through);
        text::line_needed(&mut faults, "prosecutor", &self.prosecutor);
        faults.done()?;
        let case = court::standing(setting, &self.fir, "final.recommend", None)?;
        case::may_go_on(setting, &case)?;
        court::none_in_hand(setting, &case, self.report)?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().chain([Slot::yearly("5", "I", written)]).collect()
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D8"), Turn::meet(&self.fir, "D9"), Turn::start(&self.fir, "D10")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::put_report(rec, book, &self.fir, self.report, Vec::new())?;
        court::letters(rec, book, &self.fir, "final_report", &self.prosecutor)
    }
}

/// The prosecutor agrees to a cancellation or untraced report, or sends it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalAgree {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The prosecutor, name and office.
    pub prosecutor: String,
    /// Whether he agrees.
    pub agreed: bool,
    /// His reasons; needed where he does not.
    #[serde(default)]
    pub remarks: String,
}

impl Rule for FinalAgree {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-173"]
    }

    upon!(court::want_report);
    quiet!();

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "prosecutor", &self.prosecutor);
        text::text(&mut faults, "remarks", &self.remarks);
        faults.when(!self.agreed && self.remarks.trim().is_empty(), "remarks", "fault-missing");
        faults.done()?;
        let case = court::standing(setting, &self.fir, "final.agree", None)?;
        court::in_hand(setting, &case, false, ReportState::WithProsecutor).map(|_| ())
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D10")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::with_report(rec, book, &self.fir, |row| {
            row.state = if self.agreed { ReportState::Forwarded } else { ReportState::Returned };
            row.prosecutor = Some(self.prosecutor.clone());
        })
    }
}

/// The magistrate orders what the report asks, or does not agree and returns it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinalOrder {
    /// The case: the act that registered its report.
    pub fir: String,
    /// Whether he agrees.
    pub agreed: bool,
    /// His order.
    pub order: Order,
    /// What the report asks; the books fill it in.
    #[serde(default)]
    pub report: Option<ReportKind>,
    /// Accused whom a cancellation frees, by their places in the case's list; the books fill it in.
    #[serde(default)]
    pub freed: Vec<u32>,
}

impl FinalOrder {
    /// Where the case stands by it; `None` where it stays under investigation.
    fn leads_to(&self) -> Option<Stage> {
        match self.report {
            _ if !self.agreed => None,
            Some(ReportKind::Untraced) => Some(Stage::Untraced),
            _ => Some(Stage::Cancelled),
        }
    }
}

impl Rule for FinalOrder {
    fn basis(&self) -> &'static [&'static str] {
        match self.leads_to() {
            Some(Stage::Cancelled) => &["CrPC-173", "PPR-24.7"],
            _ => &["CrPC-173"],
        }
    }

    upon!(court::want_all);
    quiet!();

    fn refs(&self) -> Vec<String> {
        self.freed.iter().map(|index| AccusedRow::key_of(&self.fir, *index)).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        let case = court::standing(setting, &self.fir, "final.order", None)?;
        let report = court::in_hand(setting, &case, false, ReportState::Forwarded)?;
        self.report = report.kind;
        self.freed.clear();
        if let Some(to) = self.leads_to() {
            court::standing(setting, &self.fir, "final.order", Some(to))?;
            if to == Stage::Cancelled {
                self.freed = court::open_accused(setting, &case)?;
            }
        }
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::FinalOrder(kept) = kept {
            self.report = kept.report;
            self.freed.clone_from(&kept.freed);
        }
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let freed = court::freed(&self.fir, &self.freed).into_iter();
        freed.chain(court::at_end(&self.fir, self.leads_to().is_some())).collect()
    }

    fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
        court::let_out(upon, &self.fir, &self.freed, "cancelled")
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::with_report(rec, book, &self.fir, |row| {
            row.state = if self.agreed { ReportState::Ordered } else { ReportState::Returned };
        })?;
        match self.leads_to() {
            None => Ok(()),
            Some(stage) => {
                let freed = (self.freed.as_slice(), AccusedStatus::Discharged);
                court::end_all(rec, book, &self.fir, freed, (stage, &self.order))
            }
        }
    }
}
