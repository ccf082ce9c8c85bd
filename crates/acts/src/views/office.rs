//! Offices opened under an office.

use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, Value, View, text};

/// An office, kept in the journal of the office above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeRow {
    /// The office above it, whose journal opened it.
    pub parent: String,
    /// Its code.
    pub code: String,
    /// Its kind: `police_station`, `district`, ...
    pub kind: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Urdu.
    pub name_ur: String,
    /// Province code, which decides the law in force.
    pub province: String,
    /// The hour at which the diary's day opens, 0 to 23.
    pub diary_hour: u8,
    /// The act that opened it.
    pub act: String,
}

impl View for OfficeRow {
    const TABLE: &'static TableDef =
        &TableDef { name: "office", columns: &[text("code"), text("kind")], indexes: &[&["code"]] };
    fn office(&self) -> &str {
        &self.parent
    }
    fn key(&self) -> String {
        self.code.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.code.as_str().into(), self.kind.as_str().into()]
    }
}
