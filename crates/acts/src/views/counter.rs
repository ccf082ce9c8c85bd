//! The last serial given in each register, part and period.

use serde::{Deserialize, Serialize};

use crate::rows::{TableDef, Value, View, int};

/// The last serial of one register, part and period of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterRow {
    /// The office.
    pub office: String,
    /// `register/part/period`.
    pub series: String,
    /// The last serial given.
    pub last: u64,
}

impl View for CounterRow {
    const TABLE: &'static TableDef = &TableDef { name: "counter", columns: &[int("last")], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.series.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![i64::try_from(self.last).unwrap_or(i64::MAX).into()]
    }
}
