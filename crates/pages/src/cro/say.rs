//! How the record office's pages say what the books hold as codes: fingers, legal bases, what a likeness is worth.

use roznamcha_acts::kinds::{Conclusion, EnrolBasis, ProbeKind};
use roznamcha_acts::views::SearchState;
pub(crate) use roznamcha_words::evidence::evidence;

use crate::ctx::Voice;

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
