//! Persons named in a case, each with what he is in it. An index to find cases by; never a person's record.

use serde::{Deserialize, Serialize};

use crate::kinds::Party;
use crate::rows::{TableDef, Value, View, int, text};

/// What a person is in a case. *Accused* is not *criminal*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// Gave the information.
    Informant,
    /// Suffered the offence.
    Victim,
    /// Named or described as having done it.
    Accused,
    /// Heard in the investigation.
    Witness,
}

impl PartyRole {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Informant => "informant",
            Self::Victim => "victim",
            Self::Accused => "accused",
            Self::Witness => "witness",
        }
    }
}

/// One person in one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyRow {
    /// The station.
    pub office: String,
    /// The act of the case.
    pub fir: String,
    /// Place in the list.
    pub index: u32,
    /// What he is in it.
    pub role: PartyRole,
    /// The person as recorded.
    pub party: Party,
    /// Whether protected.
    pub sealed: bool,
    /// Freed of the case: search and certificates leave him out.
    pub suppressed: bool,
}

impl PartyRow {
    /// The key of a party of a case.
    pub fn key_of(fir: &str, index: u32) -> String {
        format!("{fir}/{index:04}")
    }
}

impl View for PartyRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "party",
        columns: &[
            text("fir"),
            text("role"),
            text("name_fold"),
            text("cnic"),
            text("phone"),
            int("sealed"),
            int("suppressed"),
        ],
        indexes: &[&["name_fold"], &["cnic"], &["phone"], &["office", "fir"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.fir, self.index)
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.fir.as_str().into(),
            self.role.as_str().into(),
            roznamcha_words::fold::fold(&self.party.name).to_lowercase().into(),
            self.party.cnic.clone().into(),
            self.party.phone.clone().into(),
            self.sealed.into(),
            self.suppressed.into(),
        ]
    }
}
