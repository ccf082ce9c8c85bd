//! What the door answers when it does not open. Each has a message key in both languages.

use roznamcha_acts::refusal::{FieldFault, Refusal};
use roznamcha_store::StoreError;

/// Why something was not done or not shown.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Nobody is signed in, or the session has ended.
    #[error("sign in first")]
    SignedOut,
    /// There is no such record, or none that this officer may know of.
    #[error("there is no such record")]
    NotFound,
    /// A purpose must be stated first; the ones that would serve.
    #[error("state the purpose of reading first")]
    PurposeNeeded {
        /// Purposes that would open it, as codes.
        purposes: Vec<String>,
    },
    /// This officer may not do this.
    #[error("not allowed: {key}")]
    NotAllowed {
        /// Message key of the reason.
        key: String,
    },
    /// The rules refuse the act.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The act's id belongs to another act.
    #[error("the id `{0}` belongs to another act")]
    IdTaken(String),
    /// A file does not go on as the client thinks: message key.
    #[error("the file cannot be taken so: {0}")]
    Upload(&'static str),
    /// The audit row could not be written, so nothing is shown.
    #[error("the audit log cannot be written, so nothing is shown")]
    AuditDown,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The database does not answer.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// The process must stop.
    #[error("writing to disk failed: {0}")]
    Broken(String),
    /// A defect or damage.
    #[error("a defect: {0}")]
    Defect(String),
}

impl From<StoreError> for DoorError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refusal) => Self::Refused(refusal),
            StoreError::IdTaken(id) => Self::IdTaken(id),
            // Whoever asks with what he stood upon decides again; whoever does not is sent to sign in.
            StoreError::Moved => Self::SignedOut,
            StoreError::Full => Self::Full,
            StoreError::Unavailable(what) => Self::Unavailable(what),
            StoreError::Broken(what) => Self::Broken(what),
            StoreError::Damaged(what) | StoreError::Misused(what) => Self::Defect(what),
        }
    }
}

impl From<roznamcha_acts::rows::ViewError> for DoorError {
    fn from(error: roznamcha_acts::rows::ViewError) -> Self {
        Self::Defect(error.to_string())
    }
}

impl DoorError {
    /// A refusal that names the field and says what to do next.
    pub(crate) fn field(field: &str, code: &str) -> Self {
        let faults = vec![FieldFault { field: field.to_owned(), code: code.to_owned() }];
        Self::Refused(Refusal::Fields { faults })
    }

    /// Message key of what happened and what to do next.
    pub fn key(&self) -> &str {
        match self {
            Self::SignedOut => "door-signed-out",
            Self::NotFound => "door-not-found",
            Self::PurposeNeeded { .. } => "door-purpose-needed",
            Self::NotAllowed { .. } => "door-not-allowed",
            Self::Refused(Refusal::Fields { .. }) => "door-fields",
            Self::Refused(Refusal::Order { .. }) => "door-order",
            Self::Refused(Refusal::Unknown { .. }) => "door-unknown",
            Self::IdTaken(_) => "door-id-taken",
            Self::Upload(key) => key,
            Self::AuditDown => "door-audit-down",
            Self::Full => "door-full",
            Self::Unavailable(_) => "door-unavailable",
            Self::Broken(_) => "door-broken",
            Self::Defect(_) => "door-defect",
        }
    }
}
