//! The First Information Report in Form 24.5(1) (Police Rules 24.5; s. 154 Cr.P.C.).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::people::{Office, Officer, Party, Place, PropertyLine, Section};
use crate::stamp::Stamp;
use crate::text::{Bilingual, Correction, Text};

/// One copy of an FIR. Times are station time, to the minute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirSheet {
    /// Police station and district.
    pub office: Office,
    /// FIR number in the year.
    pub number: u32,
    /// Calendar year, four digits; the number prints as `N/YY`.
    pub year: u16,
    /// Serial number of the printed book, if one is kept.
    pub serial: Option<String>,
    /// E-Tag number of the complaint this came from.
    pub e_tag: Option<String>,
    /// Date and hour of occurrence, or its beginning.
    pub occurred_from: DateTime,
    /// End of the occurrence, where it is a span.
    pub occurred_to: Option<DateTime>,
    /// Column 1: date and hour of report.
    pub reported_at: DateTime,
    /// Column 2: informant.
    pub informant: Party,
    /// Column 3: brief description of the offence.
    pub offence: Text,
    /// Column 3: sections of law.
    pub sections: Vec<Section>,
    /// Column 3: property carried off.
    pub property: Vec<PropertyLine>,
    /// Column 4: place of occurrence.
    pub place: Place,
    /// Column 5: steps taken on investigation.
    pub steps: Text,
    /// Column 5: explanation of delay in recording, if any.
    pub delay: Option<Text>,
    /// Column 6: date and hour of despatch from the station; blank until it has left.
    pub despatched_at: Option<DateTime>,
    /// The first information, as given.
    pub narrative: Text,
    /// Corrections to columns that hold a date, number or section rather than words.
    #[serde(default)]
    pub margin: Vec<MarginCorrection>,
    /// Who wrote it.
    pub writer: Officer,
    /// Officer in charge.
    pub sho: Officer,
    /// Which of the four copies this is.
    pub copy: FirCopy,
    /// Cancellation on a magistrate's order (r. 24.7): a red line across the page.
    pub cancelled: Option<Cancellation>,
    /// Hash, QR code, print number.
    pub stamp: Stamp,
}

/// The four copies written at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirCopy {
    /// The original, kept at the police station.
    Station,
    /// To the Superintendent or District Police Officer.
    Dpo,
    /// To the magistrate empowered to take cognizance.
    Magistrate,
    /// To the complainant, free of cost.
    Complainant,
}

impl FirCopy {
    /// All four, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Station, Self::Dpo, Self::Magistrate, Self::Complainant];
}

/// A correction written in the margin against a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarginCorrection {
    /// The column it belongs to, in both languages.
    pub column: Bilingual,
    /// The correction.
    pub correction: Correction,
}

/// A magistrate's order cancelling a report (r. 24.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    /// The magistrate: name and court.
    pub magistrate: String,
    /// Number of the order.
    pub order_no: String,
    /// Date of the order.
    pub ordered_on: jiff::civil::Date,
}
