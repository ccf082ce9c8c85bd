//! The checks, one idea a file.

pub(crate) mod absconders;
pub(crate) mod arrests;
pub(crate) mod cash;
pub(crate) mod charge;
pub(crate) mod children;
pub(crate) mod clocks;
pub(crate) mod corrections;
pub(crate) mod custody;
pub(crate) mod days;
pub(crate) mod despatch;
pub(crate) mod diary_pairs;
pub(crate) mod flags;
pub(crate) mod hearings;
pub(crate) mod imports;
pub(crate) mod investigators;
pub(crate) mod missing;
pub(crate) mod parcels;
pub(crate) mod prints;
pub(crate) mod property;
pub(crate) mod seals;
pub(crate) mod secrecy;
pub(crate) mod serials;
pub(crate) mod zimni;

use jiff::civil::Date;
use roznamcha_acts::views::EntryRow;

/// The day of a diary entry: that of its diary, not of the clock.
fn diary_day(row: &EntryRow) -> Option<Date> {
    if row.entry.register == "2" { row.entry.period.parse().ok() } else { None }
}

/// The value of a column as it was entered.
fn cell<'a>(row: &'a EntryRow, key: &str) -> Option<&'a str> {
    row.cells.iter().find(|c| c.key == key).map(|c| c.value.as_str())
}
