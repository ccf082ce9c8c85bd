//! A record as the caller gives it. Reading names, digits and scripts is his business.

use crate::date::Date;

/// A word of a name with the keys by which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, folded: compared letter by letter.
    pub text: String,
    /// How it sounds: words of one sound are one name spelt twice.
    pub sound: u64,
    /// Its skeleton, coarser than the sound: what blocks and frequencies go by.
    pub skeleton: u64,
    /// Says little and is often left out: Muhammad, a title, a place preposition.
    pub light: bool,
}

/// One field of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Missing,
    /// A name or other words.
    Words(Vec<Word>),
    /// An identifier, canonical, at most 16 ASCII letters and digits.
    Identifier(String),
    /// A day or a year.
    Date(Date),
    /// A code.
    Code(String),
}

/// Where somebody was held, and from which day to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Custody {
    /// The place.
    pub place: u64,
    /// The first day, counted from any epoch.
    pub from: i32,
    /// The last day.
    pub to: i32,
}

/// A record: one person as one book has him.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The caller's number for it, unique and the same for ever.
    pub key: u64,
    /// A value for each field of the schema.
    pub values: Vec<Value>,
    /// When and where he was held.
    pub custody: Vec<Custody>,
}
