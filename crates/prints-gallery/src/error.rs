//! Why a gallery says no.

use std::path::PathBuf;

use roznamcha_prints::TemplateError;
use thiserror::Error;

use crate::entry::PersonId;

/// What helps. One file alone cannot be put back: it would not fit the others, and may hold who was destroyed since.
const ANEW: &str =
    "put back a backup of the gallery's whole folder, or remove the folder and enrol everyone again";

/// Why a gallery says no.
#[derive(Debug, Error)]
pub enum GalleryError {
    /// The disk says no.
    #[error("`{0}`: {1}")]
    Disk(PathBuf, std::io::Error),
    /// Somebody else has it open.
    #[error("the gallery `{0}` is open in another process: only one may write it")]
    Taken(PathBuf),
    /// Bytes that were acknowledged are no longer what they were.
    #[error("`{file}` is damaged at byte {at}: {ANEW}")]
    Damaged {
        /// Which file.
        file: PathBuf,
        /// Where.
        at: u64,
    },
    /// A file without which people would be missing.
    #[error("`{0}` is missing: {ANEW}")]
    Missing(PathBuf),
    /// This person has prints here already.
    #[error("person {0} is enrolled already: destroy the old prints first")]
    Enrolled(PersonId),
    /// A person without prints.
    #[error("person {0} has no prints: give at least one")]
    Empty(PersonId),
    /// Two prints for one finger.
    #[error("person {0} has two prints of finger {1}: give the better one")]
    Twice(PersonId, u8),
    /// A template that cannot be written or read.
    #[error("person {0}: {1}")]
    Template(PersonId, TemplateError),
    /// No finger has this number.
    #[error("there is no finger {0}: they are 1 (right thumb) to 10 (left little finger)")]
    Position(u8),
    /// Nothing to search with.
    #[error("the probe has no print with at least {0} minutiae")]
    Blank(usize),
}
