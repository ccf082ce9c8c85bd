//! A line-up of photographs, and what witnesses said of it.

use serde::{Deserialize, Serialize};

use crate::kinds::{EnrolRef, Face, Party};
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// It was shown to a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// The witness.
    pub witness: Party,
    /// Who showed it.
    pub shown_by: String,
    /// Whether he knew which of them is the suspect.
    pub knew: bool,
    /// Which place the witness pointed to, from 1.
    pub picked: Option<u8>,
    /// What the witness said.
    pub said: String,
}

/// A line-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineupRow {
    /// The record office.
    pub office: String,
    /// The act that made it.
    pub act: String,
    /// When.
    pub made: Moment,
    /// Who made it.
    pub officer: String,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// The suspect.
    pub suspect: Face,
    /// The others; of one destroyed since the photograph is empty.
    pub fillers: Vec<Face>,
    /// How they stand: 0 the suspect, 1 the first of the others.
    pub order: Vec<u8>,
    /// Why it is fair.
    pub fair: String,
    /// To whom it was shown, oldest first.
    pub shown: Vec<Shown>,
}

impl LineupRow {
    /// One of the others is destroyed: his photograph is not named any more.
    pub(crate) fn forget(&mut self, of: &EnrolRef) {
        for face in self.fillers.iter_mut().filter(|face| face.of == *of) {
            face.photograph.clear();
        }
    }
}

impl View for LineupRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "lineup",
        columns: &[text("suspect"), int("made"), int("shown")],
        indexes: &[&["office", "made"], &["suspect"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.suspect.of.key().into(),
            self.made.millis().into(),
            i64::try_from(self.shown.len()).unwrap_or(i64::MAX).into(),
        ]
    }
}
