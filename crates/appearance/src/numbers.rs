//! Tables of what each kept number adds to an agreement, so that a search looks up and never computes.

use crate::counts::share;
use crate::model::centibans;
use crate::why::Tie;

/// Takes a record out, whatever else agrees.
pub(crate) const OUT: i32 = -1_000_000;
/// An agreement below this was taken out.
pub(crate) const IN: i32 = OUT / 2;

/// For each class (the age of a weight, the width of a range of years) and kept number: what it adds, and how it stands.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// Whether the witness said something, or only something must be so.
    pub(crate) said: bool,
    gains: Vec<i32>,
    ties: Vec<Tie>,
}

/// A measure that a witness guessed.
pub(crate) struct Guess<'a> {
    /// How often each number stands in the records.
    pub(crate) counts: &'a [u32],
    /// Share of such words that tell nothing.
    pub(crate) wrong: f64,
    /// What he said, as a kept number.
    pub(crate) value: f64,
    /// His tolerance.
    pub(crate) tolerance: f64,
}

impl Grid {
    /// Of so many classes, adding nothing.
    pub(crate) fn blank(classes: usize) -> Self {
        Self { said: false, gains: vec![0; classes * 256], ties: vec![Tie::Unknown; classes * 256] }
    }

    /// Of a guessed measure. `class` gives how much wider the record itself makes it, and how far the middle of a record
    /// of this class lies from its kept number.
    pub(crate) fn measure(classes: usize, guess: &Guess<'_>, class: impl Fn(usize) -> (f64, f64)) -> Self {
        let mut grid = Self { said: true, gains: Vec::new(), ties: Vec::new() };
        let known: f64 = guess.counts.iter().skip(1).map(|count| f64::from(*count)).sum();
        for number in 0..classes {
            let (wider, middle) = class(number);
            let spread = guess.tolerance.hypot(wider);
            let kernel = |distance: f64| (-0.5 * (distance / spread).powi(2)).exp();
            let fits = guess.counts.iter().enumerate().skip(1);
            let fits = fits.map(|(number, count)| (count, kernel(number as f64 - guess.value)));
            let share = share(fits, known, 0.5);
            grid.gains.push(0);
            grid.ties.push(Tie::Unknown);
            for kept in 1..256 {
                let distance = (f64::from(kept) + middle - guess.value).abs();
                grid.gains.push(centibans(kernel(distance), share, guess.wrong));
                grid.ties.push(if distance <= spread {
                    Tie::Agree
                } else if distance <= 2.0 * spread {
                    Tie::Near
                } else {
                    Tie::Disagree
                });
            }
        }
        grid
    }

    /// Of a coded field: `fits` by number, nought first, in percent.
    pub(crate) fn coded(counts: &[u32], fits: &[u8], wrong: f64) -> Self {
        let known: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
        let part = |fit: &u8| f64::from(*fit) / 100.0;
        let codes = fits.len().saturating_sub(1).max(1) as f64;
        let prior = fits.iter().skip(1).map(part).sum::<f64>() / codes;
        let share = share(counts.iter().zip(fits.iter().map(part)).skip(1), known, prior);
        let mut grid = Self::blank(1);
        grid.said = true;
        let places = grid.gains.iter_mut().zip(&mut grid.ties).zip(fits).skip(1);
        for ((gain, tie), fit) in places {
            *gain = centibans(part(fit), share, wrong);
            *tie = tie_of(*fit);
        }
        grid
    }

    /// Takes out every number of every class for which `fits` does not hold.
    pub(crate) fn must(&mut self, fits: impl Fn(usize, usize) -> bool) {
        for (place, gain) in self.gains.iter_mut().enumerate() {
            let (class, number) = (place / 256, place % 256);
            if number == 0 || !fits(class, number) {
                *gain = OUT;
            }
        }
    }

    /// What a kept number of a class adds, and how it stands.
    pub(crate) fn get(&self, class: u8, number: u8) -> (i32, Tie) {
        let place = usize::from(class) * 256 + usize::from(number);
        let gain = self.gains.get(place).copied().unwrap_or(0);
        (gain, self.ties.get(place).copied().unwrap_or(Tie::Unknown))
    }

    /// What the numbers of the first class add.
    pub(crate) fn row(&self) -> Option<&[i32; 256]> {
        self.gains.first_chunk()
    }

    /// What the numbers of all classes add, one class after another.
    pub(crate) fn gains(&self) -> &[i32] {
        &self.gains
    }
}

/// How something of this fit stands.
pub(crate) fn tie_of(percent: u8) -> Tie {
    match percent {
        0 => Tie::Disagree,
        100.. => Tie::Agree,
        _ => Tie::Near,
    }
}
