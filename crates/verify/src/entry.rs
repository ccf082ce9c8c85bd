//! Register entries, `register/part/period/serial`: the rules of their spelling, and of their serials.

use std::collections::HashMap;

use crate::json::count;
use crate::time::is_day;

/// One entry: which series it stands in (`register/part/period`), and its number there.
pub(crate) struct Entry {
    pub(crate) series: String,
    pub(crate) serial: u64,
}

impl Entry {
    pub(crate) fn parse(text: &str) -> Option<Entry> {
        let mut pieces = text.split('/');
        let (register, part) = (pieces.next()?, pieces.next()?);
        let (period, serial) = (pieces.next()?, pieces.next()?);
        let serial = count(serial).filter(|serial| *serial >= 1)?;
        let spelled = is_register(register) && is_part(part) && is_period(period) && pieces.next().is_none();
        spelled.then(|| Entry { series: format!("{register}/{part}/{period}"), serial })
    }
}

fn is_register(register: &str) -> bool {
    let word = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
    let working =
        register.starts_with(|first: char| first.is_ascii_lowercase()) && register.bytes().all(word);
    working || count(register).is_some_and(|number| (1..=25).contains(&number))
}

fn is_part(part: &str) -> bool {
    !part.is_empty() && !part.contains(char::is_whitespace)
}

fn is_period(period: &str) -> bool {
    let year = period.len() == 4 && period.bytes().all(|byte| byte.is_ascii_digit());
    period == "-" || year || is_day(period)
}

/// The last serial of every series so far.
#[derive(Default)]
pub(crate) struct Serials(HashMap<String, u64>);

impl Serials {
    /// Takes the next entry; the serial it should have had, if it has another. After a gap the series goes on
    /// from the serial found, so that one missing entry is one difference.
    pub(crate) fn take(&mut self, entry: &Entry) -> Result<(), u64> {
        let wanted = self.0.get(&entry.series).map_or(1, |last| last.saturating_add(1));
        if entry.serial >= wanted {
            self.0.insert(entry.series.clone(), entry.serial);
        }
        if entry.serial == wanted { Ok(()) } else { Err(wanted) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_one_spelling() {
        for good in ["1/-/2026/1", "25/حصہ/2026-01-05/17", "malkhana_in-2/a.b/-/18446744073709551615"] {
            assert!(Entry::parse(good).is_some(), "{good}");
        }
        for bad in [
            "0/-/2026/1",
            "26/-/2026/1",
            "01/-/2026/1",
            "1//2026/1",
            "1/a b/2026/1",
            "1/-/26/1",
            "1/-/2026-13-01/1",
            "1/-/2026/0",
            "1/-/2026/01",
            "1/-/2026",
            "1/-/2026/1/1",
            "Case/-/2026/1",
            "2x/-/-/1",
            "/-/-/1",
            "-a/-/-/1",
        ] {
            assert!(Entry::parse(bad).is_none(), "{bad}");
        }
    }
}
