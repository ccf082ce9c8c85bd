//! One answer from several galleries that hold different people.

use std::collections::HashSet;

use crate::search::Candidate;

/// The best of several galleries' candidates. Scores of one probe are likelihood ratios, and so compare; a person
/// whom two galleries hold is named once.
#[must_use]
pub fn merged(answers: Vec<Vec<Candidate>>, most: usize) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = answers.into_iter().flatten().collect();
    all.sort_by(|a, b| b.llr.total_cmp(&a.llr).then(a.person.cmp(&b.person)));
    let mut seen = HashSet::new();
    all.retain(|candidate| seen.insert(candidate.person));
    all.truncate(most);
    all
}
