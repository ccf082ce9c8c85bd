//! Witnesses who err: the right record is mostly near the top, and what is confusable counts as near.

use roznamcha_appearance::{ErrorModel, Index, Query, Tie};

use crate::people::{Dice, Person};
use crate::sample::Sample;

#[test]
fn the_right_record_is_mostly_near_the_top() {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    let mut dice = Dice::new(3);
    for id in 0..5_000 {
        index.add(id, &Person::of(id).recorded(&mut dice).description(&sample)).unwrap();
    }
    let mut within = 0;
    for id in 0..200u64 {
        let query = Person::of(id).told(&mut dice).query(&sample);
        within += usize::from(index.search(&query, 50).is_ok_and(|hits| hits.iter().any(|hit| hit.id == id)));
    }
    // Guessing would put two of two hundred among the first fifty.
    assert!(within >= 140, "{within} of 200");
}

#[test]
fn brown_is_near_black_and_this_or_that_agrees_with_both() {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    for id in 0..500 {
        index.add(id, &Person::of(id).description(&sample)).unwrap();
    }
    let hair = |code: &str| sample.vocabulary.code("hair_colour", code).unwrap();
    let tie = |said: &[&str], has| {
        let query = Query { coded: said.iter().map(|code| hair(code)).collect(), ..Query::default() };
        let record = roznamcha_appearance::Description { coded: vec![hair(has)], ..Default::default() };
        let why = index.agreement(&query, &record).unwrap().why;
        assert_eq!(why.len(), 1);
        (why[0].tie, why[0].centibans)
    };
    let (agree, near, differs) =
        (tie(&["brown"], "brown"), tie(&["brown"], "black"), tie(&["brown"], "grey"));
    assert_eq!((agree.0, near.0, differs.0), (Tie::Agree, Tie::Near, Tie::Disagree));
    assert!(agree.1 > near.1 && near.1 > differs.1 && agree.1 > 0 && differs.1 < 0);
    assert_eq!(tie(&["brown", "grey"], "grey").0, Tie::Agree);
}
