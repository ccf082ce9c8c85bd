//! What the acts say of a clock.

use jiff::Timestamp;
use roznamcha_statute::Province;

/// A time during which a clock stood still, by a court's stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// From.
    pub from: Timestamp,
    /// Until; `None` while the stay holds.
    pub until: Option<Timestamp>,
}

/// A clock as the acts left it.
#[derive(Clone, Copy, Debug)]
pub struct ClockFacts<'a> {
    /// The deadline without suffix: `D11`.
    pub deadline: &'a str,
    /// Where the station is.
    pub province: Province,
    /// When it started.
    pub started: Timestamp,
    /// When it was met.
    pub met: Option<Timestamp>,
    /// Stays, in order, not overlapping.
    pub pauses: &'a [Pause],
    /// What the case is marked with: `woman`, `capital`, `juvenile`.
    pub marks: &'a [String],
}
