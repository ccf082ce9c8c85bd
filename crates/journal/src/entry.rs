//! A line in a statutory register, named by office-independent coordinates.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{FormatError, time};

/// A register entry, written `register/part/period/serial`, e.g. `1/-/2026/17`. The office is the header's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryRef {
    /// A number 1 to 25 (the Police Rules' registers), or a word for a working register.
    pub register: String,
    /// The part of the register, `-` where it has none.
    pub part: String,
    /// A year `2026`, a day `2026-01-05`, or `-` for a register that is never begun anew.
    pub period: String,
    /// 1, 2, 3, … within office, register, part and period.
    pub serial: u64,
}

impl EntryRef {
    /// Whether each piece is one the format allows.
    ///
    /// # Errors
    /// [`FormatError::Entry`].
    pub fn validate(&self) -> Result<(), FormatError> {
        let part = !self.part.is_empty()
            && !self.part.chars().any(|c| c == '/' || c.is_whitespace() || c.is_control());
        let period =
            self.period == "-" || time::has_shape(&self.period, "dddd") || time::is_day(&self.period);
        if is_register(&self.register) && part && period && self.serial > 0 {
            Ok(())
        } else {
            Err(FormatError::Entry(self.to_string()))
        }
    }
}

fn is_register(text: &str) -> bool {
    if text.starts_with(|c: char| c.is_ascii_lowercase()) {
        return text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
    }
    is_plain_number(text) && text.parse::<u64>().is_ok_and(|n| (1..=25).contains(&n))
}

/// Decimal digits without a sign or a leading zero, so that a number has one written form.
pub(crate) fn is_plain_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

impl fmt::Display for EntryRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.register, self.part, self.period, self.serial)
    }
}

impl FromStr for EntryRef {
    type Err = FormatError;
    fn from_str(text: &str) -> Result<Self, FormatError> {
        let wrong = || FormatError::Entry(text.to_owned());
        let mut pieces = text.split('/');
        let mut next = || pieces.next().map(str::to_owned).ok_or_else(wrong);
        let (register, part, period, serial) = (next()?, next()?, next()?, next()?);
        if pieces.next().is_some() || !is_plain_number(&serial) {
            return Err(wrong());
        }
        let serial = serial.parse().map_err(|_| wrong())?;
        let entry = EntryRef { register, part, period, serial };
        entry.validate()?;
        Ok(entry)
    }
}

impl TryFrom<String> for EntryRef {
    type Error = FormatError;
    fn try_from(text: String) -> Result<Self, FormatError> {
        text.parse()
    }
}

impl From<EntryRef> for String {
    fn from(entry: EntryRef) -> String {
        entry.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::EntryRef;

    #[test]
    fn written_and_read() {
        for good in ["1/-/2026/17", "2/-/2026-01-05/1", "22/II/-/9", "parcels/a-1/2026/18446744073709551615"]
        {
            assert_eq!(good.parse::<EntryRef>().unwrap().to_string(), good);
        }
        for bad in [
            "",
            "1/-/2026",
            "1/-/2026/17/",
            "0/-/2026/1",
            "26/-/2026/1",
            "01/-/2026/1",
            "Parcels/-/2026/1",
            "1//2026/1",
            "1/a b/2026/1",
            "1/-/26/1",
            "1/-/2026-02-30/1",
            "1/-/2026/0",
            "1/-/2026/01",
            "1/-/2026/+1",
            "1/-/2026/18446744073709551616",
        ] {
            assert!(bad.parse::<EntryRef>().is_err(), "{bad}");
        }
    }
}
