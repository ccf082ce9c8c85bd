use roznamcha_acts::kinds::{CustodyEscape, CustodyLodge, CustodyRelease, CustodyReturn};
use roznamcha_acts::views::{CustodyRow, DeskRow};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::{OTHER, brought_back, escape, expunge, fir, lodge, party, release};

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

fn to_hospital(custody: &str) -> CustodyRelease {
    CustodyRelease { release: "hospital".to_owned(), ..release(custody) }
}

#[test]
fn from_hospital_he_comes_back_without_an_order() {
    let mut bench = Bench::open();
    let held = bench.ok(lodge()).header.act;
    assert_eq!(order(bench.refused(brought_back(&held))), said("order-not-in-hospital", "PPR-22.49"));
    assert_eq!(unknown(bench.refused(brought_back(OTHER))), OTHER);
    let left = bench.ok(to_hospital(&held)).header.act;
    assert!(bench.row::<DeskRow>("-").lockup.is_empty());
    let odd = CustodyReturn { by: "a b".to_owned(), ..brought_back(&held) };
    assert_eq!(faults(bench.refused(odd)), ["by fault-code"]);
    let rec = bench.ok(brought_back(&held));
    let line = bench.entry(&rec.header.entries[0]);
    assert_eq!(
        (line.subject.as_str(), cells(&line)),
        (
            "lockup_in",
            vec![format!("custody={held}"), "officer=asi-9".to_owned(), "text=Bandaged.".to_owned()]
        )
    );
    assert_eq!(bench.row::<DeskRow>("-").lockup, std::slice::from_ref(&held));
    let row: CustodyRow = bench.row(&held);
    assert!(row.is_held() && row.earlier[0].1 == left && row.returns[0].1 == rec.header.act);
    bench.ok(release(&held));
    assert_eq!(order(bench.refused(brought_back(&held))), said("order-not-in-hospital", "PPR-22.49"));
    let alone = bench.refused(expunge(&[&rec.header.act]));
    assert_eq!(order(alone), said("order-expunge-with-lodging", "PPR-22.49"));
    let gone = bench.ok(expunge(&[&held]));
    let Some(roznamcha_acts::Body::RecordExpunge(gone)) = gone.body else { panic!("no body") };
    assert!(gone.acts.contains(&rec.header.act) && gone.acts.contains(&left), "his stay goes as a whole");
    bench.sound();
}

#[test]
fn an_escape_rests_on_its_report_and_is_told_above() {
    let mut bench = Bench::open();
    let held = bench.ok(lodge()).header.act;
    let early = bench.ok(fir()).header.act;
    let fled = bench.now;
    let silent = CustodyEscape { report_elsewhere: String::new(), ..escape(&held, fled) };
    assert_eq!(faults(bench.refused(silent.clone())), ["report fault-missing"]);
    let both = CustodyEscape { report: Some(early.clone()), ..escape(&held, fled) };
    assert_eq!(faults(bench.refused(both)), ["report_elsewhere fault-choice"]);
    let ahead = bench.now.plus_seconds(3_600);
    assert_eq!(faults(bench.refused(escape(&held, ahead))), ["escaped fault-future"]);
    let before = bench.row::<CustodyRow>(&held).lodged.plus_seconds(-60);
    assert_eq!(faults(bench.refused(escape(&held, before))), ["escaped fault-before-lodged"]);
    let old = CustodyEscape { report: Some(early), ..silent.clone() };
    let old = CustodyEscape { escaped: bench.now, ..old };
    assert_eq!(faults(bench.refused(old)), ["report fault-before-escape"]);
    let unknown_report = CustodyEscape { report: Some(OTHER.to_owned()), ..silent.clone() };
    assert_eq!(unknown(bench.refused(unknown_report)), OTHER);
    let report = bench.ok(fir()).header.act;
    let rec = bench.ok(CustodyEscape { report: Some(report.clone()), ..silent });
    assert_eq!(rec.header.basis, ["PPC-224", "PPR-22.49"]);
    let (line, letter) = (bench.entry(&rec.header.entries[0]), bench.entry(&rec.header.entries[1]));
    assert_eq!((line.subject.as_str(), letter.entry.register.as_str()), ("lockup_out", "5"));
    let told = cells(&line);
    for cell in ["release=escaped".to_owned(), "guard=asi-9".to_owned(), format!("report={report}")] {
        assert!(told.contains(&cell), "{cell}: {told:?}");
    }
    assert_eq!(cells(&letter)[..2], ["to=dpo", "subject=escape"]);
    assert!(bench.row::<DeskRow>("-").lockup.is_empty());
    assert_eq!(order(bench.refused(escape(&held, fled))), said("order-not-in-custody", "PPR-22.49"));
    let row: CustodyRow = bench.row(&held);
    assert_eq!((row.released, row.release.as_deref()), (Some((fled, rec.header.act)), Some("escaped")));
    let sick = bench.ok(lodge()).header.act;
    bench.ok(to_hospital(&sick));
    let fled = bench.now;
    bench.ok(escape(&sick, fled));
    assert_eq!(order(bench.refused(brought_back(&sick))), said("order-not-in-hospital", "PPR-22.49"));
    bench.sound();
}
