//! Clocks of the legal deadlines, as acts alone turn them. A clock knows when it started and when it was met, never
//! when it is due: limit, unit and province are law, and are asked of the law when someone looks.

use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// What about a person or a case lengthens or shortens a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockMark {
    /// Under eighteen.
    Juvenile,
    /// A woman.
    Woman,
    /// An offence punishable with death.
    Capital,
    /// A narcotic.
    Narcotic,
    /// Rape.
    Rape,
}

impl ClockMark {
    /// Its code, as the deadlines' ids write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Juvenile => "juvenile",
            Self::Woman => "woman",
            Self::Capital => "capital",
            Self::Narcotic => "narcotic",
            Self::Rape => "rape",
        }
    }
}

/// A moment at which an act turned a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stroke {
    /// When it happened, as stated.
    pub at: Moment,
    /// When it was written, by the office's clock.
    pub written: Moment,
    /// The act.
    pub act: String,
}

/// A time in which the clock stood still (a stay order).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// From.
    pub from: Stroke,
    /// Until.
    pub until: Option<Stroke>,
}

/// One run of a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// What started it.
    pub started: Stroke,
    /// What met it.
    pub met: Option<Stroke>,
    /// When it stood still.
    pub pauses: Vec<Pause>,
    /// Acts that gave a reason for a breach.
    pub reasons: Vec<Stroke>,
}

/// A clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockRow {
    /// The office.
    pub office: String,
    /// What it runs for: a case, an accused, a parcel. A case's is the case's id; what belongs to a case begins with it.
    pub subject: String,
    /// The deadline in the statute book: `D8`. One whose limit differs by mark (`D11-woman`) is named without it.
    pub deadline: String,
    /// The case, where it belongs to one.
    pub fir: Option<String>,
    /// FIR number and year, where it belongs to a case.
    pub title: Option<String>,
    /// The officer who must act, where one is known.
    pub officer: Option<String>,
    /// What changes the limit, in order.
    pub marks: Vec<ClockMark>,
    /// The run that counts.
    pub run: Run,
    /// Runs before it, oldest first: each judicial remand starts the clock anew.
    pub earlier: Vec<Run>,
}

impl ClockRow {
    /// The key of a clock.
    pub fn key_of(subject: &str, deadline: &str) -> String {
        format!("{subject}/{deadline}")
    }

    /// Whether it still runs.
    pub fn is_open(&self) -> bool {
        self.run.met.is_none()
    }
}

impl View for ClockRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "clock",
        columns: &[
            text("subject"),
            text("deadline"),
            text("fir"),
            text("officer"),
            int("open"),
            int("started"),
        ],
        indexes: &[&["office", "open", "started"], &["office", "fir"], &["office", "officer", "open"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.subject, &self.deadline)
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.subject.as_str().into(),
            self.deadline.as_str().into(),
            self.fir.clone().into(),
            self.officer.clone().into(),
            self.is_open().into(),
            self.run.started.at.millis().into(),
        ]
    }
}
