//! A single diary entry for the person it concerns: the copy of a non-cognizable report (s. 155 Cr.P.C.,
//! r. 24.3) or the notice that no investigation will be made, with the reasons (r. 24.4).

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::diary::DiaryLine;
use crate::people::{Office, Officer, Party, Section};
use crate::stamp::Stamp;
use crate::text::{Language, Text};

/// An extract of the diary handed to the informant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiaryExtract {
    /// The informant's language; the entry itself stays in the language it was written in.
    pub language: Language,
    /// Police station and district.
    pub office: Office,
    /// The day of the book.
    pub day: Date,
    /// The entry, whole.
    pub line: DiaryLine,
    /// Whom it is given to.
    pub informant: Party,
    /// Why it is given.
    pub kind: ExtractKind,
    /// Who certifies it to be a true copy.
    pub certified_by: Officer,
    /// Hash of the entry's act, QR code, print number.
    pub stamp: Stamp,
}

/// Why an extract is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExtractKind {
    /// The substance of a non-cognizable report; the informant is referred to the magistrate.
    NonCognizable {
        /// The sections reported.
        sections: Vec<Section>,
        /// The magistrate referred to.
        magistrate: Text,
        /// When it was referred, if it has been.
        referred_at: Option<DateTime>,
    },
    /// No investigation will be made (r. 24.4; s. 157(1)(b) Cr.P.C.).
    Refusal {
        /// The reasons, as recorded in the diary.
        reasons: Text,
    },
}
