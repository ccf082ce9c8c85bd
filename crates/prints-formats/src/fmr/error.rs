//! Why bytes are no minutiae record, or minutiae cannot be one.

use thiserror::Error;

/// Why bytes are no minutiae record, or minutiae cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FmrError {
    /// It does not begin as a record does.
    #[error("this is not a minutiae record: it does not begin with `FMR` and version 2.0")]
    Mark,
    /// The length it tells is not its own.
    #[error("a minutiae record of {0} bytes tells another length: copy it again from where it came")]
    Length(usize),
    /// It ends too early.
    #[error("the minutiae record ends inside its {0}")]
    Truncated(&'static str),
    /// A field with a value it cannot have.
    #[error("the minutiae record has a wrong {0}")]
    Value(&'static str),
    /// More than the form holds.
    #[error("too many {0} for a minutiae record")]
    TooMany(&'static str),
    /// There is no such print in it.
    #[error("the minutiae record has {views} prints; there is no print {asked}")]
    NoView {
        /// Prints there are.
        views: usize,
        /// The print asked for, from 0.
        asked: usize,
    },
}
