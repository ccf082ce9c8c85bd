//! The capture list of the record offices: how a person looks, in codes that can be searched, and how he works.

use serde::Serialize;

use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;

/// One word of one list: `build` stout, `eyes` hazel, `mark_place` left cheek.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Look {
    /// The list.
    pub list: String,
    /// The code, unique in its list.
    pub code: String,
    /// In English.
    pub en: String,
    /// In Urdu.
    pub ur: String,
    /// Codes of the same list that witnesses take for it, and it for them.
    pub near: Vec<String>,
    /// Of a band of heights (centimetres) or weights (kilograms): from.
    pub from: Option<u16>,
    /// Up to, and not with it.
    pub to: Option<u16>,
    /// Source, place, days.
    pub datum: Datum,
}

impl Look {
    /// The lists, in the order of the capture form.
    pub const LISTS: [&'static str; 13] = [
        "height_band",
        "weight_band",
        "build",
        "complexion",
        "face",
        "hair",
        "hair_colour",
        "eyes",
        "beard",
        "moustache",
        "gait",
        "speech",
        "mark_place",
    ];

    /// Whether a measure is in the band.
    pub fn holds(&self, measure: u16) -> bool {
        self.from.is_some_and(|from| from <= measure) && self.to.is_some_and(|to| measure < to)
    }

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            list: row.owned("list")?,
            code: row.owned("code")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            near: row.text("near").split_whitespace().map(str::to_owned).collect(),
            from: row.optional("from")?,
            to: row.optional("to")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Look {
    const FILE: &'static str = "looks.csv";
    fn key(&self) -> String {
        format!("{} {}", self.list, self.code)
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}

/// One way of working: `entry.roof`, `ruse.police`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Method {
    /// The code.
    pub code: String,
    /// What it is a way of: `time`, `entry`, `tool`, `target`, `ruse`, `transport`.
    pub group: String,
    /// In English.
    pub en: String,
    /// In Urdu.
    pub ur: String,
    /// Source, place, days.
    pub datum: Datum,
}

impl Method {
    /// The groups, in the order of the capture form.
    pub const GROUPS: [&'static str; 6] = ["time", "entry", "tool", "target", "ruse", "transport"];

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        Ok(Self {
            code: row.owned("code")?,
            group: row.owned("group")?,
            en: row.owned("en")?,
            ur: row.urdu("ur")?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Method {
    const FILE: &'static str = "methods.csv";
    fn key(&self) -> String {
        self.code.clone()
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
