//! How a case stands. No names and no words here: persons are in [`crate::views::PartyRow`], what was written in the
//! entries and the acts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{TableDef, Value, View, int, text};
use crate::views::{Gone, Stage};

/// The most persons one case names.
const MOST_PARTIES: u32 = 2_000;

/// One section of a case, with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSection {
    /// Its code.
    pub code: String,
    /// The act that brought it in: the report itself, or one that added it.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
    /// The zimni in which it was added; `None` for those of the report.
    pub zimni: Option<u64>,
    /// How it was struck, once it was.
    pub struck: Option<SectionStruck>,
}

/// A section struck from a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionStruck {
    /// The act.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
    /// The zimni in which it was struck.
    pub zimni: u64,
}

/// An officer's time with the investigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IoSpan {
    /// The officer.
    pub officer: String,
    /// His rank; `None` where the report only named him.
    pub rank: Option<String>,
    /// A woman, or of the special unit that the law names, when it was given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special: bool,
    /// From.
    pub from: Moment,
    /// Until, once another has it.
    pub until: Option<Moment>,
    /// The act that gave it to him.
    pub act: String,
}

/// Someone's account of the occurrence, recorded in the same case (*Sughran Bibi*, PLD 2018 SC 595).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRef {
    /// The act that recorded it.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
    /// Whether it accuses the other side.
    pub cross: bool,
    /// Sections it discloses.
    pub sections: Vec<String>,
}

/// An application to change the investigation, not yet decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferAsked {
    /// The act of the application.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
}

/// A court's order that stays the proceedings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// The act.
    pub act: String,
    /// From.
    pub from: Moment,
    /// Until, once it is vacated.
    pub until: Option<Moment>,
}

/// How a case ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The act that says so.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// The station that holds it.
    pub office: String,
    /// The act that registered its report: its id.
    pub fir: String,
    /// FIR number within the year.
    pub no: u64,
    /// The year.
    pub year: i16,
    /// When the report was written, by the clock.
    pub registered: Moment,
    /// How it stands.
    pub stage: Stage,
    /// Since when it stands so, by the clock.
    pub since: Moment,
    /// The act that brought it there.
    pub by: String,
    /// Its sections, also those struck. Empty only when the content was removed.
    pub sections: Vec<CaseSection>,
    /// Who investigated, the present officer last.
    pub ios: Vec<IoSpan>,
    /// Changes of investigation ordered so far.
    pub transfers: u32,
    /// An application for change not yet decided.
    pub transfer: Option<TransferAsked>,
    /// Versions beside the report.
    pub versions: Vec<VersionRef>,
    /// Persons named in it, counted: the next one's place in the list.
    pub parties: u32,
    /// Places in that list of the accused.
    pub accused: Vec<u32>,
    /// Case diaries written.
    pub zimnis: u64,
    /// Code of the prosecutor.
    pub prosecutor: Option<String>,
    /// Reports under section 173, oldest first: the acts that submitted them.
    pub reports: Vec<String>,
    /// Next date before the court.
    pub next_date: Option<Date>,
    /// Stays, in order.
    pub stays: Vec<Stay>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Numbers in the journal of the acts that are part of it: sealed with it, expunged with it.
    pub steps: Vec<u64>,
    /// Whether its persons are protected.
    pub sealed: bool,
    /// Set when the content was removed by a court's order.
    pub gone: Option<Gone>,
}

impl CaseRow {
    /// Whether a court removed what it held.
    pub fn is_stub(&self) -> bool {
        self.sections.is_empty()
    }

    /// The present investigating officer.
    pub fn io(&self) -> Option<&IoSpan> {
        self.ios.last().filter(|io| io.until.is_none())
    }

    /// Whether a court's stay holds.
    pub fn is_stayed(&self) -> bool {
        self.stays.iter().any(|stay| stay.until.is_none())
    }

    /// Codes of the sections that stand.
    pub fn charged(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().filter(|s| s.struck.is_none()).map(|s| s.code.as_str())
    }

    /// The place of the next person in its list.
    pub(crate) fn next_party(&self) -> Result<u32, Refusal> {
        let mut faults = Faults::default();
        faults.when(self.parties >= MOST_PARTIES, "person", "fault-too-many");
        faults.done().map(|()| self.parties)
    }

    /// The case moves to another stage by an act.
    pub fn moves(&mut self, to: Stage, act: &str, at: Moment) {
        (self.stage, self.since) = (to, at);
        act.clone_into(&mut self.by);
    }

    /// Its number and year, as the books write it.
    pub fn title(&self) -> String {
        format!("{}/{}", self.no, self.year)
    }
}

impl View for CaseRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "case",
        columns: &[
            int("year"),
            int("no"),
            text("stage"),
            int("since"),
            int("registered"),
            int("open"),
            text("io"),
            text("next_date"),
            int("sealed"),
            int("gone"),
        ],
        indexes: &[
            &["office", "registered"],
            &["office", "stage", "registered"],
            // Pendency is counted from this index alone.
            &["office", "open", "registered", "stage", "io"],
            &["office", "io", "open"],
            &["office", "next_date"],
        ],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.fir.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            i64::from(self.year).into(),
            i64::try_from(self.no).unwrap_or(i64::MAX).into(),
            self.stage.as_str().into(),
            self.since.millis().into(),
            self.registered.millis().into(),
            (self.stage.is_open() && !self.is_stub()).into(),
            self.io().map(|io| io.officer.clone()).into(),
            self.next_date.map(|d| d.to_string()).into(),
            self.sealed.into(),
            self.is_stub().into(),
        ]
    }
}
