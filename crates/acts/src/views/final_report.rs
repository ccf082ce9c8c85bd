//! A report under section 173 as it stands: submitted, looked through by the prosecutor, before the court.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, ViewError, int, text};
use crate::views::Stage;

/// What a report under section 173 asks of the court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Challan on what is known by the fourteenth day; the investigation goes on.
    Interim,
    /// Complete challan.
    Complete,
    /// Challan of accused who hide, for evidence under section 512.
    Absentia,
    /// Cancellation: the information was false.
    False,
    /// Cancellation: mistake of fact or of law.
    Mistake,
    /// Cancellation: non-cognizable or civil.
    NonCognizable,
    /// Nobody found.
    Untraced,
}

impl ReportKind {
    /// Every kind.
    pub const ALL: [ReportKind; 7] = [
        Self::Interim,
        Self::Complete,
        Self::Absentia,
        Self::False,
        Self::Mistake,
        Self::NonCognizable,
        Self::Untraced,
    ];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Interim => "interim",
            Self::Complete => "complete",
            Self::Absentia => "absentia",
            Self::False => "false",
            Self::Mistake => "mistake",
            Self::NonCognizable => "non_cognizable",
            Self::Untraced => "untraced",
        }
    }

    /// Whether persons are sent up by it.
    pub fn is_challan(self) -> bool {
        matches!(self, Self::Interim | Self::Complete | Self::Absentia)
    }
}

/// Custody column of the challan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustodyClass {
    /// الف: sent for trial in custody.
    Alif,
    /// ب: on bail, or reconciled.
    Be,
    /// ج: recommended for release.
    Jim,
}

impl CustodyClass {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alif => "alif",
            Self::Be => "be",
            Self::Jim => "jim",
        }
    }
}

/// Where a report lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// With the prosecutor.
    WithProsecutor,
    /// Sent back to the station with objections.
    Objected,
    /// On its way to the court.
    Forwarded,
    /// The court has it.
    InCourt,
    /// The court or the prosecutor did not agree; another report is due.
    Returned,
    /// The magistrate has ordered what it asked.
    Ordered,
}

impl ReportState {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WithProsecutor => "with_prosecutor",
            Self::Objected => "objected",
            Self::Forwarded => "forwarded",
            Self::InCourt => "in_court",
            Self::Returned => "returned",
            Self::Ordered => "ordered",
        }
    }

    /// The message that no report lies there.
    pub fn refusal(self) -> &'static str {
        match self {
            Self::WithProsecutor => "order-report-not-with-prosecutor",
            Self::Objected => "order-report-not-objected",
            Self::Forwarded => "order-report-not-forwarded",
            Self::InCourt | Self::Returned | Self::Ordered => "order-report-in-hand",
        }
    }
}

/// An objection of the prosecutor, by its number within the report. Its words are in the book of objections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its number, from 1.
    pub no: u32,
    /// Its line in the book of objections.
    pub entry: EntryRef,
    /// Whether it has an answer.
    pub answered: bool,
}

/// A report under section 173.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalReportRow {
    /// The station.
    pub office: String,
    /// The act that submitted it.
    pub act: String,
    /// The case.
    pub fir: String,
    /// What it asks; `None` after expungement.
    pub kind: Option<ReportKind>,
    /// When it was submitted.
    pub submitted: Moment,
    /// The investigating officer who submitted it.
    pub officer: String,
    /// Accused named in it, by their places in the case's list, with the custody column.
    pub persons: Vec<(u32, CustodyClass)>,
    /// Where it lies.
    pub state: ReportState,
    /// Objections, in order of number.
    pub objections: Vec<Objection>,
    /// The prosecutor who sent it on or agreed.
    pub prosecutor: Option<String>,
    /// The court that has it.
    pub court: Option<String>,
    /// The court's number of the case.
    pub court_no: Option<String>,
    /// The day the court received it.
    pub received: Option<Date>,
}

impl FinalReportRow {
    /// The report as its header alone tells it: before it is filled, and after its content was removed.
    pub fn empty(rec: &Recorded, fir: &str) -> Result<Self, ViewError> {
        Ok(Self {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            fir: fir.to_owned(),
            kind: None,
            submitted: rec.happened()?,
            officer: rec.header.officer.clone(),
            persons: Vec::new(),
            state: ReportState::WithProsecutor,
            objections: Vec::new(),
            prosecutor: None,
            court: None,
            court_no: None,
            received: None,
        })
    }

    /// Objections without an answer.
    pub fn open_objections(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|o| !o.answered)
    }

    /// Whether something is still to be done with it before another may be submitted.
    pub fn in_hand(&self) -> bool {
        matches!(self.state, ReportState::WithProsecutor | ReportState::Objected | ReportState::Forwarded)
    }

    /// The stage to which an answered report brings its case back.
    pub fn returns_to(&self) -> Stage {
        if self.kind == Some(ReportKind::Interim) { Stage::ChallanInterim } else { Stage::Challan }
    }
}

impl View for FinalReportRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "final_report",
        columns: &[text("fir"), text("kind"), text("state"), int("submitted"), text("officer")],
        indexes: &[&["office", "fir"], &["office", "state"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.fir.as_str().into(),
            self.kind.map(ReportKind::as_str).into(),
            self.state.as_str().into(),
            self.submitted.millis().into(),
            self.officer.as_str().into(),
        ]
    }
}
