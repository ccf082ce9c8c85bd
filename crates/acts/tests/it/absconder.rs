use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{AbsconderRow, DeskRow};

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::samples::{expunge, party};
use crate::things::*;

#[test]
fn a_name_is_struck_off_only_on_arrest_death_or_order() {
    let mut bench = Bench::new();
    let rec = bench.ok(absconder("Synthetic Absconder"));
    assert_eq!(
        (entries(&rec), &rec.header.basis[..]),
        (vec!["4/2/2026/1".to_owned()], &["PPR-22.54".to_owned()][..])
    );
    let deserter = AbsconderEnter { list: AbsconderList::Deserters, ..absconder("Synthetic Deserter") };
    let other = bench.ok(deserter);
    assert_eq!(entries(&other), ["4/3/2026/1"]);
    assert_eq!(bench.row::<DeskRow>("-").tally.absconders, 2);
    let by_order = AbsconderRemove { reason: Struck::Order, ..struck_off(&rec.header.act) };
    assert_eq!(faults(bench.refused(by_order.clone())), ["order fault-order-needed"]);
    bench.ok(AbsconderRemove { order: Some(command()), ..by_order });
    let gone: AbsconderRow = bench.row(&rec.header.act);
    assert!(gone.removed.is_some());
    let line = bench.entry(&gone.entry);
    assert!(cells(&line).contains(&"removal=order".to_owned()));
    assert_eq!(
        order(bench.refused(struck_off(&rec.header.act))),
        said("order-already-struck-off", "PPR-22.54")
    );
    assert_eq!(order(bench.refused(expunge(&[&other.header.act]))), said("order-still-listed", "PPR-22.54"));
    bench.ok(expunge(&[&rec.header.act]));
    assert_eq!(bench.row::<DeskRow>("-").tally.absconders, 1);
    bench.sound();
}

#[test]
fn nobody_is_listed_by_name_alone() {
    let mut bench = Bench::new();
    let bare = AbsconderEnter { person: party("Synthetic Name"), ..absconder("") };
    assert_eq!(faults(bench.refused(bare)), ["person.relation fault-name-alone"]);
}
