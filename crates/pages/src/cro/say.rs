//! How the record office's pages say what the books hold as codes: fingers, legal bases, what a likeness is worth.

use roznamcha_acts::kinds::{Conclusion, EnrolBasis, ProbeKind};
use roznamcha_acts::views::SearchState;
use roznamcha_words::{Arg, digits};

use crate::ctx::Voice;

/// Beyond so many centibans a ratio is extrapolated from what the engine was fitted on: it ranks, it does not prove.
const SHOWN: i32 = 400;

/// What a likelihood ratio says: of the agreement, if the prints are of one finger and if of two. How probable it is that
/// they are of one finger it does not say.
pub(crate) struct Evidence {
    /// How many times more probable the agreement is.
    pub times: String,
    /// How far that supports it; empty where it speaks against.
    pub support: String,
    /// The number itself: the decimal logarithm.
    pub figure: String,
}

/// A ratio of so many centibans (100 times the decimal logarithm) in words.
pub(crate) fn evidence(voice: &Voice, centibans: i32) -> Evidence {
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
    pub(crate) fn line(&self) -> String {
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

/// A finger by its position.
pub(crate) fn finger(voice: &Voice, finger: u8) -> String {
    voice.t(&format!("cro-finger-{}", finger.min(10)))
}

/// A code as the end of a message key.
pub(crate) fn key(before: &str, code: &str) -> String {
    format!("{before}{}", code.replace('_', "-"))
}

/// A legal basis, and what it allows.
pub(crate) fn basis(voice: &Voice, basis: EnrolBasis) -> String {
    voice.t(&key("cro-basis-", basis.as_str()))
}

/// What is searched with.
pub(crate) fn probe(voice: &Voice, probe: ProbeKind) -> String {
    voice.t(&format!("cro-probe-{}", probe.as_str()))
}

/// A conclusion in one word.
pub(crate) fn conclusion(voice: &Voice, conclusion: Conclusion) -> String {
    voice.t(&format!("cro-conclusion-short-{}", conclusion.as_str()))
}

/// How a search stands, and its chip.
pub(crate) fn searched(voice: &Voice, state: SearchState, traced: Option<bool>) -> (String, &'static str) {
    let (key, chip) = match (state, traced) {
        (SearchState::Open, _) => ("cro-search-open", "chip-wait"),
        (SearchState::Closed, _) => ("cro-search-closed", ""),
        (SearchState::Answered, Some(true)) => ("cro-search-answered-traced", "chip-good"),
        (SearchState::Answered, _) => ("cro-search-answered-not-traced", ""),
    };
    (voice.t(key), chip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use roznamcha_words::{Lang, Words, bidi};
    use std::sync::Arc;

    #[test]
    fn a_ratio_is_said_to_two_figures_and_not_beyond_what_was_fitted() {
        let voice = Voice::new(Lang::En, Arc::new(Words::load().unwrap()));
        let said = |centibans| {
            let evidence = evidence(&voice, centibans);
            (bidi::plain(&evidence.times), evidence.support)
        };
        assert_eq!(bidi::plain(&evidence(&voice, 612).figure), "logarithm 6.1");
        let if_one = "if both prints come from one finger than if from two different ones";
        let times = |n: &str| format!("The agreement is {n} times more probable {if_one}");
        let equal =
            "The agreement is as probable if both prints come from one finger as if from two different ones";
        assert_eq!(said(0), (equal.to_owned(), "weak support".to_owned()));
        assert_eq!(said(137), (times("23"), "moderate support".to_owned()));
        assert_eq!(said(355), (times("3,500"), "strong support".to_owned()));
        assert_eq!(said(900), (times("more than 10,000"), "very strong support".to_owned()));
        assert_eq!(said(-40), (format!("The agreement is less probable {if_one}"), String::new()));
    }
}
