//! The weights of the likelihood ratio, fitted by logistic regression on comparisons of known prints.

use std::ops::RangeInclusive;
use std::path::Path;

use roznamcha_prints::matcher::{Evidence, FEATURES};
use roznamcha_prints::{Extractor, Matcher, Prepared, Template};

use crate::BenchError;
use crate::folder::{Resolutions, sets};
use crate::system::SystemError;

/// Weight of a feature's square against its use, in units of one comparison.
const RIDGE: f64 = 20.0;
const ROUNDS: usize = 40;
/// The constant is one more weight.
const ALL: usize = FEATURES + 1;

/// Weights of the features, and the constant that makes their sum the logarithm of a likelihood ratio.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// In the features' order.
    pub features: [f64; FEATURES],
    /// Added.
    pub constant: f64,
    /// The comparisons they were fitted on: of one finger, of two.
    pub comparisons: (usize, usize),
}

/// Fits on every comparison within each set of a folder, and of prints of two sets as prints of two fingers.
///
/// # Errors
/// [`BenchError`] when the folder holds no prints, or one of them cannot be read.
pub fn fit(
    folder: &Path,
    extractor: &dyn Extractor,
    fingers: &RangeInclusive<u32>,
    resolutions: &Resolutions,
) -> Result<Weights, BenchError> {
    let mut kept: Vec<(usize, u32, Prepared)> = Vec::new();
    for (place, set) in sets(folder, fingers, resolutions)?.iter().enumerate() {
        let failed = |error| BenchError::System { set: set.name.clone(), error };
        for print in &set.prints {
            let written = extractor.template(&print.image).map_err(SystemError::from).map_err(failed)?;
            let bytes = written.to_bytes().map_err(SystemError::from).map_err(failed)?;
            let read = Template::from_bytes(&bytes).map_err(SystemError::from).map_err(failed)?;
            kept.push((place, print.finger, Prepared::new(&read)));
        }
    }
    let mut matcher = Matcher::default();
    let mut cases = Vec::new();
    for (at, (set, finger, probe)) in kept.iter().enumerate() {
        for (other_set, other, gallery) in kept.iter().skip(at + 1) {
            let evidence = matcher.compare(probe, gallery).evidence;
            cases.push((row(&evidence), set == other_set && finger == other));
        }
    }
    Ok(logistic(&cases))
}

fn row(evidence: &Evidence) -> [f64; ALL] {
    let features = evidence.features();
    std::array::from_fn(|at| features.get(at).map_or(1.0, |value| f64::from(*value)))
}

/// Logistic regression by Newton's steps, both kinds of comparisons weighing the same in all.
fn logistic(cases: &[([f64; ALL], bool)]) -> Weights {
    let genuine = cases.iter().filter(|(_, genuine)| *genuine).count();
    let impostors = cases.len() - genuine;
    let share = |of: usize| 0.5 / of.max(1) as f64;
    let mut weights = [0.0_f64; ALL];
    for _ in 0..ROUNDS {
        let mut slope = weights.map(|weight| -RIDGE / cases.len().max(1) as f64 * weight);
        let mut curve = [[0.0_f64; ALL]; ALL];
        for (at, line) in curve.iter_mut().enumerate() {
            if let Some(cell) = line.get_mut(at) {
                *cell = RIDGE / cases.len().max(1) as f64;
            }
        }
        for (row, is_genuine) in cases {
            let sum: f64 = row.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            let probability = 1.0 / (1.0 + (-sum).exp());
            let (target, weight) = if *is_genuine { (1.0, share(genuine)) } else { (0.0, share(impostors)) };
            let bend = weight * probability * (1.0 - probability);
            for ((slope, line), value) in slope.iter_mut().zip(&mut curve).zip(row) {
                *slope += weight * (target - probability) * value;
                line.iter_mut().zip(row).for_each(|(cell, other)| *cell += bend * value * other);
            }
        }
        let step = solve(curve, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    let [features @ .., constant] = weights;
    Weights { features, constant, comparisons: (genuine, impostors) }
}

/// Gauss without pivots: the matrix is symmetric and positive.
pub(crate) fn solve<const N: usize>(mut left: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for at in 0..N {
        let (line, value) = match (left.get(at), right.get(at)) {
            (Some(line), Some(value)) => (*line, *value),
            _ => continue,
        };
        let Some(pivot) = line.get(at).copied().filter(|pivot| pivot.abs() > 1e-300) else { continue };
        for (row, (other, result)) in left.iter_mut().zip(&mut right).enumerate() {
            if row == at {
                other.iter_mut().for_each(|cell| *cell /= pivot);
                *result /= pivot;
                continue;
            }
            let factor = other.get(at).copied().unwrap_or(0.0) / pivot;
            other.iter_mut().zip(line).for_each(|(cell, above)| *cell -= factor * above);
            *result -= factor * value;
        }
    }
    right
}
