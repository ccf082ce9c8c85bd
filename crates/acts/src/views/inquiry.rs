//! An inquest or a missing person, open until it is closed: by what, or by which case. It names nobody.

use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, int, text};

/// How it was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// How: a code.
    pub outcome: String,
    /// The case it became: the act of its FIR.
    pub fir: Option<String>,
}

/// An inquest (register VI-A) or a missing person (VI-C).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquiryRow {
    /// The office.
    pub office: String,
    /// The act that opened it.
    pub act: String,
    /// Its entry in register VI.
    pub entry: EntryRef,
    /// When the information came.
    pub informed: Moment,
    /// Whether it is about a child.
    pub child: bool,
    /// Once it is closed.
    pub closed: Option<Closed>,
}

impl View for InquiryRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "inquiry",
        columns: &[text("part"), int("informed"), int("child"), text("outcome")],
        indexes: &[&["office", "outcome"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.entry.part.as_str().into(),
            self.informed.millis().into(),
            self.child.into(),
            self.closed.as_ref().map(|c| c.outcome.clone()).into(),
        ]
    }
}
