use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{DeskRow, DocketRow, PropertyRow, RoadRow, Seals, Whereabouts};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::fir;
use crate::things::*;

fn kept() -> (Bench, String) {
    let mut bench = Bench::open();
    let case = bench.ok(fir()).header.act;
    bench.ok(seized(&case, "Packet"));
    (bench, case)
}

#[test]
fn a_parcel_goes_to_the_laboratory_and_back_with_one_broken_seal() {
    let (mut bench, case) = kept();
    let left = bench.now;
    let rec = bench.ok(road(vec![item(1)], Whereabouts::Laboratory, left));
    assert_eq!(entries(&rec)[0], "21/-/2026/1");
    assert_eq!(
        (rec.header.entries.len(), &rec.header.basis[..]),
        (2, &["PPR-22.72".to_owned(), "PPR-10.17".to_owned()][..])
    );
    let sent = rec.header.act;
    let docket = bench.ok(to_laboratory(Some(&case), vec![item(1)]));
    assert_eq!(entries(&docket)[0], "w-fsl/-/2026/1");
    assert_eq!(bench.row::<DeskRow>("-").tally.roads, 1);
    assert_eq!(
        order(bench.refused(RoadReturn { road: sent.clone() })),
        said("order-road-not-received", "PPR-22.72")
    );
    let at = bench.now;
    let silent = RoadReceive { broken: vec![item(1)], ..received(&sent, at) };
    assert_eq!(faults(bench.refused(silent.clone())), ["defects fault-seal-unexplained"]);
    bench.ok(RoadReceive { defects: "One seal cracked".to_owned(), ..silent });
    assert_eq!(order(bench.refused(received(&sent, at))), said("order-road-received", "PPR-22.72"));
    let reported = bench.ok(report(&docket.header.act, Some(Seals::Broken)));
    assert_eq!(bench.entry(&reported.header.entries[0]).subject, "comm_in");
    bench.ok(RoadReturn { road: sent.clone() });
    assert_eq!(bench.row::<DeskRow>("-").tally.roads, 0);
    bench.ok(back(item(1), Seals::Broken));
    let row: PropertyRow = bench.row("19/-/2026/000000001");
    assert_eq!((row.place, row.seal_broken), (Whereabouts::Store, true));
    let places: Vec<Whereabouts> = row.chain.iter().map(|l| l.place).collect();
    assert_eq!(
        places,
        [Whereabouts::Store, Whereabouts::Laboratory, Whereabouts::Laboratory, Whereabouts::Store]
    );
    assert!(row.chain[1].road.as_ref() == Some(&sent) && row.chain[2].road.as_ref() == Some(&sent));
    let line = bench.entry(&"21/-/2026/1".parse().unwrap());
    for cell in
        ["carrier=asi-9", "items=19/-/2026/1", "receiver_sign=Synthetic Clerk", "defects=One seal cracked"]
    {
        assert!(cells(&line).contains(&cell.to_owned()), "{cell}");
    }
    assert!(bench.row::<RoadRow>(&sent).returned.is_some());
    let docket: DocketRow = bench.row(&docket.header.act);
    assert_eq!(docket.report.unwrap().seals, Some(Seals::Broken));
    bench.sound();
}

#[test]
fn faults_of_a_certificate() {
    let (mut bench, case) = kept();
    let left = bench.now;
    let to = |place| road(vec![item(1)], place, left);
    assert_eq!(faults(bench.refused(to(Whereabouts::Owner))), ["to fault-choice"]);
    assert_eq!(
        faults(bench.refused(RoadIssue { items: vec![], ..to(Whereabouts::Court) })),
        ["items fault-missing"]
    );
    let twice = RoadIssue { items: vec![item(1), item(1)], ..to(Whereabouts::Court) };
    assert_eq!(faults(bench.refused(twice)), ["items.1 fault-twice"]);
    let later = RoadIssue { left: left.plus_seconds(90_000), ..to(Whereabouts::Court) };
    assert_eq!(faults(bench.refused(later)), ["left fault-future"]);
    let bare = RoadIssue { seals: Seals::None, ..to(Whereabouts::Laboratory) };
    assert_eq!(faults(bench.refused(bare)), ["seals fault-seals-needed"]);
    bench.ok(handed_in("Bag"));
    let mixed = RoadIssue { items: vec![item(1), item(2)], ..to(Whereabouts::Court) };
    assert_eq!(order(bench.refused(mixed)), said("order-road-one-case", "PPR-22.72"));
    assert_eq!(
        unknown(bench.refused(RoadIssue { items: vec![item(9)], ..to(Whereabouts::Court) })),
        "19/-/2026/9"
    );
    let sent = bench.ok(to(Whereabouts::Court)).header.act;
    assert_eq!(
        order(bench.refused(to(Whereabouts::Court))),
        said("order-property-not-in-store", "PPR-22.70")
    );
    let early = received(&sent, left.plus_seconds(-60));
    assert_eq!(faults(bench.refused(early)), ["received fault-before-left"]);
    let other = RoadReceive { broken: vec![item(2)], defects: "x".to_owned(), ..received(&sent, left) };
    assert_eq!(faults(bench.refused(other)), ["broken.0 fault-not-on-certificate"]);
    assert_eq!(
        order(bench.refused(to_laboratory(Some(&case), vec![item(2)]))),
        said("order-docket-other-case", "PPR-22.70")
    );
}

#[test]
fn a_person_goes_to_the_doctor_and_his_words_go_by_a_courts_order() {
    let mut bench = Bench::open();
    let rec = bench.ok(to_doctor("Synthetic Injured"));
    assert_eq!(
        (entries(&rec)[0].as_str(), &rec.header.basis[..]),
        ("w-mlc/-/2026/1", &["PPR-25.31".to_owned()][..])
    );
    assert_eq!(faults(bench.refused(report(&rec.header.act, Some(Seals::Intact)))), ["seals fault-no-seals"]);
    let reported = bench.ok(report(&rec.header.act, None));
    assert_eq!(
        order(bench.refused(report(&rec.header.act, None))),
        said("order-docket-reported", "PPR-22.70")
    );
    let line = bench.entry(&rec.header.entries[0]);
    assert!(cells(&line).contains(&"findings=As stated.".to_owned()));
    let alone = crate::samples::expunge(&[&reported.header.act]);
    assert_eq!(order(bench.refused(alone)), said("order-expunge-with-entry", "PPR-22.46"));
    bench.ok(crate::samples::expunge(&[&rec.header.act]));
    assert!(bench.ledger.get::<DocketRow>("ps-test", &rec.header.act).unwrap().is_none());
    bench.sound();
}
