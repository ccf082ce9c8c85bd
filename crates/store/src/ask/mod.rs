//! The statements over the kept tables, each once for both databases, and how their rows are read.

pub(crate) mod account;
pub(crate) mod audit;
pub(crate) mod draft;
pub(crate) mod file;
pub(crate) mod journal;
pub(crate) mod session;

use uuid::Uuid;

/// An id that sorts by when it was made; within one process, strictly.
pub(crate) fn next_id() -> String {
    Uuid::now_v7().to_string()
}
