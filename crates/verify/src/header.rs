//! The public header of an act, read strictly: a header of any other shape is a difference.

use std::borrow::Cow;

use crate::digest::{Digest, hex_digit};
use crate::entry::Entry;
use crate::json::{Cursor, ReadError};
use crate::time::Moment;

/// What a verifier needs of a header; the rest is read and let go.
pub(crate) struct Header<'a> {
    pub(crate) office: Cow<'a, str>,
    pub(crate) seq: u64,
    pub(crate) act: Cow<'a, str>,
    /// The act's id as a number, a third of the memory of its text.
    pub(crate) act_id: u128,
    pub(crate) happened: Moment,
    pub(crate) informed: Option<Moment>,
    pub(crate) stated: Moment,
    pub(crate) written: Moment,
    pub(crate) entries: Vec<Entry>,
    pub(crate) flags: Vec<Cow<'a, str>>,
    pub(crate) content: Digest,
    pub(crate) prev: Digest,
}

impl<'a> Header<'a> {
    pub(crate) fn parse(text: &'a str) -> Result<Header<'a>, ReadError> {
        let mut at = Cursor::new(text);
        at.literal("{\"v\":1")?;
        let office = at.string_after(",\"office\":")?;
        let seq = at.number_after(",\"seq\":")?;
        let act = at.string_after(",\"act\":")?;
        let kind = at.string_after(",\"kind\":")?;
        let kind_version = at.number_after(",\"kv\":")?;
        let officer = at.string_after(",\"officer\":")?;
        at.string_after(",\"rank\":")?;
        let happened = moment("happened", &at.string_after(",\"happened\":")?)?;
        let informed = match at.take(",\"informed\":null") {
            true => None,
            false => Some(moment("informed", &at.string_after(",\"informed\":")?)?),
        };
        let stated = moment("stated", &at.string_after(",\"stated\":")?)?;
        let written = moment("written", &at.string_after(",\"written\":")?)?;
        at.strings_after(",\"basis\":")?;
        let entries = entries(&at.strings_after(",\"entries\":")?)?;
        let flags = at.strings_after(",\"flags\":")?;
        let content = digest("content", &at.string_after(",\"content\":")?)?;
        let prev = digest("prev", &at.string_after(",\"prev\":")?)?;
        at.literal("}")?;
        at.end()?;

        check(is_code(&office), "office", "a code without white space")?;
        check(!kind.is_empty(), "kind", "a kind of act")?;
        check(kind_version >= 1, "kv", "a version from 1")?;
        check(!officer.is_empty(), "officer", "an officer's code")?;
        let act_id = uuid(&act).ok_or(ReadError::Value { field: "act", wanted: "a UUID in lower case" })?;
        Ok(Header {
            office,
            seq,
            act,
            act_id,
            happened,
            informed,
            stated,
            written,
            entries,
            flags,
            content,
            prev,
        })
    }
}

/// Whether the text can be an office's code.
pub(crate) fn is_code(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

pub(crate) fn check(holds: bool, field: &'static str, wanted: &'static str) -> Result<(), ReadError> {
    if holds { Ok(()) } else { Err(ReadError::Value { field, wanted }) }
}

pub(crate) fn digest(field: &'static str, text: &str) -> Result<Digest, ReadError> {
    Digest::from_hex(text).ok_or(ReadError::Value { field, wanted: "64 lower-case hexadecimal digits" })
}

fn moment(field: &'static str, text: &str) -> Result<Moment, ReadError> {
    Moment::parse(text).ok_or(ReadError::Value { field, wanted: "an RFC 3339 time with an offset" })
}

fn entries(texts: &[Cow<'_, str>]) -> Result<Vec<Entry>, ReadError> {
    let wanted = "a list of register/part/period/serial";
    let parsed: Option<Vec<Entry>> = texts.iter().map(|text| Entry::parse(text)).collect();
    parsed.ok_or(ReadError::Value { field: "entries", wanted })
}

fn uuid(text: &str) -> Option<u128> {
    let mut id = 0_u128;
    for (place, byte) in text.bytes().enumerate() {
        match (place, byte) {
            (8 | 13 | 18 | 23, b'-') => {}
            (8 | 13 | 18 | 23, _) => return None,
            _ => id = id << 4 | u128::from(hex_digit(byte)?),
        }
    }
    (text.len() == 36).then_some(id)
}
