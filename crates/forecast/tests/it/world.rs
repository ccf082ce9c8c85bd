//! A town that never was: hot places that last, and crimes that bring others near them soon after.

use roznamcha_forecast::{Class, Fact, Facts, Source};

/// A small generator, the same for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Between nought and one.
    pub fn part(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn below(&mut self, most: i32) -> i32 {
        (self.part() * f64::from(most)) as i32
    }
}

pub fn at(facts: &mut Facts, class: &str, day: i32, [x, y]: [f64; 2]) -> Fact {
    let class: Class = facts.class_of(class).unwrap();
    let minute = day * 1440 + 600;
    Fact { from: minute, to: minute, known: minute, x, y, uncertainty: 0.0, class, source: Source::Reported }
}

/// Days of a town of 5 by 5 km from day 16,000 on: three hot places, the rest anywhere, one crime in four followed within
/// a fortnight by another next to it.
pub fn town(seed: u64, days: i32) -> Facts {
    let mut dice = Dice::new(seed);
    let mut facts = Facts::default();
    for day in 16_000..16_000 + days {
        for number in 0..8 {
            let hot = [[1_100.0, 1_100.0], [3_300.0, 900.0], [2_400.0, 4_100.0]];
            let centre = hot.get(dice.below(9) as usize).copied();
            let parts = [dice.part(), dice.part()];
            let place = centre.map_or_else(
                || parts.map(|part| part * 5_000.0),
                |[x, y]| [x + parts[0] * 200.0, y + parts[1] * 200.0],
            );
            let class = if number % 4 == 3 { "theft" } else { "burglary" };
            let fact = at(&mut facts, class, day, place);
            facts.push(fact);
            if dice.below(4) == 0 {
                let near = place.map(|metres| metres + dice.part() * 300.0 - 150.0);
                let fact = at(&mut facts, class, day + 1 + dice.below(13), near);
                facts.push(fact);
            }
        }
    }
    facts
}
