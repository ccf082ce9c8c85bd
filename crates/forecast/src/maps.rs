//! Simple maps of the past: what any forecast has to beat.

use crate::measure::top;
use crate::smooth::Smoother;
use crate::study::Study;

/// Bandwidths tried, in metres for squares of 250 m.
const BANDWIDTHS: [f64; 3] = [250.0, 500.0, 1000.0];
const KDE_DAYS: [i32; 4] = [182, 365, 730, 1095];
const HALF_LIVES: [i32; 6] = [28, 56, 112, 224, 365, 730];
/// Windows before the first on which bandwidths are chosen.
const VALIDATION: i32 = 12;

/// A map of the past.
#[derive(Debug, Clone)]
pub(crate) enum Map {
    /// Counts of so many days; of all when there is no number.
    Counts(Option<i32>),
    /// Counts of so many days, spread.
    Kde(Smoother, i32),
    /// Counts that decay with a half-life, spread or not.
    Decayed(Option<Smoother>, i32),
}

impl Map {
    /// Kernel density: bandwidth and days chosen on the windows before `before`.
    pub(crate) fn kde(study: &Study, before: i32) -> Self {
        let of = |smoother: Smoother| KDE_DAYS.map(|days| Self::Kde(smoother.clone(), days));
        best(study, before, smoothers(study).into_iter().flat_map(of).collect())
    }

    /// Space-time kernel density, chosen in the same way.
    pub(crate) fn decayed(study: &Study, before: i32) -> Self {
        let smoothers = [None].into_iter().chain(smoothers(study).into_iter().map(Some));
        let of = |smoother: Option<Smoother>| HALF_LIVES.map(|days| Self::Decayed(smoother.clone(), days));
        best(study, before, smoothers.flat_map(of).collect())
    }

    /// The expected counts of the window from `origin`.
    pub(crate) fn expected(&self, study: &Study, origin: i32) -> Vec<f32> {
        let horizon = study.horizon as f32;
        let all = (origin - study.begins).max(1);
        match self {
            Self::Counts(days) => {
                let days = days.unwrap_or(all).min(all).max(1);
                let counts = study.counted(origin - days, origin);
                counts.iter().map(|count| (count + 0.02) * horizon / days as f32).collect()
            }
            Self::Kde(smoother, days) => {
                let days = (*days).min(all).max(1);
                let counts = study.counted(origin - days, origin);
                let per_day = horizon / days as f32;
                spread(study, smoother, &counts).iter().map(|density| density * per_day + 1e-4).collect()
            }
            Self::Decayed(smoother, half_life) => {
                let counts = decayed(study, origin, *half_life);
                let counts = smoother.as_ref().map_or_else(|| counts.clone(), |s| spread(study, s, &counts));
                counts.iter().map(|density| density * horizon + 1e-4).collect()
            }
        }
    }
}

fn smoothers(study: &Study) -> Vec<Smoother> {
    let scale = (study.grid.size() / 250.0).max(1.0);
    BANDWIDTHS.iter().map(|metres| Smoother::new(&study.grid, metres * scale)).collect()
}

/// The map that would have caught most at one square in a hundred in the windows before a day.
fn best(study: &Study, before: i32, maps: Vec<Map>) -> Map {
    let flagged = (study.grid.len() as f64 * 0.01).round().max(1.0) as usize;
    let caught = |map: &Map| -> f64 {
        let origins = (1..=VALIDATION).map(|number| before - number * study.horizon);
        origins
            .filter(|origin| *origin > study.begins)
            .map(|origin| {
                let happened = study.class.counts(&study.grid, [origin, origin + study.horizon], before);
                top(&map.expected(study, origin), flagged)
                    .iter()
                    .filter_map(|at| happened.get(*at))
                    .map(|n| f64::from(*n))
                    .sum::<f64>()
            })
            .sum()
    };
    let scored = maps.into_iter().map(|map| (caught(&map), map));
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or(Map::Counts(None), |(_, map)| map)
}

fn spread(study: &Study, smoother: &Smoother, counts: &[f32]) -> Vec<f32> {
    let mut field = vec![0.0; study.grid.across * study.grid.along];
    for (square, count) in study.grid.active.iter().zip(counts) {
        if let Some(slot) = field.get_mut(*square as usize) {
            *slot = *count;
        }
    }
    crate::kernels::on_active(&study.grid, &smoother.spread(&field)).collect()
}

fn decayed(study: &Study, origin: i32, half_life: i32) -> Vec<f32> {
    let mut counts = vec![0.0; study.grid.len()];
    let rate = std::f32::consts::LN_2 / half_life as f32;
    for event in study.class.known(origin - 12 * half_life, origin) {
        let slot = study.grid.number(event.spot.square).and_then(|number| counts.get_mut(number));
        if let Some(slot) = slot {
            *slot += event.weight * rate * (-rate * (origin - 1 - event.day) as f32).exp();
        }
    }
    counts
}
