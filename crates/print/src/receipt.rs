//! The complainant's copy: one plain page in the complainant's own language.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::people::{Office, Officer, Party, Section};
use crate::stamp::Stamp;
use crate::text::Language;

/// What the complainant takes home, free of cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComplainantCopy {
    /// The complainant's language; the whole page is in it.
    pub language: Language,
    /// Police station and district.
    pub office: Office,
    /// Telephone of the station.
    pub station_phone: Option<String>,
    /// FIR number in the year.
    pub number: u32,
    /// Calendar year, four digits.
    pub year: u16,
    /// E-Tag number of the complaint, for following it.
    pub e_tag: Option<String>,
    /// When it was reported, station time.
    pub reported_at: DateTime,
    /// The complainant.
    pub complainant: Party,
    /// Sections of law with titles.
    pub sections: Vec<Section>,
    /// The officer investigating, once named; else the officer in charge.
    pub officer: Officer,
    /// Where the case can be followed: an address or a number to call.
    pub follow_at: String,
    /// Hash, QR code, print number.
    pub stamp: Stamp,
}
