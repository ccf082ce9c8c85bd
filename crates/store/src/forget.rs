//! A dump read without the content of acts that were destroyed since it was written. What was destroyed never reaches
//! the new store, and the lines that do are whole again: counted and hashed anew.

use roznamcha_acts::Body;
use roznamcha_journal::{Hash, Header};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{self, BufRead, Read};
use std::sync::{Arc, Mutex, PoisonError};

use crate::StoreError;
use crate::dump::{Line, Lines, Reading};

/// Says of an act, by its header, whether its content was destroyed.
pub type WasDestroyed = Box<dyn Fn(&Header) -> bool + Send>;

/// What was left out of a dump.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Acts whose content was left out.
    pub acts: Vec<String>,
    /// Hashes of the files that these named.
    pub files: BTreeSet<String>,
    /// Hash over all the lines as they were handed on, the last one too; there once they were read to their end.
    pub lines: Option<Hash>,
}

/// What was left out so far, to be asked when the reading has ended.
pub type Told = Arc<Mutex<LeftOut>>;

/// The lines of a dump without the content of what was destroyed.
pub struct Forgetting {
    reading: Reading<Box<dyn BufRead + Send>>,
    lines: Option<Lines<Vec<u8>>>,
    destroyed: WasDestroyed,
    told: Told,
    sha: Sha256,
    ready: Vec<u8>,
    at: usize,
}

impl Forgetting {
    /// Begins to read a dump; what was left out is told in the second.
    ///
    /// # Errors
    /// [`StoreError`] for what is no dump.
    pub fn new(from: Box<dyn BufRead + Send>, destroyed: WasDestroyed) -> Result<(Self, Told), StoreError> {
        let told = Told::default();
        let mut all = Self {
            reading: Reading::new(from)?,
            lines: None,
            destroyed,
            told: told.clone(),
            sha: Sha256::new(),
            ready: Vec::new(),
            at: 0,
        };
        let mut lines = Lines::new(Vec::new())?;
        all.hand_on(lines.drain());
        all.lines = Some(lines);
        Ok((all, told))
    }

    fn hand_on(&mut self, bytes: Vec<u8>) {
        self.sha.update(&bytes);
        self.ready = bytes;
        self.at = 0;
    }

    /// The next line, without what was destroyed.
    fn next(&mut self) -> Result<(), StoreError> {
        let Some(mut lines) = self.lines.take() else { return Ok(()) };
        match self.reading.next()? {
            Some(mut line) => {
                self.forget(&mut line);
                lines.put(&line)?;
                let bytes = lines.drain();
                self.lines = Some(lines);
                self.hand_on(bytes);
            }
            None => {
                let bytes = lines.close()?;
                self.hand_on(bytes);
                let all = Hash(self.sha.clone().finalize().into());
                self.told.lock().unwrap_or_else(PoisonError::into_inner).lines = Some(all);
            }
        }
        Ok(())
    }

    fn forget(&self, line: &mut Line) {
        let Line::Act { header, salt, content, .. } = line else { return };
        let Some(words) = content.as_deref() else { return };
        let Ok(read) = Header::parse(header.as_bytes()) else { return };
        if !(self.destroyed)(&read) {
            return;
        }
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(body) = serde_json::from_str::<Body>(words) {
            told.files.extend(body.files());
        }
        told.acts.push(read.act);
        (*salt, *content) = (None, None);
    }
}

impl Read for Forgetting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Forgetting {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at >= self.ready.len() {
            (self.ready, self.at) = (Vec::new(), 0);
            self.next().map_err(io::Error::other)?;
        }
        Ok(self.ready.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, read: usize) {
        self.at += read;
    }
}
