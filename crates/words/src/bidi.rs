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

/// `text` with every number of several parts, as `2026-11-28` or `337-F`, in a left-to-right isolate: after an Arabic
/// letter a hyphen turns the parts of a number round.
#[must_use]
pub fn numbers(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, number) = rest.split_at(from);
        let to = number.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(number.len());
        let (run, after) = number.split_at(to);
        let number = run.trim_end_matches('-');
        whole.push_str(before);
        // What a Latin letter or a digit of another form leads is one run already.
        let alone = !before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '/');
        match number.contains('-') && alone {
            true => whole.extend([&ltr(number), run.strip_prefix(number).unwrap_or_default()]),
            false => whole.push_str(run),
        }
        rest = after;
    }
    whole.push_str(rest);
    whole
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
