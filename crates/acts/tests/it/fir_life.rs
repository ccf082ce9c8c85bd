use roznamcha_acts::kinds::{FirDespatch, FirSign, FirUnseal};
use roznamcha_acts::views::{CellKind, CopyTo, FirRow, PartyRow};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::{OTHER, despatch, fir, full_fir, print, seal, unseal};

fn case() -> (Bench, String) {
    let mut bench = Bench::open();
    let act = bench.ok(full_fir()).header.act;
    (bench, act)
}

#[test]
fn the_officer_in_charge_signs_once() {
    let (mut bench, fir) = case();
    bench.officer = "sho-1".to_owned();
    let rec = bench.ok(FirSign { fir: fir.clone() });
    assert_eq!(entries(&rec), [""; 0]);
    assert_eq!(rec.header.basis, ["CrPC-154", "PPR-24.5"]);
    let signed = bench.row::<FirRow>(&fir).signed.unwrap();
    assert_eq!((signed.officer.as_str(), signed.act), ("sho-1", rec.header.act));
    assert_eq!(order(bench.refused(FirSign { fir })), said("order-already-signed", "CrPC-154"));
    bench.sound();
}

#[test]
fn a_copy_leaves_once_and_its_letter_says_so() {
    let (mut bench, fir) = case();
    let rec = bench.ok(despatch(&fir));
    assert_eq!(
        (entries(&rec), rec.header.basis),
        (vec![], vec!["CrPC-157".to_owned(), "PPR-24.5".to_owned()])
    );
    let row: FirRow = bench.row(&fir);
    assert_eq!(row.unsent(), [CopyTo::Dpo, CopyTo::Complainant]);
    assert_eq!(row.copies[0].carrier, "T/9");
    let (dpo, magistrate) = (bench.entry(&row.entries[2]), bench.entry(&row.entries[3]));
    assert_eq!(cells(&dpo).len(), 4);
    assert_eq!(
        cells(&magistrate)[4..],
        [format!("despatched={}", rec.header.happened), "carrier=T/9".to_owned()]
    );
    assert_eq!(magistrate.cells[4].kind, CellKind::Time);
    assert_eq!(order(bench.refused(despatch(&fir))), said("order-copy-already-sent", "PPR-24.5"));
    bench.ok(FirDespatch { to: CopyTo::Complainant, ..despatch(&fir) });
    let blank = FirDespatch { to: CopyTo::Dpo, carrier: " ".to_owned(), fir };
    assert_eq!(faults(bench.refused(blank)), ["carrier fault-missing"]);
    bench.sound();
}

#[test]
fn sealed_later_and_unsealed() {
    let (mut bench, fir) = case();
    assert_eq!(order(bench.refused(unseal(&fir))), said("order-not-sealed", "PPC-376-A"));
    let rec = bench.ok(seal(&fir));
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["PPC-376-A".to_owned()]));
    let row: FirRow = bench.row(&fir);
    assert_eq!(row.sealed.as_ref().map(|s| s.reason.as_str()), Some("court-order"));
    assert!(row.entries.iter().all(|e| bench.entry(e).sealed));
    assert!(bench.ledger.all::<PartyRow>(&bench.office).unwrap().iter().all(|p| p.sealed));
    assert_eq!(order(bench.refused(seal(&fir))), said("order-already-sealed", "PPC-376-A"));
    bench.sound();
    let blank = FirUnseal { order_no: String::new(), ..unseal(&fir) };
    assert_eq!(faults(bench.refused(blank)), ["order_no fault-missing"]);
    bench.ok(unseal(&fir));
    let row: FirRow = bench.row(&fir);
    assert!(row.sealed.is_none() && !row.entries.iter().any(|e| bench.entry(e).sealed));
    assert!(!bench.ledger.all::<PartyRow>(&bench.office).unwrap().iter().any(|p| p.sealed));
    bench.sound();
}

/// The diary's gist was written before the protection: the names in it stand in columns that readers mask.
#[test]
fn names_written_before_a_seal_stand_in_masked_columns_only() {
    let (mut bench, fir) = case();
    bench.ok(seal(&fir));
    for entry in bench.row::<FirRow>(&fir).entries {
        let row = bench.entry(&entry);
        assert!(row.sealed);
        for cell in row.cells.iter().filter(|c| !c.personal) {
            assert!(!cell.value.contains("Synthetic Complainant"), "{entry} {}", cell.key);
            assert!(!cell.value.contains("Synthetic Victim"), "{entry} {}", cell.key);
        }
    }
}

#[test]
fn what_is_not_in_the_books_is_refused() {
    let (mut bench, _) = case();
    for odd in [OTHER.to_owned(), String::new(), "a\u{0}b".to_owned(), "x".repeat(10_000)] {
        assert_eq!(unknown(bench.refused(FirSign { fir: odd.clone() })), odd);
        assert_eq!(unknown(bench.refused(despatch(&odd))), odd);
        assert_eq!(unknown(bench.refused(seal(&odd))), odd);
        assert_eq!(unknown(bench.refused(unseal(&odd))), odd);
    }
    let mut elsewhere =
        bench.act(FirSign { fir: bench.ledger.all::<FirRow>("ps-test").unwrap()[0].act.clone() }.into());
    elsewhere.office = "ps-other".to_owned();
    unknown(bench.refused_act(elsewhere));
}

#[test]
fn prints_are_counted_by_copy() {
    let (mut bench, fir) = case();
    let rec = bench.ok(print(&fir));
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["PPR-24.5".to_owned()]));
    bench.ok(print(&fir));
    let row: roznamcha_acts::views::PrintRow = bench.row(&format!("fir/{fir}/dpo"));
    assert_eq!((row.count, row.acts.len()), (2, 2));
    let mut odd = print("a/b");
    odd.form = "poster".to_owned();
    odd.copy = "press".to_owned();
    assert_eq!(faults(bench.refused(odd)), ["form fault-choice", "of fault-code", "copy fault-choice"]);
    bench.sound();
}

#[test]
fn one_act_sent_twice_is_one_act() {
    let mut bench = Bench::open();
    let sealed = roznamcha_acts::kinds::FirRegister { sections: vec!["T-S".to_owned()], ..fir() };
    let act = bench.act(sealed.into());
    let first = bench.send(act.clone()).unwrap();
    let before = bench.ledger.clone();
    bench.now = bench.now.plus_seconds(3_600);
    let mut later = act.clone();
    (later.happened, later.stated) = (bench.now, bench.now);
    assert_eq!(bench.send(act.clone()).unwrap(), first);
    assert_eq!(bench.send(later).unwrap(), first, "hours left out were taken from the clock");
    let mut other = act.clone();
    other.body =
        roznamcha_acts::kinds::FirRegister { narrative: "Another story.".to_owned(), ..fir() }.into();
    assert!(matches!(bench.send(other), Err(roznamcha_acts::ledger::LedgerError::IdTaken(_))));
    let mut other = act;
    other.officer = "someone-else".to_owned();
    assert!(matches!(bench.send(other), Err(roznamcha_acts::ledger::LedgerError::IdTaken(_))));
    assert_eq!(bench.ledger.views(), before.views());
    assert_eq!(bench.ledger.journal("ps-test"), before.journal("ps-test"));
}
