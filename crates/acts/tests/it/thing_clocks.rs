//! Clocks of parcels, missing children and persons watched, and the steps things leave in their case's timeline.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::{Bench, faults, order, said};
use crate::court_samples::excuse;
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

fn narcotics(bench: &mut Bench, case: &str, parcels: usize) -> (String, Vec<roznamcha_journal::EntryRef>) {
    let sample = |i| Article { narcotic: true, ..article(&format!("Sample {i}")) };
    let articles = (0..parcels).map(sample).collect();
    let taken = bench.ok(PropertyEnter { articles, ..seized(case, "") }).header;
    (taken.act, taken.entries.into_iter().filter(|e| e.register == "19").collect())
}

/// The report may be back, and written down, before the receipt is: then nothing is awaited once the receipt is there.
#[test]
fn a_receipt_written_after_its_report_awaits_nothing() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let (taken, items) = narcotics(&mut bench, &case, 1);
    let left = bench.now;
    let sent = bench.ok(road(items.clone(), Whereabouts::Laboratory, left)).header.act;
    let docket = bench.ok(to_laboratory(Some(&case), items.clone())).header.act;
    let there = bench.now;
    let told = bench.ok(report(&docket, Some(Seals::Intact)));
    assert_eq!(runs(&bench, &sent, "D14"), None);
    bench.ok(received(&sent, there));
    assert_eq!((runs(&bench, &taken, "D13"), runs(&bench, &sent, "D14")), (Some(false), Some(false)));
    let met = clock(&bench, &sent, "D14").unwrap().run;
    assert_eq!((met.started.at, met.met.unwrap().at), (there, told.header.happened.parse().unwrap()));
    // It goes there again, and of that journey no report is back.
    bench.ok(back(items[0].clone(), Seals::Intact));
    let left = bench.now.plus_seconds(60);
    bench.now = left;
    let again = bench.ok(road(items, Whereabouts::Laboratory, left)).header.act;
    let there = bench.now;
    bench.ok(received(&again, there));
    assert_eq!(runs(&bench, &again, "D14"), Some(true), "the first report is not its");
    bench.sound();
}

/// Of narcotics that a court had destroyed no sample is awaited, once none of them is left.
#[test]
fn no_sample_is_awaited_of_what_is_destroyed() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let (taken, items) = narcotics(&mut bench, &case, 2);
    for (item, left) in items.into_iter().zip([true, false]) {
        bench.ok(ordered(item.clone(), "destroy"));
        assert_eq!(runs(&bench, &taken, "D13"), Some(true));
        bench.ok(disposed(item, "destroy"));
        assert_eq!(runs(&bench, &taken, "D13"), Some(left));
    }
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
    assert_eq!(order(bench.refused(alert(&alerted, bench.now))), said("order-already-alerted", "ZARRA"));
    let grown = bench.ok(missing("Synthetic Adult", 40, at)).header.act;
    assert_eq!(runs(&bench, &grown, "D20"), None);
    assert_eq!(order(bench.refused(alert(&grown, bench.now))), said("order-alert-of-a-child", "ZARRA"));
    let early = bench.refused(alert(&open, at.plus_seconds(-60)));
    assert_eq!(faults(early), ["sent fault-before-missing"]);
    let late = bench.ok(excuse(&open, "D20")).header.act;
    let told = bench.ok(alert(&open, bench.now)).header.act;
    let met = clock(&bench, &open, "D20").unwrap();
    assert_eq!((met.run.met.unwrap().act, met.run.reasons[0].act.as_str()), (told, late.as_str()));
    let closed = bench.ok(MissingReport { alert_no: String::new(), ..silent.clone() }).header.act;
    bench.ok(missing_closed(&closed, "found"));
    assert_eq!(runs(&bench, &closed, "D20"), Some(false), "found, the child needs no alert");
    let gone = bench.ok(expunge(&[&open]));
    let Some(roznamcha_acts::Body::RecordExpunge(gone)) = gone.body else { panic!("no body") };
    assert!(gone.acts.contains(&late), "the reason goes with the clock");
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

/// The officer's words stand in the act; the clock and the timeline only say that they were given.
#[test]
fn the_reason_of_a_breach_is_on_record() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let nothing = ClockExcuse { reason: String::new(), ..excuse(&case, "D8") };
    assert_eq!(faults(bench.refused(nothing)), ["reason fault-missing"]);
    assert_eq!(crate::bench::unknown(bench.refused(excuse(&case, "D99"))), format!("{case}/D99"));
    let told = bench.ok(excuse(&case, "D8"));
    let row = clock(&bench, &case, "D8").unwrap();
    assert_eq!((row.run.reasons[0].act.as_str(), row.is_open()), (told.header.act.as_str(), true));
    assert_eq!(steps(&bench, &case), ["fir.register", "clock.excuse"]);
    let alone = bench.refused(expunge(&[&told.header.act]));
    assert_eq!(order(alone), said("order-expunge-with-fir", "PPR-24.5"));
    let sample = Article { narcotic: true, ..article("Sample") };
    let taken = bench.ok(PropertyEnter { articles: vec![sample], ..seized(&case, "") }).header.act;
    let kept = bench.ok(excuse(&taken, "D13")).header.act;
    assert_eq!(steps(&bench, &case).last().map(String::as_str), Some("clock.excuse"));
    bench.ok(expunge(&[&case]));
    assert_eq!(
        clock(&bench, &taken, "D13").unwrap().run.reasons.len(),
        1,
        "the parcel is not the case's own"
    );
    bench.ok(expunge(&[&kept]));
    assert!(clock(&bench, &taken, "D13").unwrap().run.reasons.is_empty());
    bench.sound();
}
