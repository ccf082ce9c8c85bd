//! The weights of the quality score, by least squares on what became of prints.

use roznamcha_prints::quality::TERMS;

use super::{Judged, Trial, agreement};
use crate::fit::solve;

/// Weight against use of a term, each term counted in its own deviations; in units of one print.
const RIDGE: f64 = 4.0;

/// Fitted weights, in the terms' own units.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Of the terms, the constant last.
    pub terms: [f64; TERMS],
    /// The prints they were fitted on.
    pub prints: usize,
    /// How well the order of prints agrees with what became of them.
    pub agreement: f64,
    /// The same when each finger is foretold from the others.
    pub others: f64,
}

/// Fits on these sets.
#[must_use]
pub fn fit(trials: &[Trial]) -> Weights {
    let prints: Vec<&Judged> = trials.iter().flat_map(|trial| &trial.prints).collect();
    let terms = weights(&prints);
    let told: Vec<(f64, f64)> = prints.iter().map(|print| (foretold(&terms, print), print.worth)).collect();
    let mut fingers: Vec<u32> = prints.iter().map(|print| print.finger).collect();
    fingers.sort_unstable();
    fingers.dedup();
    let mut others = Vec::new();
    for finger in fingers {
        let (out, rest): (Vec<&Judged>, Vec<&Judged>) =
            prints.iter().partition(|print| print.finger == finger);
        let terms = weights(&rest);
        others.extend(out.iter().map(|print| (foretold(&terms, print), print.worth)));
    }
    Weights { terms, prints: prints.len(), agreement: agreement(&told), others: agreement(&others) }
}

fn row(print: &Judged) -> [f64; TERMS] {
    print.quality.measures.terms().map(f64::from)
}

fn foretold(weights: &[f64; TERMS], print: &Judged) -> f64 {
    row(print).iter().zip(weights).map(|(term, weight)| term * weight).sum()
}

fn weights(prints: &[&Judged]) -> [f64; TERMS] {
    let count = prints.len().max(1) as f64;
    let rows: Vec<[f64; TERMS]> = prints.iter().map(|print| row(print)).collect();
    let mean: [f64; TERMS] =
        std::array::from_fn(|at| rows.iter().filter_map(|row| row.get(at)).sum::<f64>() / count);
    let spread: [f64; TERMS] = std::array::from_fn(|at| {
        let off =
            |row: &[f64; TERMS]| row.get(at).zip(mean.get(at)).map(|(value, mean)| (value - mean).powi(2));
        (rows.iter().filter_map(off).sum::<f64>() / count).sqrt()
    });
    // the constant has no spread: it stays as it is, unpenalised
    let scaled = |row: &[f64; TERMS]| -> [f64; TERMS] {
        std::array::from_fn(|at| match (row.get(at), mean.get(at), spread.get(at)) {
            (Some(value), Some(mean), Some(spread)) if *spread > 1e-9 => (value - mean) / spread,
            (Some(value), ..) => *value,
            _ => 0.0,
        })
    };
    let mut left = [[0.0_f64; TERMS]; TERMS];
    let mut right = [0.0_f64; TERMS];
    for (at, line) in left.iter_mut().enumerate() {
        let penalised = spread.get(at).is_some_and(|spread| *spread > 1e-9);
        if let Some(cell) = line.get_mut(at).filter(|_| penalised) {
            *cell = RIDGE;
        }
    }
    for (print, row) in prints.iter().zip(&rows) {
        let row = scaled(row);
        for ((line, right), value) in left.iter_mut().zip(&mut right).zip(row) {
            *right += value * print.worth;
            line.iter_mut().zip(row).for_each(|(cell, other)| *cell += value * other);
        }
    }
    let mut found = solve(left, right);
    let mut constant = 0.0;
    for ((weight, mean), spread) in found.iter_mut().zip(mean).zip(spread) {
        if spread > 1e-9 {
            *weight /= spread;
            constant -= *weight * mean;
        }
    }
    if let Some(last) = found.last_mut() {
        *last += constant;
    }
    found
}
