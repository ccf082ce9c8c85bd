//! Everything that can be wrong with a journal, typed.

use crate::digest::Digest;
use crate::json::ReadError;
use crate::key::KeyError;
use crate::note::{NoteError, SignatureError};

/// What is wrong. Texts in it come from the file as they stand: show them only through
/// [`Difference::text`](crate::Difference::text), which makes control characters visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The line is not of the written form. If it stood in an act's place, that act's hash is unknown.
    Unreadable(ReadError),
    /// No newline ends the last line: the file may have been cut.
    NoNewline,
    /// A line stands after the checkpoint, which must be the last.
    AfterCheckpoint,
    /// The header is not of the written form.
    Header(ReadError),
    /// The header is of another office's journal.
    OtherOffice {
        /// That office.
        found: String,
    },
    /// The act is not the next in number.
    Seq {
        /// The next number.
        wanted: u64,
        /// The number it has.
        found: u64,
    },
    /// `prev` is not the hash of the act before: one of the two was changed, or acts were taken out or put in.
    Prev {
        /// The hash of the act before.
        wanted: Digest,
        /// The hash that is written.
        found: Digest,
    },
    /// The content or its salt is not what the header is committed to.
    Content,
    /// An earlier act has the same id.
    ActRepeated {
        /// The id.
        act: String,
    },
    /// A register entry is not the next of its series.
    Serial {
        /// The series, `register/part/period`.
        series: String,
        /// The next serial.
        wanted: u64,
        /// The serial it has.
        found: u64,
    },
    /// The flags are not those its times call for.
    Flags {
        /// The flags called for.
        wanted: Vec<&'static str>,
        /// The flags written.
        found: Vec<String>,
    },
    /// The export's own key cannot be read.
    Key(KeyError),
    /// The export names another key than the outsider holds.
    OtherKey {
        /// The key in the export.
        found: String,
    },
    /// The export's own checkpoint cannot be read.
    Note(NoteError),
    /// A checkpoint and the journal disagree.
    Checkpoint {
        /// Whose checkpoint.
        source: Source,
        /// How.
        fault: CheckpointFault,
    },
    /// A proof does not prove.
    Proof {
        /// The name the outsider gave the proof.
        name: String,
        /// Why.
        fault: ProofFault,
    },
}

/// Where a checkpoint comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The export's own last line.
    Export,
    /// The outsider kept it, under this name.
    Kept(String),
}

/// How a checkpoint and a journal disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckpointFault {
    /// It is of another office's journal.
    OtherOffice {
        /// That office.
        found: String,
    },
    /// Its signature is not accepted.
    Signature(SignatureError),
    /// It was signed over more acts than the export has: the journal was cut.
    Cut {
        /// Acts signed.
        size: u64,
        /// Acts in the export.
        acts: u64,
    },
    /// Its root is not that of the first `size` headers: one of them was changed since.
    Root {
        /// Acts signed.
        size: u64,
    },
    /// Its head is not the hash of act `size`.
    Head {
        /// Acts signed.
        size: u64,
    },
    /// An unreadable line among the first `size` acts leaves nothing to compare with.
    Uncheckable {
        /// Acts signed.
        size: u64,
    },
}

/// Why a proof does not prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProofFault {
    /// The header in it is not of the written form.
    Header(ReadError),
    /// The header in it is of another office than the proof.
    OtherOffice {
        /// The header's office.
        found: String,
    },
    /// No root of that office's journal at that size is known: a checkpoint of that size is needed.
    NoRoot {
        /// The office.
        office: String,
        /// The size.
        size: u64,
    },
    /// The path does not lead to the root.
    Path,
}
