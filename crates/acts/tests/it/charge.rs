use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{ArmRow, ChargeRow, DeskRow};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::{cash, expunge, fir, weapon_on_charge};
use crate::things::*;

/// A station with cash, an article, two weapons of which one is issued, and a deposited arm.
fn station() -> Bench {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    bench.ok(seized(&case, "Telephone"));
    bench.ok(cash(Direction::In, 500));
    bench.ok(weapon_on_charge("G-1"));
    bench.ok(weapon_on_charge("G-2"));
    bench.ok(weapon(Direction::Out, "asi-9"));
    bench.ok(deposit("Synthetic Licensee"));
    bench
}

fn counted_rightly(to: &str) -> ChargeHandOver {
    ChargeHandOver { cash_paisa: 500, in_store: 1, arms: 1, deposits: 1, pending: Some(1), ..hand_over(to) }
}

#[test]
fn charge_is_handed_over_counted_signed_and_countersigned() {
    let mut bench = station();
    let rec = bench.ok(counted_rightly("sho-2"));
    assert_eq!(
        (entries(&rec)[0].as_str(), &rec.header.basis[..]),
        ("25/-/2026/1", &["PPR-22.76".to_owned()][..])
    );
    let note = cells(&bench.entry(&rec.header.entries[0]));
    for cell in [
        "from=moharrar-1",
        "to=sho-2",
        "cash_balance=500",
        "storeroom_count=1",
        "arms=1",
        "arms_issued=1",
        "deposits=1",
        "pending_cases=1",
        "undetected=0",
    ] {
        assert!(note.contains(&cell.to_owned()), "{cell} not in {note:?}");
    }
    let charge = rec.header.act;
    assert_eq!(
        order(bench.refused(ChargeCountersign { charge: charge.clone() })),
        said("order-charge-not-taken", "PPR-22.76")
    );
    assert_eq!(
        order(bench.refused(ChargeTakeOver { charge: charge.clone() })),
        said("order-charge-not-yours", "PPR-22.76")
    );
    bench.officer = "sho-2".to_owned();
    let taken = bench.ok(ChargeTakeOver { charge: charge.clone() });
    assert_eq!(bench.entry(&taken.header.entries[0]).subject, "charge_taken");
    assert_eq!(
        order(bench.refused(ChargeTakeOver { charge: charge.clone() })),
        said("order-charge-taken", "PPR-22.76")
    );
    assert_eq!(
        order(bench.refused(ChargeCountersign { charge: charge.clone() })),
        said("order-charge-own-countersign", "PPR-22.76")
    );
    bench.officer = "sdpo-1".to_owned();
    bench.ok(ChargeCountersign { charge: charge.clone() });
    assert_eq!(
        order(bench.refused(ChargeCountersign { charge: charge.clone() })),
        said("order-charge-countersigned", "PPR-22.76")
    );
    let row: ChargeRow = bench.row(&charge);
    assert_eq!(
        (row.taken.unwrap().officer, row.countersigned.unwrap().officer),
        ("sho-2".to_owned(), "sdpo-1".to_owned())
    );
    let note = cells(&bench.entry(&row.entry));
    assert_eq!(note[note.len() - 2..], ["taken_by=sho-2", "countersigned=sdpo-1"]);
    bench.sound();
}

#[test]
fn a_silent_difference_is_refused_and_a_named_one_stands_in_both_books() {
    let mut bench = station();
    let short = ChargeHandOver { in_store: 0, cash_paisa: 400, ..counted_rightly("sho-2") };
    assert_eq!(
        faults(bench.refused(short.clone())),
        ["cash_paisa fault-count-differs", "in_store fault-count-differs"]
    );
    let told = |of, reason: &str| Difference { of, reason: reason.to_owned() };
    let named = ChargeHandOver {
        differences: vec![
            told(Counted::Store, "Telephone not found"),
            told(Counted::Cash, "Paid and not written"),
        ],
        ..short
    };
    let idle = ChargeHandOver { differences: vec![told(Counted::Arms, "None")], ..counted_rightly("sho-2") };
    assert_eq!(faults(bench.refused(idle)), ["differences.0.of fault-no-difference"]);
    let rec = bench.ok(named);
    for entry in &rec.header.entries {
        let line = cells(&bench.entry(entry));
        assert!(
            line.contains(&"differs=store".to_owned())
                && line.contains(&"discrepancies=Telephone not found".to_owned())
        );
    }
    assert!(bench.row::<ChargeRow>(&rec.header.act).differs);
    bench.sound();
}

#[test]
fn a_weapon_is_issued_and_its_rounds_come_back_or_are_explained() {
    let mut bench = Bench::open();
    let on_charge = bench.ok(weapon_on_charge("G-1")).header.act;
    let rec = bench.ok(weapon(Direction::Out, "asi-9"));
    assert_eq!(bench.entry(&rec.header.entries[0]).subject, "weapon_issue");
    assert_eq!(
        order(bench.refused(weapon(Direction::Out, "asi-8"))),
        said("order-weapon-issued", "PPR-22.67")
    );
    assert_eq!(faults(bench.refused(weapon(Direction::In, "asi-8"))), ["officer fault-not-his-weapon"]);
    let short = WeaponMove { rounds: 18, ..weapon(Direction::In, "asi-9") };
    assert_eq!(faults(bench.refused(short.clone())), ["remarks fault-rounds-differ"]);
    bench.ok(WeaponMove { remarks: "Two fired in case 1/2026".to_owned(), ..short });
    assert_eq!(
        order(bench.refused(weapon(Direction::In, "asi-9"))),
        said("order-weapon-not-issued", "PPR-22.67")
    );
    assert!(bench.row::<ArmRow>("16/III/2026/000000001").issued.is_none());
    let other = WeaponMove { weapon: "16/III/2026/7".parse().unwrap(), ..weapon(Direction::Out, "asi-9") };
    assert_eq!(unknown(bench.refused(other)), "16/III/2026/7");
    assert_eq!(order(bench.refused(expunge(&[&on_charge]))), said("order-not-expungible", "PPR-22.46"));
    let tally = bench.row::<DeskRow>("-").tally;
    assert_eq!((tally.arms, tally.arms_issued), (1, 0));
    bench.sound();
}

#[test]
fn a_deposited_arm_goes_back_or_is_confiscated_by_order() {
    let mut bench = Bench::open();
    let licence = bench.ok(crate::samples::licence("L-1", "Synthetic Licensee")).header.entries[0].clone();
    let rec = bench.ok(ArmsDeposit { licence: Some(licence.clone()), ..deposit("Synthetic Licensee") });
    assert_eq!(
        (entries(&rec)[0].as_str(), &rec.header.basis[..]),
        ("18/-/2026/1", &["PPR-22.69".to_owned()][..])
    );
    assert!(cells(&bench.entry(&licence)).last().unwrap().starts_with("deposited_at="));
    let taken = rec.header.act;
    assert_eq!(faults(bench.refused(given_back(&taken, ""))), ["to fault-back-or-order"]);
    let both = ArmsReturn { order: Some(command()), ..given_back(&taken, "Synthetic Licensee") };
    assert_eq!(faults(bench.refused(both)), ["to fault-back-or-order"]);
    bench.ok(given_back(&taken, "Synthetic Licensee"));
    assert_eq!(
        order(bench.refused(given_back(&taken, "Synthetic Licensee"))),
        said("order-deposit-ended", "PPR-22.69")
    );
    assert_eq!(bench.row::<DeskRow>("-").tally.deposits, 0);
    let nowhere = ArmsDeposit { licence: Some("17/arms/2026/9".parse().unwrap()), ..deposit("x") };
    assert_eq!(unknown(bench.refused(nowhere)), "17/arms/2026/9");
    bench.sound();
}

/// The files of pending cases are counted like the cash: a case goes out of the count with its report.
#[test]
fn pending_cases_are_counted_from_the_books() {
    use crate::court_road::{closed, in_court, registered, station};
    use roznamcha_acts::views::ReportKind;
    let mut bench = station();
    let cases: Vec<String> = (0..3).map(|_| registered(&mut bench, 1)).collect();
    in_court(&mut bench, &cases[0], &[1]);
    closed(&mut bench, &cases[1], ReportKind::Untraced);
    let tally = bench.row::<DeskRow>("-").tally;
    assert_eq!((tally.pending, tally.untraced), (1, 1));
    let uncounted = ChargeHandOver { pending: None, ..hand_over("sho-2") };
    assert_eq!(faults(bench.refused(uncounted)), ["pending fault-missing"]);
    let short = ChargeHandOver { pending: Some(0), ..hand_over("sho-2") };
    assert_eq!(faults(bench.refused(short.clone())), ["pending fault-count-differs"]);
    let named = vec![Difference { of: Counted::Pending, reason: "One file is at the court".to_owned() }];
    bench.ok(ChargeHandOver { differences: named, ..short });
    bench.ok(crate::samples::expunge(&[&cases[2]]));
    assert_eq!(bench.row::<DeskRow>("-").tally.pending, 0);
    bench.sound();
}
