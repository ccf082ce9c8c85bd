//! One system over one set: every pair of prints of one finger, and every pair of prints of two.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::clock::Clock;
use crate::figures::{Figures, Trial, figures, intervals};
use crate::folder::Set;
use crate::system::{System, SystemError};

/// Draws for the intervals.
const DRAWS: usize = 400;

/// Error rates over some fingers.
#[derive(Debug, Clone)]
pub struct Rates {
    /// Pairs of prints of one finger.
    pub genuine: usize,
    /// Pairs of prints of two fingers.
    pub impostors: usize,
    /// The error rates.
    pub figures: Figures,
    /// Their 95 % intervals, fingers drawn again.
    pub intervals: [(f64, f64); 4],
}

/// What a system did on a set.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The system.
    pub system: String,
    /// The set.
    pub set: String,
    /// Over all fingers.
    pub all: Rates,
    /// Over the fingers held out, where there are any.
    pub held_out: Option<Rates>,
    /// The mean time to make a template.
    pub extraction: Duration,
    /// Comparisons a second, templates being ready.
    pub matches_per_second: f64,
    /// The mean bytes of a template.
    pub bytes: f64,
}

/// Runs a system over a set, on the thread that calls.
///
/// # Errors
/// [`SystemError`] when the system makes nothing of a print: none is left out.
pub fn run<S: System>(
    system: &mut S,
    set: &Set,
    held_out: Option<&RangeInclusive<u32>>,
) -> Result<Outcome, SystemError> {
    let start = Clock::start();
    let mut kept = Vec::with_capacity(set.prints.len());
    for print in &set.prints {
        kept.push(system.extract(&print.image)?);
    }
    let prints = kept.len().max(1);
    let extraction = start.elapsed().div_f64(prints as f64);
    let bytes = kept.iter().map(|(_, bytes)| *bytes).sum::<usize>() as f64 / prints as f64;
    let start = Clock::start();
    let mut trials = Vec::with_capacity(kept.len() * kept.len() / 2);
    for (at, (print, (probe, _))) in set.prints.iter().zip(&kept).enumerate() {
        for (other, (gallery, _)) in set.prints.iter().zip(&kept).skip(at + 1) {
            let score = system.score(probe, gallery);
            trials.push(Trial { finger: print.finger, other: other.finger, score });
        }
    }
    let matches_per_second = trials.len() as f64 / start.elapsed().as_secs_f64().max(1e-9);
    let held_out = held_out.map(|fingers| {
        let kept = |trial: &&Trial| fingers.contains(&trial.finger) && fingers.contains(&trial.other);
        rates(&trials.iter().filter(kept).copied().collect::<Vec<_>>())
    });
    Ok(Outcome {
        system: system.name(),
        set: set.name.clone(),
        all: rates(&trials),
        held_out,
        extraction,
        matches_per_second,
        bytes,
    })
}

fn rates(trials: &[Trial]) -> Rates {
    let genuine = trials.iter().filter(|trial| trial.finger == trial.other).count();
    Rates {
        genuine,
        impostors: trials.len() - genuine,
        figures: figures(trials, |_| 1.0),
        intervals: intervals(trials, DRAWS),
    }
}
