//! What stops an import. A bad row never does: it is rejected with its reason.

use roznamcha_records::DoorError;

use crate::MappingError;

/// Why an import stopped. What was committed stays; run it again to go on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The mapping file.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// A file cannot be read or written.
    #[error("`{path}`: {source}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The list has no header, or a column that the mapping names is not in it.
    #[error("the list has no column `{0}`; its columns are: {1}")]
    Column(String, String),
    /// The store or the door.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// The rows do not add up: a defect, and the import is not reported as done.
    #[error("the totals do not agree: {read} read, {accepted} accepted, {rejected} rejected")]
    Totals {
        /// Rows read.
        read: u64,
        /// Rows accepted.
        accepted: u64,
        /// Rows rejected.
        rejected: u64,
    },
    /// The file is not the one the interrupted run began with.
    #[error(
        "`{0}` has changed since the interrupted run began; import it under another source, or pass --again"
    )]
    Changed(String),
    /// A defect.
    #[error("a defect: {0}")]
    Defect(String),
}
