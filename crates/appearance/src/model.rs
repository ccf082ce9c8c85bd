//! How witnesses err, and what that makes of words that agree.
//!
//! One formula for every feature. Let *fit* be how well the witness's word fits what the record says (1 the same, between
//! nought and one for what is easily taken for it, 0 else), *share* the mean fit over all records that say anything of it,
//! and *wrong* the share of such words that tell nothing. Then
//!
//! ```text
//! likelihood ratio = (1 − wrong) · fit / share + wrong
//! ```
//!
//! Over all records its mean is one, it is largest where both say the same, and smallest (*wrong*) where they differ.
//! So a rare thing agreed upon says much, a common one little, and no disagreement rules anybody out.

/// The shares of words that tell nothing, for what is not a coded field (those bring their own). They are
/// assumptions, stated so that they can be argued with; no witness was measured for them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ErrorModel {
    /// Of heights.
    pub height: f64,
    /// Of weights.
    pub weight: f64,
    /// Of ages.
    pub born: f64,
    /// Of marks: many are hidden by clothes, made since, or never written down.
    pub mark: f64,
    /// Of how an offence was done: the same man does not always do alike.
    pub method: f64,
    /// By how many kilograms people move from their recorded weight in a year.
    pub kg_a_year: f64,
}

impl Default for ErrorModel {
    fn default() -> Self {
        Self { height: 0.05, weight: 0.10, born: 0.10, mark: 0.50, method: 0.40, kg_a_year: 1.5 }
    }
}

/// No single feature says more than this, in hundredths of a power of ten.
pub(crate) const MOST: f64 = 400.0;

/// The likelihood ratio of one feature.
pub(crate) fn ratio(fit: f64, share: f64, wrong: f64) -> f64 {
    (1.0 - wrong) * fit / share.max(1e-9) + wrong
}

/// The same in centibans: a hundred times its decimal logarithm, in whole numbers, so that sums do not depend on
/// their order.
pub(crate) fn centibans(fit: f64, share: f64, wrong: f64) -> i32 {
    (100.0 * ratio(fit, share, wrong).log10()).round().clamp(-MOST, MOST) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_over_the_records_is_one_and_fit_only_helps() {
        let people = [(0.1, 1.0), (0.3, 0.4), (0.6, 0.0)];
        let share: f64 = people.iter().map(|(part, fit)| part * fit).sum();
        let mean: f64 = people.iter().map(|(part, fit)| part * ratio(*fit, share, 0.15)).sum();
        assert!((mean - 1.0).abs() < 1e-12);
        assert!(ratio(1.0, share, 0.15) > ratio(0.4, share, 0.15));
        assert!((ratio(0.0, share, 0.15) - 0.15).abs() < 1e-12);
    }
}
