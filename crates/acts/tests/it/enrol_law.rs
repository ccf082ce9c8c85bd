//! What the law of prints asks beside a basis: by whom and when they are taken, and that a judgment decides for a convict.

use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::FileFact;
use roznamcha_acts::views::{EnrolRow, EnrolState};

use crate::bench::{Bench, faults, order, said};
use crate::case_samples::arrest;
use crate::court_road::{on_trial, registered, station};
use crate::court_samples::*;
use crate::cro_samples::*;
use crate::samples::{attach, hash};

fn state(bench: &Bench, act: &str) -> EnrolState {
    bench.row::<EnrolRow>(act).state
}

#[test]
fn nothing_is_taken_before_what_allows_it() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    bench.ok(crate::samples::appoint());
    let arrested = bench.now.plus_seconds(60);
    bench.ok(CaseArrest { accused: 1, arrested, ..arrest(&case) });
    let early = PrintsEnrol { taken: arrested.plus_seconds(-60), ..enrol(&case, 1, EnrolBasis::Arrestee) };
    assert_eq!(faults(bench.refused(early.clone())), ["taken fault-taken-before"]);
    bench.ok(PrintsEnrol { taken: arrested, ..early });
    let day_before = bench.now.plus_seconds(-86_400);
    let ordered = PrintsEnrol { taken: day_before, ..enrol(&case, 1, EnrolBasis::Magistrate) };
    assert_eq!(faults(bench.refused(ordered)), ["taken fault-taken-before"]);
    on_trial(&mut bench, &case, &[1]);
    bench.ok(convict(&case, 1));
    let convicted = PrintsEnrol { taken: day_before, ..enrol(&case, 1, EnrolBasis::Convict) };
    assert_eq!(faults(bench.refused(convicted)), ["taken fault-taken-before"], "before the judgment");
    bench.sound();
}

/// The rank is the law's, not the programme's.
#[test]
fn who_takes_them_has_a_rank_of_the_police() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let by =
        |rank: &str| PrintsEnrol { taken_rank: rank.to_owned(), ..enrol(&case, 1, EnrolBasis::Magistrate) };
    assert_eq!(faults(bench.refused(by("clerk-of-court"))), ["taken_rank fault-choice"]);
    assert_eq!(order(bench.refused(by("asi"))), said("order-rank-too-low", "IPA-5"));
    bench.ok(by("inspector"));
}

/// Charged with what is punished with years, and convicted of less: the judgment decides.
#[test]
fn of_a_convict_the_judgment_decides() {
    let mut bench = station();
    let case = registered(&mut bench, 3);
    on_trial(&mut bench, &case, &[1, 2, 3]);
    for (accused, sections) in [(1, ["T-S"]), (2, ["T-Q"]), (3, ["T-2"])] {
        let sections = sections.map(str::to_owned).to_vec();
        bench.ok(AccusedConvict { sections, ..convict(&case, accused) });
    }
    let why = |bench: &mut Bench, accused| order(bench.refused(enrol(&case, accused, EnrolBasis::Convict)));
    assert_eq!(why(&mut bench, 1), said("order-under-a-year", "IPA-3"));
    assert_eq!(why(&mut bench, 2), said("order-year-unknown", "IPA-3"), "what the book does not know");
    bench.ok(enrol(&case, 3, EnrolBasis::Convict));
    bench.ok(enrol(&case, 1, EnrolBasis::Magistrate));
    bench.sound();
}

/// A conviction sent back for trial is none: what was taken upon it is not shown, and is again upon the next.
#[test]
fn a_retrial_takes_back_what_the_conviction_allowed() {
    let mut bench = station();
    let case = registered(&mut bench, 2);
    let before = bench.ok(enrol(&case, 1, EnrolBasis::Magistrate)).header.act;
    on_trial(&mut bench, &case, &[1, 2]);
    bench.ok(convict(&case, 1));
    let upon = bench.ok(enrol(&case, 1, EnrolBasis::Convict)).header.act;
    bench.ok(appeal(&case, 1, AppealResult::Retrial));
    assert_eq!(
        [state(&bench, &before), state(&bench, &upon)],
        [EnrolState::Standing, EnrolState::Suppressed]
    );
    bench.ok(convict(&case, 1));
    assert_eq!(state(&bench, &upon), EnrolState::Standing, "convicted again");
    bench.ok(appeal(&case, 1, AppealResult::Retrial));
    bench.ok(acquit(&case, 1));
    assert_eq!([state(&bench, &before), state(&bench, &upon)], [EnrolState::Suppressed; 2]);
    bench.ok(prints(&case, 1));
    assert_eq!([state(&bench, &before), state(&bench, &upon)], [EnrolState::Destroyed; 2]);
    bench.sound();
}

/// A photograph that section 4 does not allow does not come in by another door.
#[test]
fn nothing_is_attached_to_an_enrolment() {
    let mut bench = station();
    let case = registered(&mut bench, 1);
    let act = bench.ok(enrol(&case, 1, EnrolBasis::Magistrate)).header.act;
    bench.ledger.file_sent("ps-test", &hash(1), FileFact { size: 9, media: "image/jpeg".to_owned() });
    let why = said("order-attach-enrolment", "IPA-4");
    assert_eq!(order(bench.refused(attach(&act, &[1]))), why);
    let beside = AttachAdd { case: Some(case.clone()), ..attach(&act, &[1]) };
    assert_eq!(order(bench.refused(beside)), why);
    bench.ok(attach(&case, &[1]));
}
