//! The generator through its public interface.

use roznamcha_prints::{Matcher, Prepared, Template};
use roznamcha_prints_synth::{Chance, Finger, Wear};

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
