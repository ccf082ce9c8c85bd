//! What is kept of each night: counts alone, a mark for each office and month and one for the last night. What was
//! found is computed again when somebody looks.

use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_acts::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::{DoorError, Records};

/// Days of a trend.
const TREND_DAYS: i32 = 90;

/// How many, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Violations.
    #[serde(rename = "n")]
    pub count: u64,
    /// The day of the oldest.
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

impl Count {
    /// Both together.
    pub(super) fn with(self, other: Self) -> Self {
        let since = match (self.since, other.since) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self { count: self.count.saturating_add(other.count), since }
    }
}

/// One night of an office: of each check that found something, how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Night {
    /// The day.
    pub day: Date,
    /// When it was checked.
    pub at: Moment,
    /// By the code of the check.
    pub counts: BTreeMap<String, Count>,
}

fn last_mark(office: &str) -> String {
    format!("health/{office}")
}

fn month_mark(office: &str, day: Date) -> String {
    format!("health/{office}/{:04}-{:02}", day.year(), day.month())
}

impl Records {
    /// Keeps a night. A second run of a day replaces the first.
    pub(super) async fn keep_night(&self, office: &str, night: &Night) -> Result<(), DoorError> {
        let month = month_mark(office, night.day);
        let mut nights = self.nights(&month).await?;
        nights.retain(|n| n.day != night.day);
        nights.push(night.clone());
        nights.sort_by_key(|n| n.day);
        self.store.put_mark(&month, &written(&nights)?).await?;
        Ok(self.store.put_mark(&last_mark(office), &written(night)?).await?)
    }

    /// The last night of an office.
    pub(crate) async fn last_night(&self, office: &str) -> Result<Option<Night>, DoorError> {
        let mark = self.store.mark(&last_mark(office)).await?;
        // A mark of another build that no longer reads is as none: the next night writes it anew.
        Ok(mark.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// The nights of the last three months, oldest first.
    pub(super) async fn trend(&self, office: &str, today: Date) -> Result<Vec<Night>, DoorError> {
        let first = today.checked_sub(TREND_DAYS.days()).unwrap_or(today);
        let mut nights = Vec::new();
        let mut month = first.first_of_month();
        while month <= today {
            nights.extend(self.nights(&month_mark(office, month)).await?);
            let Ok(next) = month.checked_add(1.month()) else { break };
            month = next;
        }
        nights.retain(|n| n.day > first && n.day <= today);
        Ok(nights)
    }

    async fn nights(&self, mark: &str) -> Result<Vec<Night>, DoorError> {
        let text = self.store.mark(mark).await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}

fn written(value: &impl Serialize) -> Result<String, DoorError> {
    let body = |e: serde_json::Error| roznamcha_acts::rows::ViewError::Body(e.to_string());
    Ok(serde_json::to_string(value).map_err(body)?)
}
