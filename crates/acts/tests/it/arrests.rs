//! Arrest, remand, release, warrant and proclamation.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::{Bench, entries, faults, order, said};
use crate::case_samples::*;
use crate::samples::{appoint, brought_back, escape, expunge, full_fir, full_party, release};

pub fn with(person: Party) -> (Bench, String) {
    let mut bench = Bench::open();
    bench.ok(appoint());
    let accused = vec![Accused { person, description: String::new() }];
    let fir = bench.ok(FirRegister { accused, ..full_fir() }).header.act;
    (bench.by_officer("asi-9", "asi"), fir)
}

pub fn man() -> Party {
    Party { relation: None, gender: Some(Gender::Male), ..full_party("Synthetic Accused", 3) }
}

fn accused(bench: &Bench, fir: &str) -> AccusedRow {
    bench.row(&AccusedRow::key_of(fir, ACCUSED))
}

fn open(bench: &Bench, fir: &str, deadline: &str) -> Option<bool> {
    let key = ClockRow::key_of(&AccusedRow::key_of(fir, ACCUSED), deadline);
    bench.ledger.get::<ClockRow>(&bench.office, &key).unwrap().map(|clock| clock.is_open())
}

#[test]
fn an_arrest_lodges_and_starts_the_clocks() {
    let (mut bench, fir) = with(man());
    let rec = bench.ok(arrest(&fir));
    assert_eq!(entries(&rec), ["2/-/2026-01-05/3"]);
    let line = bench.entry(&rec.header.entries[0]);
    assert_eq!(line.subject, "lockup_in");
    let row = accused(&bench, &fir);
    assert_eq!((row.status(), row.custody), (AccusedStatus::Arrested, Some(Keeping::Police)));
    assert_eq!(bench.row::<DeskRow>("-").lockup, std::slice::from_ref(&rec.header.act));
    assert_eq!(bench.row::<CustodyRow>(&rec.header.act).person, Some(man()));
    assert_eq!((open(&bench, &fir, "D5"), open(&bench, &fir, "D15")), (Some(true), None));
    let again = CaseArrest { arrested: bench.now, ..arrest(&fir) };
    assert_eq!(order(bench.refused(again)), said("order-already-arrested", "PPR-26.1"));
    assert_eq!(order(bench.refused(expunge(&[&fir]))), said("order-still-in-custody", "PPR-22.49"));
    let free = CustodyRelease { release: "bail".to_owned(), ..release(&rec.header.act) };
    assert_eq!(order(bench.refused(free)), said("order-free-by-case", "CrPC-497"));
    let produced = bench.ok(release(&rec.header.act));
    let row = accused(&bench, &fir);
    assert_eq!((row.status(), row.custody), (AccusedStatus::Arrested, Some(Keeping::Police)));
    assert_eq!(open(&bench, &fir, "D5"), Some(false), "he was brought before the magistrate");
    let steps: Vec<StepRow> = bench.ledger.all(&bench.office).unwrap();
    assert!(steps.iter().any(|s| s.act == produced.header.act && s.fir == fir), "it is in the timeline");
    bench.ok(expunge(&[&fir]));
    bench.sound();
}

#[test]
fn what_an_arrest_is_refused_for() {
    let (mut bench, fir) = with(man());
    let stranger = CaseArrest { accused: 0, ..arrest(&fir) };
    assert_eq!(order(bench.refused(stranger)), said("order-not-nominated", "PPR-26.1"));
    let early = CaseArrest { arrested: bench.now.plus_seconds(-9_000), ..arrest(&fir) };
    assert_eq!(order(bench.refused(early)), said("order-before-fir", "CrPC-154"));
    let bare = CaseArrest { justification: String::new(), ..arrest(&fir) };
    assert_eq!(faults(bench.refused(bare)), ["justification fault-missing"]);
    bench = bench.by_officer("hc-1", "head_constable");
    assert_eq!(order(bench.refused(arrest(&fir))), said("order-rank-too-low", "CrPC-54"));
}

#[test]
fn women_and_children() {
    let (mut bench, fir) = with(full_party("Synthetic Woman", 3));
    let alone = CaseArrest { woman_officer: None, ..arrest(&fir) };
    assert_eq!(order(bench.refused(alone)), said("order-woman-officer", "CrPC-54"));
    bench.ok(arrest(&fir));
    let police = remand(&fir, Keeping::Police, 2);
    assert_eq!(order(bench.refused(police)), said("order-woman-remand", "CrPC-167"));
    bench.ok(remand(&fir, Keeping::Judicial, 14));
    let (mut bench, fir) = with(Party { age: Some(15), ..man() });
    assert_eq!(order(bench.refused(arrest(&fir))), said("order-juvenile-rank", "JJSA-5"));
    bench = bench.by_officer("si-1", "si");
    bench.ok(arrest(&fir));
    assert_eq!((open(&bench, &fir, "D15"), open(&bench, &fir, "D16")), (Some(true), Some(true)));
    bench.ok(CaseInform { told: Told::Guardian, ..inform(&fir) });
    bench.ok(CaseInform { told: Told::LegalAid, ..inform(&fir) });
    assert_eq!((open(&bench, &fir, "D15"), open(&bench, &fir, "D16")), (Some(false), Some(false)));
    bench.sound();
}

#[test]
fn police_custody_is_fifteen_days_in_the_whole() {
    let (mut bench, fir) = with(man());
    assert_eq!(
        order(bench.refused(remand(&fir, Keeping::Police, 3))),
        said("order-not-arrested", "CrPC-167")
    );
    let held = bench.ok(arrest(&fir)).header.act;
    assert_eq!(faults(bench.refused(remand(&fir, Keeping::Police, 16))), ["days fault-range"]);
    bench.ok(remand(&fir, Keeping::Police, 10));
    assert_eq!((open(&bench, &fir, "D5"), open(&bench, &fir, "D6")), (Some(false), Some(true)));
    let over = remand(&fir, Keeping::Police, 6);
    assert_eq!(order(bench.refused(over)), said("order-fifteen-days", "CrPC-167"));
    bench.ok(remand(&fir, Keeping::Police, 5));
    let key = ClockRow::key_of(&AccusedRow::key_of(&fir, ACCUSED), "D6");
    assert!(bench.row::<ClockRow>(&key).earlier.is_empty(), "one run from the first remand");
    bench.ok(remand(&fir, Keeping::Judicial, 14));
    assert!(bench.row::<CustodyRow>(&held).released.is_some() && bench.row::<DeskRow>("-").lockup.is_empty());
    let back = remand(&fir, Keeping::Police, 1);
    assert_eq!(order(bench.refused(back)), said("order-judicial-already", "CrPC-167"));
    bench.ok(remand(&fir, Keeping::Judicial, 15));
    let key = ClockRow::key_of(&AccusedRow::key_of(&fir, ACCUSED), "D7");
    assert_eq!(bench.row::<ClockRow>(&key).earlier.len(), 1, "each step starts it anew");
    bench.sound();
}

/// A proclaimed offender comes into register X by the superintendent's recorded order alone.
#[test]
fn the_superintendent_considers_a_proclaimed_offender() {
    use crate::court_samples::review;
    let (mut bench, fir) = with(man());
    assert_eq!(order(bench.refused(review(&fir, ACCUSED))), said("order-nothing-to-consider", "PPR-23.4"));
    bench.ok(warrant(&fir));
    bench.ok(proclaim(&fir));
    bench.ok(review(&fir, ACCUSED));
    assert_eq!(open(&bench, &fir, "D30"), Some(false));
    let listed = SurveillanceOrder {
        part: Some(WatchPart::I),
        sheet: false,
        ground: "proclaimed".to_owned(),
        ..crate::things::watch("Synthetic Accused")
    };
    assert_eq!(entries(&bench.ok(listed)), ["10/I/2026/1"]);
    bench.sound();
}

#[test]
fn one_brought_back_on_remand_is_in_the_lockup_again() {
    let (mut bench, fir) = with(man());
    let held = bench.ok(arrest(&fir)).header.act;
    bench.ok(release(&held));
    assert!(bench.row::<DeskRow>("-").lockup.is_empty());
    bench.ok(remand(&fir, Keeping::Police, 3));
    assert_eq!(bench.row::<DeskRow>("-").lockup, std::slice::from_ref(&held));
    let stay = bench.row::<CustodyRow>(&held);
    assert!(stay.is_held() && stay.earlier.len() == 1);
    bench.ok(remand(&fir, Keeping::Judicial, 14));
    assert!(!bench.row::<CustodyRow>(&held).is_held());
    bench.ok(expunge(&[&fir]));
    bench.sound();
}

/// Why he leaves, how he then stands, and the act.
type End = (&'static str, AccusedStatus, fn(&str) -> roznamcha_acts::Body);

/// Whatever frees him or sends him to prison empties his place in the lock-up and ends the clocks of his keeping.
#[test]
fn a_courts_order_empties_the_lockup() {
    use crate::court_samples as court;
    let ends: Vec<End> = vec![
        ("discharged", AccusedStatus::Discharged, |fir| court::discharge(fir, ACCUSED).into()),
        ("died", AccusedStatus::Abated, |fir| court::abate(fir, ACCUSED).into()),
        ("discharged", AccusedStatus::Discharged, |fir| court::quash(fir).into()),
        ("transferred", AccusedStatus::Arrested, |fir| court::transfer(fir, TransferTo::Station).into()),
        ("bail", AccusedStatus::OnBail, |fir| bail(fir).into()),
        ("released_169", AccusedStatus::Released169, |fir| release_169(fir).into()),
    ];
    for (release, status, end) in ends {
        let (mut bench, fir) = with(man());
        let held = bench.ok(arrest(&fir)).header.act;
        bench.ok(remand(&fir, Keeping::Police, 2));
        let rec = bench.ok(end(&fir));
        let diary = rec.header.entries.iter().find(|e| e.register == "2").unwrap();
        let line = bench.entry(diary);
        let told = (line.subject.as_str(), line.current("release"));
        assert_eq!(told, ("lockup_out", Some(release.to_owned())));
        let stay = bench.row::<CustodyRow>(&held);
        assert_eq!((stay.is_held(), stay.release.as_deref()), (false, Some(release)));
        assert!(bench.row::<DeskRow>("-").lockup.is_empty());
        assert_eq!(accused(&bench, &fir).status(), status);
        for deadline in ["D5", "D6", "D11"] {
            assert_eq!(open(&bench, &fir, deadline), Some(false), "{deadline} after {release}");
        }
        bench.ok(crate::samples::diary_close());
        bench.now = crate::bench::moment("2026-01-06T08:00:00+05:00");
        let day = DiaryOpen { day: bench.now.day(), ..crate::samples::diary_open() };
        let opened = bench.ok(day);
        let Some(roznamcha_acts::Body::DiaryOpen(opened)) = opened.body else { panic!("no body") };
        assert_eq!(opened.custody, Vec::<String>::new(), "the opening entry lists who is there");
        bench.sound();
    }
}

/// Nobody leaves the lock-up unseen: where the diary is closed the order waits for the day to be opened.
#[test]
fn nobody_leaves_while_the_diary_is_closed() {
    let (mut bench, fir) = with(man());
    bench.ok(arrest(&fir));
    bench.ok(crate::samples::diary_close());
    let why = bench.refused(crate::court_samples::discharge(&fir, ACCUSED));
    assert_eq!(order(why), said("order-diary-not-open", "PPR-22.48"));
}

#[test]
fn bail_and_release_meet_the_clocks() {
    let (mut bench, fir) = with(man());
    let held = bench.ok(arrest(&fir)).header.act;
    let rec = bench.ok(release_169(&fir));
    assert_eq!(bench.entry(&rec.header.entries[0]).subject, "lockup_out");
    let row = accused(&bench, &fir);
    assert_eq!((row.status(), row.custody), (AccusedStatus::Released169, None));
    assert_eq!(bench.row::<CustodyRow>(&held).release.as_deref(), Some("released_169"));
    assert_eq!((open(&bench, &fir, "D5"), open(&bench, &fir, "D11")), (Some(false), Some(false)));
    let again = bench.refused(release_169(&fir));
    assert_eq!(order(again), said("order-not-arrested", "CrPC-169"));
    bench.ok(bail(&fir));
    assert_eq!(accused(&bench, &fir).status(), AccusedStatus::OnBail);
    assert_eq!(order(bench.refused(bail(&fir))), said("order-already-free", "CrPC-497"));
    bench.ok(CaseArrest { arrested: bench.now, ..arrest(&fir) });
    assert_eq!(open(&bench, &fir, "D5"), Some(true), "arrested again, the clock starts anew");
    bench.sound();
}

#[test]
fn one_who_evades_is_proclaimed_and_caught() {
    let (mut bench, fir) = with(man());
    assert_eq!(order(bench.refused(proclaim(&fir))), said("order-no-warrant", "CrPC-87"));
    let rec = bench.ok(warrant(&fir));
    assert_eq!(entries(&rec), ["5/II/2026/1"]);
    let short = CaseProclaim { days: 29, ..proclaim(&fir) };
    assert_eq!(faults(bench.refused(short)), ["days fault-thirty-days"]);
    let rec = bench.ok(proclaim(&fir));
    assert_eq!(entries(&rec), ["5/II/2026/2", "4/1/2026/1"]);
    assert_eq!(accused(&bench, &fir).status(), AccusedStatus::Proclaimed);
    assert_eq!(open(&bench, &fir, "D12"), Some(true));
    assert_eq!(
        open(&bench, &fir, "D30"),
        Some(true),
        "the superintendent is to consider, and lists nobody yet"
    );
    assert_eq!(order(bench.refused(proclaim(&fir))), said("order-already-proclaimed", "CrPC-87"));
    let caught = CaseArrest { arrested: bench.now, ..arrest(&fir) };
    bench.ok(caught.clone());
    for entry in &rec.header.entries[1..] {
        assert_eq!(bench.entry(entry).current("arrested"), Some(caught.arrested.to_string()), "{entry}");
    }
    assert!(accused(&bench, &fir).absconder.is_none());
    let (mut bench, fir) = with(Party { age: Some(16), ..man() });
    bench.ok(warrant(&fir));
    let rec = bench.ok(proclaim(&fir));
    assert_eq!(entries(&rec), ["5/II/2026/2", "4/1/2026/1"]);
    assert_eq!(open(&bench, &fir, "D30"), None, "a child is never considered for surveillance");
    bench.sound();
}

/// The proclaimed person has appeared when he is arrested, or gives bail (section 87, D12).
#[test]
fn who_appears_is_awaited_no_more() {
    for appears in [true, false] {
        let (mut bench, fir) = with(man());
        bench.ok(warrant(&fir));
        let published = bench.now;
        bench.ok(CaseProclaim { published, ..proclaim(&fir) });
        assert_eq!((open(&bench, &fir, "D12"), open(&bench, &fir, "D30")), (Some(true), Some(true)));
        if appears {
            bench.ok(bail(&fir));
        } else {
            bench.ok(CaseArrest { arrested: bench.now, ..arrest(&fir) });
        }
        assert_eq!((open(&bench, &fir, "D12"), open(&bench, &fir, "D30")), (Some(false), Some(false)));
        bench.sound();
    }
}

/// From hospital he comes back to the lock-up while the police have him; once a magistrate sent him to jail, he does not.
#[test]
fn an_accused_comes_back_from_hospital_unless_he_was_sent_to_jail() {
    let (mut bench, fir) = with(man());
    let held = bench.ok(arrest(&fir)).header.act;
    let to_hospital = CustodyRelease { release: "hospital".to_owned(), ..release(&held) };
    bench.ok(to_hospital.clone());
    let back = bench.ok(brought_back(&held)).header.act;
    assert_eq!(bench.row::<DeskRow>("-").lockup, std::slice::from_ref(&held));
    let steps: Vec<StepRow> = bench.ledger.all(&bench.office).unwrap();
    assert!(steps.iter().any(|s| s.act == back && s.fir == fir), "it is in the timeline");
    bench.ok(to_hospital);
    bench.ok(remand(&fir, Keeping::Judicial, 14));
    assert_eq!(order(bench.refused(brought_back(&held))), said("order-judicial-already", "CrPC-167"));
    bench.ok(bail(&fir));
    assert_eq!(order(bench.refused(brought_back(&held))), said("order-not-in-custody", "PPR-22.49"));
    let (mut bench, fir) = with(man());
    let held = bench.ok(arrest(&fir)).header.act;
    bench.ok(CustodyRelease { release: "hospital".to_owned(), ..release(&held) });
    bench.ok(bail(&fir));
    bench.ok(CaseArrest { arrested: bench.now, ..arrest(&fir) });
    let why = bench.refused(brought_back(&held));
    assert_eq!(order(why), said("order-not-in-custody", "PPR-22.49"), "he is held by the later arrest");
    bench.sound();
}

/// He is sought again: no clock of his keeping runs, and he can be arrested and held anew.
#[test]
fn an_accused_who_escaped_is_sought_and_caught() {
    let (mut bench, fir) = with(man());
    let held = bench.ok(arrest(&fir)).header.act;
    bench.ok(remand(&fir, Keeping::Police, 3));
    let fled = bench.now;
    bench.ok(escape(&held, fled));
    let row = accused(&bench, &fir);
    assert_eq!((row.status(), row.custody), (AccusedStatus::Absconding, None));
    for deadline in ["D5", "D6", "D11"] {
        assert_eq!(open(&bench, &fir, deadline), Some(false), "{deadline}");
    }
    bench.ok(warrant(&fir));
    let again = CaseArrest { arrested: bench.now, ..arrest(&fir) };
    let caught = bench.ok(again).header.act;
    assert_eq!(bench.row::<DeskRow>("-").lockup, [caught]);
    assert_eq!(
        (open(&bench, &fir, "D5"), accused(&bench, &fir).custody),
        (Some(true), Some(Keeping::Police))
    );
    bench.sound();
}
