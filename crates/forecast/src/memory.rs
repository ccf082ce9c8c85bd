//! What the past weighs on a day: decayed counters, moved on event by event.

use crate::grid::Grid;
use crate::series::Event;

/// Half-lives of the decayed counters, in days. After them comes the long run: the mean of all days.
pub(crate) const HALF_LIVES: [i32; 6] = [7, 14, 28, 56, 112, 365];
/// How far the place of a crime blurs, as a share of a square: street blocks, not doorsteps, are what is known.
const BLUR: f64 = 0.35;

/// Counters over the rectangle, each in crimes a day, of the events known before a day.
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    day: i32,
    begins: i32,
    half_lives: &'static [i32],
    across: usize,
    /// Of each half-life and of the long run: what lies on the square itself.
    own: Vec<Vec<f32>>,
    /// The same, parted among the squares that the blurred place reaches.
    blurred: Vec<Vec<f32>>,
}

impl Memory {
    /// Nothing known yet; the history begins on `begins`.
    pub(crate) fn new(grid: &Grid, half_lives: &'static [i32], begins: i32) -> Self {
        let planes = || vec![vec![0.0; grid.across * grid.along]; half_lives.len() + 1];
        Self { day: begins, begins, half_lives, across: grid.across, own: planes(), blurred: planes() }
    }

    pub(crate) fn day(&self) -> i32 {
        self.day
    }

    /// The counter of a half-life, or the long run's, which is the last: on the square itself, and blurred.
    pub(crate) fn planes(&self) -> impl Iterator<Item = (&[f32], &[f32])> {
        self.own.iter().map(Vec::as_slice).zip(self.blurred.iter().map(Vec::as_slice))
    }

    /// What one whole crime of `day` adds to each counter when it is looked at on the counters' day.
    fn shares(&self, day: i32) -> Vec<f32> {
        let age = (self.day - 1 - day).max(0);
        let decayed = self.half_lives.iter().map(|half_life| rate(*half_life) * decay(age, *half_life));
        decayed.chain([1.0 / (self.day - self.begins).max(1) as f32]).collect()
    }

    /// Moves on to a later day, and adds what became known meanwhile.
    pub(crate) fn advance(&mut self, to: i32, news: &[Event]) {
        let days = (to - self.day).max(0);
        let longer = (self.day - self.begins).max(1) as f32 / (to - self.begins).max(1) as f32;
        let factors = self.half_lives.iter().map(|half_life| decay(days, *half_life)).chain([longer]);
        for ((factor, own), blurred) in factors.zip(&mut self.own).zip(&mut self.blurred) {
            for value in own.iter_mut().chain(blurred) {
                *value *= factor;
            }
        }
        self.day = self.day.max(to);
        for event in news {
            self.add(event);
        }
    }

    fn add(&mut self, event: &Event) {
        let square = event.spot.square as usize;
        let [west_to_east, south_to_north] = event.spot.within.map(parted);
        let shares = self.shares(event.day);
        let Some(corner) = square.checked_sub(self.across + 1) else { return };
        for ((share, own), blurred) in shares.iter().zip(&mut self.own).zip(&mut self.blurred) {
            let whole = share * event.weight;
            if let Some(slot) = own.get_mut(square) {
                *slot += whole;
            }
            for (row, along) in south_to_north.iter().enumerate() {
                let from = corner + row * self.across;
                let slots = blurred.get_mut(from..from + 3).unwrap_or_default();
                for (slot, across) in slots.iter_mut().zip(west_to_east) {
                    *slot += whole * along * across;
                }
            }
        }
    }
}

/// A decayed counter as a rate a day.
fn rate(half_life: i32) -> f32 {
    std::f32::consts::LN_2 / half_life as f32
}

fn decay(days: i32, half_life: i32) -> f32 {
    (-std::f32::consts::LN_2 * days as f32 / half_life as f32).exp()
}

/// How much of a blurred place at `within` of a square lies before it, on it, and after it.
fn parted(within: f32) -> [f32; 3] {
    let before = below(-f64::from(within) / BLUR) as f32;
    let after = below((f64::from(within) - 1.0) / BLUR) as f32;
    [before, 1.0 - before - after, after]
}

/// The normal distribution below a value, to four places (the logistic of a cubic).
fn below(value: f64) -> f64 {
    1.0 / (1.0 + (-1.5976 * value - 0.070_56 * value.powi(3)).exp())
}
