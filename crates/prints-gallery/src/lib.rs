//! A gallery of fingerprints: whose prints are these, among millions. It keeps templates in files of its own and
//! knows nothing of police stations.

mod block;
mod disk;
mod entry;
mod error;
mod frame;
mod gallery;
mod index;
mod ledger;
mod merge;
mod sealed;
mod search;
mod tail;
mod tally;
mod words;

pub use self::entry::{Entry, PersonId, Position};
pub use self::error::GalleryError;
pub use self::gallery::{Count, Gallery};
pub use self::merge::merged;
pub use self::search::{Candidate, Probe, Settings, of_any};
pub use self::tail::{TailError, threshold};
