use jiff::civil::{Date, date};
use roznamcha_acts::allowed::{Who, may, may_lead, reaches};
use roznamcha_acts::law::{Allowed, By, Law, Section};
use roznamcha_acts::views::Stage;

use crate::bench::{TestLaw, allowed_rows, order, said};

/// A law of two periods: the act needs a sub-inspector from 2026.
struct Changing;

impl Law for Changing {
    fn section(&self, _: &str, _: &str, _: Date) -> Option<Section> {
        None
    }

    fn allowed(&self, kind: &str, _: &str, day: Date) -> Vec<Allowed> {
        let by = |from, to, least: Option<&str>, by: &[By]| Allowed {
            from,
            to,
            least_rank: least.map(str::to_owned),
            by: by.to_vec(),
            bases: vec!["L-1".to_owned()],
        };
        let way = |from, to, least| by(from, to, least, &[By::Investigator, By::InCharge]);
        match kind {
            "case.x" if day < date(2026, 1, 1) => vec![way(vec![Stage::Investigation], None, None)],
            "case.x" => vec![way(vec![Stage::Investigation], None, Some("si"))],
            "case.y" => vec![
                way(vec![Stage::Trial], Some(Stage::Convicted), None),
                way(vec![Stage::Trial, Stage::InCourt], Some(Stage::Acquitted), None),
            ],
            "case.own" => vec![by(vec![Stage::Trial], None, None, &[By::Investigator])],
            "case.court" => vec![by(vec![Stage::Trial], None, Some("si"), &[By::Clerk, By::Court])],
            _ => vec![],
        }
    }

    fn rank(&self, code: &str) -> Option<u8> {
        TestLaw.rank(code)
    }
}

/// An officer of that rank who has the case; of his post nothing is known.
fn ranked(rank: &str) -> Who<'_> {
    Who { rank, own: Some(true), posts: None }
}

const DAY: Date = date(2026, 1, 5);

#[test]
fn yes_or_the_reason_with_its_citation() {
    let at = |stage, rank, day| may(&Changing, "case.x", stage, ranked(rank), "PB", day);
    assert_eq!(at(Stage::Investigation, "si", DAY), Ok(()));
    assert_eq!(at(Stage::Investigation, "inspector", DAY), Ok(()));
    let why = at(Stage::Investigation, "asi", DAY).unwrap_err();
    assert_eq!(order(why), said("order-rank-too-low", "L-1"));
    let why = at(Stage::Investigation, "typist", DAY).unwrap_err();
    assert_eq!(order(why), said("order-rank-too-low", "L-1"));
    let why = at(Stage::Trial, "si", DAY).unwrap_err();
    assert_eq!(order(why), said("order-at-trial", "L-1"));
    let why = may(&Changing, "case.z", Stage::Trial, ranked("si"), "PB", DAY).unwrap_err();
    assert_eq!(order(why), said("order-no-law", "case.z"));
}

#[test]
fn another_day_in_the_law_gives_another_answer() {
    let at = |day| may(&Changing, "case.x", Stage::Investigation, ranked("asi"), "PB", day);
    assert!(at(date(2025, 12, 31)).is_ok());
    assert!(at(date(2026, 1, 1)).is_err());
}

/// Page, API and rule ask the same; what they know of the officer differs.
#[test]
fn the_table_says_who_does_it() {
    let asked = |kind, who| may(&Changing, kind, Stage::Trial, who, "PB", DAY).err().map(order);
    let own = |own| Who { rank: "si", own, posts: None };
    assert_eq!(asked("case.own", own(Some(true))), None);
    assert_eq!(asked("case.own", own(Some(false))), Some(said("order-not-the-io", "L-1")));
    assert_eq!(asked("case.own", own(None)), Some(said("order-no-io", "CrPC-156")));
    let post = |own, post: &'static [By]| Who { rank: "si", own, posts: Some(post) };
    assert_eq!(asked("case.own", post(Some(true), &[])), None, "by having the case, in whatever post");
    let other = Some(said("order-not-the-io", "L-1"));
    assert_eq!(asked("case.own", post(Some(false), By::ALL)), other, "no post makes up for it");
    assert_eq!(asked("case.court", post(None, &[By::Clerk])), None);
    assert_eq!(asked("case.court", post(None, &[By::Supervisor, By::Court])), None);
    let other = Some(said("order-other-hand", "L-1"));
    assert_eq!(asked("case.court", post(Some(true), &[By::InCharge])), other);
    assert_eq!(asked("case.court", own(Some(true))), None, "the act does not keep the post");
    let low = Who { rank: "asi", own: None, posts: Some(&[By::Clerk]) };
    assert_eq!(asked("case.court", low), Some(said("order-rank-too-low", "L-1")));
}

#[test]
fn where_it_leads_is_asked_too() {
    let to = |from, to| may_lead(&Changing, "case.y", (from, to), ranked("si"), "PB", DAY);
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
    assert!(may(&Silent, "case.nominate", Stage::Investigation, ranked("igp"), "PB", DAY).is_err());
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
fn posts_have_one_spelling() {
    for by in By::ALL {
        assert_eq!(By::of(by.as_str()), Some(*by));
    }
    assert_eq!(By::of("typist"), None);
}

#[test]
fn stages_have_one_spelling() {
    for stage in Stage::ALL {
        assert_eq!(Stage::of(stage.as_str()), Some(*stage));
        assert_eq!(serde_json::to_string(stage).unwrap(), format!("\"{}\"", stage.as_str()));
        assert!(stage.refusal().starts_with("order-at-"));
    }
}
