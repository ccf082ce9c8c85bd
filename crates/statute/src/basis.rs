//! Legal bases that an official act can cite.

use serde::Serialize;

use crate::code::{BasisCode, EnactmentCode};
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;

/// A section or rule under which an act is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// `CrPC-154`, `PPR-24.5`.
    pub code: BasisCode,
    /// The enactment.
    pub act: EnactmentCode,
    /// The section, article or rule as printed; empty where the whole enactment is meant.
    pub section: String,
    /// English short title.
    pub en: String,
    /// Urdu short title.
    pub ur: String,
    /// Source, place, days.
    pub datum: Datum,
}

impl Basis {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.parse("code")?,
            act: row.parse("act")?,
            section: row.text("section").to_owned(),
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Basis {
    const FILE: &'static str = "bases.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
