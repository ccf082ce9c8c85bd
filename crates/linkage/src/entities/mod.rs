//! The log of decisions, and the persons that follow from it.

mod event;
mod groups;
mod log;

pub use self::event::{Author, Event, Verdict};
pub use self::log::{Entities, LogError};
