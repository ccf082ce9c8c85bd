//! How pages write what the books hold as codes and figures, in the reader's language.

use roznamcha_acts::Moment;
use roznamcha_sheets::say;
pub(crate) use roznamcha_sheets::say::{rupees, when};
use roznamcha_words::digits;

use crate::Pages;
use crate::ctx::Voice;

/// The same from milliseconds since 1970.
pub(crate) fn when_ms(voice: &Voice, ms: i64) -> String {
    Moment::from_millis(ms).map(|at| when(voice, at)).unwrap_or_default()
}

/// A whole number, grouped by thousands.
pub(crate) fn number(voice: &Voice, n: i64) -> String {
    digits::grouped(voice.lang, n)
}

/// The same of a count.
pub(crate) fn count(voice: &Voice, n: u64) -> String {
    number(voice, i64::try_from(n).unwrap_or(i64::MAX))
}

/// An office by name; its code where it is not known here.
pub(crate) fn office(pages: &Pages, voice: &Voice, code: &str) -> String {
    let tree = pages.records.offices();
    tree.get(code).map_or_else(|| code.to_owned(), |o| voice.pick(&o.en, &o.ur).to_owned())
}

/// The message key of a kind of act: `fir.register` is `act-kind-fir-register`.
pub(crate) fn kind_key(kind: &str) -> String {
    format!("act-kind-{}", kind.replace('.', "-"))
}

/// A value as it stands in a query: what is not plain is written as `%XX`.
pub(crate) fn in_query(value: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/');
    let each = |b: u8| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") };
    value.bytes().map(each).collect()
}

/// The staff of an office.
pub(crate) fn staff_path(office: &str) -> String {
    format!("/staff?office={}", in_query(office))
}

/// The offices below one.
pub(crate) fn offices_path(office: &str) -> String {
    format!("/offices?office={}", in_query(office))
}

/// A rank by name.
pub(crate) fn rank(pages: &Pages, voice: &Voice, code: &str) -> String {
    say::rank(pages.records.statute(), voice, code)
}

/// A role by name.
pub(crate) fn role(pages: &Pages, voice: &Voice, code: &str) -> String {
    say::role(pages.records.statute(), voice, code)
}
