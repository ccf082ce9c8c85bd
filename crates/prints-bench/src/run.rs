//! One system over one set: every pair of prints of one finger, and every pair of prints of two.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::clock::Clock;
use crate::figures::{Figures, Trial, figures, intervals};
use crate::folder::{Print, Set};
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

/// One comparison with the prints it was of.
#[derive(Debug, Clone, Copy)]
pub struct Scored {
    /// Finger and impression of the probe.
    pub probe: (u32, u32),
    /// Finger and impression of the other.
    pub gallery: (u32, u32),
    /// What the matcher said.
    pub score: f32,
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
    /// Every comparison.
    pub scores: Vec<Scored>,
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
    let mut scores = Vec::with_capacity(kept.len() * kept.len() / 2);
    for (at, (print, (probe, _))) in set.prints.iter().zip(&kept).enumerate() {
        for (other, (gallery, _)) in set.prints.iter().zip(&kept).skip(at + 1) {
            let score = system.score(probe, gallery);
            let name = |print: &Print| (print.finger, print.impression);
            scores.push(Scored { probe: name(print), gallery: name(other), score });
        }
    }
    let matches_per_second = scores.len() as f64 / start.elapsed().as_secs_f64().max(1e-9);
    let trials: Vec<Trial> = scores
        .iter()
        .map(|one| Trial { finger: one.probe.0, other: one.gallery.0, score: one.score })
        .collect();
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
        scores,
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
