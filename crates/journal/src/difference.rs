//! One thing that is wrong with a journal, said so that a person can find it.

use std::fmt;

use crate::{EntryRef, Flag, FormatError, Hash};

/// What is wrong, and at which act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The act's number, counted from the journal's beginning and not read from its header; for a checkpoint,
    /// its size.
    pub seq: u64,
    /// What is wrong there.
    pub what: Wrong,
}

/// What can be wrong with an act in its place, or with a journal under a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wrong {
    /// The header's bytes are not a header.
    Unreadable(FormatError),
    /// The header is of another office, named here.
    Office(String),
    /// The header says another number.
    Seq {
        /// The number it says.
        found: u64,
    },
    /// The header does not name the leaf hash of the act before.
    Prev {
        /// The hash of the act before.
        expected: Hash,
        /// The hash it names.
        found: Hash,
    },
    /// The content does not meet its commitment.
    Commitment,
    /// Salt without content or content without salt: a removal that was not finished.
    HalfContent,
    /// The act's id stood in an act before.
    Repeated {
        /// The first act with this id.
        first: u64,
    },
    /// A serial that is not the next of its register, part and period.
    Serial {
        /// The entry.
        entry: EntryRef,
        /// The serial that was due.
        expected: u64,
    },
    /// The flags are not those the times call for.
    Flags {
        /// The flags that were due.
        expected: Vec<Flag>,
        /// The flags that stand.
        found: Vec<Flag>,
    },
    /// A checkpoint of another office, named here.
    CheckpointOffice(String),
    /// The journal's root is not the one a checkpoint signed.
    Root {
        /// The root that was signed.
        signed: Hash,
        /// The root of the journal as it is.
        found: Hash,
    },
    /// The journal's last hash is not the one a checkpoint signed.
    Head {
        /// The hash that was signed.
        signed: Hash,
        /// The hash as it is.
        found: Hash,
    },
    /// A checkpoint signed more acts than there are.
    Cut {
        /// How many there are.
        found: u64,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            Wrong::CheckpointOffice(_) | Wrong::Root { .. } | Wrong::Head { .. } | Wrong::Cut { .. } => {
                write!(f, "checkpoint of {} acts: {}", self.seq, self.what)
            }
            _ => write!(f, "act {}: {}", self.seq, self.what),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wrong::Unreadable(why) => write!(f, "the header is unreadable: {why}"),
            Wrong::Office(office) => write!(f, "the header is of office `{office}`"),
            Wrong::Seq { found } => write!(f, "the header says number {found}"),
            Wrong::Prev { expected, found } => {
                write!(f, "names {found} as the act before, whose hash is {expected}")
            }
            Wrong::Commitment => f.write_str("the content is not the one committed to"),
            Wrong::HalfContent => f.write_str("salt and content stand or fall together, but one is missing"),
            Wrong::Repeated { first } => write!(f, "its id is already that of act {first}"),
            Wrong::Serial { entry, expected } => write!(f, "entry `{entry}`, but serial {expected} was due"),
            Wrong::Flags { expected, found } => {
                write!(f, "flags [{}], but [{}] are due", names(found), names(expected))
            }
            Wrong::CheckpointOffice(office) => write!(f, "it is of office `{office}`"),
            Wrong::Root { signed, found } => write!(f, "signed root {signed}, but the journal's is {found}"),
            Wrong::Head { signed, found } => {
                write!(f, "signed last hash {signed}, but the journal's is {found}")
            }
            Wrong::Cut { found } => write!(f, "the journal has only {found} acts; it was cut"),
        }
    }
}

fn names(flags: &[Flag]) -> String {
    flags.iter().map(|flag| flag.as_str()).collect::<Vec<_>>().join(" ")
}
