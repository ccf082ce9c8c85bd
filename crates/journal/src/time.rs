//! The one way a time is written: RFC 3339 with an offset.

use jiff::Timestamp;

use crate::FormatError;

/// The date and time without fraction and offset; `d` stands for a digit.
const SHAPE: &str = "dddd-dd-ddTdd:dd:dd";

/// The instant a written time names, e.g. `2026-01-05T09:30:00+05:00`.
///
/// # Errors
/// [`FormatError::Time`] for anything but the format's own subset: capital `T` and `Z`, seconds 00 to 59, at
/// most nine digits of fraction, an offset of hours and minutes, a day that exists.
pub fn instant(text: &str) -> Result<Timestamp, FormatError> {
    let wrong = || FormatError::Time(text.to_owned());
    let (clock, rest) = text.split_at_checked(SHAPE.len()).ok_or_else(wrong)?;
    if !has_shape(clock, SHAPE) || clock.ends_with(":60") || !is_tail(rest) {
        return Err(wrong());
    }
    text.parse().map_err(|_| wrong())
}

/// Whether `text` is a day that exists, written `2026-01-05`.
pub(crate) fn is_day(text: &str) -> bool {
    has_shape(text, "dddd-dd-dd") && text.parse::<jiff::civil::Date>().is_ok()
}

/// Whether `text` has the digits and marks of `shape`, each at its place.
pub(crate) fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(b, s)| if s == b'd' { b.is_ascii_digit() } else { b == s })
}

/// An optional fraction, then the offset.
fn is_tail(rest: &str) -> bool {
    let offset = match rest.strip_prefix('.') {
        None => rest,
        Some(fraction) => {
            let offset = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if !(1..=9).contains(&(fraction.len() - offset.len())) {
                return false;
            }
            offset
        }
    };
    match offset.strip_prefix(['+', '-']) {
        None => offset == "Z",
        Some(clock) => has_shape(clock, "dd:dd") && clock < "24" && clock.get(3..).is_some_and(|m| m < "60"),
    }
}

#[cfg(test)]
mod tests {
    use super::instant;

    #[test]
    fn one_form_only() {
        for good in [
            "2026-01-05T09:30:00+05:00",
            "2026-01-05T04:30:00Z",
            "2026-01-05T04:30:00.5Z",
            "2024-02-29T23:59:59.123456789-00:30",
        ] {
            assert!(instant(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "2026-01-05",
            "2026-01-05T09:30:00",
            "2026-01-05 09:30:00+05:00",
            "2026-01-05t09:30:00+05:00",
            "2026-01-05T09:30:00z",
            "2026-01-05T09:30:60Z",
            "2026-01-05T24:00:00Z",
            "2025-02-29T09:30:00Z",
            "2026-01-05T09:30:00,5Z",
            "2026-01-05T09:30:00.Z",
            "2026-01-05T09:30:00.1234567890Z",
            "2026-01-05T09:30:00+0500",
            "2026-01-05T09:30:00+05",
            "2026-01-05T09:30:00+24:00",
            "2026-01-05T09:30:00+05:60",
            "2026-01-05T09:30:00+05:00[Asia/Karachi]",
            "+002026-01-05T09:30:00Z",
            "2026-01-05T09:30:00\u{661}Z",
        ] {
            assert!(instant(bad).is_err(), "{bad}");
        }
        assert_eq!(instant("2026-01-05T09:30:00+05:00"), instant("2026-01-05T04:30:00Z"));
    }
}
