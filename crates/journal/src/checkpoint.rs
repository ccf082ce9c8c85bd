//! A signed statement of where a journal stands, for an outsider to keep. It is a C2SP signed note.

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::Signer as _;

pub use crate::key::{KeyError, Signer, VerifierKey};
pub use ed25519_dalek::SigningKey;

use crate::{FormatError, Hash, header::office_code, time::instant};

/// What a checkpoint states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The office whose journal it is.
    pub office: String,
    /// How many acts there were.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
    /// The leaf hash of the last one, [`Hash::ZERO`] for an empty journal.
    pub head: Hash,
    /// When it was signed, RFC 3339 with an offset.
    pub at: String,
}

/// Why a checkpoint cannot be signed or believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The note is not in the one written form.
    #[error("the checkpoint is not in its written form")]
    Form,
    /// A value the format does not allow.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// A key that cannot sign.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Signed by another key than the one asked for.
    #[error("the checkpoint is not signed by `{wanted}`; ask whose key signed it before believing it")]
    OtherKey {
        /// The key the caller trusts, as it is written.
        wanted: String,
    },
    /// The signature does not fit the text.
    #[error("the signature of `{0}` does not fit the checkpoint's text; one of them was changed")]
    Signature(String),
}

impl Checkpoint {
    /// The text that is signed, its last newline included.
    ///
    /// # Errors
    /// An office's code or a time the format does not allow.
    pub fn text(&self) -> Result<String, FormatError> {
        office_code(&self.office)?;
        instant(&self.at)?;
        let Checkpoint { office, size, root, head, at } = self;
        let root = STANDARD.encode(root.0);
        Ok(format!("roznamcha/{office}\n{size}\n{root}\nhead {head}\nat {at}\n"))
    }

    /// The whole note: text, empty line, signature line. Ed25519 is deterministic, so the same statement
    /// gives the same note.
    ///
    /// # Errors
    /// A value or a key name the format does not allow.
    pub fn sign(&self, key: &SigningKey, key_name: &str) -> Result<String, CheckpointError> {
        Signer::new(key_name, key.clone())?.sign(self)
    }
}

impl Signer {
    /// Signs a checkpoint, as [`Checkpoint::sign`] does.
    ///
    /// # Errors
    /// A value the format does not allow.
    pub fn sign(&self, checkpoint: &Checkpoint) -> Result<String, CheckpointError> {
        let text = checkpoint.text()?;
        let mut signature = self.verifier().id().to_vec();
        signature.extend_from_slice(&self.key.sign(text.as_bytes()).to_bytes());
        Ok(format!("{text}\n— {} {}\n", self.verifier().name(), STANDARD.encode(signature)))
    }
}

/// Reads a note and verifies that `key` signed it.
///
/// # Errors
/// [`CheckpointError`]; whatever the note, this does not panic.
pub fn parse_and_verify(note: &str, key: &VerifierKey) -> Result<Checkpoint, CheckpointError> {
    let (lines, signature) = note.split_once("\n\n").ok_or(CheckpointError::Form)?;
    let checkpoint = parse_lines(lines).ok_or(CheckpointError::Form)?;
    let text = checkpoint.text()?;
    if text.strip_suffix('\n') != Some(lines) {
        return Err(CheckpointError::Form);
    }
    let (name, signature) = signature
        .strip_prefix("— ")
        .and_then(|s| s.strip_suffix('\n'))
        .and_then(|s| s.split_once(' '))
        .ok_or(CheckpointError::Form)?;
    let bytes: [u8; 68] = STANDARD
        .decode(signature)
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(CheckpointError::Form)?;
    let (id, signature) = bytes.split_first_chunk::<4>().ok_or(CheckpointError::Form)?;
    if name != key.name() || *id != key.id() {
        return Err(CheckpointError::OtherKey { wanted: key.to_string() });
    }
    let wrong = |_| CheckpointError::Signature(name.to_owned());
    let signature = ed25519_dalek::Signature::from_slice(signature).map_err(wrong)?;
    key.key().verify_strict(text.as_bytes(), &signature).map_err(wrong)?;
    Ok(checkpoint)
}

/// The five lines, loosely: that they are written as they must be is checked by writing them again.
fn parse_lines(text: &str) -> Option<Checkpoint> {
    let mut lines = text.split('\n');
    let checkpoint = Checkpoint {
        office: lines.next()?.strip_prefix("roznamcha/")?.to_owned(),
        size: lines.next()?.parse().ok()?,
        root: Hash(STANDARD.decode(lines.next()?).ok()?.try_into().ok()?),
        head: lines.next()?.strip_prefix("head ")?.parse().ok()?,
        at: lines.next()?.strip_prefix("at ")?.to_owned(),
    };
    lines.next().is_none().then_some(checkpoint)
}
