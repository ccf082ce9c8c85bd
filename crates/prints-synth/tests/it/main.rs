//! The generator through its public interface.

#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside #[test] functions")]

use roznamcha_prints::{Classical, Extractor, Matcher, Minutia, Prepared, Template};
use roznamcha_prints_synth::{Chance, Finger, Ink, Print, Wear};

fn taken(person: u64, impression: u64) -> Template {
    let wear = Wear::default();
    Finger::of(7, person, 2).impression(&wear, &mut Chance::of(7, &[person, 2, impression]))
}

#[test]
fn a_seed_gives_the_same_print_and_another_seed_another() {
    assert_eq!(taken(1, 1), taken(1, 1));
    assert_ne!(taken(1, 1), taken(1, 2));
    assert_ne!(taken(1, 1), taken(2, 1));
}

#[test]
fn every_print_can_be_written_in_less_than_400_bytes_and_has_as_many_minutiae_as_people_have() {
    let sizes: Vec<usize> = (0..300)
        .map(|person| {
            let template = taken(person, 1);
            assert!(template.to_bytes().unwrap().len() < 400);
            template.minutiae.len()
        })
        .collect();
    let mean = sizes.iter().sum::<usize>() as f32 / sizes.len() as f32;
    assert!((30.0..60.0).contains(&mean), "{mean}");
}

#[test]
fn prints_of_one_finger_are_likelier_of_one_and_prints_of_two_of_two() {
    let mut matcher = Matcher::default();
    let (mut genuine, mut impostors) = (0, 0);
    let people = 60;
    for person in 0..people {
        let probe = Prepared::new(&taken(person, 1));
        genuine += u32::from(matcher.score(&probe, &Prepared::new(&taken(person, 2))) > 0.0);
        impostors += u32::from(matcher.score(&probe, &Prepared::new(&taken(person + people, 2))) > 0.0);
    }
    assert!(genuine >= 54 && impostors <= 6, "{genuine} of 60, {impostors} of 60");
}

fn pressed(person: u64, times: u64) -> Vec<Print> {
    let master = Finger::of(7, person, 2).master(&mut Chance::of(7, &[person, 2, 0]));
    let print = |time| master.print(&Ink::default(), &mut Chance::of(7, &[person, 2, time])).unwrap();
    (1..=times).map(print).collect()
}

/// How many of some minutiae have one of the others in their place, pointing their way.
fn shared(some: &[Minutia], others: &[Minutia]) -> usize {
    let same = |a: &Minutia, b: &Minutia| {
        let turn = (a.angle - b.angle + std::f32::consts::PI).rem_euclid(std::f32::consts::TAU);
        (a.x - b.x).hypot(a.y - b.y) < 9.0 && (turn - std::f32::consts::PI).abs() < 0.6
    };
    some.iter().filter(|one| others.iter().any(|other| same(one, other))).count()
}

#[test]
fn a_master_keeps_about_half_of_the_minutiae_its_finger_was_to_have() {
    let (mut planted, mut kept) = (0, 0);
    for person in 0..3 {
        let master = Finger::of(7, person, 2).master(&mut Chance::of(7, &[person, 2, 0]));
        let counts = master.counts();
        (planted, kept) = (planted + counts.1, kept + counts.2);
    }
    assert!(kept * 100 >= planted * 45, "{kept} of {planted}");
}

#[test]
fn the_extractor_finds_what_a_master_s_impressions_have_and_they_are_of_one_finger() {
    let classical = Classical::new();
    let mut matcher = Matcher::default();
    let (mut there, mut read, mut found, mut true_ones) = (0, 0, 0, 0);
    let mut firsts: Vec<Prepared> = Vec::new();
    for person in 0..3 {
        let prints = pressed(person, 2);
        let mut templates = Vec::new();
        for print in &prints {
            let template = classical.template(&print.image).unwrap();
            there += print.minutiae.len();
            read += template.minutiae.len();
            found += shared(&print.minutiae, &template.minutiae);
            true_ones += shared(&template.minutiae, &print.minutiae);
            templates.push(Prepared::new(&template));
        }
        let [first, second] = templates.try_into().unwrap();
        assert!(matcher.score(&first, &second) > 6.0, "person {person}");
        assert!(firsts.iter().all(|other| matcher.score(other, &second) < 0.0), "person {person}");
        firsts.push(first);
    }
    assert!(found * 10 >= there * 7, "{found} of {there} found");
    assert!(true_ones * 10 >= read * 7, "{true_ones} of {read} are there");
}
