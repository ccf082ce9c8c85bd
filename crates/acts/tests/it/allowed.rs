use jiff::civil::{Date, date};
use roznamcha_acts::allowed::{may, may_lead, reaches};
use roznamcha_acts::law::{Allowed, Law, Section};
use roznamcha_acts::views::Stage;

use crate::bench::{TestLaw, allowed_rows, order, said};

/// A law of two periods: the act needs a sub-inspector from 2026.
struct Changing;

impl Law for Changing {
    fn section(&self, _: &str, _: &str, _: Date) -> Option<Section> {
        None
    }

    fn allowed(&self, kind: &str, _: &str, day: Date) -> Vec<Allowed> {
        let way = |from, to, least: Option<&str>| Allowed {
            from,
            to,
            least_rank: least.map(str::to_owned),
            bases: vec!["L-1".to_owned()],
        };
        match kind {
            "case.x" if day < date(2026, 1, 1) => vec![way(vec![Stage::Investigation], None, None)],
            "case.x" => vec![way(vec![Stage::Investigation], None, Some("si"))],
            "case.y" => vec![
                way(vec![Stage::Trial], Some(Stage::Convicted), None),
                way(vec![Stage::Trial, Stage::InCourt], Some(Stage::Acquitted), None),
            ],
            _ => vec![],
        }
    }

    fn rank(&self, code: &str) -> Option<u8> {
        TestLaw.rank(code)
    }
}

const DAY: Date = date(2026, 1, 5);

#[test]
fn yes_or_the_reason_with_its_citation() {
    let at = |stage, rank, day| may(&Changing, "case.x", stage, rank, "PB", day);
    assert_eq!(at(Stage::Investigation, "si", DAY), Ok(()));
    assert_eq!(at(Stage::Investigation, "inspector", DAY), Ok(()));
    let why = at(Stage::Investigation, "asi", DAY).unwrap_err();
    assert_eq!(order(why), said("order-rank-too-low", "L-1"));
    let why = at(Stage::Investigation, "typist", DAY).unwrap_err();
    assert_eq!(order(why), said("order-rank-too-low", "L-1"));
    let why = at(Stage::Trial, "si", DAY).unwrap_err();
    assert_eq!(order(why), said("order-at-trial", "L-1"));
    let why = may(&Changing, "case.z", Stage::Trial, "si", "PB", DAY).unwrap_err();
    assert_eq!(order(why), said("order-no-law", "case.z"));
}

#[test]
fn another_day_in_the_law_gives_another_answer() {
    let at = |day| may(&Changing, "case.x", Stage::Investigation, "asi", "PB", day);
    assert!(at(date(2025, 12, 31)).is_ok());
    assert!(at(date(2026, 1, 1)).is_err());
}

#[test]
fn where_it_leads_is_asked_too() {
    let to = |from, to| may_lead(&Changing, "case.y", (from, to), "si", "PB", DAY);
    assert_eq!(to(Stage::Trial, Stage::Convicted), Ok(()));
    assert_eq!(to(Stage::InCourt, Stage::Acquitted), Ok(()));
    let why = to(Stage::InCourt, Stage::Convicted).unwrap_err();
    assert_eq!(order(why), said("order-at-in-court", "L-1"));
}

#[test]
fn a_book_that_says_nothing_allows_nothing() {
    struct Silent;
    impl Law for Silent {
        fn section(&self, _: &str, _: &str, _: Date) -> Option<Section> {
            None
        }
    }
    assert!(may(&Silent, "case.nominate", Stage::Investigation, "igp", "PB", DAY).is_err());
    assert!(!reaches(&Silent, "igp", "constable"));
}

/// A misspelt kind in the data would silently allow nothing.
#[test]
fn every_kind_in_the_shipped_table_is_a_kind() {
    for (kind, _) in allowed_rows() {
        assert!(roznamcha_acts::kinds::KINDS.contains(&kind.as_str()), "{kind}");
    }
}

#[test]
fn stages_have_one_spelling() {
    for stage in Stage::ALL {
        assert_eq!(Stage::of(stage.as_str()), Some(*stage));
        assert_eq!(serde_json::to_string(stage).unwrap(), format!("\"{}\"", stage.as_str()));
        assert!(stage.refusal().starts_with("order-at-"));
    }
}
