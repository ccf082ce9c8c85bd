//! What the outsider brings: a key, kept checkpoints, proof files.

use crate::digest::Digest;
use crate::header::{check, digest, is_code};
use crate::json::{Cursor, ReadError};
use crate::key::Key;
use crate::note::Note;

/// What to hold the export to.
#[derive(Debug, Clone)]
pub struct Options {
    /// The outsider's own copy of the office's key. Without it the export's key is used, which proves nothing
    /// about who signed.
    pub key: Option<Key>,
    /// The checkpoints the outsider kept.
    pub checkpoints: Vec<Kept>,
    /// Proof files to check.
    pub proofs: Vec<ProofFile>,
    /// How many differences found in lines are listed; those beyond are counted. Differences of checkpoints
    /// and proofs are always listed.
    pub most_differences: usize,
    /// The longest line accepted, in bytes.
    pub longest_line: usize,
}

impl Default for Options {
    /// No key, no checkpoints, no proofs, 200 differences, lines up to 16 MiB.
    fn default() -> Self {
        Options {
            key: None,
            checkpoints: Vec::new(),
            proofs: Vec::new(),
            most_differences: 200,
            longest_line: 16 << 20,
        }
    }
}

/// A checkpoint the outsider kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What to call it in the report, e.g. its file name.
    pub name: String,
    /// The checkpoint.
    pub note: Note,
}

/// A proof file.
#[derive(Debug, Clone)]
pub struct ProofFile {
    /// What to call it in the report, e.g. its file name.
    pub name: String,
    /// The proof.
    pub proof: Proof,
}

/// A proof as read, not yet checked. Sizes are numbers of acts; paths run as RFC 6962 writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// That an act is in the journal.
    Inclusion {
        /// The office.
        office: String,
        /// The act's header, as it was hashed.
        header: String,
        /// The journal's size.
        size: u64,
        /// The path to the root.
        path: Vec<Digest>,
    },
    /// That a journal is a beginning of a later one.
    Consistency {
        /// The office.
        office: String,
        /// The smaller size.
        from: u64,
        /// The larger size.
        to: u64,
        /// The path to the two roots.
        path: Vec<Digest>,
    },
}

impl Proof {
    /// Reads a proof file: one JSON object in the format's one spelling, with or without a newline after it.
    ///
    /// # Errors
    /// [`ReadError`] where the text departs from the form.
    pub fn parse(text: &str) -> Result<Proof, ReadError> {
        let mut at = Cursor::new(text.strip_suffix('\n').unwrap_or(text));
        let inclusion = at.take("{\"t\":\"inclusion\"");
        if !inclusion {
            at.literal("{\"t\":\"consistency\"")?;
        }
        let office = at.string_after(",\"office\":")?.into_owned();
        check(is_code(&office), "office", "a code without white space")?;
        let proof = if inclusion {
            let header = at.string_after(",\"header\":")?.into_owned();
            let size = at.number_after(",\"size\":")?;
            Proof::Inclusion { office, header, size, path: path(&mut at)? }
        } else {
            let from = at.number_after(",\"from\":")?;
            let to = at.number_after(",\"to\":")?;
            Proof::Consistency { office, from, to, path: path(&mut at)? }
        };
        at.literal("}")?;
        at.end()?;
        Ok(proof)
    }

    /// The office whose journal it is about.
    #[must_use]
    pub fn office(&self) -> &str {
        match self {
            Proof::Inclusion { office, .. } | Proof::Consistency { office, .. } => office,
        }
    }

    /// The sizes of which roots are needed.
    pub(crate) fn sizes(&self) -> [u64; 2] {
        match self {
            Proof::Inclusion { size, .. } => [*size, *size],
            Proof::Consistency { from, to, .. } => [*from, *to],
        }
    }
}

fn path(at: &mut Cursor<'_>) -> Result<Vec<Digest>, ReadError> {
    at.strings_after(",\"path\":")?.iter().map(|hash| digest("path", hash)).collect()
}
