//! Checks of typed text, identifiers and numbers. Hints never reject: a CNIC whose last digit disagrees with the
//! recorded gender is a warning elsewhere, for other people's numbers are common (domain: identifiers).

use roznamcha_journal::Hash;
use roznamcha_words::text::{self as words, TextError};

use crate::refusal::Faults;

/// The longest name, in characters.
pub const NAME_MAX: usize = 200;
/// The longest one-line field, in characters.
pub const LINE_MAX: usize = 500;
/// The longest free text, in characters.
pub const TEXT_MAX: usize = 20_000;

fn check(faults: &mut Faults, field: &str, text: &str, max: usize, lines: bool) {
    faults.when(text.chars().count() > max, field, "fault-too-long");
    faults.when(!lines && text.contains(['\n', '\t']), field, "fault-control-character");
    if let Err(why) = words::check(text) {
        let code = match why {
            TextError::Control { .. } => "fault-control-character",
            TextError::Direction { .. } => "fault-hidden-direction",
            TextError::Invisible { .. } | TextError::Meaningless { .. } => "fault-hidden-character",
            TextError::MixedAlphabets { .. } => "fault-mixed-alphabets",
        };
        faults.add(field, code);
    }
}

/// A one-line text that may be empty.
pub fn line(faults: &mut Faults, field: &str, text: &str) {
    check(faults, field, text, LINE_MAX, false);
}

/// A one-line text that must be there.
pub fn line_needed(faults: &mut Faults, field: &str, text: &str) {
    faults.when(text.trim().is_empty(), field, "fault-missing");
    line(faults, field, text);
}

/// A name that must be there.
pub fn name(faults: &mut Faults, field: &str, text: &str) {
    faults.when(text.trim().is_empty(), field, "fault-missing");
    check(faults, field, text, NAME_MAX, false);
}

/// A text of many lines that may be empty.
pub fn text(faults: &mut Faults, field: &str, body: &str) {
    check(faults, field, body, TEXT_MAX, true);
}

/// A text of many lines that must be there.
pub fn text_needed(faults: &mut Faults, field: &str, body: &str) {
    faults.when(body.trim().is_empty(), field, "fault-missing");
    text(faults, field, body);
}

/// An identity card number: 13 digits, kept without dashes (NADRA; no public check digit).
pub fn cnic(faults: &mut Faults, field: &str, text: &Option<String>) {
    if let Some(text) = text {
        let digits = text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit());
        let first = text.bytes().next().is_some_and(|b| (b'1'..=b'8').contains(&b));
        faults.when(!(digits && first), field, "fault-cnic");
    }
}

/// A telephone number: 7 to 15 digits, a leading `+` allowed.
pub fn phone(faults: &mut Faults, field: &str, text: &Option<String>) {
    if let Some(text) = text {
        let digits = text.strip_prefix('+').unwrap_or(text);
        let good = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        faults.when(!good, field, "fault-phone");
    }
}

/// A SHA-256 in hexadecimal, as the file area names its files.
pub fn hash(faults: &mut Faults, field: &str, text: &str) {
    faults.when(text.parse::<Hash>().is_err(), field, "fault-hash");
}

/// A code of the platform's own: letters, digits, `-`, `_`, `.`, at most 64.
pub fn code(faults: &mut Faults, field: &str, text: &str) {
    let good = !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    faults.when(!good, field, "fault-code");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Refusal;

    fn codes(f: impl FnOnce(&mut Faults)) -> Vec<String> {
        let mut faults = Faults::default();
        f(&mut faults);
        match faults.done() {
            Err(Refusal::Fields { faults }) => faults.into_iter().map(|f| f.code).collect(),
            _ => vec![],
        }
    }

    #[test]
    fn hidden_and_control_characters_are_named() {
        assert_eq!(codes(|f| line(f, "x", "a\u{202E}b")), ["fault-hidden-direction"]);
        assert_eq!(codes(|f| line(f, "x", "a\u{0}b")), ["fault-control-character"]);
        assert_eq!(codes(|f| line(f, "x", "a\nb")), ["fault-control-character"]);
        assert_eq!(codes(|f| line(f, "x", "a\u{2028}b")), ["fault-control-character"]);
        assert_eq!(codes(|f| line(f, "x", "a\u{200B}b")), ["fault-hidden-character"]);
        assert_eq!(codes(|f| line(f, "x", "Аli")), ["fault-mixed-alphabets"], "the first letter is Cyrillic");
        assert!(codes(|f| text(f, "x", "a\nب\u{200C}پ")).is_empty());
    }

    #[test]
    fn identifiers() {
        assert!(codes(|f| cnic(f, "x", &Some("3520112345671".into()))).is_empty());
        assert_eq!(codes(|f| cnic(f, "x", &Some("35201-1234567-1".into()))), ["fault-cnic"]);
        assert_eq!(codes(|f| cnic(f, "x", &Some("0000000000000".into()))), ["fault-cnic"]);
        assert_eq!(codes(|f| phone(f, "x", &Some("0300-123".into()))), ["fault-phone"]);
        assert!(codes(|f| phone(f, "x", &Some("+923001234567".into()))).is_empty());
    }
}
