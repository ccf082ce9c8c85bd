//! A value typed into a column of a register, held against what the statute book says the column takes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::law::{PageColumn, Takes};
use crate::moment::Moment;
use crate::refusal::Faults;
use crate::rule::Setting;
use crate::text;
use crate::views::{Cell, CellKind};

/// The longest number that must be unique, in characters: it is part of a key.
pub(crate) const NUMBER_MAX: usize = 64;
/// The largest amount one column takes: ten crore rupees, in paisa.
const MOST_PAISA: i64 = 10_000_000_000;
/// The largest plain number.
const MOST_NUMBER: u64 = 1_000_000_000;

/// How a column was written on the day of the act. Kept with the act, so that its rows need no law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// The column.
    pub key: String,
    /// How its value is shown.
    pub kind: CellKind,
    /// Whether it may name a person.
    pub personal: bool,
    /// Whether the number is the entry's alone.
    pub unique: bool,
}

impl Written {
    pub(crate) fn of(column: &PageColumn) -> Self {
        let kind = match column.takes {
            Takes::Text | Takes::Lines | Takes::Cnic => CellKind::Text,
            Takes::Day => CellKind::Day,
            Takes::Time => CellKind::Time,
            Takes::Money => CellKind::Money,
            Takes::Number => CellKind::Number,
            Takes::Sections => CellKind::Sections,
            Takes::Choice(_) => CellKind::Code,
            Takes::Officer => CellKind::Officer,
        };
        Self { key: column.key.clone(), kind, personal: column.personal, unique: column.unique }
    }

    pub(crate) fn cell(&self, value: &str) -> Cell {
        Cell { key: self.key.clone(), value: value.to_owned(), kind: self.kind, personal: self.personal }
    }
}

/// Notes what of a value cannot stand in the column.
pub(crate) fn check(
    faults: &mut Faults,
    field: &str,
    column: &PageColumn,
    value: &str,
    setting: &Setting<'_>,
) {
    match &column.takes {
        Takes::Text => text::line_needed(faults, field, value),
        Takes::Lines => text::text_needed(faults, field, value),
        Takes::Day => faults.when(value.parse::<Date>().is_err(), field, "fault-date"),
        Takes::Time => faults.when(value.parse::<Moment>().is_err(), field, "fault-time"),
        Takes::Money => {
            let good = value.parse::<i64>().is_ok_and(|n| (0..=MOST_PAISA).contains(&n));
            faults.when(!good, field, "fault-range");
        }
        Takes::Number => {
            let good = value.parse::<u64>().is_ok_and(|n| n <= MOST_NUMBER);
            faults.when(!good, field, "fault-number");
        }
        Takes::Sections => {
            let codes: Vec<&str> = value.split(' ').collect();
            faults.when(codes.len() > 30, field, "fault-too-many");
            let known = |c: &&str| setting.law.section(c, setting.province, setting.written.day()).is_some();
            faults.when(!codes.iter().take(30).all(known), field, "fault-section-unknown");
        }
        Takes::Choice(choices) => {
            faults.when(!choices.iter().any(|c| c == value), field, "fault-choice");
        }
        Takes::Officer => text::code(faults, field, value),
        Takes::Cnic => text::cnic(faults, field, &Some(value.to_owned())),
    }
    faults.when(column.unique && value.chars().count() > NUMBER_MAX, field, "fault-too-long");
}
