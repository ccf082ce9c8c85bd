//! What a witness said.

use thiserror::Error;

use crate::description::Side;
use crate::vocabulary::{Code, Kind, Method, Place};

/// As many marks as one may ask for at once.
pub const MOST_MARKS: usize = 8;
/// As many codes of how it was done.
pub const MOST_METHODS: usize = 32;

/// A measure as a witness guesses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// What he says.
    pub value: u16,
    /// How far two of three such guesses may be off.
    pub tolerance: u16,
}

/// A mark as a witness tells of it; he may have seen that it was a tattoo and not where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SaidMark {
    /// What it was.
    pub kind: Option<Kind>,
    /// Where.
    pub place: Option<Place>,
    /// On which side.
    pub side: Side,
}

/// What must be exactly so; a record that does not say it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Must {
    /// One of these codes of one field.
    Coded(Vec<Code>),
    /// A height from so much to so much.
    Height(u16, u16),
    /// A weight from so much to so much.
    Weight(u16, u16),
    /// May have been born from this year to that.
    Born(u16, u16),
    /// Has this mark.
    Mark(SaidMark),
    /// Is known for this.
    Method(Method),
}

/// What a witness said, and what must be so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The year in which is asked: recorded weights have grown older since.
    pub year: u16,
    /// Height in centimetres.
    pub height: Option<About>,
    /// Weight in kilograms.
    pub weight: Option<About>,
    /// Year of birth, from the age he guesses.
    pub born: Option<About>,
    /// Codes; several of one field are "this or that".
    pub coded: Vec<Code>,
    /// Marks, each another one.
    pub marks: Vec<SaidMark>,
    /// How it was done.
    pub methods: Vec<Method>,
    /// What must be exactly so.
    pub must: Vec<Must>,
}

/// Why a question cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum QueryError {
    /// It asks for nothing.
    #[error("nothing is asked for: say at least one thing that the witness saw")]
    Empty,
    /// Too many marks.
    #[error("{0} marks, at most {MOST_MARKS}: leave out the least certain")]
    Marks(usize),
    /// Too many codes of how it was done.
    #[error("{0} codes of method, at most {MOST_METHODS}: leave out the commonest")]
    Methods(usize),
    /// A mark of which neither kind nor place is said.
    #[error("a mark without kind and place: say what it was or where")]
    Mark,
    /// A code of another vocabulary, or a list of codes of several fields.
    #[error("a code that is not of this vocabulary, or codes of several fields in one list")]
    Foreign,
}

impl Query {
    /// Whether it can be answered; searching asks it again.
    ///
    /// # Errors
    /// [`QueryError`] where nothing is asked, or too much.
    pub fn check(&self) -> Result<(), QueryError> {
        let silent = self.height.is_none()
            && self.weight.is_none()
            && self.born.is_none()
            && self.coded.is_empty()
            && self.marks.is_empty()
            && self.methods.is_empty()
            && self.must.is_empty();
        let bare = |mark: &SaidMark| mark.kind.is_none() && mark.place.is_none();
        let must_bare = |must: &Must| matches!(must, Must::Mark(mark) if bare(mark));
        if silent {
            Err(QueryError::Empty)
        } else if self.marks.len() > MOST_MARKS {
            Err(QueryError::Marks(self.marks.len()))
        } else if self.methods.len() > MOST_METHODS {
            Err(QueryError::Methods(self.methods.len()))
        } else if self.marks.iter().any(bare) || self.must.iter().any(must_bare) {
            Err(QueryError::Mark)
        } else {
            Ok(())
        }
    }
}
