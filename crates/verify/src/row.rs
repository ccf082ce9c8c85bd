//! The lines of an export.

use std::borrow::Cow;

use crate::digest::hex_bytes;
use crate::header::{check, is_code};
use crate::json::{Cursor, ReadError};

/// The first line, but for its format.
pub(crate) struct First {
    pub(crate) format: u64,
    pub(crate) office: String,
    pub(crate) key: String,
}

impl First {
    pub(crate) fn parse(text: &str) -> Result<First, ReadError> {
        let mut at = Cursor::new(text);
        let format = at.number_after("{\"t\":\"journal\",\"format\":")?;
        let office = at.string_after(",\"office\":")?.into_owned();
        let key = at.string_after(",\"key\":")?.into_owned();
        at.literal("}")?;
        at.end()?;
        check(is_code(&office), "office", "a code without white space")?;
        Ok(First { format, office, key })
    }
}

/// What an export gives of an act's content.
pub(crate) enum Body<'a> {
    Given { salt: [u8; 32], content: Cow<'a, str> },
    Expunged,
    Withheld,
}

/// Any line but the first.
pub(crate) enum Row<'a> {
    Act { header: Cow<'a, str>, body: Body<'a> },
    Checkpoint { note: Cow<'a, str> },
}

const CHECKPOINT: &str = "{\"t\":\"checkpoint\"";

impl<'a> Row<'a> {
    /// Whether a line, readable or not, means to be a checkpoint; any other line stands in the place of an act.
    pub(crate) fn is_checkpoint(line: &[u8]) -> bool {
        line.starts_with(CHECKPOINT.as_bytes())
    }

    pub(crate) fn parse(text: &'a str) -> Result<Row<'a>, ReadError> {
        let mut at = Cursor::new(text);
        let row = if at.take(CHECKPOINT) {
            Row::Checkpoint { note: at.string_after(",\"note\":")? }
        } else {
            let header = at.string_after("{\"t\":\"act\",\"header\":")?;
            Row::Act { header, body: body(&mut at)? }
        };
        at.literal("}")?;
        at.end()?;
        Ok(row)
    }
}

fn body<'a>(at: &mut Cursor<'a>) -> Result<Body<'a>, ReadError> {
    if at.take(",\"expunged\":true") {
        return Ok(Body::Expunged);
    }
    if at.take(",\"withheld\":true") {
        return Ok(Body::Withheld);
    }
    let salt = at.string_after(",\"salt\":")?;
    let content = at.string_after(",\"content\":")?;
    let wanted = "64 lower-case hexadecimal digits";
    let salt = hex_bytes(&salt).ok_or(ReadError::Value { field: "salt", wanted })?;
    Ok(Body::Given { salt, content })
}
