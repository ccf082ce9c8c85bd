//! Special regimes: what the law asks of whoever investigates an offence of some kind, or deals with a child.

use serde::Serialize;

use crate::code::{BasisCode, RankCode, RegimeCode};
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;

/// One regime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Regime {
    /// `blasphemy`, `terrorism`.
    pub code: RegimeCode,
    /// What it is about: sections (`PPC-295-C`), protected kinds of offence (`sexual`), `juvenile`, or
    /// `prints`.
    pub of: Vec<String>,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// The least rank that may do it.
    pub least_rank: Option<RankCode>,
    /// Whether a woman officer does it, or the unit the law names.
    pub woman: bool,
    /// The section it rests on; named in a refusal.
    pub basis: BasisCode,
    /// Source, place, days.
    pub datum: Datum,
}

impl Regime {
    /// What a regime about children is of.
    pub const JUVENILE: &'static str = "juvenile";
    /// What a regime about the taking of prints and photographs is of.
    pub const PRINTS: &'static str = "prints";

    /// Whether it is about that.
    pub fn is_of(&self, what: &str) -> bool {
        self.of.iter().any(|of| of == what)
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.parse("code")?,
            of: row.need("of")?.split_whitespace().map(str::to_owned).collect(),
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            least_rank: row.optional("least_rank")?,
            woman: row.yes_no("woman")?,
            basis: row.parse("bases")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Regime {
    const FILE: &'static str = "regimes.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
