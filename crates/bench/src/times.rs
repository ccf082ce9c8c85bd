//! Figures from durations.

use std::time::Duration;

/// The value below which that share of the durations lies, in milliseconds. Sorts what it is given.
pub fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index"
    )]
    let at = ((times.len() as f64 - 1.0) * share).max(0.0) as usize;
    times.get(at).map_or(0.0, |d| d.as_secs_f64() * 1000.0)
}

/// How many a second.
#[expect(clippy::cast_precision_loss, reason = "counts of a benchmark are small")]
pub fn rate(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64().max(1e-9)
}
