//! A person's description as a record has it. Everything in it may be missing.

use thiserror::Error;

use crate::vocabulary::{Code, Kind, Method, Place};

/// On which side of the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Not known, or not said.
    #[default]
    Unknown,
    /// His left.
    Left,
    /// His right.
    Right,
    /// In the middle, or on both.
    Middle,
}

/// A mark on the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Where.
    pub place: Place,
    /// On which side.
    pub side: Side,
}

/// Between which years somebody was born; the same twice where the year is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Born {
    /// Not before.
    pub from: u16,
    /// Not after.
    pub to: u16,
}

/// What a record says of a person's looks, and how the offences in it were done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    /// The year in which it was taken: a weight grows old.
    pub recorded: Option<u16>,
    /// Height in centimetres.
    pub height_cm: Option<u16>,
    /// Weight in kilograms.
    pub weight_kg: Option<u16>,
    /// When born.
    pub born: Option<Born>,
    /// At most one code a field.
    pub coded: Vec<Code>,
    /// `None` where nobody looked; an empty list where somebody did and found none.
    pub marks: Option<Vec<Mark>>,
    /// Modus operandi; `None` where nothing is known of it.
    pub methods: Option<Vec<Method>>,
}

/// Why a description cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DescriptionError {
    /// A height of no human being.
    #[error("a height of {0} cm: write it in centimetres, from 30 to 254")]
    Height(u16),
    /// A weight of no human being, or of more than there is room for.
    #[error("a weight of {0} kg: write it in kilograms, from 1 to 254")]
    Weight(u16),
    /// A year outside of what is kept.
    #[error("the year {0}: from 1881 to 2134, the earlier one first")]
    Year(u16),
    /// Two codes of one field.
    #[error("two codes of the field `{0}`: keep the one that is right")]
    Twice(String),
    /// A code of another vocabulary.
    #[error("a code that is not of this vocabulary: look it up in the one in use")]
    Foreign,
    /// More marks or methods than anybody has.
    #[error("{0} marks or methods in one description, at most 200 are kept")]
    TooMany(usize),
}
