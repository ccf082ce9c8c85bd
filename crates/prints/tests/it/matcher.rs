use std::collections::BTreeSet;
use std::f32::consts::TAU;

use proptest::prelude::*;
use roznamcha_prints::{Kind, Matcher, Minutia, Prepared, Template};

use crate::drawn::Dice;

fn random(dice: &mut Dice, count: usize) -> Template {
    let one = |dice: &mut Dice| Minutia {
        x: dice.between(20.0, 280.0),
        y: dice.between(20.0, 380.0),
        angle: dice.between(0.0, TAU),
        kind: if dice.roll() < 0.5 { Kind::Ending } else { Kind::Bifurcation },
        quality: dice.between(0.3, 1.0),
    };
    Template { width: 300, height: 400, dpi: 500, minutiae: (0..count).map(|_| one(dice)).collect() }
}

/// The same print laid otherwise: turned, shifted, each minutia a little off, one in five lost, a few new.
fn again(dice: &mut Dice, template: &Template, degrees: f32) -> (Template, Vec<usize>) {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut places = Vec::new();
    let mut minutiae = Vec::new();
    for (place, minutia) in template.minutiae.iter().enumerate() {
        if dice.roll() < 0.2 {
            continue;
        }
        let (x, y) = (minutia.x - 150.0, 200.0 - minutia.y);
        places.push(place);
        minutiae.push(Minutia {
            x: cos * x - sin * y + 300.0 + dice.between(-2.0, 2.0),
            y: 300.0 - (sin * x + cos * y) + dice.between(-2.0, 2.0),
            angle: (minutia.angle + degrees.to_radians() + dice.between(-0.1, 0.1)).rem_euclid(TAU),
            ..*minutia
        });
    }
    minutiae.extend(random(dice, 5).minutiae);
    (Template { width: 600, height: 600, dpi: 500, minutiae }, places)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_print_is_known_again_and_its_minutiae_paired(seed in 1_u64..1_000_000, degrees in -55.0_f32..55.0) {
        let mut dice = Dice::new(seed);
        let first = random(&mut dice, 40);
        let (second, places) = again(&mut dice, &first, degrees);
        let stranger = random(&mut dice, 40);
        let [first, second, stranger] = [first, second, stranger].map(|template| Prepared::new(&template));
        let mut matcher = Matcher::default();
        let same = matcher.compare(&first, &second);
        let other = matcher.compare(&first, &stranger);
        // strangers may look alike by chance, but not e^5 times likelier than not
        let apart = same.llr > 5.0 && other.llr < 5.0 && same.llr > other.llr + 10.0;
        prop_assert!(apart, "{} and {}", same.llr, other.llr);
        let right = same.pairs.iter().filter(|p| places.get(usize::from(p.gallery)) == Some(&usize::from(p.probe)));
        let (right, all) = (right.count(), same.pairs.len());
        prop_assert!(right * 10 >= places.len() * 8, "{right} of {} found again", places.len());
        prop_assert!(right * 10 >= all * 8, "{right} of {all} pairs are right");
    }

    #[test]
    fn each_minutia_is_paired_once(seed in 1_u64..1_000_000, ours in 0_usize..120, theirs in 0_usize..120) {
        let mut dice = Dice::new(seed);
        let [ours, theirs] = [ours, theirs].map(|count| random(&mut dice, count));
        let mut matcher = Matcher::new(180.0);
        let found = matcher.compare(&Prepared::new(&ours), &Prepared::new(&theirs));
        let probes: BTreeSet<u16> = found.pairs.iter().map(|pair| pair.probe).collect();
        let galleries: BTreeSet<u16> = found.pairs.iter().map(|pair| pair.gallery).collect();
        prop_assert_eq!((probes.len(), galleries.len()), (found.pairs.len(), found.pairs.len()));
        prop_assert!(probes.iter().all(|place| usize::from(*place) < ours.minutiae.len()));
        prop_assert!(galleries.iter().all(|place| usize::from(*place) < theirs.minutiae.len()));
        prop_assert!(found.llr.is_finite());
        let score = matcher.score(&Prepared::new(&ours), &Prepared::new(&theirs));
        prop_assert!(score == found.llr, "the ratio does not hang on what was compared before");
    }
}

#[test]
fn a_print_turned_further_than_allowed_is_not_found() {
    let mut dice = Dice::new(5);
    let first = random(&mut dice, 40);
    let (second, _) = again(&mut dice, &first, 120.0);
    let (first, second) = (Prepared::new(&first), Prepared::new(&second));
    let narrow = Matcher::new(60.0).score(&first, &second);
    let wide = Matcher::new(180.0).score(&first, &second);
    assert!(narrow < 0.0 && wide > 3.0, "{narrow} and {wide}");
}

#[test]
fn prints_of_the_same_few_minutiae_prove_nothing() {
    let mut dice = Dice::new(9);
    let few = Prepared::new(&random(&mut dice, 2));
    let none = Prepared::new(&random(&mut dice, 0));
    let mut matcher = Matcher::default();
    for (a, b) in [(&few, &few), (&few, &none), (&none, &none)] {
        assert!(matcher.score(a, b) <= 1.0);
    }
}
