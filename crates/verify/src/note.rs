//! Checkpoints: signed notes of an office's head.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::digest::Digest;
use crate::header::is_code;
use crate::json::count;
use crate::key::Key;
use crate::time::Moment;

/// A checkpoint as read, its signature not yet checked.
#[derive(Debug, Clone)]
pub struct Note {
    /// The office whose journal it is of.
    pub office: String,
    /// How many acts the journal had.
    pub size: u64,
    /// The root of the tree of those acts.
    pub root: Digest,
    /// The leaf hash of the last of them, zeros when there was none.
    pub head: Digest,
    /// When it was signed, RFC 3339.
    pub at: String,
    /// The name of the key it says it was signed with.
    pub signer: String,
    signed: String,
    key_id: [u8; 4],
    signature: [u8; 64],
}

/// Why a text is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not five lines, an empty line and one signature line, each ended by a newline.
    #[error("a checkpoint is five lines, an empty line and one signature line, each ended by a newline")]
    Lines,
    /// A line is not of the form the format gives it.
    #[error("the line of the {line} is not of the checkpoint's form")]
    Line {
        /// Which: `origin`, `size`, `root`, `head`, `time` or `signature`.
        line: &'static str,
    },
}

/// Why a checkpoint's signature is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// It says it was signed with a key of another name or id.
    #[error("signed with another key")]
    OtherKey,
    /// The key did not sign this text.
    #[error("the signature is not of this text and key")]
    Forged,
}

impl Note {
    /// Reads a checkpoint.
    ///
    /// # Errors
    /// [`NoteError`] when a byte differs from the one form a checkpoint has.
    pub fn parse(text: &str) -> Result<Note, NoteError> {
        let body = text.strip_suffix('\n').ok_or(NoteError::Lines)?;
        let lines: Vec<&str> = body.split('\n').collect();
        let [origin, size, root, head, at, "", signature] = lines.as_slice() else {
            return Err(NoteError::Lines);
        };
        let wrong = |line| NoteError::Line { line };
        let office = origin.strip_prefix("roznamcha/").filter(|office| is_code(office));
        let root = decode::<32>(root).ok_or(wrong("root"))?;
        let head = head.strip_prefix("head ").and_then(Digest::from_hex).ok_or(wrong("head"))?;
        let at = at.strip_prefix("at ").filter(|at| Moment::parse(at).is_some()).ok_or(wrong("time"))?;
        let (signer, key_id, signature) = signature_line(signature).ok_or(wrong("signature"))?;
        let signed = text.split_inclusive('\n').take(5).collect();
        Ok(Note {
            office: office.ok_or(wrong("origin"))?.to_owned(),
            size: count(size).ok_or(wrong("size"))?,
            root: Digest::from_bytes(root),
            head,
            at: at.to_owned(),
            signer,
            signed,
            key_id,
            signature,
        })
    }

    /// Checks that the key signed this checkpoint.
    ///
    /// # Errors
    /// [`SignatureError`] when it did not.
    pub fn check(&self, key: &Key) -> Result<(), SignatureError> {
        if self.signer != key.name() || self.key_id != key.id() {
            return Err(SignatureError::OtherKey);
        }
        if key.signed(&self.signed, &self.signature) { Ok(()) } else { Err(SignatureError::Forged) }
    }
}

fn signature_line(line: &str) -> Option<(String, [u8; 4], [u8; 64])> {
    let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
    if name.is_empty() || name.contains(|c: char| c.is_whitespace() || c == '+') {
        return None;
    }
    let bytes = decode::<68>(bytes)?;
    let (id, signature) = bytes.split_first_chunk::<4>()?;
    Some((name.to_owned(), *id, signature.try_into().ok()?))
}

/// `N` bytes from base64; the engine refuses missing padding and stray bits, so there is one spelling.
fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}
