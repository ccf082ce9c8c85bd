use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{SearchRow, SearchState};

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::cro_samples::*;
use crate::samples::party;

/// The record office, in the hand of an examiner.
fn office() -> Bench {
    Bench::new().by_officer("cro-1", "si")
}

fn opened(bench: &mut Bench, probe: ProbeKind) -> String {
    bench.ok(search(probe)).header.act
}

fn by(bench: &mut Bench, officer: &str) {
    bench.officer = officer.to_owned();
}

fn row(bench: &Bench, search: &str) -> SearchRow {
    bench.row(search)
}

#[test]
fn a_slip_is_numbered_and_its_answer_stands_in_its_line() {
    let mut bench = office();
    let rec = bench.ok(search(ProbeKind::Single));
    assert_eq!(entries(&rec), ["w-slip/-/2026/1"]);
    let slip = rec.header.act;
    assert_eq!(order(bench.refused(not_traced(&slip))), said("order-not-searched", "PPR-27"));
    bench.ok(list(&slip, vec![candidate("e-1", 640)]));
    assert_eq!(order(bench.refused(not_traced(&slip))), said("order-not-examined", "PPR-27"));
    bench.ok(examine(&slip, "e-1", Conclusion::Excluded));
    assert_eq!(order(bench.refused(traced(&slip, "e-1"))), said("order-not-identified", "PPR-27"));
    bench.ok(not_traced(&slip));
    assert_eq!(row(&bench, &slip).state, SearchState::Answered);
    let line = bench.entry(&rec.header.entries[0]);
    let kept = cells(&line);
    for cell in ["probe=single", "asked_by=ps-test", "fir_no=1/2026", "result=not_traced"] {
        assert!(kept.contains(&cell.to_owned()), "{cell}: {kept:?}");
    }
    assert!(line.cells.iter().find(|cell| cell.key == "person").unwrap().personal);
    assert_eq!(order(bench.refused(list(&slip, vec![]))), said("order-search-closed", "PPR-27"));
    bench.sound();
}

#[test]
fn one_examiner_traces_the_fingers_of_a_person_who_is_there() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Single);
    bench.ok(list(&slip, vec![candidate("e-1", 900), candidate("e-2", 300)]));
    assert_eq!(
        order(bench.refused(examine(&slip, "e-9", Conclusion::Identified))),
        said("order-not-candidate", "PPR-27")
    );
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    let again = examine(&slip, "e-1", Conclusion::Inconclusive);
    assert_eq!(order(bench.refused(again)), said("order-examined-already", "PPR-27"));
    assert_eq!(order(bench.refused(not_traced(&slip))), said("order-identified", "PPR-27"));
    assert_eq!(order(bench.refused(traced(&slip, "e-2"))), said("order-not-identified", "PPR-27"));
    bench.ok(traced(&slip, "e-1"));
    assert_eq!(row(&bench, &slip).traced(), Some(&of("e-1")));
    bench.sound();
}

/// Of a latent two different officers must identify, and none be against it.
#[test]
fn a_latent_needs_a_second_examiner_and_nobody_against() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Latent);
    bench.ok(list(&slip, vec![candidate("e-1", 700), candidate("e-2", 650)]));
    let bare = SearchExamine { pairs: vec![], ..examine(&slip, "e-1", Conclusion::Identified) };
    assert_eq!(faults(bench.refused(bare)), ["pairs fault-missing"]);
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    assert_eq!(order(bench.refused(traced(&slip, "e-1"))), said("order-second-examiner", "PPR-27"));
    by(&mut bench, "cro-2");
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    by(&mut bench, "cro-3");
    bench.ok(examine(&slip, "e-1", Conclusion::Excluded));
    assert_eq!(order(bench.refused(traced(&slip, "e-1"))), said("order-second-examiner", "PPR-27"));
    for officer in ["cro-1", "cro-2"] {
        by(&mut bench, officer);
        bench.ok(examine(&slip, "e-2", Conclusion::Identified));
    }
    bench.ok(traced(&slip, "e-2"));
    assert_eq!(row(&bench, &slip).state, SearchState::Answered);
    bench.sound();
}

/// A latent not traced stays open, and is searched again after each enrolment, until it is closed with a reason.
#[test]
fn a_latent_not_traced_stays_open() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Latent);
    bench.ok(list(&slip, vec![]));
    bench.ok(not_traced(&slip));
    assert!(row(&bench, &slip).is_open());
    bench.ok(SearchList { after: Some(of("e-7")), ..list(&slip, vec![candidate("e-7", 500)]) });
    let kept = row(&bench, &slip);
    assert_eq!(
        (kept.lists.len(), kept.lists[1].after.clone(), kept.candidates.len()),
        (2, Some(of("e-7")), 1)
    );
    let silent = SearchAnswer { closed_because: Some(" ".to_owned()), ..not_traced(&slip) };
    assert_eq!(faults(bench.refused(silent)), ["closed_because fault-missing"]);
    let because = Some("The case was tried otherwise.".to_owned());
    bench.ok(SearchAnswer { closed_because: because, ..not_traced(&slip) });
    assert_eq!(row(&bench, &slip).state, SearchState::Closed, "also with a candidate nobody examined");
    bench.sound();
}

#[test]
fn a_search_holds_what_its_kind_of_print_gives() {
    let mut bench = office();
    let (own, single, latent) = (search_at("e-1"), search(ProbeKind::Single), search(ProbeKind::Latent));
    let two = vec![print_of(0, "one"), print_of(0, "two")];
    let person = Some(party("Synthetic Guess"));
    let bad = [
        // Ten fingers of a person are kept in an enrolment, which has its legal basis, or not at all.
        (search(ProbeKind::Tenprint), vec!["enrolment fault-tenprint-enrolment"]),
        (
            SearchOpen { prints: single.prints.clone(), person: person.clone(), ..own.clone() },
            vec!["prints fault-prints-at-enrolment", "person fault-prints-at-enrolment"],
        ),
        (SearchOpen { prints: vec![], ..single.clone() }, vec!["prints fault-missing"]),
        (
            SearchOpen { prints: vec![print_of(11, "any")], ..single.clone() },
            vec!["prints.0.finger fault-finger"],
        ),
        // One finger of a person who is there: somebody is, and the law lets it be taken.
        (SearchOpen { basis: None, ..single.clone() }, vec!["basis fault-missing"]),
        (SearchOpen { basis: Some(EnrolBasis::Magistrate), ..single.clone() }, vec!["order fault-missing"]),
        (SearchOpen { person: None, ..single.clone() }, vec!["person fault-missing"]),
        (SearchOpen { scene: latent.scene.clone(), ..single.clone() }, vec!["scene fault-scene-person"]),
        (SearchOpen { scene: String::new(), ..latent.clone() }, vec!["scene fault-missing"]),
        (SearchOpen { person, ..latent.clone() }, vec!["person fault-latent-person"]),
        (
            SearchOpen { basis: Some(EnrolBasis::Arrestee), ..latent.clone() },
            vec!["basis fault-latent-person"],
        ),
        (SearchOpen { prints: two, ..latent }, vec!["prints fault-too-many"]),
    ];
    for (body, wanted) in bad {
        assert_eq!(faults(bench.refused(body)), wanted);
    }
    let child = Party { age: Some(15), ..party("Synthetic Child") };
    let child = SearchOpen { person: Some(child), ..single.clone() };
    assert_eq!(order(bench.refused(child)), said("order-child-enrolment", "IPA-5"));
    assert_eq!(bench.ok(single).header.basis, ["PPR-27", "IPA-4"]);
    let slip = bench.ok(own).header.act;
    let itself = list(&slip, vec![candidate("e-1", 4_000)]);
    assert_eq!(faults(bench.refused(itself)), ["candidates.0.of fault-candidate-self"]);
    let twice = list(&slip, vec![candidate("e-2", 400), candidate("e-2", 300)]);
    assert_eq!(faults(bench.refused(twice)), ["candidates.1.of fault-twice"]);
    bench.sound();
}

#[test]
fn marks_and_pairs_belong_together() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Single);
    bench.ok(list(&slip, vec![candidate("e-1", 900)]));
    let good = examine(&slip, "e-1", Conclusion::Identified);
    let bad = [
        (SearchExamine { pairs: vec![(0, 0), (0, 1)], ..good.clone() }, "pairs.1 fault-pair"),
        (SearchExamine { pairs: vec![(2, 0)], ..good.clone() }, "pairs.0 fault-pair"),
        (SearchExamine { marked: Some(3), ..good.clone() }, "marked fault-finger"),
        (SearchExamine { reasons: String::new(), ..good.clone() }, "reasons fault-missing"),
    ];
    for (body, fault) in bad {
        assert_eq!(faults(bench.refused(body)), [fault]);
    }
    let mut turned = good;
    turned.probe_marks[0].angle = 360;
    assert_eq!(faults(bench.refused(turned)), ["probe_marks fault-angle"]);
}

/// A latent that one officer identified waits for the second, and for nobody who was freed meanwhile.
#[test]
fn not_traced_is_not_answered_while_a_second_examiner_is_awaited() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Latent);
    bench.ok(list(&slip, vec![candidate("e-1", 700), candidate("e-2", 650)]));
    bench.ok(examine(&slip, "e-2", Conclusion::Excluded));
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    assert_eq!(order(bench.refused(not_traced(&slip))), said("order-awaits-second", "PPR-27"));
    let freed = SearchAnswer { withdrawn: vec![of("e-1")], ..not_traced(&slip) };
    bench.clone_as("cro-1", "si").ok(freed);
    by(&mut bench, "cro-2");
    bench.ok(examine(&slip, "e-1", Conclusion::Inconclusive));
    bench.ok(not_traced(&slip));
    bench.sound();
}

/// Nobody may look at one who was freed: he keeps no search open, whatever was found of him before.
#[test]
fn who_was_freed_meanwhile_is_in_the_way_of_no_answer() {
    let mut bench = office();
    let slip = opened(&mut bench, ProbeKind::Single);
    bench.ok(list(&slip, vec![candidate("e-1", 700), candidate("e-2", 650)]));
    bench.ok(examine(&slip, "e-1", Conclusion::Identified));
    let freed = |of: Vec<EnrolRef>| SearchAnswer { withdrawn: of, ..not_traced(&slip) };
    assert_eq!(order(bench.refused(freed(vec![of("e-2")]))), said("order-identified", "PPR-27"));
    assert_eq!(order(bench.refused(freed(vec![of("e-1")]))), said("order-not-examined", "PPR-27"));
    bench.ok(freed(vec![of("e-1"), of("e-2")]));
    assert_eq!(row(&bench, &slip).state, SearchState::Answered);
    bench.sound();
}
