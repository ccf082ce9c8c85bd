//! The lines of a dump: everything kept, one JSON object to a line, in one order on both databases. The first line
//! says what it is, the last how many there are and their hash, so that a torn copy is not taken for a whole one.

use roznamcha_journal::{Hash, Salt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{BufRead, Write};

use crate::cell::damaged;
use crate::fsck::KeptAct;
use crate::{Account, Attempt, AuditRow, Draft, Session, StoreError, StoredFile, Upload};

/// The version of the lines.
const VERSION: u32 = 1;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Line {
    /// The first.
    Roznamcha {
        dump: u32,
    },
    /// An act; content and salt are gone together.
    Act {
        office: String,
        header: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        salt: Option<Salt>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content: Option<String>,
    },
    Checkpoint {
        office: String,
        size: u64,
        note: String,
    },
    Account(Account),
    Session(Session),
    Attempt {
        id: String,
        attempt: Attempt,
    },
    Audit(Box<AuditRow>),
    Draft(Draft),
    Mark {
        name: String,
        value: String,
    },
    File(Box<StoredFile>),
    Upload(Box<Upload>),
    /// The last: how many lines before it, and SHA-256 over them.
    End {
        lines: u64,
        sha256: Hash,
    },
}

impl Line {
    /// The line of an act.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for bytes that are no text: those were not written here.
    pub fn act(office: &str, kept: KeptAct) -> Result<Self, StoreError> {
        let text = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .map_err(|_| damaged(format!("act {} of `{office}` is not text; run fsck", kept.seq)))
        };
        Ok(Self::Act {
            office: office.to_owned(),
            header: text(kept.written.header)?,
            salt: kept.written.salt,
            content: kept.written.content.map(text).transpose()?,
        })
    }
}

/// Takes lines: writes them out, or only hashes them.
pub(crate) struct Lines<W: Write> {
    to: W,
    sha: Sha256,
    count: u64,
}

impl<W: Write> Lines<W> {
    /// Begins with the first line.
    pub fn new(to: W) -> Result<Self, StoreError> {
        let mut lines = Self { to, sha: Sha256::new(), count: 0 };
        lines.put(&Line::Roznamcha { dump: VERSION })?;
        Ok(lines)
    }

    /// The next line.
    pub fn put<T: Serialize>(&mut self, line: &T) -> Result<(), StoreError> {
        let mut text = serde_json::to_vec(line).map_err(|e| damaged(e.to_string()))?;
        text.push(b'\n');
        self.sha.update(&text);
        self.count += 1;
        self.to.write_all(&text).map_err(|e| output(&e))
    }

    /// Writes the last line. Gives the number of lines before it and their hash.
    pub fn end(mut self) -> Result<(u64, Hash), StoreError> {
        let (lines, sha256) = (self.count, Hash(self.sha.clone().finalize().into()));
        self.put(&Line::End { lines, sha256 })?;
        self.to.flush().map_err(|e| output(&e))?;
        Ok((lines, sha256))
    }
}

impl Lines<Vec<u8>> {
    /// The bytes of the lines since the last drain.
    pub fn drain(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.to)
    }

    /// The bytes of the last line.
    pub fn close(mut self) -> Result<Vec<u8>, StoreError> {
        let (lines, sha256) = (self.count, Hash(self.sha.clone().finalize().into()));
        self.put(&Line::End { lines, sha256 })?;
        Ok(self.to)
    }
}

fn output(error: &std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::Full,
        _ => StoreError::Unavailable(format!("the dump cannot be written: {error}")),
    }
}

/// Reads lines, and believes the end of them only with its count and hash.
pub(crate) struct Reading<R: BufRead> {
    from: R,
    sha: Sha256,
    count: u64,
    ended: bool,
}

impl<R: BufRead> Reading<R> {
    /// Reads the first line.
    pub fn new(from: R) -> Result<Self, StoreError> {
        let mut reading = Self { from, sha: Sha256::new(), count: 0, ended: false };
        match reading.next()? {
            Some(Line::Roznamcha { dump: VERSION }) => Ok(reading),
            Some(Line::Roznamcha { dump }) => {
                Err(StoreError::Misused(format!("the dump is of version {dump}; this build reads {VERSION}")))
            }
            _ => Err(StoreError::Misused("this is not a dump".to_owned())),
        }
    }

    /// The next line; `None` after the last, when count and hash agree.
    pub fn next(&mut self) -> Result<Option<Line>, StoreError> {
        let mut text = String::new();
        let number = self.count + 1;
        let wrong = |what: &str| damaged(format!("line {number} of the dump: {what}"));
        let read = self.from.read_line(&mut text).map_err(|e| wrong(&e.to_string()))?;
        if read == 0 {
            return if self.ended { Ok(None) } else { Err(wrong("the dump is cut off here")) };
        }
        if self.ended {
            return Err(wrong("something follows after the end"));
        }
        let line: Line = serde_json::from_str(text.trim_end()).map_err(|e| wrong(&e.to_string()))?;
        if let Line::End { lines, sha256 } = &line {
            let found = Hash(self.sha.clone().finalize().into());
            if *lines != self.count || *sha256 != found {
                return Err(wrong("count or hash do not fit the lines before; the dump was changed"));
            }
            self.ended = true;
            return self.next();
        }
        self.sha.update(&text);
        self.count += 1;
        Ok(Some(line))
    }

    /// How many lines were read.
    pub fn count(&self) -> u64 {
        self.count
    }
}
