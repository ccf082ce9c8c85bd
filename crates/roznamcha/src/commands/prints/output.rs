//! What is written: templates in their forms, and files in their places.

use jiff::Timestamp;
use roznamcha_acts::Moment;
use roznamcha_prints::Template;
use roznamcha_prints_formats::fmr;
use roznamcha_prints_formats::itl::{Head, Minutiae, Record, Transaction};
use std::path::Path;

use super::error::PrintsError;

/// Who writes, in files that must say so.
pub const US: &str = "ROZNAMCHA";

/// The form of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Our own.
    Own,
    /// ISO/IEC 19794-2:2005.
    Iso,
    /// ANSI INCITS 378-2004.
    Ansi,
    /// ANSI/NIST-ITL, type 9.
    Itl,
}

impl Form {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Own => "rzp",
            Self::Iso => "iso",
            Self::Ansi => "ansi",
            Self::Itl => "an2",
        }
    }

    /// A template in this form, or why it does not fit.
    pub fn bytes(self, template: &Template) -> Result<Vec<u8>, String> {
        let record = |standard| {
            let record = fmr::Record::of(template, standard).map_err(|e| e.to_string())?;
            record.write().map_err(|e| e.to_string())
        };
        match self {
            Self::Own => template.to_bytes().map_err(|e| e.to_string()),
            Self::Iso => record(fmr::Standard::Iso),
            Self::Ansi => record(fmr::Standard::Ansi),
            Self::Itl => {
                let minutiae = Minutiae {
                    number: 1,
                    impression: 0,
                    finger: 0,
                    by_hand: false,
                    template: template.clone(),
                };
                let text = minutiae.text().map_err(|e| e.to_string())?;
                transaction(vec![Record::Text(text)], &today())
            }
        }
    }
}

/// A transaction of these records, from us to nobody in particular.
pub fn transaction(records: Vec<Record>, date: &str) -> Result<Vec<u8>, String> {
    let head = Head {
        version: "0500".to_owned(),
        sort: "FILE".to_owned(),
        date: date.to_owned(),
        priority: None,
        destination: US.to_owned(),
        origin: US.to_owned(),
        control: "1".to_owned(),
        reference: None,
        scanned: "00.00".to_owned(),
        sent: "00.00".to_owned(),
    };
    let made = Transaction::of(&head, records).and_then(|transaction| transaction.write());
    made.map_err(|e| e.to_string())
}

/// Today as `YYYYMMDD`.
pub fn today() -> String {
    Moment::new(Timestamp::now()).day().to_string().replace('-', "")
}

/// Writes a file, making its folder where there is none.
pub fn written(path: &Path, bytes: &[u8]) -> Result<(), PrintsError> {
    let failed = |error| PrintsError::Unwritable(path.to_path_buf(), error);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, bytes).map_err(failed)
}
