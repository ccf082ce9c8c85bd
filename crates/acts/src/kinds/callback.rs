//! `informant.call`: a supervisor telephones whoever gave an information and writes whether he agrees with what the
//! station wrote. It stands in the minute book (register XIII), where the officer in charge answers it.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, entry_key};

/// What the informant said of the station's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// It is as he told it.
    Agrees,
    /// It is not.
    Disagrees,
    /// He was not reached.
    Unreached,
}

impl Says {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Disagrees => "disagrees",
            Self::Unreached => "unreached",
        }
    }
}

/// A call to an informant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InformantCall {
    /// The act that wrote the information down: an FIR, a non-cognizable report, a refusal, a complaint or call.
    pub report: String,
    /// What he said of it.
    pub says: Says,
    /// His words, as told; needed where he disagrees.
    #[serde(default)]
    pub words: String,
    /// The report's first entry; the books fill it in.
    #[serde(default)]
    pub entry: Option<EntryRef>,
    /// Whether its persons are protected; the books fill it in.
    #[serde(default)]
    pub sealed: bool,
}

/// Whether an act wrote down what an informant told.
fn informs(rec: &Recorded) -> bool {
    match rec.header.kind.as_str() {
        "fir.register" | "report.refuse" | "report.noncognizable" => true,
        "book.enter" => rec.header.entries.first().is_some_and(|e| e.register == InformantCall::COMPLAINTS),
        _ => false,
    }
}

impl InformantCall {
    /// The working register of complaints and calls.
    pub const COMPLAINTS: &'static str = "w-complaint";
}

impl Rule for InformantCall {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.64"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Act(self.report.clone())];
        let found = || known.act(&self.report).and_then(|rec| rec.header.entries.first().cloned());
        let entry = self.entry.clone().or_else(found);
        wants.extend(entry.map(|entry| Want::Row(EntryRow::at(office, &entry_key(&entry)))));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text(&mut faults, "words", &self.words);
        let silent = self.says == Says::Disagrees && self.words.trim().is_empty();
        faults.when(silent, "words", "fault-missing");
        faults.done()?;
        let rec = setting.known.act(&self.report).filter(|rec| informs(rec));
        let rec = rec.ok_or_else(|| Refusal::unknown(&self.report))?;
        if rec.body.is_none() {
            return Err(Refusal::order("order-expunged", "PPR-22.46"));
        }
        // Nobody checks his own hand.
        if rec.header.officer == setting.officer {
            return Err(Refusal::order("order-own-report", "PPR-22.64"));
        }
        self.entry = rec.header.entries.first().cloned();
        let row = self.entry.as_ref().map(|at| setting.row::<EntryRow>(&entry_key(at))).transpose()?;
        self.sealed = row.flatten().is_some_and(|row| row.sealed);
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::InformantCall(kept) = kept {
            self.entry.clone_from(&kept.entry);
            self.sealed = kept.sealed;
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("13", "-", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain("visit_at", CellKind::Time, &rec.header.happened),
            Cell::plain("officer", CellKind::Officer, &rec.header.officer),
            Cell::plain("says", CellKind::Code, self.says.as_str()),
        ];
        cells.extend(self.entry.as_ref().map(|at| Cell::plain("entry", CellKind::Text, at)));
        if !self.words.trim().is_empty() {
            cells.push(Cell::personal("noted", CellKind::Text, &self.words));
        }
        let mut line = EntryRow::of(rec, 0, "callback", cells)?;
        line.sealed = self.sealed;
        book.put(&line)
    }
}
