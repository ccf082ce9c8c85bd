//! How one value of a register is shown.

use askama::Template;
use roznamcha_acts::Moment;
use roznamcha_acts::views::{Cell, CellKind, EntryRow};
use roznamcha_sheets::Sight;
pub(crate) use roznamcha_sheets::cell::subject;
use roznamcha_sheets::cell::{self, Reference, Target};
use roznamcha_words::dates;

use crate::fir::labels;
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

/// A cell of an entry.
pub(crate) fn cell(sight: &Sight, row: &EntryRow, cell: &Cell) -> Shown {
    let voice = &sight.voice;
    let struck = row.strikes.iter().any(|s| s.field == cell.key);
    let typed = cell.key == "carrier" && cell.kind == CellKind::Text && !struck;
    let nobody = typed.then(|| labels::carrier(voice, &cell.value)).filter(|said| *said != cell.value);
    let value = match cell::value(sight, row, cell) {
        cell::Value::Words(words) => match nobody {
            Some(said) => Value::Plain(said),
            None => Value::Words(Struck::new(voice, &words, &cell.key, &row.strikes, &sight.names)),
        },
        cell::Value::Plain(text) => Value::Plain(text),
        cell::Value::Ltr(text) => Value::Ltr(text),
        cell::Value::References(all) => Value::Links(all.into_iter().map(|r| link(sight, r)).collect()),
        cell::Value::List(items) => Value::List(items),
    };
    let figure = matches!(cell.kind, CellKind::Money | CellKind::Number);
    Shown { key: cell.key.clone(), label: cell::heading(sight, row, &cell.key), value, figure }
}

fn link(sight: &Sight, reference: Reference) -> Link {
    let href = match reference.target {
        Target::Nowhere => String::new(),
        Target::Case(act) => format!("/fir/{act}"),
        Target::Entry(act) => format!("/entry?office={}&act={act}", sight.office),
    };
    Link { href, text: reference.text, ltr: reference.ltr, tail: reference.tail }
}
