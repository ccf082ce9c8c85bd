//! One seed, one country; each station with errors of its own; brothers who are hard to tell apart.

use std::collections::{BTreeMap, BTreeSet};

use roznamcha_linkage_synth::{People, Rates, Written};

fn lines(seed: u64, count: usize) -> Vec<Written> {
    People::new(seed, &Rates::default()).take(count).collect()
}

#[test]
fn a_seed_gives_the_same_lines_and_another_others() {
    assert_eq!(lines(7, 2_000), lines(7, 2_000));
    assert_ne!(lines(7, 2_000), lines(8, 2_000));
}

#[test]
fn gaps_and_errors_are_about_those_asked_for_and_differ_by_station() {
    let people = lines(3, 60_000);
    let share =
        |of: &dyn Fn(&Written) -> bool| people.iter().filter(|line| of(line)).count() as f64 / 60_000.0;
    let rates = Rates::default();
    assert!((share(&|line| line.cnic.is_empty()) - rates.no_cnic).abs() < 0.04);
    assert!((share(&|line| line.phone.is_empty()) - rates.no_phone).abs() < 0.05);
    assert!((share(&|line| line.birth.is_empty()) - rates.no_birth).abs() < 0.03);
    let mut by: BTreeMap<u16, (f64, f64)> = BTreeMap::new();
    for line in &people {
        let (all, without) = by.entry(line.station).or_default();
        *all += 1.0;
        *without += f64::from(u8::from(line.cnic.is_empty()));
    }
    let shares: Vec<f64> =
        by.values().filter(|(all, _)| *all > 100.0).map(|(all, without)| without / all).collect();
    let (low, high) =
        (shares.iter().copied().fold(1.0, f64::min), shares.iter().copied().fold(0.0, f64::max));
    assert!(low < 0.15 && high > 0.4, "{low} {high}");
}

#[test]
fn two_of_one_household_share_a_father_and_have_cnics_of_their_own() {
    let people = lines(5, 20_000);
    let mut houses: BTreeMap<(&str, &str), BTreeSet<u64>> = BTreeMap::new();
    for line in people.iter().filter(|line| !line.father.is_empty() && !line.phone.is_empty()) {
        houses.entry((&line.father, &line.phone)).or_default().insert(line.person);
    }
    assert!(houses.values().filter(|persons| persons.len() > 1).count() > 20);
    let whole = people.iter().filter(|line| line.cnic.len() == 13);
    assert!(whole.clone().count() > 12_000);
    // The last digit is odd for men; a slip may touch it now and then.
    let fits =
        whole.filter(|line| line.cnic.ends_with(['1', '3', '5', '7', '9']) == (line.sex == 'm')).count();
    assert!(fits > 12_000);
}
