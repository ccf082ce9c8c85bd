//! Type 1: what the transaction is, from whom and to whom, and which records follow.

use super::text::{Text, joined};
use super::{ItlError, Record};

/// The type of the record.
const KIND: u8 = 1;
/// The field that lists the other records.
pub(super) const LIST: u16 = 3;

const VERSION: u16 = 2;
const SORT: u16 = 4;
const DATE: u16 = 5;
const PRIORITY: u16 = 6;
const DESTINATION: u16 = 7;
const ORIGIN: u16 = 8;
const CONTROL: u16 = 9;
const REFERENCE: u16 = 10;
const SCANNED: u16 = 11;
const SENT: u16 = 12;

/// What the transaction is, from whom and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The version of the standard, e.g. `0500` for 2011.
    pub version: String,
    /// The sort of transaction, an abbreviation such as `CAR` that the parties agree on.
    pub sort: String,
    /// The date, `YYYYMMDD`.
    pub date: String,
    /// 1 the most urgent to 9.
    pub priority: Option<u8>,
    /// The agency it goes to.
    pub destination: String,
    /// The agency it comes from.
    pub origin: String,
    /// The number the sender gave it.
    pub control: String,
    /// The number of the transaction it answers.
    pub reference: Option<String>,
    /// Pixels a millimetre of the prints of type 4 as scanned, e.g. `19.69` for 500 dpi; `00.00` without any.
    pub scanned: String,
    /// The same as sent.
    pub sent: String,
}

impl Head {
    /// What a record of type 1 says.
    ///
    /// # Errors
    /// [`ItlError::Kind`], [`ItlError::Missing`], [`ItlError::Value`].
    pub fn of(text: &Text) -> Result<Self, ItlError> {
        text.must_be(KIND)?;
        let word = |field: u16| text.text(field).map(str::to_owned);
        Ok(Self {
            version: word(VERSION)?,
            sort: word(SORT)?,
            date: word(DATE)?,
            priority: text.field(PRIORITY).is_some().then(|| text.number(PRIORITY)).transpose()?,
            destination: word(DESTINATION)?,
            origin: word(ORIGIN)?,
            control: word(CONTROL)?,
            reference: text.field(REFERENCE).is_some().then(|| word(REFERENCE)).transpose()?,
            scanned: word(SCANNED)?,
            sent: word(SENT)?,
        })
    }

    /// The record; its list of others is still empty.
    pub(super) fn text(&self) -> Text {
        let mut text = Text::new(KIND);
        text.set(VERSION, self.version.as_str());
        text.set(LIST, "");
        text.set(SORT, self.sort.as_str());
        text.set(DATE, self.date.as_str());
        if let Some(priority) = self.priority {
            text.set(PRIORITY, priority.to_string());
        }
        text.set(DESTINATION, self.destination.as_str());
        text.set(ORIGIN, self.origin.as_str());
        text.set(CONTROL, self.control.as_str());
        if let Some(reference) = &self.reference {
            text.set(REFERENCE, reference.as_str());
        }
        text.set(SCANNED, self.scanned.as_str());
        text.set(SENT, self.sent.as_str());
        text
    }
}

/// Type and number of each record that the first one lists.
pub(super) fn list(head: &Text) -> Result<Vec<(u8, u8)>, ItlError> {
    let subfields = head.items(LIST)?;
    let mut pairs = subfields.iter().map(|items| match items.as_slice() {
        [kind, number] => Some((kind.parse::<u8>().ok()?, number.parse::<u16>().ok()?)),
        _ => None,
    });
    let Some(Some((KIND, count))) = pairs.next() else {
        return Err(ItlError::List);
    };
    let listed: Option<Vec<(u8, u8)>> =
        pairs.map(|pair| pair.and_then(|(kind, number)| Some((kind, u8::try_from(number).ok()?)))).collect();
    let listed = listed.ok_or(ItlError::List)?;
    let may_be = |kind: u8| kind >= 2;
    if listed.len() != usize::from(count) || !listed.iter().all(|(kind, _)| may_be(*kind)) {
        return Err(ItlError::List);
    }
    Ok(listed)
}

/// The list of these records.
pub(super) fn listed(records: &[Record]) -> Result<String, ItlError> {
    let mut subfields = vec![vec![KIND.to_string(), records.len().to_string()]];
    for record in records {
        let number = record.number().ok_or(ItlError::List)?;
        subfields.push(vec![record.kind().to_string(), format!("{number:02}")]);
    }
    Ok(joined(&subfields))
}
