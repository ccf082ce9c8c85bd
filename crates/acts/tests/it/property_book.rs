use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{DeskRow, PropertyRow, Seals, Whereabouts};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::{fir, office_open};
use crate::things::*;

/// A station with a case and one sealed article of it.
fn kept() -> (Bench, String) {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    bench.ok(seized(&case, "Telephone"));
    (bench, case)
}

fn row(bench: &Bench) -> PropertyRow {
    bench.row("19/-/2026/000000001")
}

#[test]
fn each_article_has_its_serial_and_the_diary_has_them_all() {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    let two = PropertyEnter { articles: vec![article("Telephone"), article("Knife")], ..seized(&case, "") };
    let rec = bench.ok(two);
    assert_eq!(entries(&rec), ["19/-/2026/1", "19/-/2026/2", "2/-/2026-01-05/3"]);
    assert_eq!(rec.header.basis, ["PPR-22.70", "PPR-22.16"]);
    assert_eq!(
        cells(&bench.entry(&rec.header.entries[1])),
        [
            "item=Knife",
            "quantity=1",
            "condition=New",
            "from_whom=Synthetic Accused, at his house",
            "fir_no=1/2026",
            "kind=case_property",
            "seals=2 of AB",
            "value=100000",
            "rack=R-1"
        ]
    );
    let gist = bench.entry(&rec.header.entries[2]);
    assert_eq!(
        (gist.subject.as_str(), cells(&gist)[0].as_str()),
        ("property_in", "entry=19/-/2026/1 19/-/2026/2")
    );
    assert_eq!(bench.row::<DeskRow>("-").tally.in_store, 2);
    bench.sound();
}

#[test]
fn nothing_is_kept_without_a_case_or_a_diary_entry() {
    let mut bench = Bench::open();
    let none = PropertyEnter { diary: None, ..handed_in("Bag") };
    assert_eq!(faults(bench.refused(none)), ["diary fault-reference-needed"]);
    let of_none = PropertyEnter { source: PropertyKind::CaseProperty, ..handed_in("Bag") };
    assert_eq!(faults(bench.refused(of_none)), ["fir fault-missing"]);
    assert_eq!(unknown(bench.refused(seized("no-such", "Bag"))), "no-such");
    let other = PropertyEnter { diary: Some("2/-/2026-01-05/9".parse().unwrap()), ..handed_in("Bag") };
    assert_eq!(unknown(bench.refused(other)), "2/-/2026-01-05/9");
    bench.ok(handed_in("Bag"));
    let odd = PropertyEnter {
        articles: vec![Article { value_paisa: Some(-1), rack: String::new(), ..article(" ") }],
        from_whom: String::new(),
        ..handed_in("")
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "from_whom fault-missing",
            "articles.0.item fault-missing",
            "articles.0.rack fault-missing",
            "articles.0.value_paisa fault-range"
        ]
    );
    bench.sound();
}

#[test]
fn it_leaves_comes_back_and_a_broken_seal_stays_for_ever() {
    let (mut bench, _) = kept();
    let rec = bench.ok(out(item(1), Whereabouts::Court));
    assert_eq!(rec.header.basis, ["PPR-22.70"]);
    assert_eq!(bench.entry(&rec.header.entries[0]).subject, "property_out");
    assert_eq!(row(&bench).place, Whereabouts::Court);
    assert_eq!(
        order(bench.refused(out(item(1), Whereabouts::Doctor))),
        said("order-property-not-in-store", "PPR-22.70")
    );
    let silent = PropertyMove { defects: String::new(), ..back(item(1), Seals::Broken) };
    assert_eq!(faults(bench.refused(silent)), ["defects fault-seal-unexplained"]);
    bench.ok(back(item(1), Seals::Broken));
    bench.ok(out(item(1), Whereabouts::Court));
    bench.ok(back(item(1), Seals::Intact));
    let row = row(&bench);
    assert_eq!((row.place, row.seal_broken, row.chain.len()), (Whereabouts::Store, true, 5));
    assert_eq!(
        order(bench.refused(back(item(1), Seals::Intact))),
        said("order-property-in-store", "PPR-22.70")
    );
    let entry = bench.entry(&item(1));
    let moves: Vec<String> = cells(&entry).into_iter().filter(|c| c.starts_with("movements")).collect();
    assert_eq!(moves, ["movements=court", "movements=store", "movements=court", "movements=store"]);
    bench.sound();
}

#[test]
fn faults_of_a_movement() {
    let (mut bench, _) = kept();
    let lab = out(item(1), Whereabouts::Laboratory);
    assert_eq!(faults(bench.refused(lab)), ["to fault-choice"], "the laboratory only by road certificate");
    let bond = PropertyMove { authority: String::new(), ..out(item(1), Whereabouts::Owner) };
    assert_eq!(faults(bench.refused(bond)), ["authority fault-missing"]);
    let bare =
        PropertyMove { seals: Seals::None, by_hand_of: String::new(), ..out(item(1), Whereabouts::Court) };
    assert_eq!(faults(bench.refused(bare)), ["by_hand_of fault-missing", "seals fault-seals-needed"]);
    assert_eq!(unknown(bench.refused(out(item(9), Whereabouts::Court))), "19/-/2026/9");
}

#[test]
fn nothing_is_disposed_of_without_the_courts_order() {
    let (mut bench, _) = kept();
    assert_eq!(
        order(bench.refused(disposed(item(1), "destroy"))),
        said("order-property-no-order", "PPR-27.18")
    );
    let nobody = PropertyOrder { to: String::new(), ..ordered(item(1), "return") };
    assert_eq!(faults(bench.refused(nobody)), ["to fault-missing"]);
    let rec = bench.ok(ordered(item(1), "destroy"));
    assert_eq!((entries(&rec), rec.header.basis.len()), (vec![], 2));
    let sold = disposed(item(1), "auction");
    assert_eq!(order(bench.refused(sold)), said("order-property-other-order", "COURT-ORDER"));
    bench.ok(out(item(1), Whereabouts::Court));
    assert_eq!(
        order(bench.refused(disposed(item(1), "destroy"))),
        said("order-property-not-in-store", "PPR-22.70")
    );
    bench.ok(back(item(1), Seals::Intact));
    let rec = bench.ok(disposed(item(1), "destroy"));
    assert_eq!(cells(&bench.entry(&rec.header.entries[0]))[..2], ["entry=19/-/2026/1", "disposal=destroy"]);
    assert_eq!(row(&bench).place, Whereabouts::Disposed);
    assert_eq!(bench.row::<DeskRow>("-").tally.in_store, 0);
    for again in [ordered(item(1), "return").into(), roznamcha_acts::Body::from(disposed(item(1), "destroy"))]
    {
        assert_eq!(order(bench.refused(again)), said("order-property-disposed", "PPR-22.70"));
    }
    bench.sound();
}

#[test]
fn what_was_kept_for_a_person_goes_back_without_an_order_and_no_otherwise() {
    let mut bench = Bench::open();
    bench.ok(handed_in("Bag"));
    assert_eq!(
        order(bench.refused(disposed(item(1), "auction"))),
        said("order-property-no-order", "PPR-27.18")
    );
    bench.ok(disposed(item(1), "return"));
    assert_eq!(row(&bench).place, Whereabouts::Disposed);
}

#[test]
fn a_check_names_what_is_short() {
    let (mut bench, case) = kept();
    bench.ok(seized(&case, "Knife"));
    assert_eq!(faults(bench.refused(counted(1))), ["counted fault-count-differs"]);
    let told = PropertyCheck { discrepancies: vec![wrong(item(1), Wrong::Missing)], ..counted(1) };
    let rec = bench.ok(told);
    let line = bench.entry(&rec.header.entries[0]);
    assert_eq!(line.subject, "property_check");
    assert_eq!(cells(&line)[..3], ["book_count=2", "counted_items=1", "missing=19/-/2026/1"]);
    let row = row(&bench);
    assert_eq!((row.place, row.was_missing), (Whereabouts::Missing, true));
    assert_eq!(
        order(bench.refused(out(item(1), Whereabouts::Court))),
        said("order-property-not-in-store", "PPR-22.70")
    );
    bench.ok(counted(1));
    // It is found, and that it was missing stays written.
    bench.ok(back(item(1), Seals::Intact));
    let found: PropertyRow = bench.row("19/-/2026/000000001");
    assert_eq!((found.place, found.was_missing), (Whereabouts::Store, true));
    let seal = PropertyCheck { discrepancies: vec![wrong(item(2), Wrong::SealBroken)], ..counted(2) };
    bench.ok(seal);
    assert!(bench.row::<PropertyRow>("19/-/2026/000000002").seal_broken);
    let twice = PropertyCheck { discrepancies: vec![wrong(item(2), Wrong::SealBroken); 2], ..counted(2) };
    assert_eq!(faults(bench.refused(twice)), ["discrepancies.1.item fault-twice"]);
    bench.sound();
}

#[test]
fn the_day_must_be_open() {
    let mut bench = Bench::new();
    bench.ok(office_open());
    assert_eq!(order(bench.refused(counted(0))), said("order-diary-not-open", "PPR-22.48"));
}

#[test]
fn a_protected_case_keeps_names_out_of_the_diary() {
    let mut bench = Bench::open();
    let case = bench.ok(FirRegister { sections: vec!["T-S".to_owned()], ..fir() }).header.act;
    let rec = bench.ok(seized(&case, "Scarf"));
    let gist = bench.entry(rec.header.entries.last().unwrap());
    assert!(gist.sealed && gist.cells.iter().all(|c| !c.personal));
    assert!(bench.entry(&rec.header.entries[0]).sealed);
    let moved = bench.ok(out(item(1), Whereabouts::Court));
    assert!(bench.entry(&moved.header.entries[0]).cells.iter().all(|c| !c.personal));
}
