//! From which score on a candidate is shown: from what strangers reach.

use thiserror::Error;

/// Why there is no threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TailError {
    /// Too few searches.
    #[error("{0} searches by strangers are too few for a threshold: make at least {LEAST}")]
    Few(usize),
}

const LEAST: usize = 50;
/// The part of the scores that is called the tail.
const TAIL: f64 = 0.1;

/// The score that the best candidate of a stranger's search reaches in one search of `1 / fpir`. `best` are the
/// best scores of searches by people who are not in the gallery. Where they are many it is read off; otherwise
/// their highest tenth is taken to fall exponentially, as logarithms of likelihood ratios do.
///
/// # Errors
/// [`TailError::Few`].
pub fn threshold(best: &[f32], fpir: f64) -> Result<f32, TailError> {
    if best.len() < LEAST {
        return Err(TailError::Few(best.len()));
    }
    let mut falling = best.to_vec();
    falling.sort_by(|a, b| b.total_cmp(a));
    let allowed = (best.len() as f64 * fpir).floor() as usize;
    if allowed >= 10 {
        return Ok(falling.get(allowed).copied().unwrap_or(f32::INFINITY));
    }
    let tail = (best.len() as f64 * TAIL) as usize;
    let from = falling.get(tail).copied().unwrap_or(f32::INFINITY);
    let excess: f64 = falling.iter().take(tail).map(|score| f64::from(score - from)).sum();
    Ok(from + (excess / tail.max(1) as f64 * (TAIL / fpir).ln()) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an exponential distribution gives at these many even steps.
    fn exponential(count: usize) -> Vec<f32> {
        (0..count).map(|at| -(((at as f32) + 0.5) / count as f32).ln()).collect()
    }

    #[test]
    fn few_and_many_scores_of_one_distribution_give_one_threshold() {
        let expected = 1_000_f32.ln();
        for count in [500, 2_000, 50_000] {
            let found = threshold(&exponential(count), 0.001).unwrap();
            assert!((found - expected).abs() < 0.4, "{count}: {found}, expected {expected}");
        }
    }

    #[test]
    fn too_few_are_no_threshold() {
        assert_eq!(threshold(&exponential(49), 0.001), Err(TailError::Few(49)));
    }
}
