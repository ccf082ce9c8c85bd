//! Ranks of the police, and the roles that the platform gives powers to.

use serde::Serialize;

use crate::code::{RankCode, RoleCode};
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::office::OfficeKind;
use crate::table::Row;

/// A rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rank {
    /// `constable` to `igp`.
    pub code: RankCode,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// Basic pay scale.
    pub bps_from: u8,
    /// Basic pay scale, the highest for the rank.
    pub bps_to: u8,
    /// Seniority: a greater number is a higher rank; ASP and DSP are equal.
    pub order: u8,
    /// Source, place, days.
    pub datum: Datum,
}

/// A role: what an officer or outsider is posted as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Role {
    /// `moharrar`, `sho`, `auditor`.
    pub code: RoleCode,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// The lowest rank that may hold it; `None` for civilians and outsiders.
    pub minimum_rank: Option<RankCode>,
    /// The kind of office it belongs to.
    pub office_kind: OfficeKind,
    /// Source, place, days; the note says what the role may do.
    pub datum: Datum,
}

impl Rank {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.parse("code")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            bps_from: row.parse("bps_from")?,
            bps_to: row.parse("bps_to")?,
            order: row.parse("order")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Role {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.parse("code")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            minimum_rank: row.optional("minimum_rank")?,
            office_kind: row.parse("office_kind")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Rank {
    const FILE: &'static str = "ranks.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}

impl Dated for Role {
    const FILE: &'static str = "roles.csv";
    fn key(&self) -> String {
        self.code.to_string()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
