//! Which classes police activity makes rather than victims' reports.

const STEMS: &str = include_str!("../data/discovered.txt");

/// Whether nobody may train on a class of this name, because what is counted in it is where the police looked.
#[must_use]
pub fn is_discovered(class: &str) -> bool {
    let class = class.to_ascii_uppercase();
    let stems = STEMS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    stems.into_iter().any(|stem| begins_a_word(&class, stem))
}

/// Whether a source says that an officer went out and found it.
pub(crate) fn is_officer_initiated(source: &str) -> bool {
    let source = source.to_ascii_lowercase();
    let words = ["officer", "self-init", "self init", "on view", "onview", "on-view", "proactive", "patrol"];
    words.iter().any(|word| begins_a_word(&source, word)) || source == "police"
}

fn begins_a_word(text: &str, stem: &str) -> bool {
    text.match_indices(stem).any(|(at, _)| {
        text.get(..at)
            .and_then(|head| head.chars().next_back())
            .is_none_or(|letter| !letter.is_alphanumeric())
    })
}
