//! Nothing dated on or after the origin changes a score, however it is shuffled.

use proptest::prelude::*;
use roznamcha_forecast::{Facts, Forecast, Study};

use crate::world::{Dice, at, town};

const ORIGIN: i32 = 16_700;

fn scores(facts: &Facts) -> Forecast {
    let class = facts.class("burglary").unwrap();
    Forecast::new(&Study::new(facts, &[class], 250.0, ORIGIN, 7).unwrap(), ORIGIN)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn later_crimes_change_nothing(seed in 1_u64..1_000_000) {
        let known = town(7, 720).only(|fact| fact.known < ORIGIN * 1440);
        let mut dice = Dice::new(seed);
        let mut rows: Vec<_> = known.iter().collect();
        for at in (1..rows.len()).rev() {
            rows.swap(at, dice.below(at as i32 + 1) as usize);
        }
        let mut shuffled = Facts::default();
        for class in ["assault", "theft", "burglary"] {
            shuffled.class_of(class);
        }
        let named = |facts: &mut Facts, fact: roznamcha_forecast::Fact| {
            let class = facts.class_of(known.class_name(fact.class)).unwrap();
            facts.push(roznamcha_forecast::Fact { class, ..fact });
        };
        for fact in rows {
            named(&mut shuffled, fact);
            if dice.below(3) == 0 {
                let place = [dice.part() * 9_000.0 - 2_000.0, dice.part() * 5_000.0];
                let class = ["burglary", "theft", "assault"][dice.below(3) as usize];
                let later = at(&mut shuffled, class, ORIGIN + dice.below(400), place);
                shuffled.push(later);
                // Done long ago, but nobody knew of it before the origin.
                let found = at(&mut shuffled, class, 15_900 + dice.below(700), place);
                shuffled.push(roznamcha_forecast::Fact { known: ORIGIN * 1440 + dice.below(9_000), ..found });
                // Begun before the origin, and not over.
                let lasting = at(&mut shuffled, class, ORIGIN - 3, place);
                let to = ORIGIN * 1440;
                shuffled.push(roznamcha_forecast::Fact { to, known: to, ..lasting });
            }
        }
        prop_assert_eq!(scores(&known), scores(&shuffled));
    }
}
