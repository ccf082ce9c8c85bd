//! What an error of PostgreSQL means for the act and for the store.

use deadpool_postgres::PoolError;
use tokio_postgres::types::WrongType;

use crate::StoreError;

/// An error of the database, for every act of a transaction alike.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    /// Another transaction was in the way; the same again may pass.
    Again(String),
    /// The database does not take something that was to be written.
    Unfit(String),
    /// The connection is gone or the server does not serve: the outcome may be unknown.
    Lost(String),
    /// The server's disk is full.
    Full,
    /// Damage, or a defect.
    Damaged(String),
}

impl Fault {
    /// Whether one act of several may be the cause, so that each had better be tried alone.
    pub fn may_be_of_one(&self) -> bool {
        matches!(self, Self::Unfit(_) | Self::Damaged(_))
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Again(what) => Self::Unavailable(format!("others were in the way too often: {what}")),
            Fault::Unfit(what) => Self::Misused(what),
            Fault::Lost(what) => Self::Unavailable(what),
            Fault::Full => Self::Full,
            Fault::Damaged(what) => Self::Damaged(what),
        }
    }
}

/// From reading rows back, where nothing but damage is found.
impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged(what) => Self::Damaged(what),
            StoreError::Full => Self::Full,
            StoreError::Unavailable(what) => Self::Lost(what),
            other => Self::Unfit(other.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        // The server's own words; the driver's are only `db error`. Its detail may quote what was to be kept, so it
        // is left out.
        let text = error.as_db_error().map_or_else(|| error.to_string(), |db| db.message().to_owned());
        let Some(state) = error.code() else {
            let values = std::error::Error::source(&error).is_some_and(|s| s.is::<WrongType>());
            return if values { Self::Damaged(text) } else { Self::Lost(text) };
        };
        match state.code() {
            // Serialisation, deadlock, or a key that is there already: two nodes wrote one id at two offices at once,
            // and a second look finds it.
            "40001" | "40P01" | "23505" => Self::Again(text),
            "53100" => Self::Full,
            "42501" => Self::Unfit(format!(
                "{text}: connect as the application's role, or provision the roles again"
            )),
            // No lock in time, a server that only reads, a transaction that idled too long.
            "55P03" | "25006" | "25P03" => Self::Lost(text),
            code => match code.get(..2) {
                // Connections, authorisation, resources, operators (shutdown, cancellation, a crash), the system.
                Some("08" | "28" | "3D" | "53" | "57" | "58") => Self::Lost(text),
                // Data that a column cannot hold, or that is too long for an index.
                Some("22" | "54") => Self::Unfit(text),
                _ => Self::Damaged(text),
            },
        }
    }
}

impl From<PoolError> for Fault {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => match Self::from(error) {
                // Whatever keeps us from connecting, nothing is damaged by it.
                Self::Unfit(text) | Self::Damaged(text) => Self::Lost(text),
                fault => fault,
            },
            PoolError::Timeout(_) => Self::Lost("no connection came free in time".to_owned()),
            other => Self::Lost(other.to_string()),
        }
    }
}
