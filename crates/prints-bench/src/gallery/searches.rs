//! Searches by people who are in the gallery and by strangers.

use std::time::{Duration, Instant};

use roznamcha_prints_gallery::{Candidate, Gallery, GalleryError, PersonId, Position, Probe, threshold};

use crate::gallery::{FINGERS, Scale, ScaleError, taken};

/// The finger of single searches: the right index.
const FINGER: u8 = 2;
const FPIR: f64 = 0.001;

/// What is searched with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Ten prints.
    Ten,
    /// One print, its finger known.
    One,
    /// One print, its finger not known.
    OneOfAny,
}

/// What searches of one kind did.
#[derive(Debug, Clone)]
pub struct Searched {
    /// With what.
    pub name: &'static str,
    /// Searches by people in the gallery.
    pub searches: usize,
    /// Searches by strangers that the threshold was made from.
    pub strangers: usize,
    /// Half of the searches took no longer.
    pub median: Duration,
    /// 99 of 100 took no longer.
    pub slow: Duration,
    /// Part of the searches whose first candidate was the right one.
    pub first: f64,
    /// The score from which one search by a stranger in 1,000 names somebody.
    pub threshold: f32,
    /// Part of the searches whose first candidate was not the right one or stood below the threshold.
    pub missed: f64,
}

pub(super) fn run(gallery: &Gallery, scale: &Scale, asked: Asked) -> Result<Searched, ScaleError> {
    let mut times = Vec::new();
    let mut timed = |number: u64| -> Result<Vec<Candidate>, GalleryError> {
        let probe = probe(scale.seed, number, asked)?;
        let start = Instant::now();
        let found = gallery.search(&probe, &scale.settings)?;
        times.push(start.elapsed());
        Ok(found)
    };
    // spread over the whole gallery
    let step = (scale.people / scale.searches.max(1)).max(1);
    let mut found = Vec::new();
    for number in (0..scale.people).step_by(step as usize).take(scale.searches as usize) {
        found.push((PersonId::from(u128::from(number)), timed(number)?.into_iter().next()));
    }
    let mut strangers = Vec::new();
    for number in scale.people..scale.people + scale.searches {
        // an answer without anybody is no score at all: below every threshold
        strangers.push(timed(number)?.first().map_or(f32::MIN, |best| best.llr));
    }
    let threshold = threshold(&strangers, FPIR)?;
    let name = match asked {
        Asked::Ten => "ten prints",
        Asked::One => "one print, finger known",
        Asked::OneOfAny => "one print, finger not known",
    };
    Ok(summed(name, &found, strangers.len(), &times, threshold))
}

pub(super) fn summed(
    name: &'static str,
    found: &[(PersonId, Option<Candidate>)],
    strangers: usize,
    times: &[Duration],
    threshold: f32,
) -> Searched {
    let right =
        || found.iter().filter_map(|(person, best)| best.as_ref().filter(|best| best.person == *person));
    let part = |count: usize| count as f64 / found.len().max(1) as f64;
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = |part: usize| {
        times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    Searched {
        name,
        searches: found.len(),
        strangers,
        median: at(50),
        slow: at(99),
        first: part(right().count()),
        threshold,
        missed: 1.0 - part(right().filter(|best| best.llr >= threshold).count()),
    }
}

fn probe(seed: u64, person: u64, asked: Asked) -> Result<Probe, GalleryError> {
    let prints = match asked {
        Asked::Ten => (1..=FINGERS)
            .map(|finger| Ok((Some(Position::new(finger)?), taken(seed, person, finger, 2))))
            .collect::<Result<_, GalleryError>>()?,
        Asked::One => vec![(Some(Position::new(FINGER)?), taken(seed, person, FINGER, 2))],
        Asked::OneOfAny => vec![(None, taken(seed, person, FINGER, 2))],
    };
    Ok(Probe { prints, upright: true })
}
