//! Line-ups: who is in them, where, and how fair.

use std::collections::BTreeSet;

use proptest::prelude::*;
use roznamcha_appearance::lineup::{BAND, FAIR, MOST, Unfit};
use roznamcha_appearance::{
    About, Description, ErrorModel, Feature, Index, Lineup, LineupError, Must, Query, Sitter, Tie,
};

use crate::people::Person;
use crate::sample::Sample;

struct Room {
    index: Index,
    pool: Vec<Sitter>,
    words: Query,
}

/// Two thousand records of forty people, some of them children, some without photograph, some with two records; and the words about the first.
fn room(seed: u64) -> Room {
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    let mut pool = Vec::new();
    for id in 0..2_000 {
        let description = Person::of(seed.wrapping_add(id)).description(&sample);
        index.add(id, &description).unwrap();
        // Fifty records a person, so that any two of a line-up might be of one.
        let person = id % 40;
        pool.push(Sitter {
            id,
            person,
            description,
            photograph: id % 7 != 3,
            child: id % 11 == 5,
            chosen: false,
        });
    }
    // A witness who says what was plain to see.
    let first = &pool[0].description;
    let plain = ["sex", "build", "hair", "beard"].map(|name| sample.vocabulary.field(name).unwrap());
    let coded = first.coded.iter().copied().filter(|code| plain.contains(&code.field())).collect();
    Room { index, pool, words: Query { year: 2026, coded, ..Query::default() } }
}

impl Room {
    fn lineup(&self, seed: u64) -> Result<Lineup, LineupError> {
        self.index.lineup(&self.words, &self.pool[0], &self.pool, 8, seed)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_lineup_holds_who_may_be_in_it_once(people: u64, seed: u64) {
        let mut room = room(people);
        let lineup = match room.lineup(seed) {
            Ok(lineup) => lineup,
            Err(LineupError::TooFew { fair, .. }) => {
                prop_assert!(fair < 8);
                return Ok(());
            }
            Err(LineupError::Unfair(fairness)) => {
                prop_assert!(!fairness.at_least(FAIR));
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        prop_assert_eq!(lineup.members.len(), 9);
        prop_assert_eq!(lineup.members[lineup.suspect].id, 0);
        let persons: BTreeSet<u64> =
            lineup.members.iter().map(|member| room.pool[member.id as usize].person).collect();
        prop_assert_eq!(persons.len(), 9);
        for member in &lineup.members {
            let sitter = &room.pool[member.id as usize];
            prop_assert!(sitter.photograph && !sitter.child);
            prop_assert!(member.agreement.why.iter().all(|why| why.tie != Tie::Disagree));
        }
        prop_assert!(lineup.fairness.at_least(FAIR));
        prop_assert_eq!(&room.lineup(seed).unwrap(), &lineup);
        room.pool[1..].reverse();
        prop_assert_eq!(&room.lineup(seed).unwrap(), &lineup);
    }
}

#[test]
fn the_suspects_place_is_even_over_seeds() {
    let mut room = room(1);
    room.pool.truncate(400);
    let mut places = [0u32; 9];
    let seeds = 2_700;
    for seed in 0..seeds {
        places[room.lineup(seed).unwrap().suspect] += 1;
    }
    let expected = f64::from(seeds as u32) / 9.0;
    let chi: f64 = places.iter().map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    // Eight degrees of freedom: beyond this once in a thousand.
    assert!(chi < 26.12, "chi-square {chi:.1}: {places:?}");
}

#[test]
fn other_seeds_draw_other_fillers() {
    let room = room(1);
    let set = |seed| -> BTreeSet<u64> { room.lineup(seed).unwrap().members.iter().map(|m| m.id).collect() };
    let distinct: BTreeSet<BTreeSet<u64>> = (0..20).map(set).collect();
    assert!(distinct.len() > 10, "{}", distinct.len());
}

#[test]
fn whoever_was_chosen_stays_and_others_fill_the_places_left() {
    let mut room = room(1);
    let ids = |made: &Lineup| -> BTreeSet<u64> { made.members.iter().map(|member| member.id).collect() };
    let before = ids(&room.lineup(1).unwrap());
    let leaves = *before.iter().find(|id| **id != 0).unwrap();
    room.pool.retain(|sitter| sitter.id != leaves);
    for sitter in &mut room.pool {
        sitter.chosen = sitter.id != 0 && before.contains(&sitter.id);
    }
    for seed in [1, 2, 3] {
        let after = ids(&room.lineup(seed).unwrap());
        assert_eq!(before.difference(&after).copied().collect::<Vec<_>>(), [leaves]);
        assert_eq!(after.len(), before.len());
    }
}

#[test]
fn who_may_not_be_shown_is_refused_with_the_reason() {
    let mut room = room(2);
    for fillers in [4, MOST + 1] {
        let made = room.index.lineup(&room.words, &room.pool[0], &room.pool, fillers, 1);
        assert_eq!(made, Err(LineupError::Size(fillers)));
    }
    room.pool[0].photograph = false;
    assert_eq!(room.lineup(1), Err(LineupError::NoPhotograph));
    room.pool[0].child = true;
    assert_eq!(room.lineup(1), Err(LineupError::Child));
}

#[test]
fn too_few_fair_fillers_make_no_lineup_and_the_reasons_are_counted() {
    let sample = Sample::new();
    let mut room = room(3);
    let sex = room.pool[0].description.coded[0];
    let other = sample.coded[0].iter().copied().find(|code| *code != sex).unwrap();
    room.pool.truncate(20);
    for sitter in &mut room.pool {
        (sitter.person, sitter.photograph, sitter.child) = (sitter.id, true, false);
        sitter.description = room_description(&room.index, 0);
    }
    for sitter in &mut room.pool[5..10] {
        sitter.photograph = false;
    }
    for sitter in &mut room.pool[10..17] {
        sitter.description.coded[0] = other;
    }
    for sitter in &mut room.pool[17..] {
        sitter.child = true;
    }
    let Err(LineupError::TooFew { fair, asked, unfit }) = room.lineup(1) else { panic!("it was made") };
    assert_eq!((fair, asked), (4, 8));
    let at_once = Unfit::AtOnce(sex.field());
    assert_eq!(unfit, [(Unfit::Child, 3), (Unfit::NoPhotograph, 5), (at_once, 7)].into());
}

fn room_description(index: &Index, id: u64) -> roznamcha_appearance::Description {
    index.get(id).unwrap()
}

#[test]
fn fillers_who_all_fit_worse_than_the_suspect_make_no_lineup() {
    let room = room(6);
    let height = About { value: 172, tolerance: 6 };
    let words = Query { year: 2026, height: Some(height), ..Query::default() };
    let tall = |cm| Description { height_cm: Some(cm), ..Description::default() };
    let fits = |cm| room.index.agreement(&words, &tall(cm)).unwrap().centibans;
    // Within the band, so that each alone would do, and all on one side of him.
    let worse = (172..200).find(|cm| fits(*cm) - fits(172) < -38).unwrap();
    assert!(fits(worse) - fits(172) >= -BAND, "{worse} cm: {}", fits(worse) - fits(172));
    let sitter = |id: u64, cm| Sitter {
        id,
        person: id,
        description: tall(cm),
        photograph: true,
        child: false,
        chosen: false,
    };
    let pool: Vec<Sitter> = (1..=30).map(|id| sitter(id, worse)).collect();
    let made = room.index.lineup(&words, &sitter(0, 172), &pool, 8, 1);
    let Err(LineupError::Unfair(fairness)) = made else { panic!("{made:?}") };
    assert!(!fairness.at_least(FAIR) && fairness.functional.unwrap() < 0.6 * 9.0, "{fairness}");
    // With as many of his own height the same suspect has his line-up.
    let pool: Vec<Sitter> = (1..=30).map(|id| sitter(id, if id < 16 { worse } else { 172 })).collect();
    assert!(room.index.lineup(&words, &sitter(0, 172), &pool, 8, 1).unwrap().fairness.at_least(FAIR));
}

#[test]
fn a_witness_who_saw_a_tattoo_gets_fillers_who_have_one() {
    let sample = Sample::new();
    let mut room = room(4);
    room.pool.iter_mut().for_each(|sitter| sitter.person = sitter.id);
    let tattoo = roznamcha_appearance::SaidMark { kind: Some(sample.kinds[2]), ..Default::default() };
    let with = |sitter: &Sitter| sitter.description.marks.iter().flatten().any(|m| m.kind == sample.kinds[2]);
    let suspect = room.pool.iter().position(|s| with(s) && s.photograph && !s.child).unwrap();
    let sex = room.pool[suspect].description.coded[0];
    room.words = Query { coded: vec![sex], marks: vec![tattoo], ..Query::default() };
    let lineup = room.index.lineup(&room.words, &room.pool[suspect], &room.pool, 8, 9).unwrap();
    assert!(lineup.members.iter().all(|member| with(&room.pool[member.id as usize])));
    assert!(lineup.members[0].agreement.why.iter().any(|why| why.feature == Feature::Mark(0)));
}

#[test]
fn a_pool_is_looked_for_by_what_the_record_says_of_each_thing_told() {
    let sample = Sample::new();
    let room = room(5);
    let suspect = &room.pool[0].description;
    let told = |number: usize| sample.coded[number][0];
    let words = Query { coded: vec![told(1), told(4)], marks: vec![], height: None, ..room.words.clone() };
    let alike = room.index.alike(&words, suspect).unwrap();
    let own =
        |number: usize| *suspect.coded.iter().find(|code| code.field() == told(number).field()).unwrap();
    assert_eq!(alike.coded, [own(1), own(4)]);
    assert_eq!(alike.must, [Must::Coded(vec![own(0)])]);
    assert_eq!((alike.height, alike.born, alike.marks.len()), (None, None, 0));
    let best = room.index.search(&alike, 5).unwrap();
    assert!(best.iter().all(|hit| hit.agreement.why.iter().all(|why| why.tie == Tie::Agree)));
}
