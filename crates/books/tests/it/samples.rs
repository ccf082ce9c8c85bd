//! Registers filled from the statute's own columns. Every person is invented.

use roznamcha_acts::Moment;
use roznamcha_acts::views::{Cell, CellKind, EntryRow, Gone, StaffRow, Strike};
use roznamcha_books::{Plan, Speaker};
use roznamcha_journal::{EntryRef, Flag};
use roznamcha_statute::{Part, Register, StatuteBook};
use roznamcha_words::{Lang, Words};
use std::collections::HashMap;

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

pub fn speaker<'a>(words: &'a Words, book: &'a StatuteBook, lang: Lang) -> Speaker<'a> {
    let urdu = lang == Lang::Ur;
    Speaker {
        lang,
        words,
        book,
        staff: HashMap::from([("OFF-1".to_owned(), officer("1123")), ("OFF-2".to_owned(), officer("77"))]),
        station: if urdu { "ماڈل ٹاؤن (نمونہ)" } else { "Model Town (demo)" }.to_owned(),
        district: if urdu { "ڈیمو پور" } else { "Demopur" }.to_owned(),
    }
}

fn officer(belt: &str) -> StaffRow {
    StaffRow {
        office: "PS-1".to_owned(),
        officer: format!("OFF-{belt}"),
        belt_no: belt.to_owned(),
        name_en: "Sample Khan".to_owned(),
        name_ur: "نمونہ خان".to_owned(),
        phone: None,
        woman: false,
        juvenile_trained: false,
        postings: Vec::new(),
    }
}

fn row(register: &Register, part: &Part, serial: u64, cells: Vec<Cell>) -> EntryRow {
    EntryRow {
        office: "PS-1".to_owned(),
        entry: EntryRef {
            register: register.number.written(),
            part: part.written().to_owned(),
            period: "2026".to_owned(),
            serial,
        },
        act: format!("act-{serial}"),
        seq: serial,
        kind: "book.enter".to_owned(),
        subject: "misc".to_owned(),
        officer: "OFF-1".to_owned(),
        rank: "head_constable".to_owned(),
        happened: moment("2026-05-10T09:00:00+05:00"),
        informed: None,
        stated: moment("2026-05-10T09:30:00+05:00"),
        written: moment("2026-05-10T09:31:00+05:00"),
        flags: Vec::new(),
        cells,
        fills: Vec::new(),
        strikes: Vec::new(),
        sealed: false,
        gone: None,
    }
}

/// A value that looks like what the column is for.
fn cell(key: &str, name: &str, lang: Lang) -> Cell {
    let time = key.ends_with("_at") || matches!(key, "reported" | "occurred_from" | "occurred_to" | "at");
    let day =
        key.ends_with("_on") || key.ends_with("_due") || matches!(key, "date" | "valid_to" | "valid_from");
    match key {
        _ if time => Cell::plain(key, CellKind::Time, "2026-05-10T08:15:00+05:00"),
        _ if day => Cell::plain(key, CellKind::Day, "2026-05-12"),
        "cash_in" | "cash_out" | "balance" | "amount" | "value" => {
            Cell::plain(key, CellKind::Money, 1_250_050)
        }
        "quantity" => Cell::plain(key, CellKind::Number, 3),
        "sections" => Cell::plain(key, CellKind::Sections, "PPC-379 PPC-411"),
        "officer" | "signed_by" => Cell::plain(key, CellKind::Officer, "OFF-2"),
        _ if lang == Lang::Ur => Cell::personal(key, CellKind::Text, format!("{name}: فرضی نمونہ 14-A")),
        _ => Cell::personal(key, CellKind::Text, format!("{name}: a made-up sample 14-A")),
    }
}

fn strike(field: &str, wrong: &str, right: &str, attested: bool) -> Strike {
    let at = moment("2026-05-11T10:00:00+05:00");
    Strike {
        act: "act-9".to_owned(),
        field: field.to_owned(),
        wrong: wrong.to_owned(),
        right: right.to_owned(),
        reason: String::new(),
        by: "OFF-1".to_owned(),
        at,
        attested_by: attested.then(|| "OFF-2".to_owned()),
        attested_at: attested.then_some(at),
    }
}

/// The words of the samples that are struck.
pub fn wrong(lang: Lang) -> &'static str {
    if lang == Lang::Ur { "فرضی" } else { "made-up" }
}

/// The words written after them.
pub fn right(lang: Lang) -> &'static str {
    if lang == Lang::Ur { "درست" } else { "corrected" }
}

/// Four entries: a plain one with words beside the columns, an amended one, one with words only struck and a flag, and
/// what an expungement left.
pub fn rows(register: &Register, part: &Part, plan: &Plan, lang: Lang) -> Vec<EntryRow> {
    if register.obsolete {
        return Vec::new();
    }
    let cells: Vec<Cell> = plan
        .columns
        .iter()
        .filter(|c| c.fill.is_none())
        .map(|c| cell(&c.key, if lang == Lang::Ur { &c.ur } else { &c.en }, lang))
        .collect();
    let words: Vec<String> =
        cells.iter().filter(|c| c.kind == CellKind::Text).map(|c| c.key.clone()).collect();
    let extra = Cell::personal("text", CellKind::Text, format!("{} 0300-0000123", wrong(lang)));
    let field = words.first().cloned().unwrap_or_else(|| "text".to_owned());
    let last = words.last().cloned().unwrap_or_else(|| "text".to_owned());
    let with_text = || cells.iter().cloned().chain([extra.clone()]).collect::<Vec<_>>();
    let mut plain = row(register, part, 1, with_text());
    plain.informed = Some(moment("2026-05-09T23:50:00+05:00"));
    let mut amended = row(register, part, 2, with_text());
    amended.strikes = vec![strike(&field, wrong(lang), right(lang), true)];
    let mut struck = row(register, part, 3, with_text());
    struck.strikes = vec![strike(&last, wrong(lang), "", false)];
    struck.flags = vec![Flag::ClockBack];
    struck.sealed = true;
    let mut gone = row(register, part, 4, Vec::new());
    gone.gone = Some(Gone { act: "act-8".to_owned(), at: moment("2026-06-01T12:00:00+05:00") });
    vec![plain, amended, struck, gone]
}
