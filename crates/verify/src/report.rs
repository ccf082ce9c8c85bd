//! What a verification found.

use crate::digest::Digest;
use crate::what::{Source, What};

/// The outcome of a verification.
#[derive(Debug, Clone)]
pub struct Report {
    /// Whether an export was read or only proof files.
    pub scope: Scope,
    /// The office.
    pub office: String,
    /// Acts in the export, unreadable lines in an act's place included.
    pub acts: u64,
    /// Acts whose content was expunged.
    pub expunged: u64,
    /// Acts whose content this reader may not have.
    pub withheld: u64,
    /// The differences found in lines, up to [`Options::most_differences`](crate::Options), then those of the
    /// key, of checkpoints and of proofs, all.
    pub differences: Vec<Difference>,
    /// How many more differences were found in lines than are listed.
    pub beyond: u64,
    /// The root of the tree of all acts; `None` when a line could not be read, or no export was given.
    pub root: Option<Digest>,
    /// The leaf hash of the last act, zeros when there is none; `None` as for `root`.
    pub head: Option<Digest>,
    /// Where the key came from that signatures were checked with.
    pub key_from: KeyFrom,
    /// Every checkpoint looked at, the export's own first.
    pub checkpoints: Vec<Checked>,
    /// Every proof looked at.
    pub proofs: Vec<ProofChecked>,
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// An export.
    Journal,
    /// Proof files and checkpoints only.
    Proofs,
}

/// Where the key came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFrom {
    /// The outsider gave it.
    Outsider,
    /// The export itself, which proves nothing about who signed.
    Export,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The act's number: its own where it can be read, else the number it should have.
    pub seq: Option<u64>,
    /// The line of the export, from 1; none for kept checkpoints and proof files.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: What,
}

/// A checkpoint that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Whose.
    pub source: Source,
    /// How many acts it is over.
    pub size: u64,
    /// When it was signed, RFC 3339.
    pub at: String,
    /// Whether its signature is good and it agrees with the journal (where there is an export).
    pub good: bool,
}

/// A proof that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofChecked {
    /// The name the outsider gave it.
    pub name: String,
    /// The act it is about; none for a consistency proof.
    pub seq: Option<u64>,
    /// The size it leads to.
    pub size: u64,
    /// Whether it proves what it says.
    pub good: bool,
    /// Whether every root it was held to is under a good signature; else it proves only that it fits this export.
    pub signed: bool,
}

impl Report {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.difference_count() == 0
    }

    /// All differences, those beyond the list included.
    #[must_use]
    pub fn difference_count(&self) -> u64 {
        self.beyond.saturating_add(u64::try_from(self.differences.len()).unwrap_or(u64::MAX))
    }

    /// How many acts, from the first, are under a good checkpoint. Later acts can still be changed unseen.
    #[must_use]
    pub fn signed_acts(&self) -> u64 {
        self.checkpoints.iter().filter(|checked| checked.good).map(|checked| checked.size).max().unwrap_or(0)
    }
}

/// Differences as they are found: those of lines are listed up to a limit, then counted.
pub(crate) struct Found {
    most: usize,
    pub(crate) list: Vec<Difference>,
    pub(crate) beyond: u64,
}

impl Found {
    pub(crate) fn new(most: usize) -> Self {
        Found { most, list: Vec::new(), beyond: 0 }
    }

    pub(crate) fn in_line(&mut self, line: u64, seq: Option<u64>, what: What) {
        if self.list.len() < self.most {
            self.list.push(Difference { seq, line: Some(line), what });
        } else {
            self.beyond = self.beyond.saturating_add(1);
        }
    }

    /// For the few differences that matter most and come last: a flood of lines must not hide them.
    pub(crate) fn always(&mut self, line: Option<u64>, seq: Option<u64>, what: What) {
        self.list.push(Difference { seq, line, what });
    }
}
