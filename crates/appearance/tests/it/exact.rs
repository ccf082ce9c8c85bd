//! Single things: what is refused, what is kept, what rare things weigh.

use roznamcha_appearance::{
    About, AddError, Born, Description, DescriptionError, ErrorModel, Feature, Index, Mark, Must, Near,
    Query, QueryError, SaidMark, Side, TermList, Tie, Vocabulary, VocabularyError,
};

use crate::people::{Dice, Person};
use crate::sample::{Sample, data};

fn thousand(sample: &Sample) -> Index {
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    let mut dice = Dice::new(7);
    for id in 0..1_000 {
        index.add(id, &Person::of(id).recorded(&mut dice).description(sample)).unwrap();
    }
    index
}

#[test]
fn nobody_is_described_by_ethnicity_caste_or_religion() {
    let told = ["caste", "Religion", "ethnic_group", "race", "mother_tribe", "religious_sect", "qaum"];
    let inflected = ["races", "Racial origin", "sectarian", "tribal", "castes", "biraderi", "mazhab", "قوم"];
    for name in told.into_iter().chain(inflected) {
        let mut data = data();
        data.fields.push(TermList { name: name.to_owned(), wrong_percent: 10, ..TermList::default() });
        let refused = VocabularyError::Refused(name.to_owned());
        assert_eq!(Vocabulary::new(&data).err(), Some(refused), "{name}");
    }
    for name in ["bracelet", "traces", "section of the hair", "insects"] {
        let mut data = data();
        data.fields.push(TermList { name: name.to_owned(), wrong_percent: 10, ..TermList::default() });
        assert!(Vocabulary::new(&data).is_ok(), "{name}");
    }
}

#[test]
fn what_is_of_another_vocabulary_is_refused_wherever_it_stands_in_the_words() {
    let index = thousand(&Sample::new());
    let more = |list: &mut TermList| list.codes.extend((0..40).map(|n| format!("other-{n}")));
    let mut other = data();
    [&mut other.fields[1], &mut other.kinds, &mut other.places, &mut other.methods]
        .into_iter()
        .for_each(more);
    other.kinds.codes.truncate(50);
    let other = Vocabulary::new(&other).unwrap();
    let code = other.code("build", "other-39").unwrap();
    let kind = SaidMark { kind: Some(other.kind("other-30").unwrap()), ..SaidMark::default() };
    let place = SaidMark { place: Some(other.place("other-39").unwrap()), ..SaidMark::default() };
    let method = other.method("other-39").unwrap();
    let must = |must| Query { must: vec![must], ..Query::default() };
    let queries = [
        Query { coded: vec![code], ..Query::default() },
        Query { marks: vec![kind], ..Query::default() },
        Query { marks: vec![place], ..Query::default() },
        Query { methods: vec![method], ..Query::default() },
        must(Must::Coded(vec![code])),
        must(Must::Mark(kind)),
        must(Must::Mark(place)),
        must(Must::Method(method)),
    ];
    for query in queries {
        assert_eq!(index.search(&query, 5), Err(QueryError::Foreign), "{query:?}");
    }
}

#[test]
fn a_search_among_some_ranks_them_as_the_search_of_all_does() {
    let sample = Sample::new();
    let index = thousand(&sample);
    let query = Query { year: 2026, ..Person::of(5).told(&mut Dice::new(11)).query(&sample) };
    let all = index.search(&query, 1_000).unwrap();
    let some: Vec<u64> = (0..1_000).rev().filter(|id| id % 7 == 0).collect();
    let ours: Vec<_> = all.into_iter().filter(|hit| some.contains(&hit.id)).take(20).collect();
    assert_eq!(index.search_among(&query, &[some, vec![77_777]].concat(), 20).unwrap(), ours);
}

#[test]
fn a_vocabulary_that_contradicts_itself_is_refused() {
    let near = |one: &str, other: &str, percent| Near { one: one.into(), other: other.into(), percent };
    let with = |change: &dyn Fn(&mut TermList)| {
        let mut data = data();
        change(&mut data.fields[1]);
        Vocabulary::new(&data).err()
    };
    assert!(matches!(with(&|l| l.codes.push("thin".into())), Some(VocabularyError::Twice { .. })));
    assert!(matches!(with(&|l| l.near.push(near("thin", "thin", 9))), Some(VocabularyError::Near { .. })));
    assert!(matches!(with(&|l| l.near.push(near("thin", "heavy", 100))), Some(VocabularyError::Near { .. })));
    assert!(matches!(with(&|l| l.near.push(near("thin", "tall", 9))), Some(VocabularyError::Unknown { .. })));
    assert!(matches!(with(&|l| l.wrong_percent = 0), Some(VocabularyError::Wrong { .. })));
    assert!(matches!(with(&|l| l.name = "sex".into()), Some(VocabularyError::Twice { .. })));
    let many = |l: &mut TermList| l.codes.extend((0..300).map(|n| n.to_string()));
    assert!(matches!(with(&many), Some(VocabularyError::TooMany { .. })));
    let sample = Sample::new();
    let code = sample.vocabulary.code("hair", "curly").unwrap();
    assert_eq!(
        (sample.vocabulary.field_name(code.field()), sample.vocabulary.code_name(code)),
        ("hair", "curly")
    );
    assert!(
        sample.vocabulary.code("hair", "green").is_err() && sample.vocabulary.code("hat", "curly").is_err()
    );
}

#[test]
fn a_description_that_cannot_be_is_refused_and_changes_nothing() {
    let sample = Sample::new();
    let mut index = thousand(&sample);
    let blank = Description::default();
    let twice = vec![sample.coded[1][0], sample.coded[1][1]];
    let refused = [
        (Description { height_cm: Some(300), ..blank.clone() }, DescriptionError::Height(300)),
        (Description { weight_kg: Some(0), ..blank.clone() }, DescriptionError::Weight(0)),
        (Description { recorded: Some(1700), ..blank.clone() }, DescriptionError::Year(1700)),
        (
            Description { born: Some(Born { from: 1990, to: 1980 }), ..blank.clone() },
            DescriptionError::Year(1980),
        ),
        (Description { coded: twice, ..blank.clone() }, DescriptionError::Twice("build".into())),
    ];
    for (description, error) in refused {
        assert_eq!(index.add(5_000, &description), Err(AddError::Description(error)));
    }
    assert_eq!(index.add(3, &blank), Err(AddError::Already(3)));
    assert_eq!(index.len(), 1_000);
    index.add(5_000, &blank).unwrap();
    assert_eq!(index.get(5_000), Some(blank));
}

#[test]
fn a_question_that_asks_nothing_or_too_much_is_refused() {
    let sample = Sample::new();
    let index = thousand(&sample);
    let ask = |query: Query| index.search(&query, 10).err();
    let tattoo = SaidMark { kind: Some(sample.kinds[2]), ..SaidMark::default() };
    assert_eq!(ask(Query { year: 2026, ..Query::default() }), Some(QueryError::Empty));
    assert_eq!(ask(Query { marks: vec![tattoo; 9], ..Query::default() }), Some(QueryError::Marks(9)));
    assert_eq!(ask(Query { marks: vec![SaidMark::default()], ..Query::default() }), Some(QueryError::Mark));
    let methods = vec![sample.methods[0]; 33];
    assert_eq!(ask(Query { methods, ..Query::default() }), Some(QueryError::Methods(33)));
    let mixed = Must::Coded(vec![sample.coded[0][0], sample.coded[1][0]]);
    assert_eq!(ask(Query { must: vec![mixed], ..Query::default() }), Some(QueryError::Foreign));
}

#[test]
fn what_is_kept_comes_back_as_it_was_given() {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    for id in 0..300 {
        let mut given = Person::of(id).description(&sample);
        index.add(id, &given).unwrap();
        for list in given.marks.iter_mut() {
            list.sort_unstable();
            list.dedup();
        }
        for list in given.methods.iter_mut() {
            list.sort_unstable();
            list.dedup();
        }
        assert_eq!(index.get(id), Some(given));
    }
}

#[test]
fn many_removals_make_room_and_the_rest_is_found() {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    let people: Vec<_> = (0..6_000).map(|id| Person::of(id).description(&sample)).collect();
    for (id, description) in (0u64..).zip(&people) {
        index.add(id, description).unwrap();
    }
    let before = index.bytes();
    assert!((0..6_000).filter(|id| id % 3 != 0).all(|id| index.remove(id)));
    assert!(index.bytes() < before, "{} of {before}", index.bytes());
    let mut few = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    for id in (0..6_000).step_by(3) {
        few.add(id as u64, &people[id]).unwrap();
    }
    let mut dice = Dice::new(1);
    for id in 0..40 {
        let query = Person::of(id).told(&mut dice).query(&sample);
        if let Ok(hits) = few.search(&query, 50) {
            assert_eq!(index.search(&query, 50).unwrap(), hits);
        }
    }
}

#[test]
fn whoever_is_passed_by_early_would_not_have_come_in() {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    let mut dice = Dice::new(5);
    let people = 20_000;
    for id in 0..people {
        index.add(id, &Person::of(id).recorded(&mut dice).description(&sample)).unwrap();
    }
    for turn in 0..25 {
        // Of the last rows, which are looked at when there are good ones already.
        let query = Person::of(people - 1 - turn).told(&mut dice).query(&sample);
        // With room for all nobody is passed by.
        let Ok(all) = index.search(&query, people as usize) else { continue };
        assert_eq!(all.len(), people as usize);
        assert!(index.search(&query, 20).unwrap() == all[..20], "witness {turn}");
    }
}

#[test]
fn a_rare_method_says_more_than_a_common_one_and_two_scars_are_two() {
    let sample = Sample::new();
    let index = thousand(&sample);
    let gain =
        |query: &Query, description: &Description| index.agreement(query, description).unwrap().centibans;
    let of = |number: usize| {
        let methods = vec![sample.methods[number]];
        let record = Description { methods: Some(methods.clone()), ..Description::default() };
        gain(&Query { methods, ..Query::default() }, &record)
    };
    assert!(of(11) > of(1) + 100, "meter reader {}, by night {}", of(11), of(1));

    let scar = |place: usize| Mark { kind: sample.kinds[0], place: sample.places[place], side: Side::Left };
    let said = |mark: Mark| SaidMark { kind: Some(mark.kind), place: Some(mark.place), side: mark.side };
    let query = Query { marks: vec![said(scar(10)), said(scar(11))], ..Query::default() };
    let one = Description { marks: Some(vec![scar(10)]), ..Description::default() };
    let two = Description { marks: Some(vec![scar(10), scar(11)]), ..Description::default() };
    let none = Description { marks: Some(vec![]), ..Description::default() };
    assert!(gain(&query, &two) > gain(&query, &one) && gain(&query, &one) > gain(&query, &none));
    let why = index.agreement(&query, &one).unwrap().why;
    assert_eq!(why.iter().map(|why| why.tie).collect::<Vec<_>>(), [Tie::Agree, Tie::Disagree]);
    assert_eq!(why[1].feature, Feature::Mark(1));
}

#[test]
fn an_old_weight_tells_less_than_a_new_one() {
    let sample = Sample::new();
    let index = thousand(&sample);
    let at = |weight, recorded| {
        let record =
            Description { weight_kg: Some(weight), recorded: Some(recorded), ..Description::default() };
        let query = Query { year: 2026, weight: Some(About { value: 95, tolerance: 4 }), ..Query::default() };
        index.agreement(&query, &record).unwrap().why[0]
    };
    assert!(at(95, 2026).centibans > at(95, 2012).centibans);
    assert!(at(80, 2012).centibans > at(80, 2026).centibans);
    assert_eq!((at(80, 2026).tie, at(80, 2012).tie), (Tie::Disagree, Tie::Agree));
}
