//! Reading a transaction.

use super::text::{DATA, Field, Text};
use super::{FIELD_END, ItlError, PlainPrint, RECORD_END, Record, Transaction, head, plain};
use crate::bytes::Reader;

impl Transaction {
    /// A transaction from the bytes of its file.
    ///
    /// # Errors
    /// [`ItlError`] for anything but a whole transaction.
    pub fn read(bytes: &[u8]) -> Result<Self, ItlError> {
        if !bytes.starts_with(b"1.") {
            return Err(ItlError::NotItl);
        }
        let mut reader = Reader::new(bytes);
        let head = text(&mut reader, 1, 1)?;
        let mut records = Vec::new();
        for (place, (kind, _)) in head::list(&head)?.into_iter().enumerate() {
            let place = place + 2;
            records.push(match kind {
                3..=8 => binary(&mut reader, kind, place)?,
                _ => Record::Text(text(&mut reader, kind, place)?),
            });
        }
        match reader.rest().len() {
            0 => Ok(Self { head, records }),
            rest => Err(ItlError::Rest(rest)),
        }
    }
}

fn binary(reader: &mut Reader<'_>, kind: u8, place: usize) -> Result<Record, ItlError> {
    let wrong = || ItlError::Length(place);
    let length = usize::try_from(reader.u32().ok_or_else(wrong)?).map_err(|_| wrong())?;
    let content = reader.take(length.checked_sub(4).ok_or_else(wrong)?).ok_or_else(wrong)?;
    if kind == plain::KIND {
        return Ok(Record::Plain(PlainPrint::read(content).ok_or_else(wrong)?));
    }
    Ok(Record::Binary { kind, content: content.to_vec() })
}

/// A record of tagged fields, the first of which is its length.
fn text(reader: &mut Reader<'_>, kind: u8, place: usize) -> Result<Text, ItlError> {
    let wrong = || ItlError::Tag { record: place, after: 0 };
    let (number, digits, after) = tag(reader.rest(), kind).ok_or_else(wrong)?;
    if number != 1 {
        return Err(wrong());
    }
    let count = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length: usize = after
        .get(..count)
        .and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok())
        .ok_or(ItlError::Length(place))?;
    let before = reader.rest().len() - after.len() + count;
    let record = reader.take(length).ok_or(ItlError::Length(place))?;
    let [body @ .., RECORD_END] = record.get(before..).ok_or(ItlError::Length(place))? else {
        return Err(ItlError::Length(place));
    };
    Ok(Text { kind, digits, fields: fields(body, kind, place)? })
}

fn fields(body: &[u8], kind: u8, place: usize) -> Result<Vec<Field>, ItlError> {
    let mut fields = Vec::new();
    let mut rest = body;
    while let [first, after @ ..] = rest {
        let wrong = ItlError::Tag { record: place, after: fields.len() };
        if *first != FIELD_END {
            return Err(wrong);
        }
        let Some((number, digits, after)) = tag(after, kind) else {
            return Err(wrong);
        };
        let ends = |byte: &u8| matches!(*byte, FIELD_END | RECORD_END);
        let length = if number == DATA { None } else { after.iter().position(ends) };
        let (value, next) = after.split_at_checked(length.unwrap_or(after.len())).unwrap_or((after, &[]));
        fields.push(Field { number, digits, value: value.to_vec() });
        rest = next;
    }
    Ok(fields)
}

/// The number in a tag such as `14.013:`, its digits, and what follows.
fn tag(bytes: &[u8], kind: u8) -> Option<(u16, u8, &[u8])> {
    let after = bytes.strip_prefix(kind.to_string().as_bytes())?.strip_prefix(b".")?;
    let digits = after.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    let (number, after) = after.split_at_checked(digits)?;
    let number = std::str::from_utf8(number).ok()?.parse().ok()?;
    Some((number, u8::try_from(digits).ok()?, after.strip_prefix(b":")?))
}
