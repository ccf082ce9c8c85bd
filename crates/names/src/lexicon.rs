//! What was learned of how words of the script are written in Roman, from pairs that somebody confirmed.

use std::collections::BTreeMap;

use crate::word::words;

/// Script words, each with the Roman words seen for it and how often. For queries in the script only: between
/// two Roman spellings it does harm.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    pairs: BTreeMap<String, BTreeMap<String, u32>>,
}

impl Lexicon {
    /// Counts a pair of one word each; names of several words are paired word by word when they are as many.
    pub fn learn(&mut self, script: &str, roman: &str, times: u32) {
        let (script, roman) = (words(script), words(roman));
        if script.len() != roman.len() {
            return;
        }
        for (one, other) in script.into_iter().zip(roman) {
            if one.phones.is_script() && !other.phones.is_script() {
                *self.pairs.entry(one.text).or_default().entry(other.text).or_default() += times;
            }
        }
    }

    /// Takes a pair back that [`Self::learn`] counted, so that nothing of it is left.
    pub fn forget(&mut self, script: &str, roman: &str, times: u32) {
        let (script, roman) = (words(script), words(roman));
        if script.len() != roman.len() {
            return;
        }
        for (one, other) in script.into_iter().zip(roman) {
            let Some(seen) = self.pairs.get_mut(&one.text) else { continue };
            if let Some(count) = seen.get_mut(&other.text) {
                *count = count.saturating_sub(times);
            }
            seen.retain(|_, count| *count > 0);
            if seen.is_empty() {
                self.pairs.remove(&one.text);
            }
        }
    }

    /// The Roman words seen for a folded script word, each with its share of all of them.
    pub fn of<'a>(&'a self, word: &str) -> impl Iterator<Item = (&'a str, f32)> {
        let seen = self.pairs.get(word);
        let all: u32 = seen.into_iter().flat_map(BTreeMap::values).sum();
        let share = move |count: &u32| f64::from(*count) / f64::from(all.max(1));
        #[expect(clippy::cast_possible_truncation, reason = "a share from 0 to 1")]
        seen.into_iter().flatten().map(move |(roman, count)| (roman.as_str(), share(count) as f32))
    }

    /// How many script words are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether nothing was learned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}
