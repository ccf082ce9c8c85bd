//! The timeline of a case: every act upon it, in the order of the journal. Numbers, hours, officers and references,
//! never a name or a word.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// One act upon a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepRow {
    /// The station.
    pub office: String,
    /// The case.
    pub fir: String,
    /// The act's number in the journal.
    pub seq: u64,
    /// The act.
    pub act: String,
    /// Its kind.
    pub kind: String,
    /// When it happened.
    pub happened: Moment,
    /// When it was written, by the clock.
    pub written: Moment,
    /// Who did it.
    pub officer: String,
    /// His rank then.
    pub rank: String,
    /// Its number among the case diaries, where it is one.
    pub zimni: Option<u64>,
    /// The register entries it made.
    pub entries: Vec<EntryRef>,
    /// Persons and things it is about: keys of rows, ids of acts.
    pub refs: Vec<String>,
}

impl StepRow {
    /// The key of a step: sorts in the order of the journal.
    pub fn key_of(fir: &str, seq: u64) -> String {
        format!("{fir}/{seq:012}")
    }
}

impl View for StepRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "step",
        columns: &[text("fir"), text("kind"), text("officer"), int("happened"), int("written")],
        indexes: &[&["office", "fir"], &["office", "officer", "written"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.fir, self.seq)
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.fir.as_str().into(),
            self.kind.as_str().into(),
            self.officer.as_str().into(),
            self.happened.millis().into(),
            self.written.millis().into(),
        ]
    }
}
