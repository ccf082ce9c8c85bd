//! What can be wrong with the data an administrator gives.

use std::fmt;

use crate::datum::Tag;

/// Why a statute book could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatuteError {
    /// No such data file.
    #[error("`{name}` is not a file of the statute book: use one of {known}")]
    UnknownFile {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// Rows that do not read or do not agree; every one is listed.
    #[error("{} faults in the statute book, correct them and load again; first: {}", .0.len(), First(.0))]
    Invalid(Vec<RowError>),
}

struct First<'a>(&'a [RowError]);

impl fmt::Display for First<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.first() {
            Some(fault) => fault.fmt(f),
            None => f.write_str("none"),
        }
    }
}

/// One fault, at its place in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} line {line}, column `{column}`: {problem}")]
pub struct RowError {
    /// The data file.
    pub file: String,
    /// The line in the file, the header being line 1.
    pub line: u64,
    /// The column's name, empty where the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a cell or a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is not CSV at this place.
    #[error("cannot be read as CSV: {0}")]
    NotCsv(String),
    /// The file lacks a column.
    #[error("the column is missing: add it to the header line")]
    MissingColumn,
    /// An empty cell that must be filled.
    #[error("is empty: fill it in")]
    Empty,
    /// A value that does not read.
    #[error("`{value}` does not read: {reason}")]
    Malformed {
        /// The value given.
        value: String,
        /// What was expected.
        reason: String,
    },
    /// A code that the other file does not have.
    #[error("`{value}` is not in {file}: add it there or correct it here")]
    Unknown {
        /// The value given.
        value: String,
        /// Where it should be.
        file: String,
    },
    /// Two rows for the same thing, place and day.
    #[error("`{key}` is already given on line {line} for the same place and days")]
    Duplicate {
        /// The code.
        key: String,
        /// The earlier line.
        line: u64,
    },
    /// A row claims to be verified without a source.
    #[error("a row tagged `{tag}` cannot be verified: only `F` can")]
    NotVerified {
        /// The row's tag.
        tag: Tag,
    },
    /// The row's tag is surer than its parts.
    #[error("the tag must be `{0}`, the least sure of the row's parts")]
    TagTooSure(Tag),
    /// It ends before it begins.
    #[error("ends on or before the day it begins")]
    EndsBeforeStart,
    /// An Urdu name without Arabic script.
    #[error("`{0}` is not in Urdu script")]
    NotUrdu(String),
    /// An office whose parents lead back to itself.
    #[error("`{0}` is its own ancestor")]
    Cycle(String),
}
