//! Isolating a run of the other direction, so that it cannot reorder the text around it (UAX #9).

/// First-strong isolate: what follows takes its own direction from its first letter.
pub const FSI: char = '\u{2068}';
/// Left-to-right isolate.
pub const LRI: char = '\u{2066}';
/// Pop directional isolate.
pub const PDI: char = '\u{2069}';

/// `text` in its own isolate, direction by its first strong letter (names, places).
#[must_use]
pub fn isolate(text: &str) -> String {
    format!("{FSI}{text}{PDI}")
}

/// `text` in a left-to-right isolate (FIR numbers, CNIC, telephone, hashes, section numbers).
#[must_use]
pub fn ltr(text: &str) -> String {
    format!("{LRI}{text}{PDI}")
}

/// `text` without any isolates: for logs, the API, file names and comparison.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// Whether `c` reorders text and is therefore refused in typed text: embeddings, overrides, isolates.
#[must_use]
pub fn reorders(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
