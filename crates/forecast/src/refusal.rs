//! Why rows are not taken, each with its count.

use std::collections::BTreeMap;

use thiserror::Error;

/// Why a row is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum Refusal {
    /// Fewer fields than the heading names.
    #[error("too few fields")]
    TooShort,
    /// Nothing in the column of the time.
    #[error("no time")]
    NoTime,
    /// No calendar has this date, or no clock this time.
    #[error("impossible date")]
    ImpossibleDate,
    /// It ends before it begins.
    #[error("ends before it begins")]
    EndsFirst,
    /// It may have been at any time of more than a year.
    #[error("time uncertain by more than a year")]
    Whenever,
    /// No place, or nought and nought.
    #[error("no place")]
    NoPlace,
    /// A coordinate is not a number.
    #[error("coordinate is not a number")]
    NotANumber,
    /// No place on earth has these degrees.
    #[error("degrees beyond the earth")]
    BeyondTheEarth,
    /// Nothing in the column of the class.
    #[error("no class")]
    NoClass,
    /// An officer went out and found it.
    #[error("officer-initiated")]
    OfficerInitiated,
    /// A class that police activity makes.
    #[error("class that police activity makes")]
    Discovered,
    /// The same id as an earlier row.
    #[error("id seen before")]
    Again,
    /// x and y are the wrong way round: swapped, it lies among the others.
    #[error("coordinates swapped")]
    Swapped,
    /// Far from all the others: another projection, or a wrong number.
    #[error("far from all others")]
    Far,
}

/// How many rows were refused, by reason.
pub type Refusals = BTreeMap<Refusal, u64>;

/// What is wrong with a whole file.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Reading failed.
    #[error("cannot read the events: {0}")]
    Read(#[from] std::io::Error),
    /// There is nothing in it.
    #[error("the file is empty: a heading with the columns' names comes first")]
    Empty,
    /// A column that was named is not in the heading.
    #[error("no column `{wanted}`; there are {there}")]
    NoColumn {
        /// What was asked for.
        wanted: String,
        /// What there is.
        there: String,
    },
    /// More classes than anybody counts by.
    #[error("more than 65,535 classes: is `{0}` the column of the class?")]
    Classes(String),
    /// No row was taken.
    #[error("none of the {rows} rows can be used: {refused}")]
    Nothing {
        /// Rows read.
        rows: u64,
        /// Why not, with counts.
        refused: String,
    },
    /// Degrees where metres or feet were promised.
    #[error("these are degrees, not metres or feet: `--crs wgs84`, or name other columns")]
    Degrees,
    /// Metres or feet where degrees were promised.
    #[error("these are no degrees: `--crs metres` or `--crs feet`, or name other columns")]
    NotDegrees,
    /// Latitude and longitude the wrong way round in the whole file.
    #[error("x is the longitude and y the latitude; here most latitudes are beyond 90: swap the two columns")]
    SwappedColumns,
}

/// The counts in words: `3 no place, 1 impossible date`.
#[must_use]
pub fn told(refused: &Refusals) -> String {
    let told: Vec<String> = refused.iter().map(|(why, count)| format!("{count} {why}")).collect();
    if told.is_empty() { "none refused".to_owned() } else { told.join(", ") }
}
