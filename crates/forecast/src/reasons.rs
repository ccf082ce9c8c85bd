//! Why a square is expected to see what it is expected to see: which past crimes make the expectation of the core.

use crate::core::Core;
use crate::kernels::Known;
use crate::study::Study;

const FORTNIGHT: i32 = 14;
const YEAR: i32 = 365;

/// Shares of what the core expects of a square, between nought and one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reasons {
    /// From crimes longer ago than a year.
    pub long_run: f64,
    /// From crimes of the last fortnight.
    pub last_fortnight: f64,
    /// From crimes on other squares.
    pub next_door: f64,
    /// By what the trees, which know other patterns, multiplied the core's expectation.
    pub pattern: f64,
}

/// The reasons of each square for the window from `origin`; the patterns are left at one.
pub(crate) fn reasons(core: &Core, study: &Study, origin: i32) -> Vec<Reasons> {
    let weighted = |known: &Known| core.kernels.weighted(&study.grid, known, &core.weights);
    let mut known = Known::new(&study.grid, study.begins);
    let mut older = |days: i32| {
        known.advance((origin - days).max(study.begins), &study.class, &study.all);
        weighted(&known.aged(origin))
    };
    let (years, fortnights, all) = (older(YEAR), older(FORTNIGHT), older(0));
    let own = core.kernels.weighted_own(&study.grid, &known, &core.weights);
    let share = |part: f32, whole: f32| f64::from((part / whole.max(1e-12)).clamp(0.0, 1.0));
    let parts = years.iter().zip(&fortnights).zip(all.iter().zip(&own));
    let reasons = parts.map(|((years, fortnights), (all, own))| Reasons {
        long_run: share(*years, *all),
        last_fortnight: share(all - fortnights, *all),
        next_door: share(all - own, *all),
        pattern: 1.0,
    });
    reasons.collect()
}
