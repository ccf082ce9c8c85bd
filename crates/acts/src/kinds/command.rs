//! A recorded order of a superior officer: who gave it, its number, its date.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::refusal::Faults;
use crate::rule::Setting;
use crate::text;

/// A recorded order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// Who gave it.
    pub authority: String,
    /// Its number.
    pub no: String,
    /// Its date.
    pub date: Date,
}

impl Command {
    pub(crate) fn check(&self, faults: &mut Faults, path: &str, setting: &Setting<'_>) {
        text::line_needed(faults, &format!("{path}.authority"), &self.authority);
        text::line_needed(faults, &format!("{path}.no"), &self.no);
        faults.when(self.date > setting.written.day(), &format!("{path}.date"), "fault-future");
    }

    /// On one line, as the registers write it.
    pub(crate) fn line(&self) -> String {
        format!("{} {} {}", self.authority, self.no, self.date)
    }
}
