//! What the record office wrote of one who is destroyed goes with him, whichever part he had in it.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{JoinRow, LineupRow, NamedRow, SearchRow, SearchState};
use std::collections::BTreeSet;

use crate::bench::{Bench, cells, moment, order, said};
use crate::cro_samples::*;
use crate::expunge::everything;
use crate::samples::{attach, expunge, hash};

fn office() -> Bench {
    Bench::new().by_officer("cro-1", "si")
}

fn row(bench: &Bench, search: &str) -> SearchRow {
    bench.row(search)
}

fn gone(rec: &roznamcha_acts::Recorded) -> BTreeSet<String> {
    rec.body.as_ref().unwrap().expunges().iter().cloned().collect()
}

/// The search made at his enrolment: marks on his prints, whom they were like, and the answer.
#[test]
fn the_search_made_at_one_destroyed_is_closed_and_empty() {
    let mut bench = office();
    let slip = bench.ok(search_at("e-1")).header.act;
    let listed = bench.ok(list(&slip, vec![candidate("e-2", 900), candidate("e-3", 700)])).header.act;
    let marked = SearchExamine {
        reasons: "Hotword of his thumb".to_owned(),
        ..examine(&slip, "e-2", Conclusion::Identified)
    };
    let marked = bench.ok(marked).header.act;
    let fact = roznamcha_acts::rows::FileFact { size: 9, media: "image/jpeg".to_owned() };
    bench.ledger.file_sent("ps-test", &hash(1), fact);
    let chart = bench.ok(attach(&marked, &[1])).header.act;
    let answer = SearchAnswer { remarks: "Hotword twice before".to_owned(), ..traced(&slip, "e-2") };
    let answered = bench.ok(answer).header.act;
    let rec = bench.ok(forget("e-1"));
    assert_eq!(gone(&rec), [listed, marked, chart, answered].into());
    assert!(!everything(&bench).contains("Hotword"));
    let kept = row(&bench, &slip);
    assert!(kept.lists.is_empty() && kept.candidates.is_empty() && kept.answers.is_empty());
    assert_eq!(kept.state, SearchState::Closed);
    let line = cells(&bench.entry(&kept.entry));
    assert!(!line.iter().any(|cell| cell.starts_with("result=") || cell.starts_with("returned_at=")));
    assert!(
        bench.ledger.get::<NamedRow>("ps-test", &of("e-2").key()).unwrap().is_none(),
        "nor whom he was like"
    );
    assert_eq!(order(bench.refused(list(&slip, vec![]))), said("order-search-closed", "PPR-27"));
    let why = said("order-candidate-destroyed", "IPA-7");
    assert_eq!(order(bench.refused(search_at("e-1"))), why, "no search is made at him any more");
    bench.sound();
}

#[test]
fn a_search_made_at_one_destroyed_is_closed_before_anybody_looked() {
    let mut bench = office();
    let slip = bench.ok(search_at("e-1")).header.act;
    assert_eq!(gone(&bench.ok(forget("e-1"))), BTreeSet::new());
    assert_eq!(row(&bench, &slip).state, SearchState::Closed);
    bench.ok(expunge(&[&slip]));
    bench.sound();
}

/// What was answered of him goes: the slip about a person is closed, the print from a scene is open again.
#[test]
fn an_answer_that_traced_him_goes_with_him() {
    let mut bench = office();
    let slip = bench.ok(search(ProbeKind::Single)).header.act;
    let latent = bench.ok(search(ProbeKind::Latent)).header.act;
    bench.ok(list(&latent, vec![]));
    bench.ok(SearchAnswer { remarks: "Coldword".to_owned(), ..not_traced(&latent) });
    for search in [&slip, &latent] {
        bench.ok(list(search, vec![candidate("e-1", 900)]));
        for officer in ["cro-1", "cro-2"] {
            bench.officer = officer.to_owned();
            bench.ok(examine(search, "e-1", Conclusion::Identified));
        }
        bench.ok(SearchAnswer { remarks: "Hotword".to_owned(), ..traced(search, "e-1") });
    }
    let rec = bench.ok(forget("e-1"));
    let Some(Body::SearchForget(body)) = &rec.body else { panic!() };
    assert_eq!(body.closes, std::slice::from_ref(&slip));
    let told = everything(&bench);
    assert!(!told.contains("Hotword") && told.contains("Coldword"), "what was answered of nobody stays");
    assert_eq!(row(&bench, &slip).state, SearchState::Closed);
    let open = row(&bench, &latent);
    assert_eq!((open.state, open.answers.len(), open.traced()), (SearchState::Open, 1, None));
    assert!(cells(&bench.entry(&open.entry)).contains(&"result=not_traced".to_owned()));
    bench.ok(list(&latent, vec![candidate("e-5", 900)]));
    bench.sound();
}

#[test]
fn why_he_was_joined_to_another_goes_with_him() {
    let mut bench = office();
    let hot = |one, other| PersonJoin { reasons: "Hotword agrees".to_owned(), ..joined(one, other) };
    let first = bench.ok(hot("e-1", "e-2")).header.act;
    let apart = bench.ok(PersonPart { reasons: "Hotword differs".to_owned(), ..parted(&first) }).header.act;
    let second = bench.ok(hot("e-2", "e-1")).header.act;
    let third = bench.ok(hot("e-1", "e-3")).header.act;
    bench.ok(joined("e-2", "e-3"));
    let rec = bench.ok(forget("e-1"));
    assert_eq!(gone(&rec), [first, apart, second, third].into());
    assert!(!everything(&bench).contains("Hotword"));
    let left: Vec<JoinRow> = bench.ledger.all("ps-test").unwrap();
    assert!(left.len() == 1 && left[0].is_live(), "others stay joined: {left:?}");
    bench.sound();
}

/// The line-up of him goes; in the line-up of another his photograph is named no more, for that other is still tried.
#[test]
fn his_face_is_in_no_line_up() {
    let mut bench = office();
    let with_him = |suspect: &str| {
        let mut made = lineup(suspect);
        made.fillers[1] = face("e-1", 8);
        made
    };
    let own = bench.ok(lineup("e-1")).header.act;
    let others = bench.ok(with_him("e-9")).header.act;
    bench.now = moment("2026-01-05T13:00:00+05:00");
    let said_of_him = LineupShow { said: "Hotword, the second".to_owned(), ..shown(&own) };
    let seen = bench.ok(said_of_him).header.act;
    bench.ok(shown(&others));
    let rec = bench.ok(forget("e-1"));
    assert_eq!(gone(&rec), [own.clone(), seen].into());
    assert!(!everything(&bench).contains("Hotword"));
    assert!(bench.ledger.get::<LineupRow>("ps-test", &own).unwrap().is_none());
    let kept: LineupRow = bench.row(&others);
    let named: Vec<bool> = kept.fillers.iter().map(|face| face.photograph.is_empty()).collect();
    assert_eq!((kept.suspect.photograph, named), (hash(1), vec![false, true, false, false, false]));
    let why = said("order-candidate-destroyed", "IPA-7");
    assert_eq!(order(bench.refused(lineup("e-1"))), why);
    assert_eq!(order(bench.refused(with_him("e-8"))), why, "among the others he stands no more either");
    bench.sound();
}
