//! Digits. Data keeps ASCII; Urdu text shows Extended Arabic-Indic (U+06F0 to U+06F9), not U+0660.

use crate::Lang;

/// `text` with its ASCII digits as Urdu ones. Other characters stay.
#[must_use]
pub fn urdu(text: &str) -> String {
    text.chars().map(to_urdu).collect()
}

/// `text` with every Arabic-Indic and full-width digit as ASCII. Other characters stay.
#[must_use]
pub fn ascii(text: &str) -> String {
    text.chars().map(to_ascii).collect()
}

/// `text` with the digits of `lang`.
#[must_use]
pub fn localise(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Ur => urdu(text),
    }
}

/// A whole number in the digits of `lang`, no grouping (serials, years, ages).
#[must_use]
pub fn number(lang: Lang, number: i64) -> String {
    localise(lang, &number.to_string())
}

/// A whole number grouped by thousands (`1,234,567`), for totals and rupees.
#[must_use]
pub fn grouped(lang: Lang, number: i64) -> String {
    let plain = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(plain.len() + plain.len() / 3 + 1);
    if number < 0 {
        out.push('-');
    }
    for (i, digit) in plain.chars().enumerate() {
        if i > 0 && (plain.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    localise(lang, &out)
}

fn to_urdu(c: char) -> char {
    c.to_digit(10).and_then(|digit| char::from_u32(0x06F0 + digit)).unwrap_or(c)
}

pub(crate) fn to_ascii(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return c,
    };
    char::from_digit(u32::from(c).saturating_sub(zero), 10).unwrap_or(c)
}
