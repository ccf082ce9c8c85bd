//! Clocks of parcels, missing children and persons watched, and the steps things leave in their case's timeline.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::Bench;
use crate::samples::{expunge, fir};
use crate::things::*;

fn clock(bench: &Bench, subject: &str, deadline: &str) -> Option<ClockRow> {
    bench.ledger.get(&bench.office, &ClockRow::key_of(subject, deadline)).unwrap()
}

fn runs(bench: &Bench, subject: &str, deadline: &str) -> Option<bool> {
    clock(bench, subject, deadline).map(|clock| clock.is_open())
}

fn steps(bench: &Bench, fir: &str) -> Vec<String> {
    let mut steps: Vec<StepRow> = bench.ledger.all(&bench.office).unwrap();
    steps.retain(|step| step.fir == fir);
    steps.into_iter().map(|step| step.kind).collect()
}

#[test]
fn a_narcotics_parcel_runs_against_two_clocks() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let plain = bench.ok(seized(&case, "Telephone")).header.act;
    assert_eq!(runs(&bench, &plain, "D13"), None, "no narcotic, no clock");
    let sample = Article { narcotic: true, ..article("Sample") };
    let taken = bench.ok(PropertyEnter { articles: vec![sample], ..seized(&case, "") }).header;
    let (taken, item) = (taken.act, taken.entries[0].clone());
    let started = clock(&bench, &taken, "D13").unwrap();
    assert_eq!((started.fir.as_deref(), started.marks), (Some(case.as_str()), vec![ClockMark::Narcotic]));
    assert_eq!(started.officer.as_deref(), Some("moharrar-1"), "whoever entered it answers for it");
    let left = bench.now;
    let sent = bench.ok(road(vec![item.clone()], Whereabouts::Laboratory, left)).header.act;
    let docket = bench.ok(to_laboratory(Some(&case), vec![item.clone()])).header.act;
    assert_eq!(runs(&bench, &taken, "D13"), Some(true), "on the road it is not there yet");
    let there = bench.now;
    bench.ok(received(&sent, there));
    let met = clock(&bench, &taken, "D13").unwrap().run.met.unwrap();
    assert_eq!((met.at, runs(&bench, &sent, "D14")), (there, Some(true)), "met when it was received");
    bench.ok(report(&docket, Some(Seals::Intact)));
    assert_eq!(runs(&bench, &sent, "D14"), Some(false));
    bench.ok(RoadReturn { road: sent.clone() });
    bench.ok(back(item.clone(), Seals::Intact));
    bench.ok(ordered(item.clone(), "destroy"));
    bench.ok(disposed(item, "destroy"));
    let told = steps(&bench, &case);
    let of_things = [
        "fir.register",
        "property.enter",
        "property.enter",
        "road.issue",
        "docket.issue",
        "road.receive",
        "docket.report",
        "road.return",
        "property.move",
        "property.order",
        "property.dispose",
    ];
    assert_eq!(told, of_things);
    bench.ok(expunge(&[&case]));
    let left = clock(&bench, &taken, "D13").unwrap();
    assert_eq!(left.title.as_deref(), Some("1/2026"), "the parcel's own record stands");
    bench.sound();
}

/// What goes to a court, or is no narcotic, runs against neither.
#[test]
fn other_articles_start_no_clock() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let item = bench.ok(seized(&case, "Telephone")).header.entries[0].clone();
    let left = bench.now;
    let sent = bench.ok(road(vec![item], Whereabouts::Laboratory, left)).header.act;
    let at = bench.now;
    bench.ok(received(&sent, at));
    assert_eq!(runs(&bench, &sent, "D14"), None);
    bench.sound();
}

#[test]
fn a_missing_child_must_be_alerted() {
    let mut bench = Bench::open();
    let at = bench.now;
    let silent = MissingReport { alert_no: String::new(), ..missing("Synthetic Child", 9, at) };
    let open = bench.ok(silent.clone()).header.act;
    assert_eq!(runs(&bench, &open, "D20"), Some(true));
    let alerted = bench.ok(MissingReport { alert_no: "ZA-7".to_owned(), ..silent.clone() }).header.act;
    assert_eq!(runs(&bench, &alerted, "D20"), Some(false));
    let grown = bench.ok(missing("Synthetic Adult", 40, at)).header.act;
    assert_eq!(runs(&bench, &grown, "D20"), None);
    bench.ok(missing_closed(&open, "found"));
    assert_eq!(runs(&bench, &open, "D20"), Some(false));
    bench.ok(expunge(&[&open]));
    assert_eq!(runs(&bench, &open, "D20"), None, "it goes with the report");
    bench.sound();
}

#[test]
fn a_watch_is_reviewed_every_year() {
    let mut bench = Bench::open();
    let listed = bench.ok(watch("Synthetic Watched")).header.act;
    assert_eq!(runs(&bench, &listed, "D27"), Some(true));
    bench.ok(review(&listed));
    let again = clock(&bench, &listed, "D27").unwrap();
    assert!(again.is_open() && again.earlier.len() == 1, "each review starts the next year");
    assert!(again.earlier[0].met.is_some());
    bench.ok(unwatch(&listed));
    assert_eq!(runs(&bench, &listed, "D27"), Some(false));
    bench.ok(expunge(&[&listed]));
    assert_eq!(runs(&bench, &listed, "D27"), None);
    bench.sound();
}
