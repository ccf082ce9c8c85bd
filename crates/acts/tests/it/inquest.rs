use roznamcha_acts::kinds::*;
use roznamcha_acts::views::InquiryRow;

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::fir;
use crate::things::*;

#[test]
fn an_unnatural_death_is_in_four_books_and_may_become_a_case() {
    let mut bench = Bench::open();
    let at = bench.now;
    let rec = bench.ok(inquest("Synthetic Deceased", at));
    assert_eq!(entries(&rec), ["6/A/2026/1", "5/I/2026/1", "2/-/2026-01-05/2", "w-mlc/-/2026/1"]);
    assert_eq!(rec.header.basis, ["CrPC-174", "PPR-25.31"]);
    assert_eq!(bench.entry(&rec.header.entries[2]).subject, "death");
    let act = rec.header.act;
    let crime = InquestClose { outcome: "case".to_owned(), ..inquest_closed(&act) };
    assert_eq!(faults(bench.refused(crime.clone())), ["fir fault-case-needed"]);
    let case = bench.ok(fir()).header.act;
    let rec = bench.ok(InquestClose { fir: Some(case.clone()), ..crime });
    assert_eq!(rec.header.entries.len(), 1);
    let row: InquiryRow = bench.row(&act);
    assert_eq!(row.closed.as_ref().unwrap().fir, Some(case.clone()));
    assert!(cells(&bench.entry(&row.entry)).contains(&format!("fir={case}")));
    assert_eq!(order(bench.refused(inquest_closed(&act))), said("order-inquiry-closed", "PPR-22.56"));
    bench.sound();
}

#[test]
fn the_magistrate_is_told_after_the_station_and_before_now() {
    let mut bench = Bench::open();
    let at = bench.now;
    let early = InquestOpen { magistrate_informed_at: at.plus_seconds(-60), ..inquest("x", at) };
    assert_eq!(faults(bench.refused(early)), ["magistrate_informed_at fault-before-report"]);
    let late = InquestOpen { magistrate_informed_at: at.plus_seconds(90_000), ..inquest("x", at) };
    assert_eq!(faults(bench.refused(late)), ["magistrate_informed_at fault-future"]);
    let unknown_person = InquestOpen { deceased: Party::default(), hospital: None, ..inquest("x", at) };
    assert_eq!(bench.ok(unknown_person).header.entries.len(), 3);
}

#[test]
fn a_missing_childs_report_ends_with_the_child_or_a_case() {
    let mut bench = Bench::open();
    let at = bench.now;
    let rec = bench.ok(missing("Synthetic Child", 9, at));
    assert_eq!(
        (entries(&rec)[0].as_str(), &rec.header.basis[..]),
        ("6/C/2026/1", &["ZARRA".to_owned(), "PPR-22.56".to_owned()][..])
    );
    for entry in &rec.header.entries {
        assert!(bench.entry(entry).sealed);
    }
    assert!(
        bench.entry(&rec.header.entries[1]).cells.iter().all(|c| !c.personal),
        "a child is not named in the diary"
    );
    let act = rec.header.act;
    assert_eq!(
        order(bench.refused(missing_closed(&act, "withdrawn"))),
        said("order-child-still-missing", "ZARRA")
    );
    assert_eq!(faults(bench.refused(missing_closed(&act, "case"))), ["fir fault-case-needed"]);
    assert_eq!(unknown(bench.refused(inquest_closed(&act))), act);
    let case = bench.ok(fir()).header.act;
    bench.ok(MissingClose { fir: Some(case), ..missing_closed(&act, "case") });
    assert_eq!(
        order(bench.refused(missing_closed(&act, "found"))),
        said("order-inquiry-closed", "PPR-22.56")
    );
    let adult = bench.ok(missing("Synthetic Adult", 30, at)).header.act;
    bench.ok(missing_closed(&adult, "withdrawn"));
    let ageless = MissingReport { person: crate::samples::party("Synthetic"), ..missing("x", 9, at) };
    assert_eq!(faults(bench.refused(ageless)), ["person.age fault-missing"]);
    bench.sound();
}
