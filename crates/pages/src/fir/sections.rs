//! The sections of a report as they were written, added and struck: nothing is removed, what is struck stays legible.

use roznamcha_acts::views::CaseSection;
use roznamcha_words::Arg;

use crate::ctx::Voice;

/// One section on the page.
pub(crate) struct SectionLine {
    /// In words.
    pub words: String,
    /// Whether it is struck.
    pub struck: bool,
    /// In which case diaries it was added and struck; empty for one that stands as written.
    pub notes: Vec<String>,
}

impl SectionLine {
    /// A section, with how its code is said.
    pub(crate) fn of(voice: &Voice, section: &CaseSection, say: impl Fn(&str) -> String) -> Self {
        let note = |key: &str, zimni: u64| {
            voice.with(key, &[("zimni", Arg::Num(i64::try_from(zimni).unwrap_or(i64::MAX)))])
        };
        let added = section.zimni.map(|zimni| note("fir-section-added", zimni));
        let struck = section.struck.as_ref().map(|struck| note("fir-section-struck", struck.zimni));
        Self {
            words: say(&section.code),
            struck: section.struck.is_some(),
            notes: added.into_iter().chain(struck).collect(),
        }
    }
}
