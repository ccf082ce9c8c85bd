use roznamcha_acts::kinds::{CashMove, Direction};
use roznamcha_acts::views::DeskRow;

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::samples::cash;

#[test]
fn received_goes_to_three_books_and_paid_to_two() {
    let mut bench = Bench::open();
    let rec = bench.ok(cash(Direction::In, 1_000));
    assert_eq!(entries(&rec), ["20/-/2026/1", "2/-/2026-01-05/2", "22/-/2026/1"]);
    assert_eq!(rec.header.basis, ["PPR-22.71"]);
    for entry in &rec.header.entries {
        let row = bench.entry(entry);
        assert_eq!(row.subject, "cash_in");
        assert_eq!(
            cells(&row),
            [
                "voucher=V-1",
                "party=Synthetic Treasury",
                "head=diet",
                "in=1000",
                "balance=1000",
                "purpose=Diet of prisoners"
            ]
        );
    }
    let rec = bench.ok(cash(Direction::Out, 1_000));
    assert_eq!(entries(&rec), ["20/-/2026/2", "2/-/2026-01-05/3"]);
    assert_eq!(cells(&bench.entry(&rec.header.entries[0]))[3..5], ["out=1000", "balance=0"]);
    assert_eq!(bench.row::<DeskRow>("-").cash_paisa, 0);
    bench.sound();
}

#[test]
fn refusals() {
    let mut bench = Bench::open();
    assert_eq!(order(bench.refused(cash(Direction::Out, 1))), said("order-cash-short", "PPR-22.71"));
    for amount in [0, -1, i64::MIN, i64::MAX, 10_000_000_001] {
        assert_eq!(faults(bench.refused(cash(Direction::In, amount))), ["amount_paisa fault-range"]);
    }
    bench.ok(cash(Direction::In, 10_000_000_000));
    let odd = CashMove {
        head: "gifts".to_owned(),
        party: String::new(),
        voucher: "a\tb".to_owned(),
        purpose: " ".to_owned(),
        ..cash(Direction::In, 1)
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "head fault-choice",
            "party fault-missing",
            "voucher fault-control-character",
            "purpose fault-missing"
        ]
    );
    let closed = cash(Direction::In, 1);
    assert_eq!(order(Bench::new().refused(closed)), said("order-diary-not-open", "PPR-22.48"));
}
