//! Corrections, and which still await the officer in charge's attestation.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// One correction by strike-through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionRow {
    /// The office.
    pub office: String,
    /// The act of correction.
    pub act: String,
    /// The act whose entry is corrected.
    pub target: String,
    /// The entry corrected.
    pub entry: EntryRef,
    /// Who corrected.
    pub by: String,
    /// When, by the clock.
    pub at: Moment,
    /// Who attested.
    pub attested_by: Option<String>,
}

impl View for CorrectionRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "correction",
        columns: &[text("target"), int("attested"), int("at")],
        indexes: &[&["office", "attested"], &["office", "target"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.target.as_str().into(), self.attested_by.is_some().into(), self.at.millis().into()]
    }
}
