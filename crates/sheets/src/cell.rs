//! One value of a register in words, whether it goes to a page or to paper.

use jiff::civil::Date;
use roznamcha_acts::views::{Cell, CellKind, EntryRow};
use roznamcha_journal::EntryRef;
use roznamcha_words::{Voice, dates, digits};

use crate::Sight;
use crate::say::{rupees, when};

/// Where more of a value is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nowhere.
    Nowhere,
    /// A case, by the act that registered it.
    Case(String),
    /// An entry, by its act.
    Entry(String),
}

/// A record elsewhere, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where to.
    pub target: Target,
    /// What is read.
    pub text: String,
    /// A number that must not turn round.
    pub ltr: bool,
    /// What follows it.
    pub tail: String,
}

/// A value as it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words as they were first written; corrections in them are shown by whoever shows the words.
    Words(String),
    /// As it is.
    Plain(String),
    /// A number that must not turn round.
    Ltr(String),
    /// Records elsewhere.
    References(Vec<Reference>),
    /// One below the other.
    List(Vec<String>),
}

/// What an entry is about, in words.
pub fn subject(voice: &Voice, code: &str) -> String {
    let key = format!("kind-{}", code.replace('_', "-"));
    if code.is_empty() || !voice.has(&key) { code.to_owned() } else { voice.t(&key) }
}

/// The heading of a cell of this entry: our own words for it, the statutory column's, or that of the register whose
/// entry it repeats.
pub fn heading(sight: &Sight, row: &EntryRow, key: &str) -> String {
    let own = format!("cell-{}", key.replace('_', "-"));
    if sight.voice.has(&own) {
        return sight.voice.t(&own);
    }
    let repeated = || sight.column(&repeated(&row.cells)?, key);
    sight.column(&row.entry, key).or_else(repeated).unwrap_or_else(|| plainly(&sight.voice, key))
}

/// What a protected entry still shows: which entry it repeats is kept from whoever need not know.
fn plainly(voice: &Voice, key: &str) -> String {
    match key {
        "kind" => voice.t("heading-kind"),
        "disposal" => voice.t("heading-disposal"),
        _ => key.to_owned(),
    }
}

/// The entry of another register that a line of the diary repeats.
fn repeated(cells: &[Cell]) -> Option<EntryRef> {
    let entries = &cells.iter().find(|cell| cell.key == "entry")?.value;
    // Several articles of one act stand in one register.
    entries.split_whitespace().next()?.parse().ok()
}

/// A cell of an entry.
pub fn value(sight: &Sight, row: &EntryRow, cell: &Cell) -> Value {
    let voice = &sight.voice;
    let struck = row.strikes.iter().any(|s| s.field == cell.key);
    match cell.kind {
        CellKind::Text if cell.key == "entry" => Value::Plain(sight.entry(&cell.value)),
        CellKind::Text if cell.key == "fir_no" => Value::References(vec![case(row, &cell.value)]),
        CellKind::Text if cell.is_words() || struck => Value::Words(cell.value.clone()),
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
    }
}

/// A number leads to its case where the entry is of its registration.
fn case(row: &EntryRow, no: &str) -> Reference {
    let registered = row.kind == "fir.register";
    let target = if registered { Target::Case(row.act.clone()) } else { Target::Nowhere };
    Reference { target, text: no.to_owned(), ltr: true, tail: String::new() }
}

fn act(sight: &Sight, cell: &Cell) -> Value {
    let acts = cell.value.split_whitespace();
    if cell.key == "fir" {
        let case = |act: &str| {
            let (text, ltr) = match sight.fir_no(act) {
                Some(no) => (no.to_owned(), true),
                None => (sight.voice.t("entry-open-case"), false),
            };
            Reference { target: Target::Case(act.to_owned()), text, ltr, tail: String::new() }
        };
        return Value::References(acts.map(case).collect());
    }
    let stay = |act: &str| {
        let (text, tail) =
            sight.held(act).unwrap_or_else(|| (sight.voice.t("entry-open-lodging"), String::new()));
        Reference { target: Target::Entry(act.to_owned()), text, ltr: false, tail }
    };
    Value::References(acts.map(stay).collect())
}

/// A time that does not read is shown as it stands.
fn time(voice: &Voice, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |at| when(voice, at))
}

fn day(voice: &Voice, text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), |d| dates::date(voice.lang, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_brings_several_articles_is_headed_as_their_register_is() {
        let cells = [Cell::plain("entry", CellKind::Text, "19/-/2026/1 19/-/2026/2")];
        assert_eq!(repeated(&cells).unwrap().to_string(), "19/-/2026/1");
        assert!(repeated(&[Cell::plain("entry", CellKind::Text, "")]).is_none());
        assert!(repeated(&[]).is_none());
    }
}
