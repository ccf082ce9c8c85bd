//! Transactions of ANSI/NIST-ITL in traditional encoding: records one after another, the first of which lists the rest.
//!
//! A record of tagged fields is kept field by field as it was written, so that a transaction is written again byte
//! for byte; [`Head`], [`Print`], [`Photo`] and [`Minutiae`] say what the fields of types 1, 13, 14, 10 and 9 mean.

mod block;
mod error;
mod head;
mod minutiae;
mod photo;
mod plain;
mod print;
mod read;
mod segment;
mod text;
mod write;

pub use error::ItlError;
pub use head::Head;
pub use minutiae::Minutiae;
pub use photo::Photo;
pub use plain::PlainPrint;
pub use print::{Compression, Place, Print};
pub use segment::Segment;
pub use text::{Field, Text};

/// Between the fields of a record.
pub(crate) const FIELD_END: u8 = 0x1d;
/// After the last field.
pub(crate) const RECORD_END: u8 = 0x1c;
/// Between the subfields of a field.
pub(crate) const SUBFIELD_END: u8 = 0x1e;
/// Between the items of a subfield.
pub(crate) const ITEM_END: u8 = 0x1f;

/// The records of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// The record of type 1, which says what the transaction is.
    pub head: Text,
    /// The others.
    pub records: Vec<Record>,
}

/// A record after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Tagged fields: type 2 and those from 9.
    Text(Text),
    /// A print of fixed resolution: type 4.
    Plain(PlainPrint),
    /// A binary record of another type, 3 and 5 to 8: kept, not looked into.
    Binary {
        /// Its type.
        kind: u8,
        /// Everything after its length.
        content: Vec<u8>,
    },
}

impl Record {
    /// Its type.
    #[must_use]
    pub const fn kind(&self) -> u8 {
        match self {
            Self::Text(text) => text.kind,
            Self::Plain(_) => plain::KIND,
            Self::Binary { kind, .. } => *kind,
        }
    }

    /// The number by which the first record lists it.
    #[must_use]
    pub fn number(&self) -> Option<u8> {
        match self {
            Self::Text(text) => text.number(text::NUMBER).ok(),
            Self::Plain(print) => Some(print.number),
            Self::Binary { content, .. } => content.first().copied(),
        }
    }
}
