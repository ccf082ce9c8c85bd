//! The second examiner of a latent is blind to the first: what others found is shown to nobody who may still examine and
//! has not.

use roznamcha_acts::kinds::ProbeKind;
use roznamcha_acts::views::{Examination, Listed, SearchRow};

/// A candidate's examinations as one officer may see them.
pub(super) struct Seen {
    /// The candidate with what may be shown.
    pub listed: Listed,
    /// Whether he is told whose enrolment it is: not while he has still to look at the prints without knowing.
    pub named: bool,
    /// What this officer found.
    pub mine: Option<Examination>,
    /// Something is kept from him.
    pub blind: bool,
    /// How many officers examined it.
    pub examiners: usize,
    /// Whether as many identified it as it needs; false while it is not shown.
    pub identified: bool,
}

/// What an officer may see of a candidate.
pub(super) fn seen(search: &SearchRow, listed: &Listed, officer: &str) -> Seen {
    let mine = listed.examinations.iter().find(|one| one.officer == officer).cloned();
    let examiners = listed.examinations.len();
    let blind = search.probe == ProbeKind::Latent && search.is_open() && mine.is_none() && examiners > 0;
    let mut shown = listed.clone();
    if blind {
        shown.examinations.clear();
    }
    let identified = !blind && listed.is_identified(search.probe);
    let named = mine.is_some() || !search.is_open();
    Seen { listed: shown, named, mine, blind, examiners, identified }
}
