//! How near fingers of nobody come to prints of a folder: minutiae and scores of both, side by side.

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::Path;

use rayon::prelude::*;
use roznamcha_prints::{Extractor, Matcher, Prepared, Template};
use roznamcha_prints_synth::{Chance, Finger, Wear};

use crate::BenchError;
use crate::folder::{Resolutions, sets};
use crate::system::SystemError;

/// Parts of the prints or comparisons below the number shown.
const PARTS: [f64; 9] = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 0.9999];
const FINGERS: u64 = 80;
const IMPRESSIONS: u64 = 8;

/// Prints, each with the number of its finger.
pub type Prints = Vec<(u64, Template)>;

/// Prints of fingers that were never anybody's.
#[must_use]
pub fn made(seed: u64, wear: &Wear) -> Prints {
    let of = |finger: u64| {
        let master = Finger::of(seed, finger, 2);
        let print = |time| master.impression(wear, &mut Chance::of(seed, &[finger, 2, time]));
        (0..IMPRESSIONS).map(|time| (finger, print(time))).collect::<Vec<_>>()
    };
    (0..FINGERS).flat_map(of).collect()
}

/// A folder's prints. Fingers of two sets are two fingers, whatever their numbers.
///
/// # Errors
/// [`BenchError`] when the folder holds no prints, or one of them cannot be read.
pub fn found(
    folder: &Path,
    extractor: &dyn Extractor,
    fingers: &RangeInclusive<u32>,
    resolutions: &Resolutions,
) -> Result<Prints, BenchError> {
    let mut out = Vec::new();
    for (place, set) in (0_u64..).zip(sets(folder, fingers, resolutions)?) {
        for print in &set.prints {
            let template = extractor.template(&print.image).map_err(|error| BenchError::System {
                set: set.name.clone(),
                error: SystemError::from(error),
            })?;
            out.push((place << 32 | u64::from(print.finger), template));
        }
    }
    Ok(out)
}

/// What is compared: minutiae a print, scores of pairs of one finger and of two, each in rising order.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    minutiae: Vec<f32>,
    genuine: Vec<f32>,
    impostors: Vec<f32>,
}

impl Figures {
    /// Scores of pairs of one finger, rising.
    #[must_use]
    pub fn genuine(&self) -> &[f32] {
        &self.genuine
    }

    /// Scores of pairs of two, rising.
    #[must_use]
    pub fn impostors(&self) -> &[f32] {
        &self.impostors
    }

    /// The figures of some prints, every pair compared.
    #[must_use]
    pub fn of(prints: &Prints) -> Self {
        let ready: Vec<(u64, Prepared)> =
            prints.iter().map(|(finger, template)| (*finger, Prepared::new(template))).collect();
        let pairs =
            ready.par_iter().enumerate().map_init(Matcher::default, |matcher, (at, (finger, probe))| {
                let mut scores = (Vec::new(), Vec::new());
                for (other, print) in ready.iter().skip(at + 1) {
                    let list = if finger == other { &mut scores.0 } else { &mut scores.1 };
                    list.push(matcher.score(probe, print));
                }
                scores
            });
        let mut out = Self {
            minutiae: prints.iter().map(|(_, template)| template.minutiae.len() as f32).collect(),
            ..Self::default()
        };
        for (genuine, impostors) in pairs.collect::<Vec<_>>() {
            out.genuine.extend(genuine);
            out.impostors.extend(impostors);
        }
        for list in [&mut out.minutiae, &mut out.genuine, &mut out.impostors] {
            list.sort_by(f32::total_cmp);
        }
        out
    }
}

/// Both, part by part.
#[must_use]
pub fn text(real: &Figures, made: &Figures) -> String {
    let mut out = format!("{:24}", "below which are");
    for part in PARTS {
        let _ = write!(out, "{:>8}", format!("{} %", part * 100.0));
    }
    out.push('\n');
    let rows = [
        ("minutiae, real", &real.minutiae),
        ("minutiae, made", &made.minutiae),
        ("scores, one finger, real", &real.genuine),
        ("scores, one finger, made", &made.genuine),
        ("scores, two, real", &real.impostors),
        ("scores, two, made", &made.impostors),
    ];
    for (name, rising) in rows {
        let _ = write!(out, "{name:24}");
        for part in PARTS {
            // nothing is said of a tail that fewer than five make up
            let shown = (1.0 - part) * rising.len() as f64 >= 4.5;
            let score = rising.get((rising.len() as f64 * part) as usize).filter(|_| shown);
            let _ = write!(out, "{:>8}", score.map(|score| format!("{score:.1}")).unwrap_or_default());
        }
        let _ = writeln!(out, "   of {}", rising.len());
    }
    out
}
