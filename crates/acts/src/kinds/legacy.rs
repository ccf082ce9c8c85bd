//! Incidents brought over from a legacy system. They keep their own numbers and take none of ours: the statutory
//! serials are of what this office itself registered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{IncidentRow, ReconcileRow};

/// The most columns of a legacy list beside those with a place of their own.
const MOST_COLUMNS: usize = 100;
/// The most reasons, and the most offices, one reconciliation lists.
const MOST_TOTALS: usize = 5_000;

/// One incident of a legacy list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegacyIncident {
    /// Which system it came from, a code.
    pub source: String,
    /// Its number there, or its row.
    pub number: String,
    /// Its class, as mapped.
    pub class: String,
    /// Occurrence, from.
    pub occurred_from: Moment,
    /// Occurrence, until, where known.
    #[serde(default)]
    pub occurred_to: Option<Moment>,
    /// Whether the hour is known.
    pub time_known: bool,
    /// Place, as given.
    #[serde(default)]
    pub place: String,
    /// Beat.
    #[serde(default)]
    pub beat: Option<String>,
    /// Latitude in millionths of a degree.
    #[serde(default)]
    pub lat_e6: Option<i32>,
    /// Longitude in millionths of a degree.
    #[serde(default)]
    pub lon_e6: Option<i32>,
    /// Every other column, as it stood.
    #[serde(default)]
    pub rest: BTreeMap<String, String>,
}

impl Rule for LegacyIncident {
    fn basis(&self) -> &'static [&'static str] {
        &["LEGACY"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "source", &self.source);
        text::line_needed(&mut faults, "number", &self.number);
        text::line_needed(&mut faults, "class", &self.class);
        text::line(&mut faults, "place", &self.place);
        text::line(&mut faults, "beat", self.beat.as_deref().unwrap_or(""));
        faults.when(self.rest.len() > MOST_COLUMNS, "rest", "fault-too-many");
        for (column, value) in self.rest.iter().take(MOST_COLUMNS) {
            text::line(&mut faults, "rest", column);
            text::text(&mut faults, "rest", value);
        }
        faults.when(self.occurred_from > setting.written, "occurred_from", "fault-future");
        let ends_early = self.occurred_to.is_some_and(|end| end < self.occurred_from);
        faults.when(ends_early, "occurred_to", "fault-end-before-start");
        let far = |v: Option<i32>, max: i32| v.is_some_and(|v| v.checked_abs().is_none_or(|a| a > max));
        faults.when(far(self.lat_e6, 90_000_000), "lat_e6", "fault-range");
        faults.when(far(self.lon_e6, 180_000_000), "lon_e6", "fault-range");
        faults.done()
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        book.put(&IncidentRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            incident: Some(self.clone()),
        })
    }
}

/// The outcome of an import: what was read is what was accepted and what was rejected, to the row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegacyReconcile {
    /// Which system, a code.
    pub source: String,
    /// SHA-256 of the file as read.
    pub file_sha256: String,
    /// Rows read.
    pub read: u64,
    /// Rows accepted, in this run or one before.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Rejected rows by reason.
    pub reasons: BTreeMap<String, u64>,
    /// Accepted rows by office.
    pub offices: BTreeMap<String, u64>,
}

impl Rule for LegacyReconcile {
    fn basis(&self) -> &'static [&'static str] {
        &["LEGACY"]
    }

    fn check(&mut self, _: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "source", &self.source);
        text::code(&mut faults, "file_sha256", &self.file_sha256);
        for (field, totals) in [("reasons", &self.reasons), ("offices", &self.offices)] {
            faults.when(totals.len() > MOST_TOTALS, field, "fault-too-many");
            totals.keys().take(MOST_TOTALS).for_each(|key| text::line_needed(&mut faults, field, key));
        }
        let total = self.accepted.checked_add(self.rejected);
        faults.when(total != Some(self.read), "read", "fault-totals-differ");
        let by_reason = self.reasons.values().try_fold(0u64, |a, n| a.checked_add(*n));
        faults.when(by_reason != Some(self.rejected), "rejected", "fault-totals-differ");
        let by_office = self.offices.values().try_fold(0u64, |a, n| a.checked_add(*n));
        faults.when(by_office != Some(self.accepted), "accepted", "fault-totals-differ");
        faults.done()
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        book.put(&ReconcileRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            at: rec.written()?,
            totals: self.clone(),
        })
    }
}
