use jiff::civil::date;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{DeskRow, WatchRow};

use crate::bench::{Bench, cells, entries, faults, moment, order, said};
use crate::samples::{expunge, full_party};
use crate::things::*;

#[test]
fn one_order_makes_both_books_with_ground_order_and_review() {
    let mut bench = Bench::new();
    let rec = bench.ok(watch("Synthetic Watched"));
    assert_eq!(entries(&rec), ["10/II/2026/1", "11/-/2026/1"]);
    assert_eq!(rec.header.basis, ["PPR-23.4", "PPR-23.8"]);
    let listed = cells(&bench.entry(&rec.header.entries[0]));
    for cell in
        ["ground=convicted_twice", "order=District Police Officer 88 2026-01-05", "review_due=2027-01-05"]
    {
        assert!(listed.contains(&cell.to_owned()), "{cell} not in {listed:?}");
    }
    assert!(cells(&bench.entry(&rec.header.entries[1])).contains(&"bundle=a".to_owned()));
    let only = SurveillanceOrder { part: None, ..watch("Synthetic Other") };
    assert_eq!(entries(&bench.ok(only)), ["11/-/2026/2"]);
    assert_eq!(bench.row::<DeskRow>("-").tally.watched, 1);
    bench.sound();
}

#[test]
fn never_a_child_and_never_without_order_ground_or_review() {
    let mut bench = Bench::new();
    let aged = |age| SurveillanceOrder { person: Party { age, ..full_party("Synthetic", 8) }, ..watch("") };
    assert_eq!(order(bench.refused(aged(Some(17)))), said("order-never-a-child", "JJSA-13"));
    assert_eq!(faults(bench.refused(aged(None))), ["person.age fault-missing"]);
    let odd = SurveillanceOrder {
        part: None,
        sheet: false,
        ground: "relation".to_owned(),
        facts: String::new(),
        order: Command { no: String::new(), date: date(2026, 1, 6), ..command() },
        review_due: date(2027, 1, 7),
        ..watch("Synthetic")
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "part fault-missing",
            "facts fault-missing",
            "ground fault-choice",
            "order.no fault-missing",
            "order.date fault-future",
            "review_due fault-review-within-a-year"
        ]
    );
    let wrong_part = SurveillanceOrder { part: Some(WatchPart::I), ..watch("Synthetic") };
    assert_eq!(faults(bench.refused(wrong_part)), ["ground fault-choice"], "part I is as of right");
}

#[test]
fn visits_end_with_the_review_and_the_removal() {
    let mut bench = Bench::new();
    let act = bench.ok(watch("Synthetic Watched")).header.act;
    let rec = bench.ok(visit(&act, "At home"));
    assert_eq!((entries(&rec), &rec.header.basis[..]), (vec![], &["PPR-23.7".to_owned()][..]));
    bench.now = moment("2027-01-06T08:00:00+05:00");
    assert_eq!(order(bench.refused(visit(&act, ""))), said("order-review-past", "PPR-23.5"));
    let reviewed = Command { date: date(2027, 1, 6), ..command() };
    bench.ok(SurveillanceReview { order: reviewed.clone(), review_due: date(2027, 12, 31), ..review(&act) });
    bench.ok(SurveillanceVisit { found: false, ..visit(&act, "") });
    let row: WatchRow = bench.row(&act);
    assert_eq!((row.visits, row.review_due), (2, date(2027, 12, 31)));
    bench.ok(SurveillanceRemove { order: reviewed, ..unwatch(&act) });
    assert_eq!(order(bench.refused(visit(&act, ""))), said("order-not-watched", "PPR-23.5"));
    let listed = bench.entry(bench.row::<WatchRow>(&act).listed.as_ref().unwrap());
    let keys: Vec<&str> = listed.fills.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(
        keys,
        [
            "visits",
            "remarks",
            "reviewed",
            "reasons",
            "review_due",
            "absences",
            "removed",
            "removal",
            "bundle"
        ]
    );
    assert_eq!(bench.row::<DeskRow>("-").tally.watched, 0);
    bench.sound();
}

#[test]
fn a_removed_sheet_can_be_expunged_with_all_upon_it() {
    let mut bench = Bench::new();
    let act = bench.ok(watch("Synthetic Watched")).header.act;
    let seen = bench.ok(visit(&act, "At home")).header.act;
    assert_eq!(order(bench.refused(expunge(&[&act]))), said("order-still-listed", "PPR-22.54"));
    let removed = bench.ok(unwatch(&act)).header.act;
    assert_eq!(order(bench.refused(expunge(&[&seen]))), said("order-expunge-with-entry", "PPR-22.46"));
    let rec = bench.ok(expunge(&[&act]));
    let Some(roznamcha_acts::Body::RecordExpunge(body)) = rec.body else { panic!("another kind") };
    assert_eq!(body.acts, [act, seen, removed]);
    bench.sound();
}
