//! The enactments that sections and rules belong to.

use serde::Serialize;

use crate::code::EnactmentCode;
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;

/// An Act, Ordinance, Order or body of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Enactment {
    /// `PPC`, `CrPC`, `CNSA`.
    pub code: EnactmentCode,
    /// English title.
    pub en: String,
    /// Urdu title.
    pub ur: String,
    /// Year of enactment.
    pub year: u16,
    /// Other names it goes by: `ت پ`, `penal code`.
    pub aliases: Vec<String>,
    /// Source, place, days.
    pub datum: Datum,
}

impl Enactment {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let aliases = row.text("aliases").split(';').map(str::trim).filter(|a| !a.is_empty());
        Ok(Self {
            code: row.parse("code")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            year: row.parse("year")?,
            aliases: aliases.map(str::to_owned).collect(),
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Enactment {
    const FILE: &'static str = "acts.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
