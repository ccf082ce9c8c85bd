//! Error rates from scores.

use std::collections::BTreeMap;

/// One comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// Whose print the probe is.
    pub finger: u32,
    /// Whose print it was compared with.
    pub other: u32,
    /// What the matcher said.
    pub score: f32,
}

/// Error rates, as parts of one.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Where both errors are equal.
    pub eer: f64,
    /// Genuine pairs refused where one impostor in 100 is taken.
    pub at_1_percent: f64,
    /// One in 1,000.
    pub at_1_permille: f64,
    /// None.
    pub at_0: f64,
}

impl Figures {
    /// The four rates in order.
    #[must_use]
    pub const fn rates(&self) -> [f64; 4] {
        [self.eer, self.at_1_percent, self.at_1_permille, self.at_0]
    }

    /// The mean over sets.
    #[must_use]
    pub fn mean(all: &[Self]) -> Self {
        let mean = |rate: fn(&Self) -> f64| all.iter().map(rate).sum::<f64>() / all.len().max(1) as f64;
        Self {
            eer: mean(|f| f.eer),
            at_1_percent: mean(|f| f.at_1_percent),
            at_1_permille: mean(|f| f.at_1_permille),
            at_0: mean(|f| f.at_0),
        }
    }
}

/// The error rates of these comparisons, each counted as often as its weight says.
#[must_use]
pub fn figures(trials: &[Trial], weight: impl Fn(&Trial) -> f64) -> Figures {
    let mut sorted: Vec<(f32, bool, f64)> =
        trials.iter().map(|trial| (trial.score, trial.finger == trial.other, weight(trial))).collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let sum = |genuine: bool| sorted.iter().filter(|one| one.1 == genuine).map(|one| one.2).sum::<f64>();
    let (genuine, impostors) = (sum(true).max(f64::MIN_POSITIVE), sum(false).max(f64::MIN_POSITIVE));
    let mut out = Figures { eer: 1.0, at_1_percent: 1.0, at_1_permille: 1.0, at_0: 1.0 };
    let (mut taken, mut fooled) = (0.0, 0.0);
    let mut nearest = f64::INFINITY;
    for ties in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        for (_, is_genuine, weight) in ties {
            if *is_genuine { taken += weight } else { fooled += weight }
        }
        let (fnmr, fmr) = (1.0 - taken / genuine, fooled / impostors);
        for (most, rate) in
            [(0.01, &mut out.at_1_percent), (0.001, &mut out.at_1_permille), (0.0, &mut out.at_0)]
        {
            if fmr <= most + 1e-12 {
                *rate = rate.min(fnmr.max(0.0));
            }
        }
        if (fnmr - fmr).abs() < nearest {
            nearest = (fnmr - fmr).abs();
            out.eer = (fnmr + fmr) / 2.0;
        }
    }
    out
}

/// The figures' 95 % interval, fingers drawn again with a fixed seed: lower and upper of each rate.
#[must_use]
pub fn intervals(trials: &[Trial], draws: usize) -> [(f64, f64); 4] {
    let mut fingers: Vec<u32> = trials.iter().flat_map(|trial| [trial.finger, trial.other]).collect();
    fingers.sort_unstable();
    fingers.dedup();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move || {
        // xorshift: the same draws every time
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let mut rates: [Vec<f64>; 4] = Default::default();
    for _ in 0..draws {
        let mut times: BTreeMap<u32, f64> = BTreeMap::new();
        for _ in 0..fingers.len() {
            if let Some(finger) = fingers.get(next() as usize % fingers.len()) {
                *times.entry(*finger).or_default() += 1.0;
            }
        }
        let count = |finger: u32| times.get(&finger).copied().unwrap_or(0.0);
        let drawn = figures(trials, |trial| {
            if trial.finger == trial.other {
                count(trial.finger)
            } else {
                count(trial.finger) * count(trial.other)
            }
        });
        rates.iter_mut().zip(drawn.rates()).for_each(|(list, rate)| list.push(rate));
    }
    rates.map(|mut list| {
        list.sort_by(f64::total_cmp);
        let at = |part: f64| list.get((part * list.len() as f64) as usize).copied().unwrap_or(0.0);
        (at(0.025), at(0.975))
    })
}
