//! What a likeness of two prints is worth, in words: a likelihood ratio is never said as a bare number, nor beyond what
//! it was fitted on.

use crate::{Arg, Voice, digits};

/// Beyond so many centibans a ratio is extrapolated from what the engine was fitted on: it ranks, it does not prove.
const SHOWN: i32 = 400;

/// What a likelihood ratio says: of the agreement, if the prints are of one finger and if of two. How probable it is that
/// they are of one finger it does not say.
pub struct Evidence {
    /// How many times more probable the agreement is.
    pub times: String,
    /// How far that supports it; empty where it speaks against.
    pub support: String,
    /// The number itself: the decimal logarithm.
    pub figure: String,
}

/// A ratio of so many centibans (100 times the decimal logarithm) in words.
#[must_use]
pub fn evidence(voice: &Voice, centibans: i32) -> Evidence {
    let figure = digits::localise(voice.lang, &format!("{:.1}", f64::from(centibans) / 100.0));
    let figure = voice.with("cro-lr-figure", &[("n", Arg::Text(&figure))]);
    if centibans < 0 {
        return Evidence { times: voice.t("cro-lr-against"), support: String::new(), figure };
    }
    let ratio = ratio(centibans.min(SHOWN));
    let key = match centibans {
        _ if ratio < 2 => "cro-lr-equal",
        ..=SHOWN => "cro-lr-times",
        _ => "cro-lr-more",
    };
    let times = digits::grouped(voice.lang, ratio);
    let support = match centibans {
        ..100 => "cro-lr-weak",
        100..200 => "cro-lr-moderate",
        200..=SHOWN => "cro-lr-strong",
        _ => "cro-lr-very-strong",
    };
    Evidence { times: voice.with(key, &[("n", Arg::Text(&times))]), support: voice.t(support), figure }
}

impl Evidence {
    /// On one line.
    #[must_use]
    pub fn line(&self) -> String {
        let support = if self.support.is_empty() { String::new() } else { format!(" ({})", self.support) };
        format!("{}{support} · {}", self.times, self.figure)
    }
}

/// The ratio, to two figures.
fn ratio(centibans: i32) -> i64 {
    let exact = 10f64.powf(f64::from(centibans) / 100.0);
    let step = 10f64.powi((centibans / 100 - 1).max(0));
    #[expect(clippy::cast_possible_truncation, reason = "at most 10 to the power of 4")]
    let whole = ((exact / step).round() * step) as i64;
    whole
}
