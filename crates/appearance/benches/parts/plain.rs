//! What is held against: a list of structs, each weighed by itself with the same formula, then the best taken.

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
            person.born.iter().for_each(|year| all.born[usize::from(*year - 1880)] += 1.0);
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

fn bans(fit: f64, share: f64, wrong: f64) -> f64 {
    ((1.0 - wrong) * fit / share.max(1e-9) + wrong).log10()
}

fn mean(counts: &[f64], known: f64, fit: impl Fn(usize) -> f64) -> f64 {
    counts.iter().enumerate().map(|(number, count)| count * fit(number)).sum::<f64>() / known.max(1.0)
}

/// The words of one witness, with the share of each.
pub struct Plain<'a> {
    told: &'a Told,
    height: f64,
    weight: f64,
    born: f64,
    coded: Vec<f64>,
    marks: Vec<f64>,
    methods: Vec<f64>,
}

impl<'a> Plain<'a> {
    pub fn new(all: &Frequencies, told: &'a Told) -> Self {
        let measure = |counts: &[f64], value: Option<u16>, spread: f64, from: f64| {
            let value = value.map_or(0.0, f64::from) - from;
            mean(counts, counts.iter().sum(), |number| normal(number as f64 - value, spread))
        };
        let of_field = |((said, counts), field): ((&Option<u8>, &Vec<f64>), &List)| {
            let fit = |number: usize| said.map_or(0.0, |said| field.fit(usize::from(said), number));
            mean(counts, counts.iter().sum(), fit)
        };
        let coded = told.coded.iter().zip(&all.coded).zip(&FIELDS).map(of_field).collect();
        let kinds = PLACES.codes.len() * 4;
        let of_mark = |said: &(u8, u8, u8)| {
            let has =
                |number: usize| ((number / kinds) as u8, (number % kinds / 4) as u8, (number % 4) as u8);
            mean(&all.marks, all.with_marks, |number| mark_fit(*said, has(number)))
        };
        let of_method = |said: &u8| {
            mean(&all.methods, all.with_methods, |number| METHODS.fit(usize::from(*said), number))
        };
        Self {
            told,
            height: measure(&all.heights, told.height, 5.0, 0.0),
            weight: measure(&all.weights, told.weight, 8.0, 0.0),
            born: measure(&all.born, told.born, 4.0, 1880.0),
            coded,
            marks: told.marks.iter().map(of_mark).collect(),
            methods: told.methods.iter().map(of_method).collect(),
        }
    }

    fn weigh(&self, person: &Person) -> f64 {
        let mut sum = 0.0;
        if let (Some(said), Some(cm)) = (self.told.height, person.height) {
            sum += bans(normal(f64::from(said) - f64::from(cm), 5.0), self.height, 0.05);
        }
        if let (Some(said), Some(kg)) = (self.told.weight, person.weight) {
            let spread = 8f64.hypot(1.5 * f64::from(NOW - person.recorded));
            sum += bans(normal(f64::from(said) - f64::from(kg), spread), self.weight, 0.1);
        }
        if let (Some(said), Some(year)) = (self.told.born, person.born) {
            sum += bans(normal(f64::from(said) - f64::from(year), 4.0), self.born, 0.1);
        }
        let fields = self.told.coded.iter().zip(&person.coded).zip(&FIELDS).zip(&self.coded);
        for (((said, has), field), share) in fields {
            if let (Some(said), Some(has)) = (said, has) {
                let fit = field.fit(usize::from(*said), usize::from(*has));
                sum += bans(fit, *share, f64::from(field.wrong) / 100.0);
            }
        }
        if let Some(marks) = &person.marks {
            for (said, share) in self.told.marks.iter().zip(&self.marks) {
                let fit = marks.iter().map(|has| mark_fit(*said, *has)).fold(0.0, f64::max);
                sum += bans(fit, *share, 0.5);
            }
        }
        if let Some(methods) = &person.methods {
            for (said, share) in self.told.methods.iter().zip(&self.methods) {
                let fits = methods.iter().map(|has| METHODS.fit(usize::from(*said), usize::from(*has)));
                sum += bans(fits.fold(0.0, f64::max), *share, 0.4);
            }
        }
        sum
    }

    /// The places of the best, best first.
    pub fn search(&self, list: &[Person], limit: usize) -> Vec<u64> {
        let weighed = (0u64..).zip(list).map(|(id, person)| (self.weigh(person), id));
        let mut all: Vec<(f64, u64)> = weighed.collect();
        let order = |a: &(f64, u64), b: &(f64, u64)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        let shown = limit.min(all.len());
        if shown < all.len() {
            all.select_nth_unstable_by(shown, order);
        }
        all.truncate(shown);
        all.sort_unstable_by(order);
        all.into_iter().map(|(_, id)| id).collect()
    }
}

fn mark_fit(said: (u8, u8, u8), has: (u8, u8, u8)) -> f64 {
    let side = match (said.2, has.2) {
        (0, _) => 1.0,
        (said, has) if said == has => 1.0,
        (_, 0) => 0.6,
        (1, 2) | (2, 1) => 0.4,
        _ => 0.3,
    };
    let of = |list: &List, said: u8, has: u8| list.fit(usize::from(said), usize::from(has));
    of(&KINDS, said.0, has.0) * of(&PLACES, said.1, has.1) * side
}
