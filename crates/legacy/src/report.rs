//! The reconciliation: read = accepted + rejected, to the row.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How far an import came; kept with each batch, in its transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The legacy system.
    pub source: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file; empty until the last row is read.
    pub file_sha256: String,
    /// Rows read.
    pub read: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Of those, written by an earlier run (another file of the same source, or the same again).
    pub already: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Rejected rows by reason.
    pub reasons: BTreeMap<String, u64>,
    /// Accepted rows by office.
    pub offices: BTreeMap<String, u64>,
    /// The last row was read and all is committed.
    pub done: bool,
    /// Row at which this run went on from an interrupted one; 0 for a run from the start.
    #[serde(default)]
    pub resumed_at: u64,
    /// Milliseconds this run took.
    #[serde(default)]
    pub took_ms: u64,
    /// The act that recorded the outcome.
    #[serde(default)]
    pub act: String,
}

impl ImportReport {
    /// Rows unaccounted for; not zero is a defect.
    pub fn difference(&self) -> i128 {
        i128::from(self.read) - i128::from(self.accepted) - i128::from(self.rejected)
    }

    /// Rows a second in this run.
    pub fn rows_per_second(&self) -> u64 {
        let rows = self.read.saturating_sub(self.resumed_at);
        rows.saturating_mul(1000).checked_div(self.took_ms).unwrap_or(rows)
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "source      {}", self.source)?;
        writeln!(f, "file        {} (sha256 {})", self.file, self.file_sha256)?;
        writeln!(f, "read        {}", self.read)?;
        writeln!(f, "accepted    {} (of which {} were there already)", self.accepted, self.already)?;
        writeln!(f, "rejected    {}", self.rejected)?;
        for (reason, count) in &self.reasons {
            writeln!(f, "            {count:>9}  {reason}")?;
        }
        writeln!(f, "difference  {}", self.difference())?;
        writeln!(f, "offices     {}", self.offices.len())?;
        if self.resumed_at > 0 {
            writeln!(f, "went on at  row {}", self.resumed_at)?;
        }
        write!(f, "speed       {} rows/s", self.rows_per_second())
    }
}
