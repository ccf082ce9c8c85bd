//! Days on which offices are closed, for limits that count working days. Holidays that follow the moon are notified
//! each year: an administrator adds them with their date.

use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// Every week, Monday being 1: `weekly-7`.
    Weekly(i8),
    /// Every year on that month and day: `--03-23`.
    Yearly(i8, i8),
    /// Once: `2026-03-21`.
    Once(Date),
}

/// The text names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected `weekly-1` (Monday) to `weekly-7`, `--MM-DD`, or `YYYY-MM-DD`")]
pub struct HolidayRuleError;

impl HolidayRule {
    /// Whether the holiday falls on that day.
    pub fn falls_on(self, day: Date) -> bool {
        match self {
            Self::Weekly(n) => day.weekday().to_monday_one_offset() == n,
            Self::Yearly(month, d) => (day.month(), day.day()) == (month, d),
            Self::Once(date) => date == day,
        }
    }
}

impl fmt::Display for HolidayRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekly(n) => write!(f, "weekly-{n}"),
            Self::Yearly(month, day) => write!(f, "--{month:02}-{day:02}"),
            Self::Once(date) => date.fmt(f),
        }
    }
}

impl FromStr for HolidayRule {
    type Err = HolidayRuleError;
    fn from_str(text: &str) -> Result<Self, HolidayRuleError> {
        if let Some(n) = text.strip_prefix("weekly-") {
            let n = n.parse().map_err(|_| HolidayRuleError)?;
            return Weekday::from_monday_one_offset(n).map(|_| Self::Weekly(n)).map_err(|_| HolidayRuleError);
        }
        if let Some(rest) = text.strip_prefix("--") {
            // A leap year, so that 29 February is a day.
            let date: Date = format!("2024-{rest}").parse().map_err(|_| HolidayRuleError)?;
            return Ok(Self::Yearly(date.month(), date.day()));
        }
        text.parse().map(Self::Once).map_err(|_| HolidayRuleError)
    }
}

/// A holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holiday {
    /// Its code.
    pub code: String,
    /// When it falls.
    pub day: HolidayRule,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// Source, place, days.
    pub datum: Datum,
}

impl Holiday {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.owned("code")?,
            day: row.parse("day")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Holiday {
    const FILE: &'static str = "holidays.csv";
    fn key(&self) -> String {
        self.code.clone()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
