//! The outsider's verifier: shares nothing with the writer but the written format.
//!
//! Written from `docs/journal-format.md` alone, so that an auditor, a court or a newspaper can hold an office
//! to its journal without trusting (or running) any of the software that wrote it. [`verify`] reads an export
//! once, line by line; [`verify_proofs`] checks proof files against kept checkpoints when there is no export.

mod digest;
mod entry;
mod flags;
mod header;
mod json;
mod key;
mod lines;
mod merkle;
mod note;
mod options;
mod proofs;
mod report;
mod row;
mod time;
mod verify;
mod walk;
mod what;
mod words;

pub use digest::Digest;
pub use json::ReadError;
pub use key::{Key, KeyError};
pub use merkle::{consistency_holds, inclusion_holds};
pub use note::{Note, NoteError, SignatureError};
pub use options::{Kept, Options, Proof, ProofFile};
pub use report::{Checked, Difference, KeyFrom, ProofChecked, Report, Scope};
pub use verify::{VerifyError, verify, verify_proofs};
pub use what::{CheckpointFault, ProofFault, Source, What};
pub use words::Lang;
