//! The lines of an export and of proof files, written and strictly read.

use serde::{Deserialize, Serialize};

use crate::{
    Difference, FormatError, Salt, Written, check,
    checkpoint::{Checkpoint, CheckpointError, VerifierKey, parse_and_verify},
    header::office_code,
    proof::{Consistency, Inclusion},
    strict,
};

/// What an export shows of an act's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Content and the salt that opens its commitment.
    Given {
        /// The salt.
        salt: Salt,
        /// The exact bytes that were committed to.
        content: String,
    },
    /// The content was removed by order.
    Expunged,
    /// The reader of this export may not have it.
    Withheld,
}

/// One line of an export or a proof file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The first line.
    Journal {
        /// The office whose journal it is.
        office: String,
        /// The key its checkpoints are signed with; believe it only if it came another way too.
        key: VerifierKey,
    },
    /// An act.
    Act {
        /// The exact bytes that were hashed; not yet read as a header.
        header: String,
        /// Its content.
        body: Body,
    },
    /// The last line.
    Checkpoint {
        /// The signed note; not yet verified.
        note: String,
    },
    /// A proof file: an act stands in a journal.
    Inclusion(Inclusion),
    /// A proof file: a journal only grew.
    Consistency(Consistency),
}

/// The lines as JSON has them. The order of fields is the format's.
#[derive(Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case", deny_unknown_fields)]
enum Wire {
    Journal {
        format: u64,
        office: String,
        key: String,
    },
    Act {
        header: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        salt: Option<Salt>,
        #[serde(skip_serializing_if = "Option::is_none")]
        content: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        expunged: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        withheld: Option<bool>,
    },
    Checkpoint {
        note: String,
    },
    Inclusion(Inclusion),
    Consistency(Consistency),
}

/// The first line of an export, without its newline, like every line written here.
///
/// # Errors
/// An office's code the format does not allow.
pub fn write_open(office: &str, key: &VerifierKey) -> Result<String, FormatError> {
    office_code(office)?;
    strict::write(&Wire::Journal { format: 1, office: office.to_owned(), key: key.to_string() })
}

/// An act's line: `header` as it was hashed, and of the content what the reader may have ([`Written::body`]
/// for one who may have all).
///
/// # Errors
/// [`FormatError::Utf8`] for a header that is no text.
pub fn write_act(header: &[u8], body: &Body) -> Result<String, FormatError> {
    let header = String::from_utf8(header.to_vec()).map_err(|_| FormatError::Utf8)?;
    let (mut salt, mut content, mut expunged, mut withheld) = (None, None, None, None);
    match body {
        Body::Given { salt: s, content: c } => {
            salt = Some(*s);
            content = Some(c.clone());
        }
        Body::Expunged => expunged = Some(true),
        Body::Withheld => withheld = Some(true),
    }
    strict::write(&Wire::Act { header, salt, content, expunged, withheld })
}

/// The last line: a signed checkpoint.
///
/// # Errors
/// None that a string can cause; writing JSON is fallible by its interface.
pub fn write_checkpoint(note: &str) -> Result<String, FormatError> {
    strict::write(&Wire::Checkpoint { note: note.to_owned() })
}

/// A proof file's one line.
///
/// # Errors
/// As [`write_checkpoint`].
pub fn write_inclusion(proof: &Inclusion) -> Result<String, FormatError> {
    strict::write(&Wire::Inclusion(proof.clone()))
}

/// A proof file's one line.
///
/// # Errors
/// As [`write_checkpoint`].
pub fn write_consistency(proof: &Consistency) -> Result<String, FormatError> {
    strict::write(&Wire::Consistency(proof.clone()))
}

/// Reads one line, given without its newline, refusing any that would not be written so.
///
/// # Errors
/// What is wrong with it; whatever the bytes, this does not panic.
pub fn parse_line(line: &[u8]) -> Result<Line, FormatError> {
    Ok(match strict::read(line)? {
        Wire::Journal { format: 1, office, key } => {
            office_code(&office)?;
            Line::Journal { office, key: key.parse::<VerifierKey>()? }
        }
        Wire::Journal { format, .. } => return Err(FormatError::Version(format)),
        Wire::Act { header, salt, content, expunged, withheld } => {
            let body = match (salt, content, expunged, withheld) {
                (Some(salt), Some(content), None, None) => Body::Given { salt, content },
                (None, None, Some(true), None) => Body::Expunged,
                (None, None, None, Some(true)) => Body::Withheld,
                _ => return Err(FormatError::HalfContent),
            };
            Line::Act { header, body }
        }
        Wire::Checkpoint { note } => Line::Checkpoint { note },
        Wire::Inclusion(proof) => Line::Inclusion(proof),
        Wire::Consistency(proof) => Line::Consistency(proof),
    })
}

/// A whole export, read into memory: each line well formed and the checkpoint's signature good, but the
/// journal not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The office whose journal it is.
    pub office: String,
    /// The key the export names. Its checkpoint proves nothing unless the reader knows this key from
    /// elsewhere.
    pub key: VerifierKey,
    /// The acts; withheld content reads as none.
    pub acts: Vec<Written>,
    /// The export's own checkpoint.
    pub checkpoint: Option<Checkpoint>,
}

/// Why an export cannot be read; lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// A line is not of the format.
    #[error("line {line}: {why}")]
    Line {
        /// Which line.
        line: usize,
        /// What is wrong with it.
        why: FormatError,
    },
    /// A line is of the format, but not at its place.
    #[error("line {0}: out of place; an export is one journal line, then acts, then at most one checkpoint")]
    Place(usize),
    /// The last line was cut.
    #[error("the last line does not end with a newline; the file was cut")]
    Cut,
    /// The checkpoint is not to be believed.
    #[error("line {line}: {why}")]
    Checkpoint {
        /// Which line.
        line: usize,
        /// What is wrong with it.
        why: CheckpointError,
    },
}

/// Reads a whole export.
///
/// # Errors
/// [`ExportError`] at the first line that is not of the format; whatever the bytes, this does not panic.
pub fn read(bytes: &[u8]) -> Result<Export, ExportError> {
    let mut lines = bytes.strip_suffix(b"\n").ok_or(ExportError::Cut)?.split(|b| *b == b'\n').enumerate();
    let parse = |line: usize, text: &[u8]| parse_line(text).map_err(|why| ExportError::Line { line, why });
    let Some((0, first)) = lines.next() else { return Err(ExportError::Place(1)) };
    let Line::Journal { office, key } = parse(1, first)? else { return Err(ExportError::Place(1)) };
    let mut export = Export { office, key, acts: Vec::new(), checkpoint: None };
    for (before, text) in lines {
        let line = before + 1;
        match parse(line, text)? {
            Line::Act { header, body } if export.checkpoint.is_none() => {
                let (salt, content) = match body {
                    Body::Given { salt, content } => (Some(salt), Some(content.into_bytes())),
                    Body::Expunged | Body::Withheld => (None, None),
                };
                export.acts.push(Written { header: header.into_bytes(), salt, content });
            }
            Line::Checkpoint { note } if export.checkpoint.is_none() => {
                let checkpoint = parse_and_verify(&note, &export.key)
                    .map_err(|why| ExportError::Checkpoint { line, why })?;
                export.checkpoint = Some(checkpoint);
            }
            _ => return Err(ExportError::Place(line)),
        }
    }
    Ok(export)
}

impl Export {
    /// Checks the journal, against the export's own checkpoint and those the reader kept (signatures
    /// verified).
    #[must_use]
    pub fn check(&self, kept: &[Checkpoint]) -> Vec<Difference> {
        let checkpoints = self.checkpoint.iter().chain(kept).cloned();
        check(&self.office, &self.acts, checkpoints)
    }
}
