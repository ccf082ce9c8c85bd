//! The statute book through its public interface.

#[cfg(test)]
mod data;
#[cfg(test)]
mod edits;
#[cfg(test)]
mod search;

use jiff::civil::{Date, date};
use roznamcha_statute::StatuteBook;

#[cfg(test)]
fn book() -> StatuteBook {
    StatuteBook::built_in().expect("the shipped data is sound")
}

#[cfg(test)]
fn today() -> Date {
    date(2026, 11, 24)
}
