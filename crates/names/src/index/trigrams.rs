//! Names by threes of their consonants, words run together: what finds a name whose words are cut elsewhere.

use super::names::NONE;
use crate::phone::Phones;
use crate::skeleton::{CLASSES, classes};

/// One more than a class: the number before the first and after the last.
const EDGE: usize = CLASSES;
const SIDE: usize = CLASSES + 1;

#[derive(Debug)]
pub(crate) struct Trigrams {
    postings: Vec<Vec<u32>>,
    /// How many threes a name has, and what settles ties.
    sizes: Vec<(u8, u32)>,
}

impl Default for Trigrams {
    fn default() -> Self {
        Self { postings: vec![Vec::new(); SIDE * SIDE * SIDE], sizes: Vec::new() }
    }
}

impl Trigrams {
    pub fn add<'a>(&mut self, name: u32, mark: u32, words: impl Iterator<Item = &'a Phones>) {
        let threes = threes(words);
        if self.sizes.len() <= name as usize {
            self.sizes.resize(name as usize + 1, (0, 0));
        }
        if let Some(size) = self.sizes.get_mut(name as usize) {
            *size = (u8::try_from(threes.len()).unwrap_or(u8::MAX), mark);
        }
        for three in threes {
            if let Some(list) = self.postings.get_mut(three) {
                list.push(name);
            }
        }
    }

    pub fn remove<'a>(&mut self, name: u32, words: impl Iterator<Item = &'a Phones>) {
        for three in threes(words) {
            if let Some(list) = self.postings.get_mut(three)
                && let Some(at) = list.iter().position(|kept| *kept == name)
            {
                list.swap_remove(at);
            }
        }
        if let Some(size) = self.sizes.get_mut(name as usize) {
            *size = (0, 0);
        }
    }

    /// The names that share most threes, as many as `most`, those of equal share by number.
    pub fn nearest<'a>(&self, words: impl Iterator<Item = &'a Phones>, most: usize) -> Vec<u32> {
        let wanted = threes(words);
        let mut counts = vec![0_u8; self.sizes.len()];
        let mut touched: Vec<u32> = Vec::new();
        for three in &wanted {
            for name in self.postings.get(*three).into_iter().flatten() {
                if let Some(count) = counts.get_mut(*name as usize) {
                    if *count == 0 {
                        touched.push(*name);
                    }
                    *count = count.saturating_add(1);
                }
            }
        }
        let share = |name: u32| {
            let shared = counts.get(name as usize).copied().unwrap_or(0);
            let (size, mark) = self.sizes.get(name as usize).copied().unwrap_or((0, 0));
            // Of a thousand, so that they sort as whole numbers.
            (2_000 * usize::from(shared) / (usize::from(size) + wanted.len()).max(1), mark)
        };
        let ranked = touched.into_iter().map(|name| (share(name), name));
        let mut ranked: Vec<((usize, u32), u32)> = ranked.filter(|((share, _), _)| *share >= 350).collect();
        let cut = most.min(ranked.len());
        if cut < ranked.len() {
            ranked.select_nth_unstable_by(cut, |a, b| b.0.cmp(&a.0));
            ranked.truncate(cut);
        }
        ranked.into_iter().map(|(_, name)| name).filter(|name| *name != NONE).collect()
    }
}

/// The distinct threes of all words' consonants in a row.
fn threes<'a>(words: impl Iterator<Item = &'a Phones>) -> Vec<usize> {
    let mut row: Vec<usize> = vec![EDGE];
    for class in words.flat_map(classes).map(usize::from) {
        if row.last() != Some(&class) {
            row.push(class);
        }
    }
    row.push(EDGE);
    let mut threes: Vec<usize> =
        row.windows(3).map(|three| three.iter().fold(0, |number, class| number * SIDE + class)).collect();
    threes.sort_unstable();
    threes.dedup();
    threes
}
