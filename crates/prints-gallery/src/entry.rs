//! One person's prints, and their written form.

use std::fmt;

use roznamcha_prints::{Template, TemplateError};

use crate::error::GalleryError;

/// A person, by the number the caller gave, e.g. the bytes of a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub [u8; 16]);

impl From<u128> for PersonId {
    fn from(number: u128) -> Self {
        Self(number.to_be_bytes())
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Which finger: 1 the right thumb to 5 the right little finger, 6 the left thumb to 10, as ANSI/NIST-ITL has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u8);

/// Fingers of a person.
pub(crate) const FINGERS: usize = 10;

impl Position {
    /// A finger by its number.
    ///
    /// # Errors
    /// [`GalleryError::Position`] for another number than 1 to 10.
    pub const fn new(number: u8) -> Result<Self, GalleryError> {
        match number {
            1..=10 => Ok(Self(number)),
            _ => Err(GalleryError::Position(number)),
        }
    }

    /// Its number, 1 to 10.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its place among ten, from 0.
    pub(crate) const fn place(self) -> usize {
        self.0 as usize - 1
    }
}

/// One person's prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Whose.
    pub person: PersonId,
    /// Up to ten, each of another finger.
    pub prints: Vec<(Position, Template)>,
}

impl Entry {
    /// The written form: the number of prints, then for each the finger, the length (16 bits) and the template.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, GalleryError> {
        if self.prints.is_empty() {
            return Err(GalleryError::Empty(self.person));
        }
        let mut seen = [false; FINGERS];
        let mut bytes = vec![self.prints.len() as u8];
        for (position, template) in &self.prints {
            let first = seen.get_mut(position.place()).is_some_and(|seen| !std::mem::replace(seen, true));
            if !first {
                return Err(GalleryError::Twice(self.person, position.number()));
            }
            let written = template.to_bytes().map_err(|error| GalleryError::Template(self.person, error))?;
            bytes.push(position.number());
            bytes.extend_from_slice(&(written.len() as u16).to_be_bytes());
            bytes.extend_from_slice(&written);
        }
        Ok(bytes)
    }
}

/// The templates in an entry's written form, not yet read.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(Position, &[u8])> {
    let Some((count, mut rest)) = bytes.split_first() else { return Vec::new() };
    let mut out = Vec::with_capacity(usize::from(*count));
    for _ in 0..*count {
        let Some(([number, high, low], body)) = rest.split_first_chunk::<3>() else { break };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let (Ok(position), Some((template, after))) = (Position::new(*number), body.split_at_checked(length))
        else {
            break;
        };
        out.push((position, template));
        rest = after;
    }
    out
}

/// The prints in an entry's written form.
pub(crate) fn prints(bytes: &[u8]) -> Result<Vec<(Position, Template)>, TemplateError> {
    parts(bytes).into_iter().map(|(position, bytes)| Ok((position, Template::from_bytes(bytes)?))).collect()
}
