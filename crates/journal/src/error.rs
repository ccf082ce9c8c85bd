//! Why bytes are not of format 1.

/// What keeps a value from being written, or bytes from being read, in format 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// Not JSON, or not the keys and types the format calls for.
    #[error("not readable: {0}")]
    Json(String),
    /// Readable, but written otherwise than the one way the format allows, so its bytes are not to be
    /// trusted.
    #[error("not in the one written form: keys in order, no white space, plain escapes")]
    Form,
    /// A format version this crate does not know.
    #[error("format version `{0}` is not known; this build reads version 1")]
    Version(u64),
    /// A field that must say something is empty.
    #[error("`{0}` is empty")]
    Empty(&'static str),
    /// A field holds white space or a control character where it may not.
    #[error("`{0}` holds white space or a control character")]
    Space(&'static str),
    /// A count that runs from 1 is 0.
    #[error("`{0}` is 0, but counts from 1")]
    Zero(&'static str),
    /// Not a time as the format writes it.
    #[error("`{0}` is not a time; write it as 2026-01-05T09:30:00+05:00")]
    Time(String),
    /// Not a UUID in lower case.
    #[error("`{0}` is not a UUID of 36 characters in lower case")]
    ActId(String),
    /// Not 32 bytes in lower-case hexadecimal.
    #[error("`{0}` is not 64 lower-case hexadecimal digits")]
    Hex(String),
    /// Not a register entry.
    #[error("`{0}` is not a register entry; write it as register/part/period/serial")]
    Entry(String),
    /// Flags repeated or out of the table's order.
    #[error("the flags are repeated or out of order")]
    FlagOrder,
    /// Content that is not UTF-8 cannot stand in an export.
    #[error("the content is not UTF-8")]
    Utf8,
    /// A salt without its content, or a content without its salt.
    #[error("salt and content stand or fall together, but one is missing")]
    HalfContent,
    /// The key an export names is not one.
    #[error("{0}")]
    Key(String),
    /// A stored frontier whose length does not fit its size.
    #[error("the frontier's bytes do not fit its size")]
    Frontier,
}
