//! What holds for any people and any words.

use proptest::prelude::*;
use roznamcha_appearance::{Description, ErrorModel, Hit, Index, Must, Query, SaidMark, Side, Tie};

use crate::people::{Dice, Person};
use crate::sample::Sample;

fn people(sample: &Sample, seed: u64, count: usize) -> Vec<Description> {
    let mut dice = Dice::new(seed);
    let person = |dice: &mut Dice| {
        let seed = dice.next();
        Person::of(seed).recorded(dice).description(sample)
    };
    (0..count).map(|_| person(&mut dice)).collect()
}

fn index(descriptions: &[Description]) -> Index {
    let mut index = Index::new(Sample::new().vocabulary, ErrorModel::default());
    for (id, description) in (0u64..).zip(descriptions) {
        index.add(id, description).unwrap();
    }
    index
}

/// Words about one of the people, or about somebody else, that say something.
fn words(sample: &Sample, seed: u64) -> Query {
    let mut dice = Dice::new(seed);
    loop {
        let seed = dice.next();
        let query = Person::of(seed).told(&mut dice).query(sample);
        if query != (Query { year: query.year, ..Query::default() }) {
            return query;
        }
    }
}

/// The same answer the slow way: everybody weighed by himself, then sorted.
fn plainly(index: &Index, query: &Query, descriptions: &[Description], limit: usize) -> Vec<Hit> {
    let weighed = (0u64..).zip(descriptions);
    let weighed = weighed.map(|(id, d)| Hit { id, agreement: index.agreement(query, d).unwrap() });
    let mut hits: Vec<Hit> = weighed.collect();
    hits.sort_by_key(|hit| (-hit.agreement.centibans, hit.id));
    hits.truncate(limit);
    hits
}

fn rank(index: &Index, query: &Query, id: u64) -> usize {
    index.search(query, index.len()).unwrap().iter().position(|hit| hit.id == id).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_search_answers_what_weighing_everybody_does(seed: u64, about: u64, count in 1usize..160, limit in 1usize..60) {
        let sample = Sample::new();
        let people = people(&sample, seed, count);
        let index = index(&people);
        let query = words(&sample, about);
        let hits = index.search(&query, limit).unwrap();
        prop_assert_eq!(&hits, &plainly(&index, &query, &people, limit));
        prop_assert_eq!(&hits, &index.search(&query, limit).unwrap());
        for hit in hits {
            let sum: i32 = hit.agreement.why.iter().map(|why| why.centibans).sum();
            prop_assert_eq!(sum, hit.agreement.centibans);
        }
    }

    #[test]
    fn who_was_removed_leaves_no_trace(seed: u64, about: u64, stay in 1usize..60, gone in 1usize..60) {
        let sample = Sample::new();
        let (staying, going) = (people(&sample, seed, stay), people(&sample, !seed, gone));
        let mut with = index(&staying);
        for (id, description) in (1_000u64..).zip(&going) {
            with.add(id, description).unwrap();
        }
        for id in (1_000u64..).take(gone) {
            prop_assert!(with.remove(id));
            prop_assert!(!with.remove(id));
            prop_assert_eq!(with.get(id), None);
        }
        let (query, never) = (words(&sample, about), index(&staying));
        prop_assert_eq!(with.len(), stay);
        prop_assert_eq!(with.search(&query, 200).unwrap(), never.search(&query, 200).unwrap());
        // The memory itself holds nothing of it either.
        let written = format!("{with:?}");
        for id in (1_000u64..).take(gone) {
            prop_assert!(!written.contains(&id.to_string()), "{}", id);
        }
    }

    #[test]
    fn an_agreeing_mark_more_never_lowers_the_right_one(seed: u64, about: u64, right in 0usize..80, which: prop::sample::Index) {
        let sample = Sample::new();
        let people = people(&sample, seed, 80);
        let index = index(&people);
        let mut query = words(&sample, about);
        query.marks.truncate(7);
        let Some(marks) = people[right].marks.as_ref().filter(|marks| !marks.is_empty()) else { return Ok(()) };
        let mark = marks[which.index(marks.len())];
        // Another mark than those already said: one that could be either may have answered for the other.
        let said = SaidMark { kind: Some(mark.kind), place: Some(mark.place), side: mark.side };
        let other = Description { marks: Some(vec![mark]), ..Description::default() };
        let confused = |said: &SaidMark| {
            let query = Query { marks: vec![*said], ..Query::default() };
            index.agreement(&query, &other).unwrap().why[0].tie != Tie::Disagree
        };
        query.marks.retain(|said| !confused(said));
        let before = rank(&index, &Query { year: 2026, ..query.clone() }, right as u64);
        query.marks.push(said);
        prop_assert!(rank(&index, &query, right as u64) <= before);
    }

    #[test]
    fn what_a_record_does_not_know_neither_helps_nor_hurts(seed: u64, about: u64, field in 0usize..11) {
        let sample = Sample::new();
        let people = people(&sample, seed, 40);
        let index = index(&people);
        let query = words(&sample, about);
        let code = sample.coded[field][0].field();
        let shorter = Query {
            coded: query.coded.iter().copied().filter(|said| said.field() != code).collect(),
            height: None,
            marks: Vec::new(),
            methods: Vec::new(),
            ..query.clone()
        };
        let mut silent = people[0].clone();
        silent.coded.retain(|known| known.field() != code);
        (silent.height_cm, silent.marks, silent.methods) = (None, None, None);
        let long = index.agreement(&query, &silent).unwrap();
        let short = index.agreement(&shorter, &silent).map_or(0, |agreement| agreement.centibans);
        prop_assert_eq!(long.centibans, short);
        let unknown = long.why.iter().filter(|why| why.tie == Tie::Unknown);
        prop_assert!(unknown.clone().all(|why| why.centibans == 0));
    }

    #[test]
    fn what_must_be_so_is_so_of_everybody_found_and_of_nobody_left_out(seed: u64, about: u64, pick in 0usize..6) {
        let sample = Sample::new();
        let people = people(&sample, seed, 300);
        let index = index(&people);
        let tattoo = SaidMark { kind: Some(sample.kinds[2]), place: None, side: Side::Unknown };
        let must = [
            Must::Coded(vec![sample.coded[4][2], sample.coded[4][3]]),
            Must::Height(165, 172),
            Must::Weight(60, 70),
            Must::Born(1985, 1992),
            Must::Mark(tattoo),
            Must::Method(sample.methods[5]),
        ];
        let holds = |d: &Description| match pick {
            0 => d.coded.iter().any(|code| [sample.coded[4][2], sample.coded[4][3]].contains(code)),
            1 => d.height_cm.is_some_and(|cm| (165..=172).contains(&cm)),
            2 => d.weight_kg.is_some_and(|kg| (60..=70).contains(&kg)),
            3 => d.born.is_some_and(|born| born.from <= 1992 && born.to >= 1985),
            4 => d.marks.iter().flatten().any(|mark| mark.kind == sample.kinds[2]),
            _ => d.methods.iter().flatten().any(|method| *method == sample.methods[5]),
        };
        let query = Query { must: vec![must[pick].clone()], ..words(&sample, about) };
        let mut found: Vec<u64> = index.search(&query, 300).unwrap().iter().map(|hit| hit.id).collect();
        found.sort_unstable();
        let expected: Vec<u64> = (0u64..).zip(&people).filter(|(_, d)| holds(d)).map(|(id, _)| id).collect();
        prop_assert_eq!(&found, &expected);
        let alone = Query { must: query.must, ..Query::default() };
        let by_id: Vec<u64> = index.search(&alone, 300).unwrap().iter().map(|hit| hit.id).collect();
        prop_assert_eq!(by_id, expected);
    }
}
