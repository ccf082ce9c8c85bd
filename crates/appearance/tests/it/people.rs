//! Synthetic people, what a record writes down of them, and what a witness says of them. Nobody is described here.

use roznamcha_appearance::{About, Born, Description, Mark, Query, SaidMark, Side};

use crate::sample::{FIELDS, KINDS, List, METHODS, PLACES, Sample};

pub const NOW: u16 = 2026;
const SIDES: [Side; 4] = [Side::Unknown, Side::Left, Side::Right, Side::Middle];

/// Chance from a seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0xa076_1d64_78bd_642f) ^ 0x5851_f42d_4c95_7f2d);
        dice.next();
        dice
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn chance(&mut self, part: f64) -> bool {
        self.unit() < part
    }

    pub fn below(&mut self, count: usize) -> usize {
        (self.unit() * count as f64) as usize
    }

    /// Gaussian, roughly: the sum of twelve.
    pub fn around(&mut self, mean: f64, spread: f64) -> f64 {
        mean + spread * ((0..12).map(|_| self.unit()).sum::<f64>() - 6.0)
    }

    pub fn code(&mut self, list: &List) -> usize {
        let sum: f64 = list.codes.iter().map(|(_, weight)| weight).sum();
        let mut left = self.unit() * sum;
        for (number, (_, weight)) in list.codes.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return number;
            }
        }
        0
    }

    /// What somebody takes a code for: mostly itself, else one of those easily taken for it, in proportion.
    fn seen(&mut self, list: &List, truth: usize) -> usize {
        let fits: Vec<f64> = (0..list.codes.len()).map(|number| list.fit(number, truth)).collect();
        let mut left = self.unit() * fits.iter().sum::<f64>();
        for (number, fit) in fits.iter().enumerate() {
            left -= fit;
            if left < 0.0 {
                return number;
            }
        }
        truth
    }
}

/// Somebody, in plain numbers; codes count from nought.
#[derive(Clone)]
pub struct Person {
    pub recorded: u16,
    pub height: Option<u16>,
    pub weight: Option<u16>,
    pub born: Option<u16>,
    pub coded: [Option<u8>; FIELDS.len()],
    pub marks: Option<Vec<(u8, u8, u8)>>,
    pub methods: Option<Vec<u8>>,
}

impl Person {
    /// The true person of this number.
    pub fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut coded = [None; FIELDS.len()];
        for (code, list) in coded.iter_mut().zip(&FIELDS) {
            *code = Some(dice.code(list) as u8);
        }
        let woman = coded[0] == Some(1);
        if woman {
            // Beard and moustache.
            coded[7] = Some(0);
            coded[8] = Some(0);
        }
        let height = dice.around(if woman { 156.0 } else { 169.5 }, 6.5);
        let bulk = match coded[1] {
            Some(0) => 19.5,
            Some(2) => 28.5,
            _ => 23.5,
        };
        let mark = |dice: &mut Dice| (dice.code(&KINDS) as u8, dice.code(&PLACES) as u8, dice.below(4) as u8);
        let marks = [0, 0, 1, 1, 1, 2, 2, 3, 4][dice.below(9)];
        let methods = 1 + dice.below(4);
        Self {
            recorded: NOW - dice.below(12) as u16,
            height: Some(height as u16),
            weight: Some((dice.around(bulk, 2.0) * (height / 100.0).powi(2)) as u16),
            born: Some(NOW - 18 - (dice.unit() * dice.unit() * 50.0) as u16),
            coded,
            marks: Some((0..marks).map(|_| mark(&mut dice)).collect()),
            methods: Some((0..methods).map(|_| dice.code(&METHODS) as u8).collect()),
        }
    }

    /// What a record wrote down of him, then: not everything, and not all of it right.
    pub fn recorded(mut self, dice: &mut Dice) -> Self {
        let years = f64::from(NOW - self.recorded);
        self.height =
            self.height.filter(|_| dice.chance(0.9)).map(|cm| dice.around(f64::from(cm), 1.0) as u16);
        let then = |kg: u16| dice.around(f64::from(kg), 1.5 * years).clamp(35.0, 160.0) as u16;
        self.weight = self.weight.map(then).filter(|_| !self.recorded.is_multiple_of(4));
        for (code, list) in self.coded.iter_mut().zip(&FIELDS).skip(1) {
            *code = code
                .filter(|_| dice.chance(0.85))
                .map(|code| if dice.chance(0.08) { dice.code(list) as u8 } else { code });
        }
        self.marks = self.marks.filter(|_| dice.chance(0.7));
        if let Some(marks) = &mut self.marks {
            marks.retain(|_| dice.chance(0.8));
        }
        self.methods = self.methods.filter(|_| dice.chance(0.8));
        self
    }

    pub fn description(&self, sample: &Sample) -> Description {
        let coded = self.coded.iter().zip(&sample.coded);
        let mark = |(kind, place, side): &(u8, u8, u8)| Mark {
            kind: sample.kinds[usize::from(*kind)],
            place: sample.places[usize::from(*place)],
            side: SIDES[usize::from(*side)],
        };
        let methods = |all: &Vec<u8>| all.iter().map(|method| sample.methods[usize::from(*method)]).collect();
        Description {
            recorded: Some(self.recorded),
            height_cm: self.height,
            weight_kg: self.weight,
            born: self.born.map(|year| Born { from: year - year % 3, to: year - year % 3 + year % 4 }),
            coded: coded.filter_map(|(code, codes)| code.map(|code| codes[usize::from(code)])).collect(),
            marks: self.marks.as_ref().map(|marks| marks.iter().map(mark).collect()),
            methods: self.methods.as_ref().map(methods),
        }
    }

    /// What a witness who saw this person says: less than there was, and some of it wrong.
    pub fn told(&self, dice: &mut Dice) -> Told {
        let mut told = Told {
            height: self.height.map(|cm| dice.around(f64::from(cm), 5.0) as u16).filter(|_| dice.chance(0.8)),
            weight: self.weight.map(|kg| dice.around(f64::from(kg), 7.0) as u16).filter(|_| dice.chance(0.3)),
            born: self.born.map(|year| dice.around(f64::from(year), 4.0) as u16).filter(|_| dice.chance(0.8)),
            coded: [None; FIELDS.len()],
            marks: Vec::new(),
            methods: Vec::new(),
        };
        for ((said, truth), list) in told.coded.iter_mut().zip(&self.coded).zip(&FIELDS) {
            let wrong = dice.chance(f64::from(list.wrong) / 100.0);
            let seen =
                |truth: u8| (if wrong { dice.code(list) } else { dice.seen(list, usize::from(truth)) }) as u8;
            *said = truth.map(seen).filter(|_| dice.chance(0.6));
        }
        for (kind, place, side) in self.marks.iter().flatten() {
            if dice.chance(0.45) && told.marks.len() < 8 {
                let side = if dice.chance(0.3) { 0 } else { *side };
                let (kind, place) = (usize::from(*kind), usize::from(*place));
                told.marks.push((dice.seen(&KINDS, kind) as u8, dice.seen(&PLACES, place) as u8, side));
            }
        }
        for method in self.methods.iter().flatten() {
            let again = if dice.chance(0.6) { *method } else { dice.code(&METHODS) as u8 };
            if !told.methods.contains(&again) {
                told.methods.push(again);
            }
        }
        told
    }
}

/// A witness's words, in plain numbers.
pub struct Told {
    pub height: Option<u16>,
    pub weight: Option<u16>,
    pub born: Option<u16>,
    pub coded: [Option<u8>; FIELDS.len()],
    pub marks: Vec<(u8, u8, u8)>,
    pub methods: Vec<u8>,
}

impl Told {
    pub fn query(&self, sample: &Sample) -> Query {
        let about = |value: Option<u16>, tolerance| value.map(|value| About { value, tolerance });
        let coded = self.coded.iter().zip(&sample.coded);
        let mark = |(kind, place, side): &(u8, u8, u8)| SaidMark {
            kind: Some(sample.kinds[usize::from(*kind)]),
            place: Some(sample.places[usize::from(*place)]),
            side: SIDES[usize::from(*side)],
        };
        Query {
            year: NOW,
            height: about(self.height, 5),
            weight: about(self.weight, 8),
            born: about(self.born, 4),
            coded: coded.filter_map(|(code, codes)| code.map(|code| codes[usize::from(code)])).collect(),
            marks: self.marks.iter().map(mark).collect(),
            methods: self.methods.iter().map(|method| sample.methods[usize::from(*method)]).collect(),
            must: Vec::new(),
        }
    }
}
