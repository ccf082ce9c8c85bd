//! Boosted trees with histograms, for counts: Poisson likelihood, with an offset that is what another model expects.

mod bins;
mod boost;
mod grow;

pub(crate) use self::bins::Table;
pub(crate) use self::boost::{Boosted, Lesson, Settings};
