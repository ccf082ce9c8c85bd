//! The header: the public line of an act, which is hashed and never removed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{EntryRef, Flag, FormatError, Hash, flags::flags_of, strict, time::instant};

/// A header, its fields in the order they are written. See the table in `docs/journal-format.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The format, 1.
    pub v: u8,
    /// The code of the office whose journal this is.
    pub office: String,
    /// The act's number in this journal, from 1.
    pub seq: u64,
    /// The act's id: a UUID made by the client, which makes the act safe to send again.
    pub act: String,
    /// What kind of act, e.g. `fir.register`.
    pub kind: String,
    /// Version of that kind's content, from 1.
    pub kv: u32,
    /// The code of the officer who performed the act.
    pub officer: String,
    /// That officer's rank then.
    pub rank: String,
    /// When it happened.
    pub happened: String,
    /// When information of it reached the office.
    pub informed: Option<String>,
    /// The hour of entry the officer states.
    pub stated: String,
    /// The office's clock when the act was written.
    pub written: String,
    /// Citation codes: the legal basis.
    pub basis: Vec<String>,
    /// The register entries the act makes.
    pub entries: Vec<EntryRef>,
    /// The flags that stand, in the order of the table.
    pub flags: Vec<Flag>,
    /// The commitment to the content.
    pub content: Hash,
    /// The leaf hash of the act before, [`Hash::ZERO`] for the first.
    pub prev: Hash,
}

impl Header {
    /// The bytes that are hashed.
    ///
    /// # Errors
    /// Any field the format does not allow; [`Header::parse`] of the result never fails.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatError> {
        self.validate()?;
        strict::write(self).map(String::into_bytes)
    }

    /// Reads a header, refusing anything that [`Header::to_bytes`] would not have written.
    ///
    /// # Errors
    /// What is wrong with the bytes; whatever they are, this does not panic.
    pub fn parse(bytes: &[u8]) -> Result<Header, FormatError> {
        let header: Header = strict::read(bytes)?;
        header.validate()?;
        Ok(header)
    }

    /// The flags this header's times call for, the act before having been written at `written_before`.
    ///
    /// # Errors
    /// [`FormatError::Time`] for a time that is not one.
    pub fn flags_due(&self, written_before: Option<Timestamp>) -> Result<Vec<Flag>, FormatError> {
        let informed = self.informed.as_deref().map(instant).transpose()?;
        Ok(flags_of(
            instant(&self.happened)?,
            informed,
            instant(&self.stated)?,
            instant(&self.written)?,
            written_before,
        ))
    }

    fn validate(&self) -> Result<(), FormatError> {
        if self.v != 1 {
            return Err(FormatError::Version(self.v.into()));
        }
        office_code(&self.office)?;
        for (name, value) in [("kind", &self.kind), ("officer", &self.officer), ("rank", &self.rank)] {
            if value.is_empty() {
                return Err(FormatError::Empty(name));
            }
        }
        if self.basis.iter().any(String::is_empty) {
            return Err(FormatError::Empty("basis"));
        }
        if self.seq == 0 {
            return Err(FormatError::Zero("seq"));
        }
        if self.kv == 0 {
            return Err(FormatError::Zero("kv"));
        }
        if !is_act_id(&self.act) {
            return Err(FormatError::ActId(self.act.clone()));
        }
        for text in [&self.happened, &self.stated, &self.written].into_iter().chain(&self.informed) {
            instant(text)?;
        }
        self.entries.iter().try_for_each(EntryRef::validate)?;
        if self.flags.is_sorted_by(|a, b| a < b) { Ok(()) } else { Err(FormatError::FlagOrder) }
    }
}

/// An office's code also stands in a checkpoint's first line, so it holds no white space.
pub(crate) fn office_code(office: &str) -> Result<(), FormatError> {
    if office.is_empty() {
        return Err(FormatError::Empty("office"));
    }
    if office.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(FormatError::Space("office"));
    }
    Ok(())
}

/// One written form of a UUID only, so that equal ids are equal bytes.
fn is_act_id(text: &str) -> bool {
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.len() == 36
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if [8, 13, 18, 23].contains(&i) { b == b'-' } else { hex(b) })
}
