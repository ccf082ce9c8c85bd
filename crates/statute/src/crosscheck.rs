//! What the nightly cross-check looks for: the rows beside the rules in `crates/crosscheck`, which know how to look.

use serde::Serialize;

use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::register_no::RegisterNo;
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// What a violation says.
    Severity {
        /// The software does not let it happen: it was brought in from elsewhere, or the books were changed behind it.
        Defect = "defect",
        /// Somebody is late.
        Late = "late",
        /// To be looked at: it may have its reason.
        Notice = "notice",
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Crosscheck {
    /// Its code: `fir-serial-gap`.
    pub id: String,
    /// What a violation says.
    pub severity: Severity,
    /// The register it leads to.
    pub register: RegisterNo,
    /// Hours after which it is a violation; 0 is at once.
    pub hours: u32,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// What it means and what to do, English.
    pub means_en: String,
    /// What it means and what to do, Urdu.
    pub means_ur: String,
    /// Source, place, days.
    pub datum: Datum,
}

impl Crosscheck {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            id: row.owned("id")?,
            severity: row.parse("severity")?,
            register: row.parse("register")?,
            hours: row.parse("hours")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            means_en: row.owned("means_en")?,
            means_ur: row.urdu("means_ur")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Crosscheck {
    const FILE: &'static str = "crosschecks.csv";
    fn key(&self) -> String {
        self.id.clone()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
