use roznamcha_acts::kinds::{CustodyLodge, CustodyRelease};
use roznamcha_acts::views::{CustodyRow, DeskRow};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::{OTHER, lodge, party, release};

#[test]
fn lodged_and_released() {
    let mut bench = Bench::open();
    let one = bench.ok(CustodyLodge { fir: Some(OTHER.to_owned()), ..lodge() });
    let two = bench.ok(lodge()).header.act;
    assert_eq!(entries(&one), ["2/-/2026-01-05/2"]);
    assert_eq!(one.header.basis, ["CrPC-54", "PPR-22.49"]);
    let row = bench.entry(&one.header.entries[0]);
    assert_eq!(row.subject, "lockup_in");
    assert_eq!(
        cells(&row)[1..],
        [
            "sections=T-1".to_owned(),
            "arrested=2026-01-05T07:00:00+05:00".to_owned(),
            "justification=Caught with the property.".to_owned(),
            format!("fir={OTHER}")
        ]
    );
    let one = one.header.act;
    assert_eq!(bench.row::<DeskRow>("-").lockup, [one.clone(), two.clone()]);
    let rec = bench.ok(release(&one));
    assert_eq!(entries(&rec), ["2/-/2026-01-05/4"]);
    assert_eq!(rec.header.basis, ["CrPC-61", "PPR-22.49"]);
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.subject, "lockup_out");
    assert_eq!(
        cells(&row),
        [format!("custody={one}"), "release=magistrate".to_owned(), "text=Produced.".to_owned()]
    );
    assert_eq!(bench.row::<DeskRow>("-").lockup, [two]);
    let held: CustodyRow = bench.row(&one);
    assert_eq!(held.released.map(|(_, act)| act), Some(rec.header.act));
    assert_eq!(held.person, Some(lodge().person));
    bench.sound();
}

#[test]
fn refusals_to_lodge() {
    let mut bench = Bench::open();
    let ahead = bench.now.plus_seconds(3_600);
    let odd = CustodyLodge {
        person: party(""),
        sections: vec![],
        fir: Some("a b".to_owned()),
        arrested: ahead,
        justification: String::new(),
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "person.name fault-missing",
            "justification fault-missing",
            "sections fault-missing",
            "arrested fault-future",
            "fir fault-code"
        ]
    );
    let odd = CustodyLodge { sections: vec!["T-X".to_owned()], ..lodge() };
    assert_eq!(faults(bench.refused(odd)), ["sections.0 fault-section-unknown"]);
    let many = CustodyLodge { sections: vec!["T-1".to_owned(); 31], ..lodge() };
    assert_eq!(faults(bench.refused(many)), ["sections fault-too-many"]);
    assert_eq!(order(Bench::new().refused(lodge())), said("order-diary-not-open", "PPR-22.48"));
}

#[test]
fn refusals_to_release() {
    let mut bench = Bench::open();
    assert_eq!(unknown(bench.refused(release(OTHER))), OTHER);
    let act = bench.ok(lodge()).header.act;
    let odd = CustodyRelease { release: "escaped".to_owned(), ..release(&act) };
    assert_eq!(faults(bench.refused(odd)), ["release fault-choice"]);
    for (i, how) in
        ["magistrate", "bail", "released_169", "discharged", "hospital", "transferred"].iter().enumerate()
    {
        let act = if i == 0 { act.clone() } else { bench.ok(lodge()).header.act };
        bench.ok(CustodyRelease { release: (*how).to_owned(), remarks: String::new(), ..release(&act) });
        assert_eq!(order(bench.refused(release(&act))), said("order-not-in-custody", "PPR-22.49"));
    }
    let act = bench.ok(lodge()).header.act;
    bench.ok(crate::samples::diary_close());
    assert_eq!(order(bench.refused(release(&act))), said("order-diary-not-open", "PPR-22.48"));
    bench.sound();
}
