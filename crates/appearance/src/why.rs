//! What is answered: which records, and why each.

use crate::vocabulary::Field;

/// How a record's description stands to one thing that the witness said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tie {
    /// It says the same.
    Agree,
    /// It says what is easily taken for it.
    Near,
    /// It says something else.
    Disagree,
    /// It says nothing of it, which neither helps nor hurts.
    Unknown,
}

impl Tie {
    /// Its code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Near => "near",
            Self::Disagree => "disagree",
            Self::Unknown => "unknown",
        }
    }
}

/// What was said something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// The height.
    Height,
    /// The weight.
    Weight,
    /// The age.
    Born,
    /// A coded field.
    Coded(Field),
    /// A mark, by its place in the list of those said.
    Mark(usize),
    /// A method, by its place in the list of those said.
    Method(usize),
}

/// One line of the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// Of what.
    pub feature: Feature,
    /// How it stands.
    pub tie: Tie,
    /// What it adds to the agreement, in centibans.
    pub centibans: i32,
}

/// How well a description agrees with a witness's words: a property of the two texts, not of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// A hundred times the decimal logarithm of the likelihood ratio.
    pub centibans: i32,
    /// What it is made of, one line for each thing said.
    pub why: Vec<Why>,
}

/// A record whose description was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record, by the caller's number.
    pub id: u64,
    /// How well its description agrees.
    pub agreement: Agreement,
}
