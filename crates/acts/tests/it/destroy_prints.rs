//! Destruction reaches whoever is freed: of a case that went elsewhere, of one that ended without him, of what was kept at
//! first, and of one who was enrolled without a case.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{CaseRow, EnrolRow, EnrolState, ReportKind, Stage};

use crate::bench::{Bench, cells, faults, order, said, unknown};
use crate::court_road::{closed, in_court, on_trial, registered, stage, station};
use crate::court_samples::*;
use crate::cro_samples::*;
use crate::samples::party;

fn enrolled(bench: &mut Bench, case: &str, accused: u32) -> String {
    bench.ok(enrol(case, accused, EnrolBasis::Magistrate)).header.act
}

fn state(bench: &Bench, act: &str) -> EnrolState {
    bench.row::<EnrolRow>(act).state
}

fn destroyed(bench: &mut Bench, case: &str, accused: u32, act: &str) {
    assert_eq!(state(bench, act), EnrolState::Suppressed);
    bench.ok(prints(case, accused));
    assert_eq!(state(bench, act), EnrolState::Destroyed);
}

#[test]
fn who_is_freed_by_another_station_is_freed_in_these_books() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    let acts: Vec<String> = (1..=3).map(|accused| enrolled(&mut bench, &case, accused)).collect();
    bench.ok(transfer(&case, TransferTo::Station));
    let early = AccusedAcquit { under: AcquitUnder::Merits, ..acquit(&case, 1) };
    bench.ok(early);
    bench.ok(discharge(&case, 2));
    bench.ok(abate(&case, 3));
    for (accused, act) in (1..).zip(&acts) {
        destroyed(&mut bench, &case, accused, act);
    }
    assert_eq!(stage(&bench, &case), Stage::Transferred, "it has not come back");
    bench.sound();
}

/// One never sent up is left undecided by the end of the case; the court's order frees him afterwards.
#[test]
fn who_was_left_by_the_end_of_his_case_can_be_freed() {
    let mut bench = station();
    for decide in [
        |case: &str| Body::from(acquit(case, 1)),
        |case: &str| convict(case, 1).into(),
        |case: &str| discharge(case, 1).into(),
    ] {
        let case = registered(&mut bench, 3);
        let (left, dead) = (enrolled(&mut bench, &case, 2), enrolled(&mut bench, &case, 3));
        on_trial(&mut bench, &case, &[1]);
        bench.ok(decide(&case));
        let ended = stage(&bench, &case);
        assert!(!ended.is_open());
        bench.ok(discharge(&case, 2));
        destroyed(&mut bench, &case, 2, &left);
        bench.ok(abate(&case, 3));
        destroyed(&mut bench, &case, 3, &dead);
        assert_eq!(bench.row::<CaseRow>(&case).stage, ended);
    }
    let case = registered(&mut bench, 1);
    let act = enrolled(&mut bench, &case, 1);
    closed(&mut bench, &case, ReportKind::Untraced);
    bench.ok(discharge(&case, 1));
    destroyed(&mut bench, &case, 1, &act);
    bench.sound();
}

#[test]
fn who_lies_dormant_with_his_case_can_be_freed() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let act = enrolled(&mut bench, &case, 2);
    bench.ok(challan(&case, ReportKind::Absentia, &[1]));
    bench.ok(forward(&case));
    bench.ok(receive(&case));
    bench.ok(shelve(&case));
    bench.ok(discharge(&case, 2));
    destroyed(&mut bench, &case, 2, &act);
    assert_eq!(stage(&bench, &case), Stage::InAbsentia);
    bench.sound();
}

/// The earlier conviction for which they were kept may fall too.
#[test]
fn what_was_kept_at_first_is_destroyed_later() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let act = enrolled(&mut bench, &case, 1);
    in_court(&mut bench, &case, &[1]);
    bench.ok(acquit(&case, 1));
    bench.ok(PrintsDestroy { fate: PrintsFate::Kept, ..prints(&case, 1) });
    let again = PrintsDestroy { fate: PrintsFate::Kept, ..prints(&case, 1) };
    assert_eq!(order(bench.refused(again)), said("order-prints-certified", "IPA-7"));
    bench.ok(prints(&case, 1));
    assert_eq!(state(&bench, &act), EnrolState::Destroyed);
    assert_eq!(order(bench.refused(prints(&case, 1))), said("order-prints-certified", "IPA-7"));
    bench.sound();
}

#[test]
fn who_was_enrolled_without_a_case_is_destroyed_by_his_enrolment() {
    let mut bench = station();
    let bound = PrintsEnrol {
        fir: None,
        accused: None,
        person: party("Synthetic Bound"),
        order: Some(crate::court_samples::order("B-1")),
        ..enrol("", 0, EnrolBasis::Bond)
    };
    let act = bench.ok(bound).header.act;
    let kept = PrintsDestroy { fate: PrintsFate::Kept, ..prints_alone(&act) };
    assert_eq!(faults(bench.refused(kept)), ["fate fault-choice"]);
    assert_eq!(unknown(bench.refused(prints_alone("nobody"))), "nobody");
    let case = registered(&mut bench, 1);
    let both = PrintsDestroy { fir: case.clone(), ..prints_alone(&act) };
    assert_eq!(faults(bench.refused(both)), ["fir fault-choice"]);
    let of_case = enrolled(&mut bench, &case, 1);
    let why = order(bench.refused(prints_alone(&of_case)));
    assert_eq!(why, said("order-enrolled-in-case", "IPA-7"), "he is not freed of it");
    let rec = bench.ok(prints_alone(&act));
    assert_eq!(rec.body.as_ref().unwrap().expunges(), std::slice::from_ref(&act));
    assert_eq!(state(&bench, &act), EnrolState::Destroyed);
    let line = cells(&bench.entry(&rec.header.entries[0]));
    assert!(line.contains(&"subject=prints_certificate".to_owned()), "{line:?}");
    assert_eq!(order(bench.refused(prints_alone(&act))), said("order-candidate-destroyed", "IPA-7"));
    bench.sound();
}

/// What goes is what the books say, whatever a client names.
#[test]
fn a_list_that_a_client_sends_changes_nothing() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let (one, other) = (enrolled(&mut bench, &case, 1), enrolled(&mut bench, &case, 2));
    bench.ok(quash(&case));
    let sent = PrintsDestroy { removed: vec![other.clone(), "nothing".to_owned()], ..prints(&case, 1) };
    let rec = bench.ok(sent);
    assert_eq!(rec.body.unwrap().expunges(), std::slice::from_ref(&one));
    assert_eq!([state(&bench, &one), state(&bench, &other)], [EnrolState::Destroyed, EnrolState::Suppressed]);
    let none = PrintsDestroy { fate: PrintsFate::Kept, removed: vec![other.clone()], ..prints(&case, 2) };
    assert_eq!(bench.ok(none).body.unwrap().expunges(), [] as [String; 0]);
    bench.sound();
}
