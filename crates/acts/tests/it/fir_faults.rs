use roznamcha_acts::Body;
use roznamcha_acts::kinds::{Accused, FirRegister, Party, Place, Property};

use crate::bench::{Bench, faults, moment};
use crate::samples::{fir, party};

fn refused(body: FirRegister) -> Vec<String> {
    faults(Bench::open().refused(body))
}

fn sections_of(codes: &[&str]) -> FirRegister {
    FirRegister { sections: codes.iter().map(|c| (*c).to_owned()).collect(), ..fir() }
}

#[test]
fn sections() {
    assert_eq!(refused(sections_of(&[])), ["sections fault-missing"]);
    assert_eq!(
        refused(sections_of(&["T-X"])),
        ["sections.0 fault-section-unknown", "sections fault-not-cognizable"]
    );
    assert_eq!(refused(sections_of(&["T-1", "T-1"])), ["sections.1 fault-section-twice"]);
    assert_eq!(refused(sections_of(&["T-N"])), ["sections fault-not-cognizable"]);
    assert_eq!(
        refused(sections_of(&["T-M"])),
        ["sections fault-not-cognizable"],
        "a modifier stands on another"
    );
    Bench::open().ok(sections_of(&["T-Q"]));
    Bench::open().ok(sections_of(&["T-1", "T-N", "T-M"]));
}

#[test]
fn the_law_of_the_day_it_was_done_decides() {
    let late = Some("Found only now".to_owned());
    let old = moment("2020-12-31T12:00:00+05:00");
    let then = FirRegister { occurred_from: old, delay_reason: late.clone(), ..sections_of(&["T-OLD"]) };
    Bench::open().ok(then);
    assert!(refused(sections_of(&["T-OLD"])).contains(&"sections.0 fault-section-unknown".to_owned()));
}

#[test]
fn hours() {
    let at = |time: &str| moment(&format!("2026-01-05T{time}+05:00"));
    let body = FirRegister { occurred_to: Some(at("05:59:59")), ..fir() };
    assert_eq!(refused(body), ["occurred_to fault-end-before-start"]);
    let body = FirRegister { occurred_to: Some(at("07:30:01")), ..fir() };
    assert_eq!(refused(body), ["occurred_from fault-after-report"]);
    let body = FirRegister {
        reported: moment("2026-01-06T08:30:00+05:00"),
        delay_reason: Some("x".into()),
        ..fir()
    };
    assert_eq!(refused(body), ["reported fault-future"]);
    let ancient = moment("1899-12-31T00:00:00Z");
    let body = FirRegister { occurred_from: ancient, delay_reason: Some("x".into()), ..fir() };
    assert_eq!(refused(body), ["occurred_from fault-too-old"]);
    let body = FirRegister { despatched: Some(at("07:29:59")), ..fir() };
    assert_eq!(refused(body), ["despatched fault-before-report"]);
}

#[test]
fn delay_over_a_day_is_explained() {
    let a_day = moment("2026-01-04T07:30:00+05:00");
    Bench::open().ok(FirRegister { occurred_from: a_day, ..fir() });
    let more = FirRegister { occurred_from: a_day.plus_seconds(-1), ..fir() };
    assert_eq!(refused(more.clone()), ["delay_reason fault-delay-unexplained"]);
    let blank = FirRegister { delay_reason: Some("  ".to_owned()), ..more.clone() };
    assert_eq!(refused(blank), ["delay_reason fault-delay-unexplained"]);
    Bench::open().ok(FirRegister { delay_reason: Some("The road was cut".to_owned()), ..more });
}

#[test]
fn persons() {
    let body = FirRegister { informant: party(" "), ..fir() };
    assert_eq!(refused(body), ["informant.name fault-missing"]);
    let bad = Party {
        cnic: Some("123".to_owned()),
        phone: Some("call me".to_owned()),
        age: Some(131),
        ..party("Synthetic\u{202E}Name")
    };
    assert_eq!(
        refused(FirRegister { victims: vec![party("Synthetic One"), bad], ..fir() }),
        [
            "victims.1.name fault-hidden-direction",
            "victims.1.cnic fault-cnic",
            "victims.1.phone fault-phone",
            "victims.1.age fault-age"
        ]
    );
    let nobody = FirRegister { accused: vec![Accused::default()], ..fir() };
    assert_eq!(refused(nobody), ["accused.0.description fault-missing"]);
    let described = Accused { description: "A tall man".to_owned(), ..Accused::default() };
    Bench::open().ok(FirRegister { accused: vec![described], ..fir() });
}

#[test]
fn words_place_and_attestation() {
    let body = FirRegister { narrative: "\n ".to_owned(), read_over: false, ..fir() };
    assert_eq!(refused(body), ["narrative fault-missing", "read_over fault-not-read-over"]);
    let body = FirRegister { narrative: "x".repeat(20_001), ..fir() };
    assert_eq!(refused(body), ["narrative fault-too-long"]);
    let place = Place {
        text: String::new(),
        distance_m: Some(2_000_001),
        lat_e6: Some(i32::MIN),
        lon_e6: Some(180_000_001),
        village: Some("a\nb".to_owned()),
        ..Place::default()
    };
    assert_eq!(
        refused(FirRegister { place, ..fir() }),
        [
            "place.text fault-missing",
            "place.village fault-control-character",
            "place.distance_m fault-range",
            "place.lat_e6 fault-range",
            "place.lon_e6 fault-range"
        ]
    );
    let codes = FirRegister {
        e_tag: Some("a b".to_owned()),
        io: Some(String::new()),
        seal: Some("ا".to_owned()),
        ..fir()
    };
    assert_eq!(refused(codes), ["e_tag fault-code", "io fault-code", "seal fault-code"]);
    let item = Property {
        description: String::new(),
        quantity: String::new(),
        value_rupees: None,
        identifier: None,
    };
    let body = FirRegister { property: vec![item], ..fir() };
    assert_eq!(refused(body), ["property.0.description fault-missing"]);
}

/// Lists beyond their bound are refused at once, not looked through item by item.
#[test]
fn a_body_swollen_beyond_reason_is_refused_quickly() {
    let began = std::time::Instant::now();
    let many = 300_000;
    let body = FirRegister {
        sections: vec!["T-1".to_owned(); many],
        victims: vec![Party::default(); many],
        accused: vec![Accused::default(); many],
        ..fir()
    };
    let mut bench = Bench::open();
    let act = bench.act(Body::from(body));
    let found = faults(bench.refused_act(act));
    assert!(found.contains(&"sections fault-too-many".to_owned()), "{found:?}");
    assert!(found.len() < 1_000, "{}", found.len());
    let act = bench.act(Body::from(crate::samples::expunge(&vec!["x"; many])));
    assert!(faults(bench.refused_act(act)).contains(&"acts fault-too-many".to_owned()));
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
