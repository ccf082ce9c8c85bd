//! The legal deadlines, as data only: the engine that counts them lives elsewhere.

use serde::Serialize;

use crate::code::{EnactmentCode, RoleCode};
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// The unit of a limit.
    Unit {
        /// Hours.
        Hours = "hours",
        /// Days.
        Days = "days",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

text_enum! {
    /// Which days count.
    Count {
        /// Every day.
        Calendar = "calendar",
        /// Working days.
        Working = "working",
    }
}

text_enum! {
    /// Which side of the limit is lawful.
    Bound {
        /// Not later than.
        AtMost = "max",
        /// Not earlier than.
        AtLeast = "min",
    }
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// `D1` to `D28`, with a suffix where one has several limits: `D11-woman`.
    pub id: String,
    /// What starts it, English.
    pub trigger_en: String,
    /// What starts it, Urdu.
    pub trigger_ur: String,
    /// What must be done, English.
    pub act_en: String,
    /// What must be done, Urdu.
    pub act_ur: String,
    /// The enactment.
    pub act: EnactmentCode,
    /// Which side of the limit is lawful.
    pub bound: Bound,
    /// The limit; 0 is at once.
    pub limit: u32,
    /// Its unit.
    pub unit: Unit,
    /// Which days count.
    pub count: Count,
    /// Points, in the same unit, at which to warn before the limit or flag hard after it.
    pub flags: Vec<u32>,
    /// Who must act.
    pub actor: RoleCode,
    /// Source, place, days.
    pub datum: Datum,
}

impl Deadline {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let flags = row.text("flags").split_whitespace();
        Ok(Self {
            id: row.owned("id")?,
            trigger_en: row.owned("trigger_en")?,
            trigger_ur: row.urdu("trigger_ur")?,
            act_en: row.owned("act_en")?,
            act_ur: row.urdu("act_ur")?,
            act: row.parse("act")?,
            bound: row.parse("bound")?,
            limit: row.parse("limit")?,
            unit: row.parse("unit")?,
            count: row.parse("count")?,
            flags: flags.map(|flag| row.convert("flags", flag)).collect::<Result<_, _>>()?,
            actor: row.parse("actor")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Deadline {
    const FILE: &'static str = "deadlines.csv";
    fn key(&self) -> String {
        self.id.clone()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
