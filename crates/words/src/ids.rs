//! Identity card and telephone numbers. They stay in ASCII digits in both languages, as on the card; in Urdu
//! text put them through [`crate::bidi::ltr`].

use crate::digits;

/// The 13 digits of a CNIC, from any typing of it (hyphens, spaces, Urdu digits); `None` if it is not 13 digits.
///
/// No further check: the numbers carry no public checksum, and parity and province digits are hints only.
#[must_use]
pub fn cnic_digits(typed: &str) -> Option<String> {
    let digits = only_digits(typed, &['-', ' '])?;
    (digits.len() == 13).then_some(digits)
}

/// A CNIC as printed on the card, `NNNNN-NNNNNNN-N`; `None` if it is not 13 digits.
#[must_use]
pub fn cnic(typed: &str) -> Option<String> {
    let digits = cnic_digits(typed)?;
    Some(format!("{}-{}-{}", digits.get(..5)?, digits.get(5..12)?, digits.get(12..)?))
}

/// A Pakistani telephone number in its national form (`03001234567`, `0514567890`), from any typing of it
/// (`+92`, `0092`, hyphens, brackets, spaces, Urdu digits); `None` if it cannot be one.
///
/// A mobile has 11 digits and begins `03`; a landline has 9 to 11 and begins `0`.
#[must_use]
pub fn phone_digits(typed: &str) -> Option<String> {
    let trimmed = digits::ascii(typed.trim());
    let bare = trimmed.strip_prefix('+').map_or_else(
        || trimmed.strip_prefix("0092").map(|rest| format!("92{rest}")).unwrap_or_else(|| trimmed.clone()),
        str::to_owned,
    );
    let digits = only_digits(&bare, &['-', ' ', '(', ')'])?;
    let national = match digits.strip_prefix("92") {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    };
    let plausible = if national.starts_with("03") {
        national.len() == 11
    } else {
        national.starts_with('0') && !national.starts_with("00") && (9..=11).contains(&national.len())
    };
    plausible.then_some(national)
}

/// A telephone number for reading: a mobile as `0300-1234567`, a landline unbroken (the length of the area
/// code is not known from the number); `None` if it cannot be one.
#[must_use]
pub fn phone(typed: &str) -> Option<String> {
    let digits = phone_digits(typed)?;
    if digits.starts_with("03") {
        return Some(format!("{}-{}", digits.get(..4)?, digits.get(4..)?));
    }
    Some(digits)
}

/// The digits of `typed` if it holds nothing else but `between`.
fn only_digits(typed: &str, between: &[char]) -> Option<String> {
    let mut out = String::new();
    for c in digits::ascii(typed.trim()).chars() {
        if c.is_ascii_digit() {
            out.push(c);
        } else if !between.contains(&c) && !crate::bidi::reorders(c) {
            return None;
        }
    }
    Some(out)
}
