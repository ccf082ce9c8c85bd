//! The ledger of what was destroyed: one hash a line for every act whose content was taken out, enrolments and all that
//! went with them, in a file beside the node's key. A backup taken before the destruction still holds what was
//! destroyed; `restore` asks the ledger and leaves it out. A hash tells nothing: it is of a random number.

use roznamcha_journal::Hash;
use roznamcha_store::destroyed_hash;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The file in the data folder.
pub const DESTROYED_FILE: &str = "destroyed.ledger";

/// Why the ledger does not open.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file.
    #[error("the ledger of destroyed enrolments `{path}`: {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// A line that is none.
    #[error("line {line} of `{path}` is no hash: restore the ledger from its safe copy")]
    Broken {
        /// Which.
        path: String,
        /// Where.
        line: usize,
    },
}

/// Hashes of acts whose content was destroyed.
#[derive(Clone, Debug)]
pub struct Destroyed {
    path: PathBuf,
    known: BTreeSet<String>,
}

impl Destroyed {
    /// Reads the ledger in a data folder; where there is none yet, nothing was destroyed.
    ///
    /// # Errors
    /// [`LedgerError`].
    pub fn open(data: &Path) -> Result<Self, LedgerError> {
        let path = data.join(DESTROYED_FILE);
        let name = || path.display().to_string();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(LedgerError::File { path: name(), source }),
        };
        let mut known = BTreeSet::new();
        for (number, line) in text.lines().enumerate() {
            if line.parse::<Hash>().is_err() {
                return Err(LedgerError::Broken { path: name(), line: number + 1 });
            }
            known.insert(line.to_owned());
        }
        Ok(Self { path, known })
    }

    /// Whether the content of an act was destroyed.
    #[must_use]
    pub fn has(&self, act: &str) -> bool {
        self.known.contains(&destroyed_hash(act))
    }

    /// The hashes.
    pub fn hashes(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// How many were destroyed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// Notes destroyed acts by their hashes, durably. Gives how many were new.
    ///
    /// # Errors
    /// [`LedgerError::File`].
    pub fn add(&mut self, hashes: impl IntoIterator<Item = String>) -> Result<usize, LedgerError> {
        let before = self.known.len();
        self.known.extend(hashes);
        let new = self.known.len() - before;
        if new > 0 {
            let path = || self.path.display().to_string();
            self.write().map_err(|source| LedgerError::File { path: path(), source })?;
        }
        Ok(new)
    }

    /// Written beside and put in its place, so that a cut leaves the old one or the new one.
    fn write(&self) -> io::Result<()> {
        let part = self.path.with_added_extension("part");
        let mut how = OpenOptions::new();
        how.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
        let mut file = how.open(&part)?;
        let text = self.known.iter().fold(String::new(), |text, hash| text + hash + "\n");
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&part, &self.path)?;
        let folder = self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    }
}
