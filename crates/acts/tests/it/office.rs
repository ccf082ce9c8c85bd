use jiff::civil::date;
use roznamcha_acts::kinds::{LegacyIncident, LegacyReconcile, OfficeOpen, StaffAppoint, StaffRelieve};
use roznamcha_acts::views::{IncidentRow, OfficeRow, ReconcileRow, StaffRow};
use std::collections::BTreeMap;

use crate::bench::{Bench, cells, entries, faults, moment, order, said, unknown};
use crate::samples::{appoint, incident, office_open, reconcile, relieve};

#[test]
fn an_office_opens_once() {
    let mut bench = Bench::new();
    let rec = bench.ok(office_open());
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["PO-21".to_owned()]));
    let row: OfficeRow = bench.row("ps-new");
    assert_eq!((row.parent.as_str(), row.kind.as_str()), ("ps-test", "police_station"));
    assert_eq!(order(bench.refused(office_open())), said("order-office-exists", "PO-21"));
    let odd = OfficeOpen {
        code: "a b".to_owned(),
        office_kind: String::new(),
        province: "ا".to_owned(),
        name_en: String::new(),
        diary_hour: 24,
        ..office_open()
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "code fault-code",
            "office_kind fault-code",
            "province fault-code",
            "name_en fault-missing",
            "diary_hour fault-hour"
        ]
    );
    bench.sound();
}

#[test]
fn an_officer_is_posted_relieved_and_posted_again() {
    let mut bench = Bench::new();
    let rec = bench.ok(appoint());
    assert_eq!(
        (entries(&rec), &rec.header.basis[..]),
        (vec!["16/I/2026/1".to_owned()], &["PPR-22.67".to_owned()][..])
    );
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.subject, "posted");
    assert_eq!(
        cells(&row),
        [
            "officer=asi-9",
            "belt_no=T/9",
            "rank=asi",
            "name=فرضی افسر",
            "posted_from=2026-01-05",
            "order_no=12/2026",
            "duty=io"
        ]
    );
    assert_eq!(order(bench.refused(appoint())), said("order-already-posted", "PPR-22.67"));
    let rec = bench.ok(relieve());
    assert_eq!(entries(&rec), ["16/I/2026/2"]);
    assert_eq!(rec.header.basis, ["PPR-22.67"]);
    assert!(bench.row::<StaffRow>("asi-9").current().is_none());
    assert_eq!(order(bench.refused(relieve())), said("order-not-posted", "PPR-22.67"));
    bench.ok(StaffAppoint { from: date(2026, 3, 1), role: "sho".to_owned(), ..appoint() });
    let row: StaffRow = bench.row("asi-9");
    assert_eq!((row.postings.len(), row.current().map(|p| p.role.as_str())), (2, Some("sho")));
    bench.sound();
}

#[test]
fn faults_of_a_posting() {
    let mut bench = Bench::new();
    let odd = StaffAppoint {
        officer: "a b".to_owned(),
        rank: String::new(),
        role: "x/y".to_owned(),
        name_en: " ".to_owned(),
        belt_no: String::new(),
        order_no: String::new(),
        phone: Some("12".to_owned()),
        ..appoint()
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "officer fault-code",
            "rank fault-code",
            "role fault-code",
            "name_en fault-missing",
            "belt_no fault-missing",
            "order_no fault-missing",
            "phone fault-phone"
        ]
    );
    assert_eq!(unknown(bench.refused(relieve())), "asi-9");
    bench.ok(appoint());
    let early =
        StaffRelieve { until: date(2026, 1, 4), order_no: String::new(), reason: String::new(), ..relieve() };
    assert_eq!(
        faults(bench.refused(early)),
        ["order_no fault-missing", "reason fault-missing", "until fault-before-start"]
    );
}

#[test]
fn a_legacy_incident_takes_no_serial() {
    let mut bench = Bench::new();
    let rec = bench.ok(incident());
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["LEGACY".to_owned()]));
    assert_eq!(bench.row::<IncidentRow>(&rec.header.act).incident, Some(incident()));
    let odd = LegacyIncident {
        source: String::new(),
        number: String::new(),
        class: String::new(),
        occurred_from: moment("2027-01-01T00:00:00Z"),
        beat: Some("a\u{0}".to_owned()),
        rest: BTreeMap::from([("a\u{1}".to_owned(), "b\u{202E}".to_owned())]),
        lat_e6: Some(i32::MIN),
        lon_e6: Some(i32::MAX),
        ..incident()
    };
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "source fault-code",
            "number fault-missing",
            "class fault-missing",
            "beat fault-control-character",
            "rest fault-control-character",
            "rest fault-hidden-direction",
            "occurred_from fault-future",
            "occurred_to fault-end-before-start",
            "lat_e6 fault-range",
            "lon_e6 fault-range"
        ]
    );
    bench.sound();
}

#[test]
fn a_reconciliation_totals_to_the_row() {
    let mut bench = Bench::new();
    let rec = bench.ok(reconcile());
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["LEGACY".to_owned()]));
    assert_eq!(bench.row::<ReconcileRow>(&rec.header.act).totals, reconcile());
    assert_eq!(
        faults(bench.refused(LegacyReconcile { read: 4, ..reconcile() })),
        ["read fault-totals-differ"]
    );
    let all = LegacyReconcile { read: 0, accepted: u64::MAX, rejected: 1, ..reconcile() };
    assert_eq!(faults(bench.refused(all)), ["read fault-totals-differ", "accepted fault-totals-differ"]);
    let reasons = BTreeMap::from([("a".to_owned(), u64::MAX), ("b".to_owned(), 2)]);
    let over = LegacyReconcile { reasons, ..reconcile() };
    assert_eq!(faults(bench.refused(over)), ["rejected fault-totals-differ"]);
    let odd = LegacyReconcile { reasons: BTreeMap::from([("a\nb".to_owned(), 1)]), ..reconcile() };
    assert_eq!(faults(bench.refused(odd)), ["reasons fault-control-character"]);
    bench.sound();
}
