//! An order of a court or of an officer above, as the station writes it down: who, number, day.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::refusal::Faults;
use crate::text;

/// Whose order it is, and where it can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// The court or officer: title and seat.
    pub authority: String,
    /// Number of the order.
    pub number: String,
    /// Its date.
    pub date: Date,
}

impl Order {
    /// Notes what cannot stand.
    pub(crate) fn check(&self, faults: &mut Faults, path: &str, today: Date) {
        text::line_needed(faults, &format!("{path}.authority"), &self.authority);
        text::line_needed(faults, &format!("{path}.number"), &self.number);
        faults.when(self.date > today, &format!("{path}.date"), "fault-future");
    }

    /// As a register writes it: authority, number, date.
    pub fn line(&self) -> String {
        format!("{} — {} — {}", self.authority, self.number, self.date)
    }
}
