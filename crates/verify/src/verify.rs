//! The two ways in: a whole export, or proof files alone.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead};

use crate::digest::Digest;
use crate::json::{ReadError, utf8};
use crate::key::Key;
use crate::lines::{Line, Lines};
use crate::merkle::roots_at;
use crate::note::Note;
use crate::options::{Kept, Options};
use crate::proofs::{KnownRoot, check_proofs};
use crate::report::{Checked, Found, KeyFrom, Report, Scope};
use crate::row::{First, Row};
use crate::walk::Walk;
use crate::what::{CheckpointFault, Source, What};

/// Why nothing could be verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The file could not be read.
    #[error("line {line} could not be read: {source}")]
    Io {
        /// From 1.
        line: u64,
        /// Why.
        source: io::Error,
    },
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// A line is longer than [`Options::longest_line`].
    #[error("line {line} is longer than {longest} bytes")]
    LineTooLong {
        /// From 1.
        line: u64,
        /// In bytes.
        longest: usize,
    },
    /// The first line is not that of an export.
    #[error("not the export of a journal: {0} in line 1")]
    NotAJournal(ReadError),
    /// The export is of another format.
    #[error("format `{0}` is not known to this verifier, which knows format 1")]
    Format(u64),
    /// Proof files alone prove nothing without the office's key.
    #[error("proof files without an export need the office's key: give it with --key")]
    KeyNeeded,
    /// Neither an export nor a proof file was given.
    #[error("nothing to verify: give an export, or a proof file with a checkpoint and a key")]
    Nothing,
}

/// Verifies an export, read once from beginning to end. Memory grows by less than 100 bytes for each act
/// and for each series of register entries.
///
/// # Errors
/// [`VerifyError`] when the file is not the export of a journal, or cannot be read to its end.
/// Whatever is wrong within a journal is in the report instead.
pub fn verify(reader: impl BufRead, options: &Options) -> Result<Report, VerifyError> {
    let mut lines = Lines::new(reader, options.longest_line);
    let first_line = lines.next()?.ok_or(VerifyError::Empty)?;
    let mut ended = first_line.ended;
    let first = utf8(first_line.bytes).and_then(First::parse).map_err(VerifyError::NotAJournal)?;
    if first.format != 1 {
        return Err(VerifyError::Format(first.format));
    }
    let mut walk = Walk::new(first.office.clone(), options.most_differences);
    let mut own: Option<(u64, Option<Note>)> = None;
    let mut number = 1;
    while let Some(line) = lines.next()? {
        (number, ended) = (line.number, line.ended);
        if own.is_some() {
            walk.found.in_line(number, None, What::AfterCheckpoint);
        } else {
            own = row(&line, &mut walk).map(|note| (number, note));
        }
    }
    if !ended {
        walk.found.in_line(number, None, What::NoNewline);
    }
    Ok(conclude(options, &first, walk, own))
}

/// Takes one line; what it gives back is the export's own checkpoint, `None` within if it cannot be read.
fn row(line: &Line<'_>, walk: &mut Walk) -> Option<Option<Note>> {
    let at = line.number;
    match utf8(line.bytes).and_then(Row::parse) {
        Ok(Row::Act { header, body }) => walk.act(at, &header, &body),
        Ok(Row::Checkpoint { note }) => match Note::parse(&note) {
            Ok(note) => return Some(Some(note)),
            Err(error) => {
                walk.found.always(Some(at), None, What::Note(error));
                return Some(None);
            }
        },
        Err(error) if Row::is_checkpoint(line.bytes) => {
            walk.found.always(Some(at), None, What::Unreadable(error));
            return Some(None);
        }
        Err(error) => walk.unreadable(at, error),
    }
    None
}

/// What checkpoints are held to.
struct Journal<'a> {
    office: &'a str,
    key: Option<&'a Key>,
    acts: u64,
    leaves: &'a [Digest],
    roots: &'a BTreeMap<u64, Digest>,
}

impl Journal<'_> {
    /// The leaf hash of the last of the first `size` acts.
    fn head(&self, size: u64) -> Option<Digest> {
        match size.checked_sub(1) {
            None => Some(Digest::ZERO),
            Some(index) => usize::try_from(index).ok().and_then(|index| self.leaves.get(index)).copied(),
        }
    }

    fn faults(&self, note: &Note) -> Vec<CheckpointFault> {
        if note.office != self.office {
            return vec![CheckpointFault::OtherOffice { found: note.office.clone() }];
        }
        let size = note.size;
        let mut faults = Vec::new();
        if let Some(Err(error)) = self.key.map(|key| note.check(key)) {
            faults.push(CheckpointFault::Signature(error));
        }
        match (self.roots.get(&size), self.head(size)) {
            (Some(root), Some(head)) => {
                if *root != note.root {
                    faults.push(CheckpointFault::Root { size });
                }
                if head != note.head {
                    faults.push(CheckpointFault::Head { size });
                }
            }
            _ if size > self.acts => faults.push(CheckpointFault::Cut { size, acts: self.acts }),
            _ => faults.push(CheckpointFault::Uncheckable { size }),
        }
        faults
    }
}

fn conclude(options: &Options, first: &First, walk: Walk, own: Option<(u64, Option<Note>)>) -> Report {
    let Walk { mut found, acts, expunged, withheld, leaves, broken, .. } = walk;
    let export_key = Key::parse(&first.key);
    match (&export_key, &options.key) {
        (Err(error), _) => found.always(Some(1), None, What::Key(*error)),
        (Ok(export), Some(given)) if export.text() != given.text() => {
            found.always(Some(1), None, What::OtherKey { found: export.text().to_owned() });
        }
        _ => {}
    }
    let own = own.and_then(|(line, note)| Some((line, note?)));
    let notes = own.iter().map(|(line, note)| (Some(*line), Source::Export, note)).chain(kept(options));
    let notes: Vec<_> = notes.collect();

    let count = u64::try_from(leaves.len()).unwrap_or(u64::MAX);
    let mut sizes: BTreeSet<u64> = notes.iter().map(|(_, _, note)| note.size).collect();
    sizes.extend(options.proofs.iter().flat_map(|file| file.proof.sizes()));
    sizes.insert(count);
    let roots = roots_at(&leaves, &sizes);
    let key = options.key.as_ref().or(export_key.as_ref().ok());
    let journal = Journal { office: &first.office, key, acts, leaves: &leaves, roots: &roots };

    let mut known: Vec<KnownRoot> = Vec::new();
    for (size, root) in &roots {
        known.push(KnownRoot { office: first.office.clone(), size: *size, root: *root, signed: false });
    }
    let mut checkpoints = Vec::new();
    for (line, source, note) in notes {
        let faults = journal.faults(note);
        let good = faults.is_empty() && key.is_some();
        for fault in faults {
            found.always(line, None, What::Checkpoint { source: source.clone(), fault });
        }
        known.extend(signed_root(note, key));
        checkpoints.push(Checked { source, size: note.size, at: note.at.clone(), good });
    }
    let proofs = check_proofs(&options.proofs, &known, &mut found);
    let whole = !broken;
    Report {
        scope: Scope::Journal,
        office: first.office.clone(),
        acts,
        expunged,
        withheld,
        differences: found.list,
        beyond: found.beyond,
        root: roots.get(&count).copied().filter(|_| whole),
        head: journal.head(count).filter(|_| whole),
        key_from: if options.key.is_some() { KeyFrom::Outsider } else { KeyFrom::Export },
        checkpoints,
        proofs,
    }
}

fn kept(options: &Options) -> impl Iterator<Item = (Option<u64>, Source, &Note)> {
    options.checkpoints.iter().map(|Kept { name, note }| (None, Source::Kept(name.clone()), note))
}

fn signed_root(note: &Note, key: Option<&Key>) -> Option<KnownRoot> {
    key.filter(|key| note.check(key).is_ok())?;
    Some(KnownRoot { office: note.office.clone(), size: note.size, root: note.root, signed: true })
}

/// Verifies proof files against kept checkpoints, without an export: for whoever holds one act and one
/// checkpoint, and neither wants nor may have the journal.
///
/// # Errors
/// [`VerifyError::Nothing`] without a proof file, [`VerifyError::KeyNeeded`] without a key.
pub fn verify_proofs(options: &Options) -> Result<Report, VerifyError> {
    let first = options.proofs.first().ok_or(VerifyError::Nothing)?;
    let key = options.key.as_ref().ok_or(VerifyError::KeyNeeded)?;
    let mut found = Found::new(options.most_differences);
    let (mut known, mut checkpoints) = (Vec::new(), Vec::new());
    for (line, source, note) in kept(options) {
        let signature = note.check(key);
        if let Err(error) = signature {
            let fault = CheckpointFault::Signature(error);
            found.always(line, None, What::Checkpoint { source: source.clone(), fault });
        }
        known.extend(signed_root(note, Some(key)));
        checkpoints.push(Checked { source, size: note.size, at: note.at.clone(), good: signature.is_ok() });
    }
    let proofs = check_proofs(&options.proofs, &known, &mut found);
    Ok(Report {
        scope: Scope::Proofs,
        office: first.proof.office().to_owned(),
        acts: 0,
        expunged: 0,
        withheld: 0,
        differences: found.list,
        beyond: found.beyond,
        root: None,
        head: None,
        key_from: KeyFrom::Outsider,
        checkpoints,
        proofs,
    })
}
