//! The files that are taken away: what a reader of them finds, and what a spreadsheet must not run.

use proptest::prelude::*;
use roznamcha_acts::views::{Cell, CellKind, EntryRow};
use roznamcha_books::{CsvFile, Plan, XlsxFile};
use roznamcha_statute::StatuteBook;
use roznamcha_words::{Lang, Words};
use std::io::{Cursor, Read};

use crate::samples;

fn csv_of(mark: bool, lang: Lang, edit: impl Fn(&mut Vec<EntryRow>)) -> String {
    let (book, words) = (StatuteBook::built_in().unwrap(), Words::load().unwrap());
    let (plan, rows) = of_nineteen(&book, lang, edit);
    let speaker = samples::speaker(&words, &book, lang);
    let mut out = Vec::new();
    let mut file = CsvFile::begin(&mut out, mark, plan, &speaker).unwrap();
    for row in &rows {
        file.entry(&speaker, row).unwrap();
    }
    file.end().unwrap();
    String::from_utf8(out).unwrap()
}

fn of_nineteen(book: &StatuteBook, lang: Lang, edit: impl Fn(&mut Vec<EntryRow>)) -> (Plan, Vec<EntryRow>) {
    let register = book.register("19".parse().unwrap()).unwrap();
    let plan = Plan::of(book, register.number, "-").unwrap();
    let mut rows = samples::rows(register, book.part(register.number, "-").unwrap(), &plan, lang);
    edit(&mut rows);
    (plan, rows)
}

fn table(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_has_a_column_for_each_of_the_statute_and_what_stands_beside_them() {
    let text = csv_of(false, Lang::En, |_| {});
    let table = table(&text);
    let head = &table[0];
    assert_eq!(head[..3], ["Serial number", "Register number", "Date entered"]);
    assert_eq!(
        head[15..],
        [
            "Serial",
            "Hour of entry",
            "Hour of information",
            "Written by",
            "Marks",
            "Struck through",
            "Beside the columns",
            "Status"
        ]
    );
    assert!(table.iter().all(|row| row.len() == head.len()) && table.len() == 5);
    let amended = &table[2];
    assert!(amended.iter().any(|v| v.contains("corrected sample")), "the words that stand now: {amended:?}");
    assert!(amended[20].starts_with("[made-up → corrected] Sample Khan 1123"), "{amended:?}");
    assert_eq!(amended[10], "12500.50", "a sum as a figure");
    assert_eq!(table[1][17], "2026-05-09 23:50");
    assert_eq!(table[3][19], "The clock had gone back");
    assert!(table[4][22].starts_with("Removed by order of a court") && table[4][3].is_empty());
    assert!(text.contains("\r\n") && !text.starts_with('\u{feff}'));
    assert!(csv_of(true, Lang::Ur, |_| {}).starts_with("\u{feff}نمبر شمار,"));
}

#[test]
fn a_spreadsheet_runs_nothing_that_was_typed() {
    for typed in
        ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1", " =1", "\r\n=1", "＝1", "\u{feff}=1"]
    {
        let text = csv_of(false, Lang::En, |rows| {
            rows[0].cells = vec![Cell::plain("item", CellKind::Text, typed)];
        });
        let value = &table(&text)[1][3];
        assert!(value.starts_with('\''), "{typed:?} became {value:?}");
    }
    let text =
        csv_of(false, Lang::En, |rows| rows[0].cells = vec![Cell::plain("value", CellKind::Money, -1250)]);
    assert_eq!(table(&text)[1][10], "-12.50", "a negative sum stays a figure");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_field_begins_a_formula(typed in "[\\s\u{feff}]{0,3}[=+@-]?\\PC{0,12}") {
        let text = csv_of(false, Lang::Ur, |rows| rows[0].cells = vec![Cell::plain("item", CellKind::Text, &typed)]);
        for value in table(&text).iter().flatten() {
            let starts = value.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            let figure = starts.parse::<f64>().is_ok();
            prop_assert!(figure || !starts.starts_with(['=', '+', '-', '@']), "{:?}", value);
        }
    }
}

fn part_of(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn xlsx_of(lang: Lang, edit: impl Fn(&mut Vec<EntryRow>)) -> Vec<u8> {
    let (book, words) = (StatuteBook::built_in().unwrap(), Words::load().unwrap());
    let (plan, rows) = of_nineteen(&book, lang, edit);
    let speaker = samples::speaker(&words, &book, lang);
    let mut file = XlsxFile::begin("XIX", plan, &speaker).unwrap();
    for row in &rows {
        file.entry(&speaker, row).unwrap();
    }
    let mut out = Vec::new();
    file.end(&mut out).unwrap();
    out
}

#[test]
fn xlsx_is_right_to_left_in_urdu_with_headings_that_stay_and_days_that_are_days() {
    let urdu = xlsx_of(Lang::Ur, |_| {});
    let sheet = part_of(&urdu, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("rightToLeft=\"1\"") && sheet.contains("state=\"frozen\""), "{sheet}");
    let english = part_of(&xlsx_of(Lang::En, |_| {}), "xl/worksheets/sheet1.xml");
    assert!(!english.contains("rightToLeft"));
    assert!(
        english.contains("<v>46152.395833333336</v>"),
        "10 May 2026, 09:30, as a spreadsheet counts days: {english}"
    );
    assert!(english.contains("<v>12500.5</v>"), "a sum as a figure");
    assert!(!english.contains("<f>"), "no formula");
}

#[test]
fn struck_words_are_struck_in_the_spreadsheet() {
    for lang in [Lang::En, Lang::Ur] {
        let file = xlsx_of(lang, |_| {});
        let strings = part_of(&file, "xl/sharedStrings.xml");
        let run =
            strings.split("<r>").find(|r| r.contains("<strike/>")).unwrap_or_else(|| panic!("{strings}"));
        assert!(run.contains(samples::wrong(lang)), "{run}");
        assert!(strings.contains(samples::right(lang)));
    }
}

#[test]
fn what_was_typed_is_no_formula_in_the_spreadsheet() {
    let file = xlsx_of(Lang::En, |rows| rows[0].cells = vec![Cell::plain("item", CellKind::Text, "=1+1")]);
    assert!(!part_of(&file, "xl/worksheets/sheet1.xml").contains("<f>"));
    assert!(part_of(&file, "xl/sharedStrings.xml").contains("=1+1"));
}
