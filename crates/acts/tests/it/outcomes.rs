use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{
    AccusedRow, AccusedStatus, ClockRow, FirRow, PartyRow, ReportKind, Stage, entry_key,
};

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::court_road::{accused, aged, in_court, on_trial, registered, stage, station};
use crate::court_samples::*;
use crate::samples::nominate;

fn clock(bench: &Bench, case: &str, index: u32, deadline: &str) -> Option<ClockRow> {
    let key = ClockRow::key_of(&AccusedRow::key_of(case, index), deadline);
    bench.ledger.get("ps-test", &key).unwrap()
}

/// The case's line in register I.
fn line(bench: &Bench, case: &str) -> Vec<String> {
    let fir: FirRow = bench.row(case);
    cells(&bench.entry(&fir.entries[0]))
}

fn suppressed(bench: &Bench, case: &str, index: u32) -> bool {
    let person: PartyRow = bench.row(&PartyRow::key_of(case, index));
    let row = accused(bench, case, index);
    assert_eq!(row.suppressed.is_some(), person.suppressed, "link and person agree");
    person.suppressed
}

#[test]
fn the_stage_follows_when_the_last_accused_is_decided() {
    let mut bench = station();
    let case = registered(&mut bench, 4);
    on_trial(&mut bench, &case, &[1, 2, 3]);
    let rec = bench.ok(convict(&case, 1));
    assert_eq!(entries(&rec), ["9/IV/2026/1", "5/I/2026/4"]);
    assert_eq!(stage(&bench, &case), Stage::Trial);
    bench.ok(acquit(&case, 2));
    assert_eq!(order(bench.refused(acquit(&case, 2))), said("order-accused-decided", "CrPC-403"));
    bench.ok(abate(&case, 3));
    assert_eq!(stage(&bench, &case), Stage::Convicted, "the fourth was never sent up");
    assert!(line(&bench, &case).contains(&"outcome=convicted".to_owned()));
    assert!(!line(&bench, &case).iter().any(|c| c.starts_with("red_line")));
    bench.sound();
}

#[test]
fn a_conviction_is_entered_where_he_lives_and_told_to_the_record_office() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    on_trial(&mut bench, &case, &[1, 2]);
    let rec = bench.ok(AccusedConvict { notify_residence: true, ..convict(&case, 1) });
    assert_eq!(rec.header.basis, ["CrPC-265-H", "PPR-27.29", "CrPC-565"]);
    let entry = bench.entry(&rec.header.entries[0]);
    let kept = cells(&entry);
    for cell in ["section=T-1", "sentence=Two years.", "slip_no=CS-1/2026", "order_565=J-1"] {
        assert!(kept.contains(&cell.to_owned()), "{cell}: {kept:?}");
    }
    assert!(entry.current("person").unwrap().starts_with("Synthetic Accused 0"));
    assert!(clock(&bench, &case, 1, "D29").unwrap().is_open(), "the superintendent is to consider");
    let away = bench.ok(AccusedConvict { village: None, ..convict(&case, 2) });
    assert_eq!(entries(&away), ["5/I/2026/5"]);
    bench.ok(review(&case, 1));
    assert!(!clock(&bench, &case, 1, "D29").unwrap().is_open());
    bench.sound();
}

#[test]
fn a_child_convicted_is_in_no_book_of_convicts() {
    let mut bench = station();
    let case = aged(&mut bench, 1, 15);
    on_trial(&mut bench, &case, &[1]);
    let odd = AccusedConvict { notify_residence: true, ..convict(&case, 1) };
    assert_eq!(faults(bench.refused(odd)), ["notify_residence fault-juvenile", "slip_no fault-juvenile"]);
    let rec = bench.ok(AccusedConvict { slip_no: None, ..convict(&case, 1) });
    assert_eq!(
        (entries(&rec).len(), rec.header.basis),
        (0, vec!["CrPC-265-H".to_owned(), "JJSA-19".to_owned()])
    );
    assert_eq!(clock(&bench, &case, 1, "D29"), None);
    assert!(!clock(&bench, &case, 1, "D17").unwrap().is_open());
    let why = bench.refused(review(&case, 1));
    assert_eq!(order(why), said("order-juvenile-never-watched", "JJSA-19"));
    let grown = registered(&mut bench, 1);
    on_trial(&mut bench, &grown, &[1]);
    let odd = AccusedConvict { juvenile: true, ..convict(&grown, 1) };
    assert_eq!(faults(bench.refused(odd)), ["juvenile fault-choice"]);
    bench.sound();
}

#[test]
fn an_acquittal_takes_effect_at_once_in_every_row() {
    let mut bench = station();
    let case = registered(&mut bench, 0);
    let named = bench.ok(nominate(&case));
    let place = accused(&bench, &case, 1);
    assert_eq!((place.status(), suppressed(&bench, &case, 1)), (AccusedStatus::Nominated, false));
    on_trial(&mut bench, &case, &[1]);
    bench.ok(acquit(&case, 1));
    assert!(suppressed(&bench, &case, 1));
    assert!(clock(&bench, &case, 1, "D26").unwrap().is_open(), "destruction is due");
    let suspect = bench.entry(&named.header.entries[0]);
    assert_eq!(
        (suspect.entry.register.as_str(), suspect.current("removed").as_deref()),
        ("9", Some("acquitted"))
    );
    assert_eq!(suspect.current("person"), Some(nominate("").person.line()), "marked, never removed");
    let line = line(&bench, &case);
    assert!(line.contains(&"outcome=acquitted".to_owned()));
    assert!(line.contains(&"red_line=Synthetic Sessions Court — J-2 — 2026-01-05".to_owned()), "{line:?}");
    assert!(line.iter().any(|c| c == "narrative=It was taken."), "the entry is never deleted (rule 24.7)");
    bench.sound();
}

#[test]
fn a_conviction_set_aside_is_an_acquittal_with_all_its_effects() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    on_trial(&mut bench, &case, &[1, 2]);
    let rec = bench.ok(convict(&case, 1));
    bench.ok(convict(&case, 2));
    bench.ok(appeal(&case, 2, AppealResult::Upheld));
    let unsaid = AppealDecide { sentence: String::new(), ..appeal(&case, 2, AppealResult::Altered) };
    assert_eq!(faults(bench.refused(unsaid)), ["sentence fault-missing"]);
    bench.ok(appeal(&case, 1, AppealResult::SetAside));
    assert_eq!(accused(&bench, &case, 1).status(), AccusedStatus::Acquitted);
    assert!(suppressed(&bench, &case, 1));
    let conviction = bench.row::<roznamcha_acts::views::EntryRow>(&entry_key(&rec.header.entries[0]));
    assert_eq!(conviction.current("removed").as_deref(), Some("acquitted"));
    assert!(clock(&bench, &case, 1, "D26").unwrap().is_open());
    assert!(!clock(&bench, &case, 1, "D29").unwrap().is_open(), "nothing is left to consider");
    assert_eq!(stage(&bench, &case), Stage::Convicted, "the other stands convicted");
    let why = bench.refused(appeal(&case, 1, AppealResult::Upheld));
    assert_eq!(order(why), said("order-not-convicted", "CrPC-423"));
    bench.ok(appeal(&case, 2, AppealResult::Retrial));
    assert_eq!(
        (stage(&bench, &case), accused(&bench, &case, 2).status()),
        (Stage::Trial, AccusedStatus::Challaned)
    );
    bench.ok(acquit(&case, 2));
    assert_eq!(stage(&bench, &case), Stage::Acquitted);
    bench.sound();
}

#[test]
fn a_discharge_in_the_investigation_leaves_it_open() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let under_169 = AccusedDischarge { under: DischargeUnder::S169, ..discharge(&case, 1) };
    assert_eq!(order(bench.refused(under_169)), said("order-not-released-169", "CrPC-169"));
    bench.ok(discharge(&case, 1));
    assert!(suppressed(&bench, &case, 1));
    assert_eq!(stage(&bench, &case), Stage::Investigation);
    let why = bench.refused(challan(&case, ReportKind::Complete, &[1]));
    assert_eq!(order(why), said("order-accused-decided", "CrPC-403"));
    bench.sound();
}

#[test]
fn a_case_quashed_compounded_or_withdrawn_frees_everyone_not_decided() {
    let mut bench = station();
    let road = |bench: &mut Bench| {
        let case = registered(bench, 2);
        on_trial(bench, &case, &[1, 2]);
        bench.ok(convict(&case, 1));
        case
    };
    let (quashed, compounded, withdrawn) = (road(&mut bench), road(&mut bench), road(&mut bench));
    bench.ok(quash(&quashed));
    bench.ok(compound(&compounded));
    bench.ok(withdraw(&withdrawn));
    for (case, end, status) in [
        (&quashed, Stage::Quashed, AccusedStatus::Discharged),
        (&compounded, Stage::Compounded, AccusedStatus::Acquitted),
        (&withdrawn, Stage::Acquitted, AccusedStatus::Withdrawn),
    ] {
        assert_eq!((stage(&bench, case), accused(&bench, case, 2).status()), (end, status));
        assert!(suppressed(&bench, case, 2) && !suppressed(&bench, case, 1));
        assert!(line(&bench, case).iter().any(|c| c.starts_with("red_line=")));
        assert_eq!(order(bench.refused(quash(case))), said("order-at-ended", "CrPC-561-A"));
    }
    let before = registered(&mut bench, 1);
    in_court(&mut bench, &before, &[1]);
    bench.ok(withdraw(&before));
    assert_eq!(stage(&bench, &before), Stage::Discharged, "before the charge");
    bench.sound();
}

/// What the record office may not keep of one who was freed is destroyed, and its certificate ends the wait (D26).
#[test]
fn the_record_office_certifies_what_became_of_the_prints() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    on_trial(&mut bench, &case, &[1, 2, 3]);
    assert_eq!(order(bench.refused(prints(&case, 1))), said("order-not-freed", "IPA-7"));
    bench.ok(acquit(&case, 1));
    bench.ok(acquit(&case, 2));
    bench.ok(convict(&case, 3));
    assert_eq!(order(bench.refused(prints(&case, 3))), said("order-not-freed", "IPA-7"));
    for fate in [PrintsFate::Destroyed, PrintsFate::Kept] {
        let silent = PrintsDestroy { fate, particulars: String::new(), ..prints(&case, 1) };
        assert_eq!(faults(bench.refused(silent)), ["particulars fault-missing"]);
    }
    let rec = bench.ok(prints(&case, 1));
    assert_eq!(entries(&rec), ["5/I/2026/5"]);
    let line = cells(&bench.entry(&rec.header.entries[0]));
    let wanted = [
        "direction=in",
        "from=Synthetic Record Office",
        "their_no=CRO-4",
        "subject=prints_certificate",
        "fir_no=1/2026",
    ];
    assert_eq!(line[..5], wanted, "who was freed is not named in the letters");
    assert!(
        !clock(&bench, &case, 1, "D26").unwrap().is_open()
            && clock(&bench, &case, 2, "D26").unwrap().is_open()
    );
    assert_eq!(order(bench.refused(prints(&case, 1))), said("order-prints-certified", "IPA-7"));
    bench.ok(PrintsDestroy { fate: PrintsFate::NoneTaken, particulars: String::new(), ..prints(&case, 2) });
    assert!(!clock(&bench, &case, 2, "D26").unwrap().is_open());
    bench.sound();
}
