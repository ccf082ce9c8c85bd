//! The same history under another law: a date or a stage changed in the data gives the other verdict, and no code is
//! touched.

use jiff::civil::{Date, date};
use roznamcha_acts::allowed::{Who, may};
use roznamcha_acts::engine::{self, Circumstances};
use roznamcha_acts::law::{Allowed, By, Law, Page, Section};
use roznamcha_acts::ledger::{Ledger, LedgerError};
use roznamcha_acts::views::Stage;
use roznamcha_acts::{Act, ActId, Moment, Refusal};
use roznamcha_journal::Salt;

use crate::bench::{Bench, TestLaw, order, said};

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
            day_of(&row[9]).is_none_or(|from| from <= day) && day_of(&row[10]).is_none_or(|to| day < to)
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let read = |row: Vec<String>| Allowed {
            from: row[2].split(' ').filter_map(Stage::of).collect(),
            to: Stage::of(&row[3]),
            least_rank: some(&row[4]),
            by: row[5].split(' ').filter_map(By::of).collect(),
            bases: row[6].split(' ').map(str::to_owned).collect(),
        };
        rows.filter(in_force).map(read).collect()
    }

    fn rank(&self, code: &str) -> Option<u8> {
        TestLaw.rank(code)
    }

    fn page(&self, register: &str, part: &str, province: &str, day: Date) -> Option<Page> {
        TestLaw.page(register, part, province, day)
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
    let who = Who { rank, own: Some(false), posts: None };
    may(law, kind, stage, who, "PB", DAY).err().map(order)
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

/// The officer asked about here does not have the case.
#[test]
fn who_does_it_in_the_data_decides() {
    let shipped = File(SHIPPED.to_owned());
    let not_his = Some(said("order-not-the-io", "CrPC-172"));
    assert_eq!(asked(&shipped, "case.zimni", Stage::Investigation, "si"), not_his);
    let wider = edited("case.zimni,", ",investigator,", ",investigator in_charge,");
    assert_eq!(asked(&wider, "case.zimni", Stage::Investigation, "si"), None);
    assert_eq!(asked(&shipped, "case.arrest", Stage::Investigation, "si"), None);
    let narrower = edited("case.arrest,", ",investigator in_charge,", ",investigator,");
    let not_his = Some(said("order-not-the-io", "CrPC-54"));
    assert_eq!(asked(&narrower, "case.arrest", Stage::Investigation, "si"), not_his);
}

/// Everything a station did, as it was sent.
fn history(bench: &Bench) -> Vec<(Act, Moment)> {
    let again = |kept: &roznamcha_journal::Written| {
        let rec = engine::recall(kept).unwrap();
        let time = |text: &str| text.parse::<Moment>().unwrap();
        let (header, body) = (rec.header, rec.body.unwrap());
        let act = Act {
            id: ActId(header.act.parse().unwrap()),
            office: header.office,
            officer: header.officer,
            rank: header.rank,
            happened: time(&header.happened),
            informed: header.informed.as_deref().map(time),
            stated: time(&header.stated),
            basis: header.basis,
            body,
        };
        (act, time(&header.written))
    };
    bench.ledger.journal(&bench.office).iter().map(again).collect()
}

/// The same history under a law: how it ended, or which act that law refused.
fn replayed(law: &File, history: &[(Act, Moment)]) -> Result<Ledger, (&'static str, Refusal)> {
    let mut ledger = Ledger::new();
    for (act, written) in history {
        let at = Circumstances { written: *written, province: "TP", law };
        match ledger.write(act.clone(), at, Salt([7; 32])) {
            Ok(_) => {}
            Err(LedgerError::Refused(why)) => return Err((act.body.kind(), why)),
            Err(other) => panic!("{other}"),
        }
    }
    Ok(ledger)
}

/// One history, replayed: under the law as shipped it ends as it did, and with one date of the data changed the act
/// that rested on it is refused, and no other.
#[test]
fn one_history_replayed_under_another_date_ends_otherwise() {
    use crate::court_road::{on_trial, registered, station};
    let mut bench = station();
    let case = registered(&mut bench, 2);
    on_trial(&mut bench, &case, &[1, 2]);
    bench.ok(crate::court_samples::convict(&case, 1));
    bench.ok(crate::court_samples::compound(&case));
    let history = history(&bench);
    let shipped = replayed(&File(SHIPPED.to_owned()), &history).unwrap();
    assert_eq!(shipped.views(), bench.ledger.views(), "the same history, the same books");
    for (kind, from, to) in [
        ("case.compound", ",PK,1898-07-01,", ",PK,2026-01-06,"),
        ("case.compound", ",1898-07-01,,", ",1898-07-01,2026-01-05,"),
        ("accused.convict", ",PK,1898-07-01,", ",PK,2026-01-06,"),
        ("challan.forward", ",1898-07-01,,", ",1898-07-01,2026-01-05,"),
    ] {
        let other = edited(&format!("{kind},"), from, to);
        let (refused, why) = replayed(&other, &history).expect_err(kind);
        assert_eq!((refused, order(why)), (kind, said("order-no-law", kind)));
    }
    let ended_the_day_after = edited("case.compound,", ",1898-07-01,,", ",1898-07-01,2026-01-06,");
    assert_eq!(replayed(&ended_the_day_after, &history).unwrap().views(), bench.ledger.views());
}
