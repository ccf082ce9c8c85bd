//! People of nobody.

use roznamcha_prints::Template;
use roznamcha_prints_gallery::{Entry, PersonId, Position, Probe};
use roznamcha_prints_synth::{Chance, Finger, Wear};

const SEED: u64 = 11;

pub(crate) fn taken(person: u64, finger: u8, time: u64) -> Template {
    let mut chance = Chance::of(SEED, &[person, u64::from(finger), time]);
    Finger::of(SEED, person, finger).impression(&Wear::default(), &mut chance)
}

pub(crate) fn position(number: u8) -> Position {
    Position::new(number).unwrap()
}

pub(crate) fn person(number: u64) -> PersonId {
    PersonId::from(u128::from(number))
}

pub(crate) fn entry(number: u64, fingers: u8) -> Entry {
    let prints = (1..=fingers).map(|finger| (position(finger), taken(number, finger, 1))).collect();
    Entry { person: person(number), prints }
}

pub(crate) fn entries(numbers: std::ops::Range<u64>, fingers: u8) -> Vec<Entry> {
    numbers.map(|number| entry(number, fingers)).collect()
}

pub(crate) fn card(number: u64, fingers: u8) -> Probe {
    let prints = (1..=fingers).map(|finger| (Some(position(finger)), taken(number, finger, 2))).collect();
    Probe::Card(prints)
}
