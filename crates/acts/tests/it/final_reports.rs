use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{AccusedRow, ClockRow, FirRow, ReportKind, Stage};

use crate::bench::{cells, entries, faults, order, said};
use crate::court_road::{accused, closed, registered, stage, station};
use crate::court_samples::*;

#[test]
fn a_cancellation_is_recommended_agreed_and_ordered() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    bench.ok(recommend(&case, ReportKind::False));
    assert!(!bench.row::<ClockRow>(&ClockRow::key_of(&case, "D8")).is_open());
    assert_eq!(
        order(bench.refused(final_order(&case, true))),
        said("order-report-not-forwarded", "CrPC-173")
    );
    let silent = FinalAgree { remarks: String::new(), ..agree(&case, false) };
    assert_eq!(faults(bench.refused(silent)), ["remarks fault-missing"]);
    bench.ok(agree(&case, true));
    bench.ok(final_order(&case, true));
    assert_eq!(stage(&bench, &case), Stage::Cancelled);
    assert!(accused(&bench, &case, 1).suppressed.is_some());
    assert!(bench.row::<ClockRow>(&ClockRow::key_of(&AccusedRow::key_of(&case, 1), "D26")).is_open());
    let line = cells(&bench.entry(&bench.row::<FirRow>(&case).entries[0]));
    assert!(line.contains(&"red_line=Synthetic Sessions Court — M-1 — 2026-01-05".to_owned()), "{line:?}");
    let rec = bench.ok(falsehood(&case));
    assert_eq!(
        (entries(&rec).as_slice(), rec.header.basis.as_slice()),
        (&["6/B/2026/1".to_owned()][..], &["PPC-182".to_owned(), "CrPC-195".to_owned()][..])
    );
    bench.sound();
}

#[test]
fn a_magistrate_or_prosecutor_who_does_not_agree_leaves_it_under_investigation() {
    let mut bench = station();
    let case = registered(&mut bench, 0);
    bench.ok(recommend(&case, ReportKind::Untraced));
    bench.ok(agree(&case, false));
    assert_eq!(
        order(bench.refused(final_order(&case, true))),
        said("order-report-not-forwarded", "CrPC-173")
    );
    bench.ok(recommend(&case, ReportKind::Untraced));
    bench.ok(agree(&case, true));
    bench.ok(final_order(&case, false));
    assert_eq!(stage(&bench, &case), Stage::Investigation);
    bench.ok(recommend(&case, ReportKind::Mistake));
    bench.sound();
}

#[test]
fn an_untraced_case_is_reopened_and_a_cancelled_one_is_not() {
    let mut bench = station();
    let (untraced, cancelled) = (registered(&mut bench, 1), registered(&mut bench, 0));
    closed(&mut bench, &untraced, ReportKind::Untraced);
    assert_eq!(stage(&bench, &untraced), Stage::Untraced);
    assert!(accused(&bench, &untraced, 1).suppressed.is_none(), "untraced frees nobody named");
    assert_eq!(order(bench.refused(falsehood(&untraced))), said("order-at-untraced", "PPC-182"));
    bench.ok(reopen(&untraced));
    assert_eq!(stage(&bench, &untraced), Stage::Investigation);
    closed(&mut bench, &cancelled, ReportKind::NonCognizable);
    assert_eq!(order(bench.refused(reopen(&cancelled))), said("order-at-ended", "CrPC-173"));
    assert_eq!(order(bench.refused(falsehood(&cancelled))), said("order-not-cancelled-false", "PPC-182"));
    bench.sound();
}
