//! The daily diary (roznamcha) in Form 22.48(1) (Police Rules 22.48 to 22.51; Police Act 1861 s. 44).

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::people::{Office, Officer};
use crate::stamp::Stamp;
use crate::text::{Bilingual, Text};

/// A day of the diary, opening to closing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiarySheet {
    /// Police station and district.
    pub office: Office,
    /// The day of the book.
    pub day: Date,
    /// Persons in custody at the opening entry.
    pub custody: Vec<Custody>,
    /// Entries in serial order.
    pub entries: Vec<DiaryLine>,
    /// Cash at the closing entry; `None` while the day is open.
    pub closing_cash: Option<Cash>,
    /// Station clerk who keeps the diary.
    pub clerk: Officer,
    /// Officer in charge.
    pub sho: Officer,
    /// Hash of the day's last act, QR code, print number.
    pub stamp: Stamp,
}

/// One numbered entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiaryLine {
    /// Serial in the day (rapat number).
    pub serial: u32,
    /// Hour of information; printed beside the entry hour where they differ.
    pub informed_at: DateTime,
    /// Hour of entry.
    pub entered_at: DateTime,
    /// Subject.
    pub subject: Text,
    /// The entry itself.
    pub entry: Text,
    /// Who wrote it and, where they are literate, who reported it.
    pub signed_by: Vec<Officer>,
    /// What is flagged about this entry for ever, for example an entry dated before its information.
    #[serde(default)]
    pub flags: Vec<Bilingual>,
}

/// A person in the lock-up when the day opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    /// Name and parentage.
    pub person: Text,
    /// FIR number and sections.
    pub offence: Text,
    /// Date and hour of arrest.
    pub arrested_at: DateTime,
}

/// Balance of the cash account (register XX) at closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cash {
    /// Whole rupees.
    pub rupees: i64,
    /// The sum in words.
    pub in_words: Option<Text>,
}
