use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::{FileFact, View};
use roznamcha_acts::views::{AccusedRow, EnrolRow, EnrolState, EnrolledRow, StepRow};

use crate::bench::{Bench, faults, moment, order, said};
use crate::case_samples::arrest;
use crate::court_road::{aged, on_trial, registered, station};
use crate::court_samples::*;
use crate::cro_samples::*;
use crate::samples::{expunge, fir, hash, party};

/// Arrested in the case, each of them.
fn arrested(bench: &mut Bench, case: &str, accused: &[u32]) {
    bench.ok(crate::samples::appoint());
    for index in accused {
        let (arrested, woman_officer) = (bench.now.plus_seconds(60), Some("asi-9".to_owned()));
        bench.ok(CaseArrest { accused: *index, arrested, woman_officer, ..arrest(case) });
    }
}

/// Taken now.
fn now(bench: &Bench, body: PrintsEnrol) -> PrintsEnrol {
    PrintsEnrol { taken: bench.now, ..body }
}

fn state(bench: &Bench, act: &str) -> EnrolState {
    bench.row::<EnrolRow>(act).state
}

fn enrolled(bench: &mut Bench, body: PrintsEnrol) -> String {
    bench.ok(body).header.act
}

#[test]
fn nobody_is_enrolled_but_upon_what_the_law_allows_of_him() {
    use EnrolBasis::{Arrestee, Convict, Magistrate};
    let mut bench = station();
    let case = registered(&mut bench, 3);
    let arrestee = enrol(&case, 1, Arrestee);
    assert_eq!(order(bench.refused(arrestee.clone())), said("order-not-arrestee", "IPA-4"));
    assert_eq!(order(bench.refused(enrol(&case, 1, Convict))), said("order-not-convicted", "IPA-3"));
    arrested(&mut bench, &case, &[1]);
    let arrestee = now(&bench, arrestee);
    let rec = bench.ok(arrestee);
    assert_eq!((rec.header.basis.as_slice(), rec.header.entries.len()), (&["IPA-4".to_owned()][..], 0));
    let row: EnrolRow = bench.row(&rec.header.act);
    let kept = row.enrolment.clone().unwrap();
    assert_eq!((row.state, kept.fingers.as_slice()), (EnrolState::Standing, &[1u8, 2][..]));
    assert!(kept.person.name.starts_with("Synthetic Accused 0"), "the books know who he is");
    let listed: EnrolledRow = bench.row(&EnrolledRow::key_of(&case, 1));
    assert_eq!(listed.acts, [rec.header.act]);
    // One never arrested, by a magistrate's order; convicts upon their judgment.
    bench.ok(enrol(&case, 2, Magistrate));
    on_trial(&mut bench, &case, &[1, 2, 3]);
    bench.ok(convict(&case, 1));
    assert_eq!(order(bench.refused(enrol(&case, 1, Arrestee))), said("order-not-arrestee", "IPA-4"));
    let rec = bench.ok(enrol(&case, 1, Convict));
    let Some(roznamcha_acts::Body::PrintsEnrol(body)) = rec.body else { panic!() };
    assert_eq!(body.order, Some(convict(&case, 1).order), "the judgment");
    assert_eq!(rec.header.basis, ["IPA-3"]);
    bench.sound();
}

#[test]
fn an_enrolment_without_a_basis_or_of_nobody_is_refused() {
    use EnrolBasis::{Arrestee, Bond, Convict, Magistrate};
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let alone = |basis| PrintsEnrol { fir: None, accused: None, ..enrol(&case, 1, basis) };
    for basis in [Convict, Arrestee] {
        assert_eq!(faults(bench.refused(alone(basis))), ["fir fault-missing"]);
    }
    assert_eq!(faults(bench.refused(alone(Bond))), ["order fault-missing"]);
    let unnamed = alone(Magistrate);
    assert_eq!(faults(bench.refused(unnamed.clone())), ["person.name fault-missing"]);
    let rec = bench.ok(PrintsEnrol { person: party("Synthetic Vagrant"), ..unnamed });
    assert_eq!(rec.header.basis, ["IPA-5"]);
    let half = PrintsEnrol { accused: None, ..enrol(&case, 1, Magistrate) };
    assert_eq!(faults(bench.refused(half)), ["accused fault-missing"]);
    let nobody = enrol(&case, 9, Magistrate);
    assert!(matches!(bench.refused(nobody), roznamcha_acts::Refusal::Unknown { .. }));
    let low = PrintsEnrol { taken_rank: "asi".to_owned(), ..enrol(&case, 1, Magistrate) };
    assert_eq!(order(bench.refused(low)), said("order-rank-too-low", "IPA-5"));
    bench.sound();
}

/// Section 4 gives the prints of whoever is arrested, not his photograph.
#[test]
fn an_arrested_person_is_not_photographed() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    arrested(&mut bench, &case, &[1]);
    let fact = FileFact { size: 77, media: "image/png".to_owned() };
    bench.ledger.file_sent("ps-test", &hash(2), fact);
    let pictured = |basis| PrintsEnrol { photographs: vec![photograph(2)], ..enrol(&case, 1, basis) };
    let why = order(bench.refused(pictured(EnrolBasis::Arrestee)));
    assert_eq!(why, said("order-no-photograph", "IPA-4"));
    let rec = bench.ok(pictured(EnrolBasis::Magistrate));
    let kept = bench.row::<EnrolRow>(&rec.header.act).enrolment.unwrap();
    assert_eq!((kept.photographs[0].size, kept.photographs[0].media.as_str()), (77, "image/png"));
    assert_eq!(rec.body.as_ref().unwrap().files(), [hash(2)]);
    let absent = PrintsEnrol { photographs: vec![photograph(3)], ..enrol(&case, 1, EnrolBasis::Magistrate) };
    assert_eq!(faults(bench.refused(absent)), ["photographs.0.sha256 fault-file-absent"]);
    bench.ledger.file_sent("ps-test", &hash(3), FileFact { size: 1, media: "application/pdf".to_owned() });
    let paper = PrintsEnrol { photographs: vec![photograph(3)], ..enrol(&case, 1, EnrolBasis::Magistrate) };
    assert_eq!(faults(bench.refused(paper)), ["photographs.0.sha256 fault-file-kind"]);
    bench.sound();
}

#[test]
fn a_child_is_enrolled_by_a_magistrates_order_alone() {
    let mut bench = station();
    let case = aged(&mut bench, 1, 15);
    arrested(&mut bench, &case, &[1]);
    let arrestee = now(&bench, enrol(&case, 1, EnrolBasis::Arrestee));
    assert_eq!(order(bench.refused(arrestee.clone())), said("order-child-enrolment", "IPA-5"));
    let named = Party { age: Some(40), ..party("Synthetic Grown") };
    let older = PrintsEnrol { person: named, ..arrestee };
    assert_eq!(order(bench.refused(older)), said("order-child-enrolment", "IPA-5"), "the case knows his age");
    bench.ok(enrol(&case, 1, EnrolBasis::Magistrate));
    bench.sound();
}

/// What is punished with less than a year gives no right to prints.
#[test]
fn a_small_offence_gives_no_prints() {
    let mut bench = station();
    let accused = vec![Accused { person: party("Synthetic Accused"), description: String::new() }];
    let sections = vec!["T-S".to_owned(), "T-M".to_owned()];
    let case = bench.ok(FirRegister { accused, sections, io: Some("io-1".to_owned()), ..fir() });
    arrested(&mut bench, &case.header.act, &[1]);
    let arrestee = now(&bench, enrol(&case.header.act, 1, EnrolBasis::Arrestee));
    assert_eq!(order(bench.refused(arrestee)), said("order-under-a-year", "IPA-4"));
}

#[test]
fn prints_looks_and_methods_are_what_they_must_be() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let body = enrol(&case, 1, EnrolBasis::Magistrate);
    let with = |prints: Vec<TakenPrint>| PrintsEnrol { prints, ..body.clone() };
    let one = print_of(1, "his thumb");
    let bad = [
        (with(vec![]), "prints fault-missing"),
        (with(vec![one.clone(), one.clone()]), "prints.1.finger fault-twice"),
        (with(vec![print_of(0, "any")]), "prints.0.finger fault-finger"),
        (with(vec![print_of(11, "any")]), "prints.0.finger fault-finger"),
        (with(vec![TakenPrint { quality: 101, ..one.clone() }]), "prints.0.quality fault-quality"),
        (
            with(vec![TakenPrint { template: "??".to_owned(), ..one.clone() }]),
            "prints.0.template fault-template",
        ),
        (
            with(vec![TakenPrint { template: String::new(), ..one.clone() }]),
            "prints.0.template fault-template",
        ),
        (
            with(vec![TakenPrint { missing: Some(Missing::Bandaged), ..one.clone() }]),
            "prints.0.template fault-finger-missing",
        ),
        (with(vec![TakenPrint { file: Some("x".to_owned()), ..one }]), "prints.0.file fault-hash"),
        (
            PrintsEnrol { looks: Looks { height_cm: Some(300), ..looks() }, ..body.clone() },
            "looks.height_cm fault-height",
        ),
        (
            PrintsEnrol { looks: Looks { eyes: Some("golden".to_owned()), ..looks() }, ..body.clone() },
            "looks.eyes fault-choice",
        ),
        (PrintsEnrol { method: vec!["entry.chimney".to_owned()], ..body.clone() }, "method.0 fault-choice"),
        (PrintsEnrol { taken: moment("2027-01-01T00:00:00+05:00"), ..body.clone() }, "taken fault-future"),
    ];
    for (body, fault) in bad {
        assert_eq!(faults(bench.refused(body)), [fault]);
    }
    let method = vec!["entry.roof".to_owned(), "ruse.police".to_owned()];
    bench.ok(PrintsEnrol { looks: looks(), method, ..body });
    bench.sound();
}

/// Whatever frees him suppresses what was taken of him, in the same act; none but the freed.
#[test]
fn who_is_freed_is_not_shown_from_that_act_on() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    let acts: Vec<String> =
        (1..=3).map(|i| enrolled(&mut bench, enrol(&case, i, EnrolBasis::Magistrate))).collect();
    on_trial(&mut bench, &case, &[1, 2, 3]);
    bench.ok(acquit(&case, 1));
    let states: Vec<EnrolState> = acts.iter().map(|act| state(&bench, act)).collect();
    assert_eq!(states, [EnrolState::Suppressed, EnrolState::Standing, EnrolState::Standing]);
    let why = order(bench.refused(enrol(&case, 1, EnrolBasis::Magistrate)));
    assert_eq!(why, said("order-freed", "IPA-7"));
    bench.ok(convict(&case, 2));
    bench.ok(appeal(&case, 2, AppealResult::SetAside));
    assert_eq!(state(&bench, &acts[1]), EnrolState::Suppressed);
    bench.sound();
}

#[test]
fn an_end_of_the_whole_case_suppresses_everybody() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let one = enrolled(&mut bench, enrol(&case, 1, EnrolBasis::Magistrate));
    let other = enrolled(&mut bench, enrol(&case, 2, EnrolBasis::Magistrate));
    bench.ok(quash(&case));
    assert_eq!([state(&bench, &one), state(&bench, &other)], [EnrolState::Suppressed; 2]);
    bench.sound();
}

/// The certificate takes the content of what it destroyed with it: act, salt, rows.
#[test]
fn what_is_certified_destroyed_is_gone() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let one = enrolled(
        &mut bench,
        PrintsEnrol {
            method_words: "By the roof of w1x".to_owned(),
            ..enrol(&case, 1, EnrolBasis::Magistrate)
        },
    );
    let kept = enrolled(&mut bench, enrol(&case, 2, EnrolBasis::Magistrate));
    on_trial(&mut bench, &case, &[1, 2]);
    bench.ok(acquit(&case, 1));
    let none = PrintsDestroy { fate: PrintsFate::NoneTaken, ..prints(&case, 1) };
    assert_eq!(order(bench.refused(none)), said("order-prints-taken", "IPA-7"));
    let rec = bench.ok(prints(&case, 1));
    let Some(roznamcha_acts::Body::PrintsDestroy(body)) = &rec.body else { panic!() };
    assert_eq!(body.removed, std::slice::from_ref(&one));
    let row: EnrolRow = bench.row(&one);
    assert_eq!((row.state, row.enrolment.is_none()), (EnrolState::Destroyed, true));
    assert_eq!(row.gone.unwrap().act, rec.header.act, "the certificate is found from it");
    assert_eq!(state(&bench, &kept), EnrolState::Standing);
    let key = EnrolledRow::key_of(&case, 1);
    assert!(bench.ledger.get::<EnrolledRow>("ps-test", &key).unwrap().is_none());
    for written in
        bench.ledger.journal("ps-test").iter().filter(|w| body.removed.contains(&w.header().unwrap().act))
    {
        assert!(written.content.is_none() && written.salt.is_none());
    }
    let steps: Vec<StepRow> = bench.ledger.all("ps-test").unwrap();
    assert!(steps.iter().all(|step| step.act != one), "no step tells of it");
    let rows = bench.ledger.views().values();
    assert!(rows.map(|row| &row.body).all(|body| !body.contains("w1x")));
    bench.sound();
}

#[test]
fn what_an_earlier_conviction_keeps_stays_out_of_searches() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let one = enrolled(&mut bench, enrol(&case, 1, EnrolBasis::Magistrate));
    on_trial(&mut bench, &case, &[1]);
    bench.ok(acquit(&case, 1));
    let rec = bench.ok(PrintsDestroy { fate: PrintsFate::Kept, ..prints(&case, 1) });
    assert_eq!(rec.body.unwrap().expunges(), [] as [String; 0]);
    let row: EnrolRow = bench.row(&one);
    assert_eq!((row.state, row.enrolment.is_some()), (EnrolState::Suppressed, true));
    bench.sound();
}

/// A case expunged takes its enrolments with it, destroyed ones and others.
#[test]
fn an_expunged_case_takes_its_enrolments_with_it() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    let acts: Vec<String> =
        (1..=3).map(|i| enrolled(&mut bench, enrol(&case, i, EnrolBasis::Magistrate))).collect();
    bench.ok(expunge(&[&acts[2]]));
    assert_eq!(state(&bench, &acts[2]), EnrolState::Destroyed);
    on_trial(&mut bench, &case, &[1, 2]);
    bench.ok(acquit(&case, 1));
    bench.ok(prints(&case, 1));
    let rec = bench.ok(expunge(&[&case]));
    let gone = rec.body.as_ref().unwrap().expunges();
    assert!(gone.contains(&acts[1]) && !gone.contains(&acts[0]), "what is gone already is not named again");
    for act in &acts {
        assert_eq!(state(&bench, act), EnrolState::Destroyed);
    }
    let left: Vec<EnrolledRow> = bench.ledger.all("ps-test").unwrap();
    assert!(
        left.is_empty() && bench.ledger.get::<AccusedRow>("ps-test", &left_key(&case)).unwrap().is_none()
    );
    bench.sound();
}

fn left_key(case: &str) -> String {
    AccusedRow::key_of(case, 1)
}

/// The same act sent again is the act kept, although the books filled it in.
#[test]
fn sent_again_it_is_the_same_act() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    on_trial(&mut bench, &case, &[1]);
    bench.ok(convict(&case, 1));
    bench.ledger.file_sent("ps-test", &hash(2), FileFact { size: 9, media: "image/jpeg".to_owned() });
    let body = PrintsEnrol { photographs: vec![photograph(2)], ..enrol(&case, 1, EnrolBasis::Convict) };
    let act = bench.act(body.into());
    let first = bench.send(act.clone()).unwrap();
    let again = bench.send(act).unwrap();
    assert_eq!(first.header, again.header);
    assert_eq!(bench.ledger.all::<EnrolRow>("ps-test").unwrap().len(), 1);
    assert_eq!(EnrolRow::TABLE.name, "enrol");
}
