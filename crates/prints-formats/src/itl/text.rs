//! A record of tagged fields.

use std::str::FromStr;

use super::{FIELD_END, ITEM_END, ItlError, RECORD_END, SUBFIELD_END};

/// The field with the number of the record within its transaction.
pub(crate) const NUMBER: u16 = 2;
/// The field with the image; only it may hold separators.
pub(crate) const DATA: u16 = 999;
// The fields that photographs and prints of any resolution have alike.
pub(crate) const SOURCE: u16 = 4;
pub(crate) const DATE: u16 = 5;
pub(crate) const WIDTH: u16 = 6;
pub(crate) const HEIGHT: u16 = 7;
pub(crate) const UNIT: u16 = 8;
pub(crate) const ACROSS: u16 = 9;
pub(crate) const DOWN: u16 = 10;
pub(crate) const COMPRESSION: u16 = 11;

/// A record of tagged fields, without the one of its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The type of record.
    pub kind: u8,
    /// Digits of the number in the tag of the length: 3, and 2 in old files.
    pub digits: u8,
    /// Its fields in their order.
    pub fields: Vec<Field>,
}

/// A tagged field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its number.
    pub number: u16,
    /// Digits of the number in its tag.
    pub digits: u8,
    /// What it says, with the separators within it.
    pub value: Vec<u8>,
}

impl Text {
    /// A record without fields.
    #[must_use]
    pub const fn new(kind: u8) -> Self {
        Self { kind, digits: 3, fields: Vec::new() }
    }

    /// What a field says; `None` where the record has none of this number.
    #[must_use]
    pub fn field(&self, number: u16) -> Option<&[u8]> {
        self.fields.iter().find(|field| field.number == number).map(|field| field.value.as_slice())
    }

    /// Sets a field, in its place if it is there, else at the end.
    pub fn set(&mut self, number: u16, value: impl Into<Vec<u8>>) {
        let value = value.into();
        match self.fields.iter_mut().find(|field| field.number == number) {
            Some(field) => field.value = value,
            None => self.fields.push(Field { number, digits: 3, value }),
        }
    }

    /// The text of a field.
    ///
    /// # Errors
    /// [`ItlError::Missing`]; [`ItlError::Value`] where it is no text.
    pub fn text(&self, number: u16) -> Result<&str, ItlError> {
        let value = self.field(number).ok_or(ItlError::Missing { kind: self.kind, field: number })?;
        std::str::from_utf8(value).map_err(|_| self.wrong(number))
    }

    /// The number in a field.
    ///
    /// # Errors
    /// [`ItlError::Missing`], [`ItlError::Value`].
    pub fn number<T: FromStr>(&self, number: u16) -> Result<T, ItlError> {
        self.text(number)?.trim().parse().map_err(|_| self.wrong(number))
    }

    /// The subfields of a field, each with its items.
    ///
    /// # Errors
    /// [`ItlError::Missing`], [`ItlError::Value`].
    pub fn items(&self, number: u16) -> Result<Vec<Vec<&str>>, ItlError> {
        let text = self.text(number)?;
        let subfields = text.split(char::from(SUBFIELD_END));
        Ok(subfields.map(|subfield| subfield.split(char::from(ITEM_END)).collect()).collect())
    }

    pub(super) const fn wrong(&self, field: u16) -> ItlError {
        ItlError::Value { kind: self.kind, field }
    }

    /// Fails on a record of another type.
    pub(super) const fn must_be(&self, kind: u8) -> Result<(), ItlError> {
        if self.kind == kind { Ok(()) } else { Err(ItlError::Kind(self.kind)) }
    }

    /// The written record.
    pub(super) fn write(&self) -> Result<Vec<u8>, ItlError> {
        let mut body = Vec::new();
        for field in &self.fields {
            let separates = |byte: &u8| matches!(*byte, FIELD_END | RECORD_END);
            if field.number != DATA && field.value.iter().any(separates) {
                return Err(ItlError::Separator { kind: self.kind, field: field.number });
            }
            body.push(FIELD_END);
            body.extend(tag(self.kind, field.number, field.digits).as_bytes());
            body.extend_from_slice(&field.value);
        }
        body.push(RECORD_END);
        let begin = tag(self.kind, 1, self.digits);
        // the length counts its own digits
        let mut length = begin.len() + body.len() + 1;
        while begin.len() + body.len() + length.to_string().len() > length {
            length += 1;
        }
        let mut bytes = format!("{begin}{length}").into_bytes();
        bytes.extend(body);
        Ok(bytes)
    }
}

fn tag(kind: u8, number: u16, digits: u8) -> String {
    format!("{kind}.{number:0digits$}:", digits = usize::from(digits))
}

/// Subfields and items put together.
pub(super) fn joined<S: AsRef<str>>(subfields: &[Vec<S>]) -> String {
    let mut text = String::new();
    for (place, subfield) in subfields.iter().enumerate() {
        if place > 0 {
            text.push(char::from(SUBFIELD_END));
        }
        for (place, item) in subfield.iter().enumerate() {
            if place > 0 {
                text.push(char::from(ITEM_END));
            }
            text.push_str(item.as_ref());
        }
    }
    text
}
