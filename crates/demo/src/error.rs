//! What can stop the making of the district.

use roznamcha_records::DoorError;

/// Why the district was not made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The door did not let an act through: the plan and the rules disagree.
    #[error("{what} at {office} was not written: {error}")]
    Act {
        /// Kind of the act.
        what: String,
        /// The office.
        office: String,
        /// What the door said.
        error: DoorError,
    },
    /// An officer of the plan could not be found or given an account.
    #[error("officer `{officer}`: {error}")]
    Officer {
        /// The officer.
        officer: String,
        /// What the door said.
        error: DoorError,
    },
    /// The night's check of the books failed.
    #[error("the books could not be checked against each other: {error}")]
    Check {
        /// What the door said.
        error: DoorError,
    },
    /// The plan cannot be carried out.
    #[error("the plan cannot be carried out: {0}; ask for 1 to 6 stations and at least 2 days")]
    Plan(String),
}
