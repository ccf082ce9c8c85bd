//! Why bytes are no WSQ file, or an image cannot be one.

use roznamcha_prints::ShapeError;
use thiserror::Error;

/// Why bytes are no WSQ file, or an image cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WsqError {
    /// It does not begin as a WSQ file does.
    #[error("this is not a WSQ file: it does not begin with FF A0")]
    NotWsq,
    /// It ends too early.
    #[error("the WSQ file ends inside its {0}: copy it again from where it came")]
    Truncated(&'static str),
    /// A marker that has no place there.
    #[error("the WSQ file has an unknown marker {0:04X}")]
    Marker(u16),
    /// Something it needs is not there.
    #[error("the WSQ file has no {0}")]
    Missing(&'static str),
    /// A part with a value it cannot have.
    #[error("the WSQ file has a wrong {0}")]
    Value(&'static str),
    /// Filters other than the standard's.
    #[error("the WSQ file uses filters of {low} and {high} taps; only the standard's 9 and 7 are read")]
    Filters {
        /// Taps of the low-pass filter.
        low: u8,
        /// Taps of the high-pass filter.
        high: u8,
    },
    /// More pixels than a print has.
    #[error("a WSQ image of {width} x {height} pixels is larger than any print")]
    TooLarge {
        /// Pixels a row.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The image has a shape that a print cannot have.
    #[error(transparent)]
    Shape(#[from] ShapeError),
    /// A bit rate that no file has.
    #[error("a WSQ bit rate must be above 0 and at most 8 bits a pixel; 0.75 is usual")]
    Rate,
}
