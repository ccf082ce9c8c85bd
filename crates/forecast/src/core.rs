//! The core as a forecaster: fitted before a day, moved on window by window.

use crate::hawkes::{Hawkes, Sample};
use crate::kernels::{ALL_HALF_LIVES, Kernels, Known, Near};
use crate::level;
use crate::memory::HALF_LIVES;
use crate::study::Study;

/// Windows that the weights are fitted to, at most.
const WINDOWS: i32 = 40;
/// Days between two of them, at least.
const STEP: i32 = 14;
/// How far back they go, in days.
const BACK: i32 = 730;

/// The fitted core with what is known so far.
#[derive(Debug, Clone)]
pub(crate) struct Core {
    pub(crate) kernels: Kernels,
    pub(crate) weights: Vec<f32>,
    known: Known,
}

/// The origins of windows of the past that a model of the day `before` may learn from, ascending.
pub(crate) fn origins(study: &Study, before: i32, most: i32) -> Vec<i32> {
    let step = study.horizon.max(STEP);
    let count = (BACK / step).min((before - study.begins - 365) / step).clamp(1, most);
    (0..count).rev().map(|number| before - study.horizon - number * step).collect()
}

impl Core {
    /// Fits the weights to what is known before a day.
    pub(crate) fn fit(study: &Study, before: i32) -> Self {
        let kernels = Kernels::new(&study.grid);
        let origins = origins(study, before, WINDOWS);
        let sample = Sample::new(study, &kernels, &origins, before);
        let mut weights = Hawkes::fit(&sample).weights;
        if !sample.teaches() {
            // Too short a history to learn from: the mean of all days, on the square and around it.
            for (kernel, weight) in kernels.list.iter().zip(&mut weights) {
                let long_run = !kernel.all && kernel.counter == HALF_LIVES.len();
                *weight =
                    if long_run && matches!(kernel.near, Near::Own | Near::Through(0)) { 0.5 } else { 0.0 };
            }
        }
        Self { kernels, weights, known: Known::new(&study.grid, study.begins) }
    }

    /// What is known before a day, which is no earlier than the last one asked for.
    pub(crate) fn known(&mut self, study: &Study, day: i32) -> &Known {
        self.known.advance(day, &study.class, &study.all);
        &self.known
    }

    /// Crimes expected on each square in the window from `origin`.
    pub(crate) fn expected(&mut self, study: &Study, origin: i32) -> Vec<f32> {
        self.known.advance(origin, &study.class, &study.all);
        let level = self.level(study, origin);
        let scale = f64::from(study.horizon) * level;
        let rates = self.kernels.weighted(&study.grid, &self.known, &self.weights);
        rates.into_iter().map(|rate| (f64::from(rate) * scale) as f32 + 1e-6).collect()
    }

    fn level(&self, study: &Study, origin: i32) -> f64 {
        let [class, all] = &self.known.daily;
        let (of_class, of_all) = (self.shares(false), self.shares(true));
        let rates = level::rates(class, &HALF_LIVES, &of_class);
        let others = level::rates(all, &ALL_HALF_LIVES, &of_all);
        let rates: Vec<f64> = rates.iter().zip(others).map(|(own, other)| own + other).collect();
        level::factor(&rates, class, study.begins, [study.horizon, origin])
    }

    /// The weights of all kernels of a counter together.
    fn shares(&self, all: bool) -> Vec<f64> {
        let counters = if all { ALL_HALF_LIVES.len() } else { HALF_LIVES.len() } + 1;
        let mut shares = vec![0.0; counters];
        for (kernel, weight) in self.kernels.list.iter().zip(&self.weights).filter(|(k, _)| k.all == all) {
            if let Some(share) = shares.get_mut(kernel.counter) {
                *share += f64::from(*weight);
            }
        }
        shares
    }
}
