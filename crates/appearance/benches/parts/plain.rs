//! What is held against: a list of structs, each weighed by itself with the same formula in the same whole numbers, marks
//! assigned one to one, then the best taken. The bench says how far both answers are the same.

use std::cmp::Reverse;

use crate::people::{NOW, Person, Told};
use crate::sample::{FIELDS, KINDS, List, METHODS, PLACES};

/// How often everything is among the people.
pub struct Frequencies {
    heights: Vec<f64>,
    weights: Vec<f64>,
    born: Vec<f64>,
    coded: Vec<Vec<f64>>,
    marks: Vec<f64>,
    with_marks: f64,
    methods: Vec<f64>,
    with_methods: f64,
}

fn cell((kind, place, side): (u8, u8, u8)) -> usize {
    (usize::from(kind) * PLACES.codes.len() + usize::from(place)) * 4 + usize::from(side)
}

impl Frequencies {
    pub fn of(list: &[Person]) -> Self {
        let mut all = Self {
            heights: vec![0.0; 256],
            weights: vec![0.0; 256],
            born: vec![0.0; 256],
            coded: FIELDS.iter().map(|field| vec![0.0; field.codes.len()]).collect(),
            marks: vec![0.0; KINDS.codes.len() * PLACES.codes.len() * 4],
            with_marks: 0.0,
            methods: vec![0.0; METHODS.codes.len()],
            with_methods: 0.0,
        };
        for person in list {
            person.height.iter().for_each(|cm| all.heights[usize::from(*cm)] += 1.0);
            person.weight.iter().for_each(|kg| all.weights[usize::from(*kg)] += 1.0);
            if let Some((from, width)) = person.born.map(years) {
                all.born[usize::from(from + width / 2 - 1880)] += 1.0;
            }
            for (counts, code) in all.coded.iter_mut().zip(&person.coded) {
                code.iter().for_each(|code| counts[usize::from(*code)] += 1.0);
            }
            if let Some(marks) = &person.marks {
                all.with_marks += 1.0;
                marks.iter().for_each(|mark| all.marks[cell(*mark)] += 1.0);
            }
            if let Some(methods) = &person.methods {
                all.with_methods += 1.0;
                methods.iter().for_each(|method| all.methods[usize::from(*method)] += 1.0);
            }
        }
        all
    }
}

fn normal(distance: f64, spread: f64) -> f64 {
    (-0.5 * (distance / spread).powi(2)).exp()
}

/// In hundredths, as the index keeps it.
fn bans(fit: f64, share: f64, wrong: f64) -> i32 {
    (100.0 * ((1.0 - wrong) * fit / share + wrong).log10()).round().clamp(-400.0, 400.0) as i32
}

/// The mean fit, with one record of `prior` fit thought in.
fn mean(counts: &[f64], known: f64, prior: f64, fit: impl Fn(usize) -> f64) -> f64 {
    let sum = counts.iter().enumerate().map(|(number, count)| count * fit(number)).sum::<f64>();
    ((sum + prior) / (known + 1.0)).clamp(1e-9, 1.0)
}

/// The words of one witness, with the share of each.
pub struct Plain<'a> {
    told: &'a Told,
    height: f64,
    /// By how many years ago a weight was taken.
    weights: Vec<f64>,
    /// By how many years more somebody may have been born in.
    born: Vec<f64>,
    coded: Vec<f64>,
    marks: Vec<f64>,
    methods: Vec<f64>,
}

/// The first year that a record gives for somebody's birth, and how many more.
fn years(year: u16) -> (u16, u16) {
    (year - year % 3, year % 4)
}

fn born_spread(width: usize) -> f64 {
    4f64.hypot(width as f64 / 12f64.sqrt())
}

fn spread(age: usize) -> f64 {
    8f64.hypot(1.5 * age as f64)
}

impl<'a> Plain<'a> {
    pub fn new(all: &Frequencies, told: &'a Told) -> Self {
        let measure = |counts: &[f64], value: Option<u16>, spread: f64, from: f64| {
            let value = value.map_or(0.0, f64::from) - from;
            mean(counts, counts.iter().sum(), 0.5, |number| normal(number as f64 - value, spread))
        };
        let of_field = |((said, counts), field): ((&Option<u8>, &Vec<f64>), &List)| {
            let fit = |number: usize| said.map_or(0.0, |said| field.fit(usize::from(said), number));
            let prior = (0..counts.len()).map(fit).sum::<f64>() / counts.len() as f64;
            mean(counts, counts.iter().sum(), prior, fit)
        };
        let coded = told.coded.iter().zip(&all.coded).zip(&FIELDS).map(of_field).collect();
        let kinds = PLACES.codes.len() * 4;
        let of_mark = |said: &(u8, u8, u8)| {
            let has =
                |number: usize| ((number / kinds) as u8, (number % kinds / 4) as u8, (number % 4) as u8);
            mean(&all.marks, all.with_marks, 0.5, |number| mark_fit(*said, has(number)))
        };
        let of_method = |said: &u8| {
            mean(&all.methods, all.with_methods, 0.5, |number| METHODS.fit(usize::from(*said), number))
        };
        Self {
            told,
            height: measure(&all.heights, told.height, 5.0, 0.0),
            weights: (0..16).map(|age| measure(&all.weights, told.weight, spread(age), 0.0)).collect(),
            born: (0..4).map(|width| measure(&all.born, told.born, born_spread(width), 1880.0)).collect(),
            coded,
            marks: told.marks.iter().map(of_mark).collect(),
            methods: told.methods.iter().map(of_method).collect(),
        }
    }

    fn weigh(&self, person: &Person) -> i32 {
        let mut sum = 0;
        if let (Some(said), Some(cm)) = (self.told.height, person.height) {
            sum += bans(normal(f64::from(said) - f64::from(cm), 5.0), self.height, 0.05);
        }
        if let (Some(said), Some(kg)) = (self.told.weight, person.weight) {
            let age = usize::from(NOW - person.recorded).min(15);
            let fit = normal(f64::from(said) - f64::from(kg), spread(age));
            sum += bans(fit, self.weights[age], 0.1);
        }
        if let (Some(said), Some((from, width))) = (self.told.born, person.born.map(years)) {
            let middle = f64::from(from) + f64::from(width) / 2.0;
            let fit = normal(f64::from(said) - middle, born_spread(usize::from(width)));
            sum += bans(fit, self.born[usize::from(width)], 0.1);
        }
        let fields = self.told.coded.iter().zip(&person.coded).zip(&FIELDS).zip(&self.coded);
        for (((said, has), field), share) in fields {
            if let (Some(said), Some(has)) = (said, has) {
                let fit = field.fit(usize::from(*said), usize::from(*has));
                sum += bans(fit, *share, f64::from(field.wrong) / 100.0);
            }
        }
        if let Some(marks) = &person.marks {
            sum += self.assigned(0, marks, 0);
        }
        if let Some(methods) = &person.methods {
            for (said, share) in self.told.methods.iter().zip(&self.methods) {
                let fits = methods.iter().map(|has| METHODS.fit(usize::from(*said), usize::from(*has)));
                sum += bans(fits.fold(0.0, f64::max), *share, 0.4);
            }
        }
        sum
    }

    /// The best that marks add for those said from this place on, each answering for one; bits of `taken` are gone.
    fn assigned(&self, said: usize, marks: &[(u8, u8, u8)], taken: u32) -> i32 {
        let (Some(word), Some(share)) = (self.told.marks.get(said), self.marks.get(said)) else { return 0 };
        let mut best = bans(0.0, *share, 0.5) + self.assigned(said + 1, marks, taken);
        for (place, mark) in marks.iter().enumerate().filter(|(place, _)| taken & (1 << place) == 0) {
            let fit = mark_fit(*word, *mark);
            if fit > 0.0 {
                let rest = self.assigned(said + 1, marks, taken | 1 << place);
                best = best.max(bans(fit, *share, 0.5) + rest);
            }
        }
        best
    }

    /// The places of the best, best first.
    pub fn search(&self, list: &[Person], limit: usize) -> Vec<u64> {
        let weighed = (0u64..).zip(list).map(|(id, person)| (Reverse(self.weigh(person)), id));
        let mut all: Vec<(Reverse<i32>, u64)> = weighed.collect();
        let shown = limit.min(all.len());
        if shown < all.len() {
            all.select_nth_unstable(shown);
        }
        all.truncate(shown);
        all.sort_unstable();
        all.into_iter().map(|(_, id)| id).collect()
    }
}

/// As a part of one, in whole percent.
fn mark_fit(said: (u8, u8, u8), has: (u8, u8, u8)) -> f64 {
    let side = match (said.2, has.2) {
        (0, _) => 100,
        (said, has) if said == has => 100,
        (_, 0) => 60,
        (1, 2) | (2, 1) => 40,
        _ => 30,
    };
    let of = |list: &List, said: u8, has: u8| {
        (list.fit(usize::from(said), usize::from(has)) * 100.0).round() as u32
    };
    let product = of(&KINDS, said.0, has.0) * of(&PLACES, said.1, has.1) * side;
    if product == 0 { 0.0 } else { f64::from((product / 10_000).max(1)) / 100.0 }
}
