use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{
    AccusedRow, CaseRow, ClockRow, CustodyClass, CustodyRow, EntryRow, FinalReportRow, ReportKind,
    ReportState, Stage,
};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::court_road::{accused, in_court, on_trial, registered, stage, station};
use crate::court_samples::*;
use crate::samples::OTHER;

fn clock(bench: &Bench, subject: &str, deadline: &str) -> ClockRow {
    bench.row(&ClockRow::key_of(subject, deadline))
}

fn report(bench: &Bench, case: &str) -> FinalReportRow {
    let case: CaseRow = bench.row(case);
    bench.row(case.reports.last().unwrap())
}

#[test]
fn an_interim_challan_and_the_complete_one_after_it() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let rec = bench.ok(challan(&case, ReportKind::Interim, &[1]));
    assert_eq!(entries(&rec), ["2/-/2026-01-05/3", "5/I/2026/3"]);
    assert_eq!(rec.header.basis, ["CrPC-173", "CrPC-170"]);
    let letter = bench.entry(&rec.header.entries[1]);
    assert_eq!(cells(&letter)[0], "to=Synthetic District Prosecutor");
    assert_eq!(stage(&bench, &case), Stage::ChallanInterim);
    assert!(!clock(&bench, &case, "D9").is_open() && clock(&bench, &case, "D8").is_open());
    assert!(clock(&bench, &case, "D10").is_open());
    let why = bench.refused(challan(&case, ReportKind::Interim, &[2]));
    assert_eq!(order(why), said("order-report-in-hand", "CrPC-173"));
    bench.ok(challan(&case, ReportKind::Complete, &[1, 2]));
    assert_eq!(stage(&bench, &case), Stage::Challan);
    assert!(!clock(&bench, &case, "D8").is_open());
    let reports = bench.row::<CaseRow>(&case).reports;
    assert_eq!(bench.row::<FinalReportRow>(&reports[0]).state, ReportState::Returned, "superseded");
    assert_eq!(accused(&bench, &case, 2).sent_up, ["T-1"]);
    bench.sound();
}

#[test]
fn only_the_investigating_officer_submits() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let mut other = bench.clone_as("io-2", "inspector");
    let why = other.refused(challan(&case, ReportKind::Complete, &[1]));
    assert_eq!(order(why), said("order-not-the-io", "CrPC-173"));
    let why = other.refused(recommend(&case, ReportKind::Untraced));
    assert_eq!(order(why), said("order-not-the-io", "CrPC-173"));
    let mut constable = bench.clone_as("io-1", "constable");
    let why = constable.refused(challan(&case, ReportKind::Complete, &[1]));
    assert_eq!(order(why), said("order-rank-too-low", "CrPC-173"));
    assert_eq!(
        unknown(bench.refused(challan(OTHER, ReportKind::Complete, &[1]))),
        OTHER,
        "no challan before the FIR"
    );
    assert_eq!(unknown(bench.refused(challan(&case, ReportKind::Complete, &[0]))), format!("{case}/0000"));
    let untold = crate::samples::fir();
    let none = bench.ok(untold).header.act;
    let why = bench.refused(recommend(&none, ReportKind::Untraced));
    assert_eq!(order(why), said("order-no-io", "CrPC-156"));
}

#[test]
fn faults_of_a_challan() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let person = |class, sections: &[&str]| Challaned {
        accused: 1,
        class,
        sections: sections.iter().map(|s| (*s).to_owned()).collect(),
    };
    let odd = ChallanSubmit {
        report: ReportKind::False,
        persons: vec![person(CustodyClass::Jim, &["T-1"]), person(CustodyClass::Be, &["T-X"])],
        witnesses: vec![Witness { person: String::new(), of: "hearsay".to_owned() }],
        property: vec!["a b".to_owned()],
        through: String::new(),
        prosecutor: String::new(),
        ..challan(&case, ReportKind::Complete, &[])
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "report fault-choice",
            "persons.0.sections fault-missing",
            "persons.1.accused fault-twice",
            "persons.1.sections.0 fault-section-unknown",
            "witnesses.0.person fault-missing",
            "witnesses.0.of fault-choice",
            "property.0 fault-code",
            "through fault-code",
            "prosecutor fault-missing"
        ]
    );
}

#[test]
fn objected_answered_forwarded_received() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    assert_eq!(order(bench.refused(forward(&case))), said("order-at-investigation", "CrPC-173"));
    bench.ok(challan(&case, ReportKind::Complete, &[1]));
    let rec = bench.ok(object(&case));
    assert_eq!(entries(&rec), ["w-objection/-/2026/1", "w-objection/-/2026/2"]);
    assert_eq!(stage(&bench, &case), Stage::Objected);
    assert!(!clock(&bench, &case, "D10").is_open(), "the prosecutor has done his part");
    assert_eq!(order(bench.refused(forward(&case))), said("order-at-objected", "CrPC-173"));
    assert_eq!(order(bench.refused(answer(&case, &[1]))), said("order-objections-open", "CrPC-173"));
    let why = bench.refused(answer(&case, &[1, 3]));
    assert_eq!(faults(why), ["answers.1.no fault-no-such-objection"]);
    bench.ok(answer(&case, &[2, 1]));
    let line = bench.entry(&rec.header.entries[0]);
    assert_eq!(line.current("reply").as_deref(), Some("Done and enclosed."));
    let scrutiny = clock(&bench, &case, "D10");
    assert!(scrutiny.is_open() && scrutiny.earlier.len() == 1, "scrutiny begins anew");
    assert_eq!(stage(&bench, &case), Stage::Challan);
    assert_eq!(order(bench.refused(receive(&case))), said("order-report-not-forwarded", "CrPC-173"));
    bench.ok(forward(&case));
    assert!(!clock(&bench, &case, "D10").is_open());
    bench.ok(receive(&case));
    assert_eq!(stage(&bench, &case), Stage::InCourt);
    let kept = report(&bench, &case);
    assert_eq!((kept.state, kept.court_no.as_deref()), (ReportState::InCourt, Some("C-7/2026")));
    bench.sound();
}

#[test]
fn a_supplementary_challan_leaves_the_trial_where_it_is() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    on_trial(&mut bench, &case, &[1]);
    in_court(&mut bench, &case, &[2]);
    assert_eq!(stage(&bench, &case), Stage::Trial);
    bench.ok(challan(&case, ReportKind::Complete, &[2]));
    bench.ok(object(&case));
    assert_eq!(stage(&bench, &case), Stage::Trial);
    let open: Vec<u32> = report(&bench, &case).open_objections().map(|o| o.no).collect();
    bench.ok(answer(&case, &open));
    assert_eq!(stage(&bench, &case), Stage::Trial);
    bench.sound();
}

#[test]
fn whoever_hides_goes_in_absentia_and_the_file_lies_dormant() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    in_court(&mut bench, &case, &[1]);
    assert_eq!(order(bench.refused(shelve(&case))), said("order-accused-present", "CrPC-512"));
    bench.ok(challan(&case, ReportKind::Absentia, &[2]));
    bench.ok(forward(&case));
    bench.ok(receive(&case));
    let why = bench.refused(challan(&case, ReportKind::Complete, &[2]));
    assert_eq!(order(why), said("order-absentia-only-hidden", "CrPC-512"));
    bench.ok(acquit(&case, 1));
    assert_eq!(stage(&bench, &case), Stage::InCourt, "one accused is still hidden");
    bench.ok(shelve(&case));
    assert_eq!(stage(&bench, &case), Stage::InAbsentia);
    let why = bench.refused(CaseReopen { accused: Some(2), ..reopen(&case) });
    assert_eq!(order(why), said("order-not-arrested", "CrPC-512"));
    assert_eq!(order(bench.refused(reopen(&case))), said("order-at-in-absentia", "CrPC-512"));
    bench.sound();
}

/// Nobody but a hidden accused: his challan in absentia is the final report, and the clock of it does not run for ever.
#[test]
fn a_challan_in_absentia_is_a_final_report() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    assert!(clock(&bench, &case, "D8").is_open());
    bench.ok(challan(&case, ReportKind::Absentia, &[1]));
    assert!(!clock(&bench, &case, "D8").is_open() && !clock(&bench, &case, "D9").is_open());
}

/// An absconder is arrested: the dormant case comes back for him alone, and he is tried.
#[test]
fn a_dormant_case_comes_back_when_the_absconder_is_arrested() {
    use crate::case_samples as case_acts;
    let mut bench = station();
    bench.ok(crate::samples::appoint());
    let case = registered(&mut bench, 2);
    for act in [1, 2] {
        bench.ok(CaseWarrant { accused: act, ..case_acts::warrant(&case) });
    }
    in_court(&mut bench, &case, &[1]);
    bench.ok(challan(&case, ReportKind::Absentia, &[2]));
    bench.ok(forward(&case));
    bench.ok(receive(&case));
    bench.ok(acquit(&case, 1));
    bench.ok(CaseProclaim { accused: 2, published: bench.now, ..case_acts::proclaim(&case) });
    bench.ok(shelve(&case));
    let arrested = bench.now;
    let caught = bench.ok(CaseArrest { accused: 2, arrested, ..case_acts::arrest(&case) });
    let listed = AccusedRow::key_of(&case, 2);
    let row: AccusedRow = bench.row(&listed);
    assert!(row.absconder.is_none() && row.custody.is_some(), "nobody looks for him any more");
    let four = bench.ledger.all::<EntryRow>(&bench.office).unwrap();
    let four = four.iter().find(|e| e.entry.register == "4").unwrap();
    assert_eq!(four.current("arrested"), Some(arrested.to_string()));
    assert_eq!(stage(&bench, &case), Stage::InAbsentia, "it lies dormant until it is taken up");
    let freed = bench.refused(CaseReopen { accused: Some(1), ..reopen(&case) });
    assert_eq!(order(freed), said("order-accused-decided", "CrPC-403"));
    bench.ok(CaseReopen { accused: Some(2), ..reopen(&case) });
    assert_eq!(stage(&bench, &case), Stage::InCourt);
    bench.ok(charge(&case, &[2]));
    bench.ok(convict(&case, 2));
    assert_eq!(stage(&bench, &case), Stage::Convicted);
    let stay: CustodyRow = bench.row(&caught.header.act);
    assert!(!stay.is_held(), "from the lock-up to prison");
    bench.sound();
}
