//! Time in a plan: whole minutes since midnight before its first day.

use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_acts::Moment;

use crate::{DemoError, DemoPlan};

/// Minutes in a day.
pub(crate) const DAY: i64 = 1440;
/// A diary's day opens at eight.
pub(crate) const OPEN: i64 = 480;
/// It closes before the next opens: 07:45, counted from its own midnight.
pub(crate) const CLOSE: i64 = DAY + 465;
/// On the last day nothing is written after this minute.
pub(crate) const LAST_MORNING: i64 = 695;

/// Where minute 0 lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Calendar {
    first: Date,
    midnight: Moment,
}

impl Calendar {
    /// The calendar of a plan.
    pub fn of(plan: &DemoPlan) -> Result<Self, DemoError> {
        if plan.days < 2 || !(1..=6).contains(&plan.stations) {
            return Err(DemoError::Plan(format!("{} stations, {} days", plan.stations, plan.days)));
        }
        let back = i64::from(plan.days) - 1;
        let first = plan.until.checked_sub(back.days()).map_err(|e| DemoError::Plan(e.to_string()))?;
        let text = format!("{first}T00:00:00+05:00");
        let midnight = text.parse().map_err(|_| DemoError::Plan(format!("the first day is {first}")))?;
        Ok(Self { first, midnight })
    }

    /// A minute as a person states it.
    pub fn at(&self, minute: i64) -> Moment {
        self.midnight.plus_seconds(minute * 60)
    }

    /// A minute as the clock shows it: with seconds, never before [`Calendar::at`] of the same minute.
    pub fn clock(&self, minute: i64) -> Moment {
        self.midnight.plus_seconds(minute * 60 + (minute * 37).rem_euclid(60))
    }

    /// The civil day with that number.
    pub fn day(&self, number: i64) -> Date {
        self.first.checked_add(number.days()).unwrap_or(self.first)
    }
}
