//! The same history under another law: a date or a stage changed in the data gives the other verdict, and no code is
//! touched.

use jiff::civil::{Date, date};
use roznamcha_acts::allowed::may;
use roznamcha_acts::law::{Allowed, Law, Section};
use roznamcha_acts::views::Stage;

use crate::bench::{TestLaw, order, said};

const SHIPPED: &str = include_str!("../../../statute/data/allowed.csv");

/// A line of the table with its quoted cells.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

/// The table of allowed acts as an administrator's file gives it.
struct File(String);

impl Law for File {
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section> {
        TestLaw.section(code, province, day)
    }

    fn allowed(&self, kind: &str, _: &str, day: Date) -> Vec<Allowed> {
        let rows = self.0.lines().skip(1).map(cells).filter(|row| row[0] == kind);
        let in_force = |row: &Vec<String>| {
            let day_of = |text: &str| text.parse::<Date>().ok();
            day_of(&row[8]).is_none_or(|from| from <= day) && day_of(&row[9]).is_none_or(|to| day < to)
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let read = |row: Vec<String>| Allowed {
            from: row[2].split(' ').filter_map(Stage::of).collect(),
            to: Stage::of(&row[3]),
            least_rank: some(&row[4]),
            bases: row[5].split(' ').map(str::to_owned).collect(),
        };
        rows.filter(in_force).map(read).collect()
    }

    fn rank(&self, code: &str) -> Option<u8> {
        TestLaw.rank(code)
    }
}

/// The shipped table with one line of it changed.
fn edited(kind: &str, from: &str, to: &str) -> File {
    let change = |line: &str| {
        if line.starts_with(kind) { line.replace(from, to) } else { line.to_owned() }
    };
    let text: Vec<String> = SHIPPED.lines().map(change).collect();
    let text = text.join("\n");
    assert_ne!(text, SHIPPED.trim_end(), "the edit touches the table");
    File(text)
}

const DAY: Date = date(2026, 1, 5);

fn asked(law: &File, kind: &str, stage: Stage, rank: &str) -> Option<(String, String)> {
    may(law, kind, stage, rank, "PB", DAY).err().map(order)
}

#[test]
fn an_effective_date_decides() {
    let shipped = File(SHIPPED.to_owned());
    assert_eq!(asked(&shipped, "case.compound", Stage::Trial, "asi"), None);
    let later = edited("case.compound,", ",PK,1898-07-01,", ",PK,2026-01-06,");
    let none = Some(said("order-no-law", "case.compound"));
    assert_eq!(asked(&later, "case.compound", Stage::Trial, "asi"), none);
    let ended = edited("case.compound,", ",1898-07-01,,", ",1898-07-01,2026-01-05,");
    assert_eq!(asked(&ended, "case.compound", Stage::Trial, "asi"), none);
}

#[test]
fn a_stage_and_a_rank_in_the_data_decide() {
    let shipped = File(SHIPPED.to_owned());
    let refused = Some(said("order-at-investigation", "CrPC-345"));
    assert_eq!(asked(&shipped, "case.compound", Stage::Investigation, "asi"), refused);
    let wider = edited("case.compound,", ",in_court trial,", ",investigation in_court trial,");
    assert_eq!(asked(&wider, "case.compound", Stage::Investigation, "asi"), None);
    let stricter = edited("case.reopen,", ",si,", ",inspector,");
    assert_eq!(asked(&shipped, "case.reopen", Stage::Untraced, "si"), None);
    let low = Some(said("order-rank-too-low", "CrPC-173"));
    assert_eq!(asked(&stricter, "case.reopen", Stage::Untraced, "si"), low);
}
