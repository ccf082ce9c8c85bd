use jiff::civil::date;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{AccusedRow, CaseRow, ClockMark, ClockRow, ReportKind, Stage};

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::court_road::{aged, in_court, on_trial, registered, stage, station};
use crate::court_samples::*;

fn clock(bench: &Bench, subject: &str, deadline: &str) -> ClockRow {
    bench.row(&ClockRow::key_of(subject, deadline))
}

#[test]
fn a_hearing_is_a_line_of_parvi_and_sets_the_next_date() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    assert_eq!(order(bench.refused(hearing(&case))), said("order-at-investigation", "CrPC-344"));
    in_court(&mut bench, &case, &[1]);
    let rec = bench.ok(hearing(&case));
    assert_eq!(entries(&rec), ["w-parvi/-/2026/1"]);
    assert_eq!(
        cells(&bench.entry(&rec.header.entries[0])),
        [
            "fir_no=1/2026",
            "court=Synthetic Court",
            "date=2026-01-05",
            "purpose=evidence",
            "order=Two witnesses examined.",
            "next_date=2026-01-19",
            "next_purpose=defence",
            "witnesses=Synthetic Witness",
            "prosecutor=Synthetic Prosecutor",
            "officer=io-1"
        ]
    );
    assert_eq!(bench.row::<CaseRow>(&case).next_date, Some(date(2026, 1, 19)));
    let odd = CaseHearing {
        on: date(2026, 1, 6),
        next: Some(date(2026, 1, 6)),
        order: String::new(),
        ..hearing(&case)
    };
    assert_eq!(
        faults(bench.refused(odd)),
        ["on fault-future", "order fault-missing", "next fault-end-before-start"]
    );
    bench.sound();
}

#[test]
fn the_charge_starts_the_clocks_of_children_and_of_rape() {
    let mut bench = station();
    let case = aged(&mut bench, 1, 16);
    in_court(&mut bench, &case, &[1]);
    let why = bench.refused(acquit_on_merits(&case));
    assert_eq!(order(why), said("order-at-in-court", "CrPC-265-H"));
    bench.ok(CaseCharge { sections: vec!["T-S".to_owned()], ..charge(&case, &[1]) });
    assert_eq!(stage(&bench, &case), Stage::Trial);
    let key = AccusedRow::key_of(&case, 1);
    assert_eq!(clock(&bench, &key, "D17").marks, [ClockMark::Juvenile]);
    assert_eq!(clock(&bench, &case, "D19").marks, [ClockMark::Rape]);
    let grown = registered(&mut bench, 1);
    on_trial(&mut bench, &grown, &[1]);
    let none =
        bench.ledger.get::<ClockRow>("ps-test", &ClockRow::key_of(&AccusedRow::key_of(&grown, 1), "D17"));
    assert_eq!(none.unwrap(), None);
    bench.sound();
}

fn acquit_on_merits(case: &str) -> AccusedAcquit {
    AccusedAcquit { under: AcquitUnder::Merits, ..acquit(case, 1) }
}

#[test]
fn nobody_is_charged_who_was_not_sent_up() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    in_court(&mut bench, &case, &[1]);
    let why = bench.refused(charge(&case, &[1, 2]));
    assert_eq!(order(why), said("order-accused-not-sent-up", "CrPC-173"));
    bench.ok(charge(&case, &[1]));
    let why = bench.refused(convict(&case, 2));
    assert_eq!(order(why), said("order-accused-not-sent-up", "CrPC-173"));
}

#[test]
fn a_stay_rests_the_clocks_and_the_judgment() {
    let mut bench = station();
    let case = aged(&mut bench, 1, 16);
    on_trial(&mut bench, &case, &[1]);
    assert_eq!(order(bench.refused(unstay(&case))), said("order-not-stayed", "CrPC-561-A"));
    bench.ok(stay(&case));
    let key = AccusedRow::key_of(&case, 1);
    assert!(clock(&bench, &key, "D17").run.pauses[0].until.is_none());
    assert_eq!(order(bench.refused(stay(&case))), said("order-stayed", "CrPC-561-A"));
    let sentence = AccusedConvict { slip_no: None, ..convict(&case, 1) };
    assert_eq!(order(bench.refused(sentence.clone())), said("order-stayed", "CrPC-561-A"));
    bench.ok(hearing(&case));
    bench.ok(unstay(&case));
    assert!(clock(&bench, &key, "D17").run.pauses[0].until.is_some());
    bench.ok(sentence);
    bench.sound();
}

#[test]
fn transfer_to_a_court_stays_and_to_a_station_ends() {
    let mut bench = station();
    let (here, there) = (registered(&mut bench, 1), registered(&mut bench, 0));
    in_court(&mut bench, &here, &[1]);
    let rec = bench.ok(transfer(&here, TransferTo::Court));
    assert_eq!(
        (rec.header.basis.as_slice(), stage(&bench, &here)),
        (&["CrPC-526".to_owned()][..], Stage::InCourt)
    );
    let why = bench.refused(transfer(&here, TransferTo::Station));
    assert_eq!(order(why), said("order-at-in-court", "CrPC-526"));
    let why = bench.refused(transfer(&there, TransferTo::Court));
    assert_eq!(order(why), said("order-at-investigation", "PPR-24.7"));
    let rec = bench.ok(transfer(&there, TransferTo::Station));
    assert_eq!(cells(&bench.entry(&rec.header.entries[0]))[0], "to=Synthetic Other Station");
    assert_eq!(stage(&bench, &there), Stage::Transferred);
    let why = bench.refused(recommend(&there, ReportKind::Untraced));
    assert_eq!(order(why), said("order-at-transferred", "CrPC-173"));
    bench.sound();
}

/// A trial for rape is concluded with the last accused, and with it whatever else the case still waited for.
#[test]
fn the_clocks_of_a_case_end_with_its_last_accused() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    in_court(&mut bench, &case, &[1, 2]);
    bench.ok(CaseCharge { sections: vec!["T-S".to_owned()], ..charge(&case, &[1, 2]) });
    bench.ok(challan(&case, ReportKind::Complete, &[1, 2]));
    bench.ok(convict(&case, 1));
    assert!(clock(&bench, &case, "D19").is_open() && clock(&bench, &case, "D10").is_open());
    bench.ok(acquit(&case, 2));
    assert_eq!(stage(&bench, &case), Stage::Convicted, "the third was never sent up");
    assert!(!clock(&bench, &case, "D19").is_open(), "concluded");
    assert!(!clock(&bench, &case, "D10").is_open(), "no scrutiny is awaited in a case that ended");
    bench.sound();
}
