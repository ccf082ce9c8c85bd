//! How pages write what the books hold as codes and figures, in the reader's language.

use roznamcha_acts::Moment;
use roznamcha_statute::{RankCode, RoleCode};
use roznamcha_words::{Arg, dates, digits};

use crate::Pages;
use crate::ctx::Voice;

/// A moment in words: `5 January 2026, 09:30`.
pub(crate) fn when(voice: &Voice, at: Moment) -> String {
    dates::date_time(voice.lang, at.local().datetime())
}

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

/// Paisa as rupees: `Rs 1,250.50`.
pub(crate) fn rupees(voice: &Voice, paisa: i64) -> String {
    let whole = digits::grouped(voice.lang, paisa / 100);
    let rest = paisa.unsigned_abs() % 100;
    let sum = if rest == 0 {
        whole
    } else {
        format!("{whole}.{}", digits::localise(voice.lang, &format!("{rest:02}")))
    };
    voice.with("home-rupees", &[("sum", Arg::Text(&sum))])
}

/// An office by name; its code where it is not known here.
pub(crate) fn office(pages: &Pages, voice: &Voice, code: &str) -> String {
    let tree = pages.records.offices();
    tree.get(code).map_or_else(|| code.to_owned(), |o| voice.pick(&o.en, &o.ur).to_owned())
}

/// A rank by name.
pub(crate) fn rank(pages: &Pages, voice: &Voice, code: &str) -> String {
    let known = RankCode::new(code).ok();
    let known = known.as_ref().and_then(|c| pages.records.statute().rank(c));
    match known {
        Some(rank) => voice.pick(&rank.en, &rank.ur).to_owned(),
        None if code == "civilian" => voice.t("rank-civilian"),
        None => code.to_owned(),
    }
}

/// A role by name.
pub(crate) fn role(pages: &Pages, voice: &Voice, code: &str) -> String {
    let known = RoleCode::new(code).ok();
    let known = known.as_ref().and_then(|c| pages.records.statute().role(c));
    known.map_or_else(|| code.to_owned(), |r| voice.pick(&r.en, &r.ur).to_owned())
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
