//! How one value of a register is shown.

use askama::Template;
use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::views::{Cell, CellKind, EntryRow};
use roznamcha_words::{dates, digits};

use super::sight::Sight;
use crate::ctx::Voice;
use crate::fir::labels;
use crate::office::show::{rupees, when};
use crate::struck::Struck;

/// A link with its words.
pub(crate) struct Link {
    /// Where to.
    pub href: String,
    /// What is read.
    pub text: String,
    /// A number that must not turn round.
    pub ltr: bool,
    /// What follows the link.
    pub tail: String,
}

impl Link {
    /// A link in the page's own words.
    pub(crate) fn words(href: String, text: String) -> Self {
        Self { href, text, ltr: false, tail: String::new() }
    }

    /// A link by a number that must not turn round.
    fn number(href: String, text: &str) -> Self {
        Self { href, text: text.to_owned(), ltr: true, tail: String::new() }
    }
}

/// A value as it is shown.
pub(crate) enum Value {
    /// Words, with what was struck in them.
    Words(Struck),
    /// As it is.
    Plain(String),
    /// A number that must not turn round.
    Ltr(String),
    /// Records elsewhere.
    Links(Vec<Link>),
    /// One below the other.
    List(Vec<String>),
}

/// A cell as it is shown. In a template: `{{ cell|safe }}` (it escapes itself).
#[derive(Template)]
#[template(path = "station/value.html")]
pub(crate) struct Shown {
    /// The cell's key.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// Its value.
    pub value: Value,
    /// A figure, to be set at the end of its column.
    pub figure: bool,
}

/// `2026-01-05T09:30`, for `<time datetime>` and for fields.
pub(crate) fn machine(at: Moment) -> String {
    dates::machine(at.local().datetime())
}

/// What an entry is about, in words.
pub(crate) fn subject(voice: &Voice, code: &str) -> String {
    let key = format!("kind-{}", code.replace('_', "-"));
    if code.is_empty() || !voice.has(&key) { code.to_owned() } else { voice.t(&key) }
}

/// The heading of a cell.
pub(crate) fn label(voice: &Voice, key: &str) -> String {
    let message = format!("cell-{}", key.replace('_', "-"));
    if voice.has(&message) { voice.t(&message) } else { key.to_owned() }
}

/// A cell of an entry.
pub(crate) fn cell(sight: &Sight, row: &EntryRow, cell: &Cell) -> Shown {
    let voice = &sight.voice;
    let struck = row.strikes.iter().any(|s| s.field == cell.key);
    let value = match cell.kind {
        CellKind::Text if cell.key == "fir_no" => Value::Links(vec![case_link(row, &cell.value)]),
        CellKind::Text if cell.key == "carrier" && !struck => {
            Value::Plain(labels::carrier(voice, &cell.value))
        }
        CellKind::Text if cell.is_words() || struck => {
            Value::Words(Struck::new(voice, &cell.value, &cell.key, &row.strikes, &sight.names))
        }
        CellKind::Text => Value::Ltr(cell.value.clone()),
        CellKind::Time => Value::Plain(time(voice, &cell.value)),
        CellKind::Day => Value::Plain(day(voice, &cell.value)),
        CellKind::Money => {
            let paisa = cell.value.parse().ok();
            Value::Plain(paisa.map_or_else(|| cell.value.clone(), |p| rupees(voice, p)))
        }
        CellKind::Sections => Value::List(cell.value.split_whitespace().map(|c| sight.section(c)).collect()),
        CellKind::Code => Value::Plain(sight.code(&cell.key, &cell.value)),
        CellKind::Act => act(sight, cell),
        CellKind::Officer => Value::List(cell.value.split_whitespace().map(|c| sight.officer(c)).collect()),
        CellKind::Number => Value::Plain(digits::localise(voice.lang, &cell.value)),
    };
    let figure = matches!(cell.kind, CellKind::Money | CellKind::Number);
    Shown { key: cell.key.clone(), label: label(voice, &cell.key), value, figure }
}

/// The number of a case leads to it where the entry is of its registration.
fn case_link(row: &EntryRow, no: &str) -> Link {
    let href = if row.kind == "fir.register" { format!("/fir/{}", row.act) } else { String::new() };
    Link::number(href, no)
}

fn act(sight: &Sight, cell: &Cell) -> Value {
    let acts = cell.value.split_whitespace();
    if cell.key == "fir" {
        let link = |act: &str| match sight.fir_no(act) {
            Some(no) => Link::number(format!("/fir/{act}"), no),
            None => Link::words(format!("/fir/{act}"), sight.voice.t("entry-open-case")),
        };
        return Value::Links(acts.map(link).collect());
    }
    let link = |act: &str| {
        let href = format!("/entry?office={}&act={act}", sight.office);
        match sight.held(act) {
            Some((person, tail)) => Link { href, text: person, ltr: false, tail },
            None => Link::words(href, sight.voice.t("entry-open-lodging")),
        }
    };
    Value::Links(acts.map(link).collect())
}

/// A time that does not read is shown as it stands.
fn time(voice: &Voice, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |at| when(voice, at))
}

fn day(voice: &Voice, text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), |d| dates::date(voice.lang, d))
}
