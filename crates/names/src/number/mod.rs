//! Numbers that go with people and things, parsed from how people type them. What was typed is the caller's to
//! keep; a [`Hint`] is a warning for a clerk and never a reason to refuse.

mod cnic;
mod passport;
mod plate;
mod serial;

pub use self::cnic::{Area, Cnic, Gender};
pub use self::passport::Passport;
pub use self::plate::Plate;
pub use self::serial::Serial;
pub use roznamcha_words::ids::phone_digits as phone;

/// What is unusual about a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// No area begins with this digit.
    Area,
    /// The last digit is usually that of the other gender.
    Parity,
    /// Not of a shape that is issued in Pakistan today.
    Shape,
    /// A chassis number of seventeen holds I, O or Q, which the standard leaves out.
    Letters,
}

/// Capital letters and digits alone; `None` where anything else stands between them than spaces and signs.
fn bare(typed: &str) -> Option<String> {
    let mut out = String::new();
    for c in roznamcha_words::digits::ascii(typed.trim()).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_uppercase());
        } else if !(c.is_whitespace() || matches!(c, '-' | '.' | '/' | '_' | '–' | '\u{200E}' | '\u{200F}'))
        {
            return None;
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Letters and digits that eyes and cameras confuse, as one of them.
pub(crate) fn unconfused(c: u8) -> u8 {
    match c {
        b'O' | b'Q' => b'0',
        b'I' => b'1',
        b'B' => b'8',
        b'S' => b'5',
        b'Z' => b'2',
        other => other,
    }
}
