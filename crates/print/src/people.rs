//! The people, places and things named on the sheets.

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Text};

/// Where the sheet was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The police station.
    pub station: Bilingual,
    /// Its district.
    pub district: Bilingual,
    /// What kind of office it is, where it is no police station.
    #[serde(default)]
    pub kind: Option<Bilingual>,
}

/// A private person on a form: informant or complainant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Name with alias; of a protected person, what the order allows to be printed.
    pub name: Text,
    /// Father's or husband's name, with the relation word.
    pub parentage: Option<Text>,
    /// Identity card number, `00000-0000000-0`.
    pub cnic: Option<Text>,
    /// Telephone.
    pub phone: Option<Text>,
    /// Residence.
    pub address: Option<Text>,
}

/// A police officer: writer, officer in charge, signer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// Name.
    pub name: String,
    /// Rank.
    pub rank: String,
    /// Belt number.
    pub belt_no: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// A section of law with its title.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Section and law as cited, for example `379 PPC`.
    pub code: String,
    /// English title.
    pub title_en: String,
    /// Urdu title.
    pub title_ur: String,
}

/// Where it happened (column 4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The place in words.
    pub words: Text,
    /// Distance from the station in kilometres, as written (`2.5`).
    pub distance_km: Option<String>,
    /// Direction from the station, in both languages.
    pub direction: Option<Bilingual>,
    /// Beat number.
    pub beat: Option<String>,
}

/// A line of property carried off (column 3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyLine {
    /// What it is.
    pub what: Text,
    /// Its value in rupees, if stated.
    pub rupees: Option<u64>,
}
