//! What can go wrong in keeping.

use roznamcha_acts::refusal::Refusal;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The rules refuse the act; nothing was written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The id already belongs to another act.
    #[error("act id `{0}` already belongs to another act; give the new act an id of its own")]
    IdTaken(String),
    /// The officer's session, account or posting is no longer what the act was allowed upon; nothing was written.
    #[error("the officer's session or posting has changed; decide again and send the act again")]
    Moved,
    /// The disk is full: reading goes on, writing is refused until there is room.
    #[error("the disk is full; nothing was written, free some room and send the act again")]
    Full,
    /// The database does not answer now; the act may be sent again with the same id.
    #[error("the database does not answer: {0}")]
    Unavailable(String),
    /// A write to disk failed in a way that must not be retried: the process has to stop and start again.
    #[error("writing to disk failed, the process must stop: {0}")]
    Broken(String),
    /// What is kept does not read: damage, or a defect.
    #[error("what is kept does not read: {0}")]
    Damaged(String),
    /// The store is not empty where it must be, or empty where it must not.
    #[error("{0}")]
    Misused(String),
}
