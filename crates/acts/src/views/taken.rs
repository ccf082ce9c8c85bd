//! Numbers that no two entries of a part may share: of a licence, of a weapon on charge.

use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, View};

/// A number taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenRow {
    /// The office.
    pub office: String,
    /// Register, part, column and number.
    pub number: String,
    /// The act of the entry that has it.
    pub act: String,
}

impl TakenRow {
    /// The key of a number in a column.
    pub fn number(register: &str, part: &str, column: &str, value: &str) -> String {
        format!("{register}/{part}/{column}/{value}")
    }
}

impl View for TakenRow {
    const TABLE: &'static TableDef = &TableDef { name: "taken", columns: &[], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.number.clone()
    }
    fn columns(&self) -> Vec<crate::rows::Value> {
        Vec::new()
    }
}
