//! Why bytes are no transaction, or a record does not say what it should.

use roznamcha_prints::ShapeError;
use thiserror::Error;

use crate::wsq::WsqError;

/// Why bytes are no transaction, or a record does not say what it should.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ItlError {
    /// It does not begin as a transaction does.
    #[error("this is not an ANSI/NIST-ITL file in traditional encoding: it does not begin with `1.001:`")]
    NotItl,
    /// A record ends too early or where it says it does not.
    #[error("record {0} of the ANSI/NIST-ITL file has another length than it tells")]
    Length(usize),
    /// A record has something that is no tagged field, or a field of another type of record.
    #[error(
        "record {record} of the ANSI/NIST-ITL file has no field where one should begin, after {after} fields"
    )]
    Tag {
        /// The record, from 1.
        record: usize,
        /// The fields read before.
        after: usize,
    },
    /// The list in the first record is none, or another one than the records themselves make.
    #[error("the list of records, field 1.003, does not agree with the records")]
    List,
    /// There is more after the last record.
    #[error("{0} bytes follow the last record of the ANSI/NIST-ITL file")]
    Rest(usize),
    /// A record lacks a field.
    #[error("the record has no field {kind}.{field:03}")]
    Missing {
        /// The type of record.
        kind: u8,
        /// The field.
        field: u16,
    },
    /// A field with a value it cannot have.
    #[error("field {kind}.{field:03} has a wrong value")]
    Value {
        /// The type of record.
        kind: u8,
        /// The field.
        field: u16,
    },
    /// A record of another type than what is asked of it.
    #[error("a record of type {0} is not what is needed here")]
    Kind(u8),
    /// A value that would break the record: it holds one of the separators.
    #[error("field {kind}.{field:03} holds a character that separates fields")]
    Separator {
        /// The type of record.
        kind: u8,
        /// The field.
        field: u16,
    },
    /// Compressed in a way that is not read here.
    #[error("an image compressed as `{0}` is not read; WSQ, PNG, JPEG and uncompressed images are")]
    Compression(String),
    /// The image in it is broken.
    #[error(transparent)]
    Wsq(#[from] WsqError),
    /// The PNG or JPEG in it is broken.
    #[error("the image in the record: {0}")]
    File(String),
    /// The image in it cannot be a print.
    #[error(transparent)]
    Shape(#[from] ShapeError),
}
