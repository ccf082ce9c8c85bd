use roznamcha_acts::kinds::{ReportNoncognizable, ReportRefuse};

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::samples::{noncognizable, refuse};

#[test]
fn noncognizable_goes_to_the_diary_and_where_referred_to_the_letters() {
    let mut bench = Bench::open();
    let rec = bench.ok(noncognizable());
    assert_eq!(entries(&rec), ["2/-/2026-01-05/2", "5/I/2026/1"]);
    assert_eq!(rec.header.basis, ["CrPC-155", "PPR-24.3"]);
    let (gist, letter) = (bench.entry(&rec.header.entries[0]), bench.entry(&rec.header.entries[1]));
    assert_eq!((gist.subject.as_str(), letter.subject.as_str()), ("info_noncognizable", "letter_out"));
    assert_eq!(
        cells(&gist),
        [
            "informant=Synthetic Informant",
            "sections=T-N",
            "place=Synthetic Bazaar",
            "text=Words were exchanged.",
            "magistrate=Magistrate, Section 30"
        ]
    );
    assert_eq!(cells(&letter)[..2], ["to=Magistrate, Section 30", "subject=noncognizable_reference"]);
    let rec = bench.ok(ReportNoncognizable { magistrate: None, sections: vec![], ..noncognizable() });
    assert_eq!(entries(&rec), ["2/-/2026-01-05/3"]);
    bench.sound();
}

#[test]
fn a_cognizable_offence_cannot_hide_there() {
    let mut bench = Bench::open();
    let hidden = ReportNoncognizable {
        sections: vec!["T-N".to_owned(), "T-1".to_owned(), "T-X".to_owned(), "T-M".to_owned()],
        substance: String::new(),
        magistrate: Some(" ".to_owned()),
        ..noncognizable()
    };
    assert_eq!(
        faults(bench.refused(hidden)),
        [
            "substance fault-missing",
            "magistrate fault-missing",
            "sections.2 fault-section-unknown",
            "sections.1 fault-section-cognizable"
        ]
    );
    let closed = Bench::new().refused(noncognizable());
    assert_eq!(order(closed), said("order-diary-not-open", "PPR-22.48"));
}

#[test]
fn a_refusal_gives_reasons_and_notice() {
    let mut bench = Bench::open();
    let rec = bench.ok(refuse());
    assert_eq!(entries(&rec), ["2/-/2026-01-05/2"]);
    assert_eq!(rec.header.basis, ["PPR-24.4", "CrPC-157"]);
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.subject, "refusal");
    assert_eq!(cells(&row)[2..], ["reasons=No offence is disclosed.", "notice=handed"]);
    let odd = ReportRefuse { reasons: String::new(), notice: "shouted".to_owned(), ..refuse() };
    assert_eq!(faults(bench.refused(odd)), ["reasons fault-missing", "notice fault-choice"]);
    assert_eq!(order(Bench::new().refused(refuse())), said("order-diary-not-open", "PPR-22.48"));
    bench.sound();
}
