use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{JoinRow, LineupRow, NamedRow, SearchRow};
use std::collections::BTreeSet;

use crate::bench::{Bench, faults, moment, order, said};
use crate::cro_samples::*;
use crate::samples::expunge;

fn office() -> Bench {
    Bench::new().by_officer("cro-1", "si")
}

fn row(bench: &Bench, search: &str) -> SearchRow {
    bench.row(search)
}

fn pair(bench: &Bench, one: &str, other: &str) -> JoinRow {
    bench.row(&JoinRow::key_of(&of(one), &of(other)))
}

#[test]
fn two_are_one_until_they_prove_to_be_two() {
    let mut bench = office();
    assert_eq!(faults(bench.refused(joined("e-1", "e-1"))), ["other fault-twice"]);
    let silent = PersonJoin { reasons: String::new(), ..joined("e-1", "e-2") };
    assert_eq!(faults(bench.refused(silent)), ["reasons fault-missing"]);
    let first = bench.ok(joined("e-2", "e-1")).header.act;
    assert!(pair(&bench, "e-1", "e-2").is_live());
    assert_eq!(order(bench.refused(joined("e-1", "e-2"))), said("order-joined-already", "PPR-27"));
    bench.ok(parted(&first));
    assert!(!pair(&bench, "e-1", "e-2").is_live());
    assert_eq!(order(bench.refused(parted(&first))), said("order-not-joined", "PPR-27"));
    let second = bench.ok(joined("e-1", "e-2")).header.act;
    assert_eq!(
        order(bench.refused(parted(&first))),
        said("order-not-joined", "PPR-27"),
        "that one has ended"
    );
    let kept = pair(&bench, "e-2", "e-1");
    assert_eq!((kept.joins.len(), kept.joins[1].act.clone()), (2, second));
    bench.sound();
}

#[test]
fn a_join_upon_a_search_needs_that_somebody_was_traced_in_it() {
    let mut bench = office();
    let slip = bench.ok(search(ProbeKind::Single)).header.act;
    bench.ok(list(&slip, vec![candidate("e-1", 900)]));
    let upon = PersonJoin { search: Some(slip.clone()), ..joined("e-1", "e-2") };
    assert_eq!(order(bench.refused(upon.clone())), said("order-not-traced", "PPR-27"));
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    bench.ok(traced(&slip, "e-1"));
    let other = PersonJoin { search: Some(slip), ..joined("e-3", "e-2") };
    assert_eq!(order(bench.refused(other)), said("order-not-traced", "PPR-27"));
    bench.ok(upon);
    bench.sound();
}

/// What the record office wrote of an enrolment goes with it: marks, joins, and what awaited an examiner.
#[test]
fn an_enrolment_destroyed_is_forgotten() {
    let mut bench = office();
    let slip = bench.ok(search(ProbeKind::Latent)).header.act;
    bench.ok(list(&slip, vec![candidate("e-1", 900), candidate("e-2", 500)]));
    let marked = bench.ok(examine(&slip, "e-1", Conclusion::Identified)).header.act;
    let joined_by = bench.ok(joined("e-1", "e-2")).header.act;
    let rec = bench.ok(forget("e-1"));
    assert_eq!(rec.body.unwrap().expunges(), [marked.clone(), joined_by]);
    let kept = row(&bench, &slip);
    assert!(kept.candidates[0].forgotten && kept.candidates[0].examinations.is_empty());
    assert!(!kept.candidates[1].forgotten);
    let key = JoinRow::key_of(&of("e-1"), &of("e-2"));
    assert!(bench.ledger.get::<JoinRow>("ps-test", &key).unwrap().is_none());
    let written = bench.ledger.journal("ps-test").iter().find(|w| w.header().unwrap().act == marked).unwrap();
    assert!(written.content.is_none() && written.salt.is_none());
    bench.officer = "cro-2".to_owned();
    let why = said("order-candidate-destroyed", "IPA-7");
    assert_eq!(order(bench.refused(examine(&slip, "e-1", Conclusion::Identified))), why);
    assert_eq!(order(bench.refused(joined("e-1", "e-3"))), why);
    assert_eq!(order(bench.refused(traced(&slip, "e-1"))), why);
    assert_eq!(order(bench.refused(forget("e-1"))), why);
    bench.ok(examine(&slip, "e-2", Conclusion::Excluded));
    bench.ok(not_traced(&slip));
    // Also one that was never listed, and a list that comes late.
    bench.ok(forget("e-8"));
    bench.ok(list(&slip, vec![candidate("e-8", 900)]));
    assert!(row(&bench, &slip).candidates[2].forgotten);
    bench.sound();
}

#[test]
fn an_expunged_search_takes_everything_upon_it() {
    let mut bench = office();
    let slip = bench.ok(search(ProbeKind::Single)).header.act;
    let listed = bench.ok(list(&slip, vec![candidate("e-1", 900)])).header.act;
    let marked = bench.ok(examine(&slip, "e-1", Conclusion::Identified)).header.act;
    let answered = bench.ok(traced(&slip, "e-1")).header.act;
    for part in [&listed, &marked, &answered] {
        assert_eq!(order(bench.refused(expunge(&[part]))), said("order-expunge-with-entry", "PPR-22.46"));
    }
    let rec = bench.ok(expunge(&[&slip]));
    let gone: BTreeSet<String> = rec.body.unwrap().expunges().iter().cloned().collect();
    assert_eq!(gone, [slip.clone(), listed, marked, answered].into());
    let kept = row(&bench, &slip);
    assert!(kept.gone.is_some() && kept.candidates.is_empty() && kept.prints.is_empty());
    assert!(bench.ledger.get::<NamedRow>("ps-test", &of("e-1").key()).unwrap().is_none());
    assert_eq!(order(bench.refused(list(&slip, vec![]))), said("order-expunged", "COURT-ORDER"));
    bench.sound();
}

#[test]
fn a_line_up_is_fair_and_says_what_the_witness_said() {
    let mut bench = office();
    let good = lineup("e-1");
    let mut few = good.clone();
    few.fillers.truncate(4);
    few.order = vec![0, 1, 2, 3, 4];
    assert_eq!(faults(bench.refused(few)), ["fillers fault-too-few"]);
    let mut twice = good.clone();
    twice.fillers[3] = face("e-1", 9);
    assert_eq!(faults(bench.refused(twice)), ["fillers.3.of fault-twice"]);
    let bare = LineupMake { suspect: Face { photograph: String::new(), ..face("e-1", 1) }, ..good.clone() };
    assert_eq!(faults(bench.refused(bare)), ["suspect.photograph fault-hash"], "nobody without a photograph");
    let unordered = LineupMake { order: vec![0, 0, 1, 2, 3, 4], ..good.clone() };
    assert_eq!(faults(bench.refused(unordered)), ["order fault-order"]);
    bench.now = bench.now.plus_seconds(30);
    let made = bench.ok(good).header.act;
    let minute = bench.now;
    bench.now = moment("2026-01-05T13:00:00+05:00");
    // An hour that is typed has no seconds: within the minute in which it was made nothing is too early.
    let typed = minute.plus_seconds(-minute.millis().rem_euclid(60_000) / 1_000);
    bench.clone_as("cro-1", "si").ok(LineupShow { shown: typed, ..shown(&made) });
    let early = LineupShow { shown: typed.plus_seconds(-60), ..shown(&made) };
    assert_eq!(faults(bench.refused(early)), ["shown fault-end-before-start"]);
    let beyond = LineupShow { picked: Some(7), ..shown(&made) };
    assert_eq!(faults(bench.refused(beyond)), ["picked fault-choice"]);
    let told = bench.ok(shown(&made)).header.act;
    bench.ok(LineupShow { picked: None, ..shown(&made) });
    let kept: LineupRow = bench.row(&made);
    assert_eq!((kept.shown.len(), kept.shown[0].picked, kept.shown[1].picked), (2, Some(2), None));
    assert_eq!(order(bench.refused(expunge(&[&told]))), said("order-expunge-with-entry", "PPR-22.46"));
    bench.ok(expunge(&[&made]));
    assert!(bench.ledger.get::<LineupRow>("ps-test", &made).unwrap().is_none());
    bench.sound();
}
