//! How often each document was printed.

use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, Value, View, int};

/// The reprint counter of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintRow {
    /// The office.
    pub office: String,
    /// `document/what`, e.g. `fir/<act>` or `diary/2026-01-05`.
    pub document: String,
    /// Times printed.
    pub count: u32,
    /// Acts of printing, oldest first.
    pub acts: Vec<String>,
}

impl View for PrintRow {
    const TABLE: &'static TableDef = &TableDef { name: "print", columns: &[int("count")], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.document.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![i64::from(self.count).into()]
    }
}
