//! Trigrams as PostgreSQL's pg_trgm counts them, in memory.

use std::collections::{BTreeSet, HashMap};

use deunicode::deunicode;

/// A pool by its trigrams.
pub(crate) struct Trigrams {
    postings: HashMap<String, Vec<u32>>,
    sizes: Vec<u32>,
}

impl Trigrams {
    pub fn new(pool: &[String]) -> Self {
        let (mut postings, mut sizes) = (HashMap::<String, Vec<u32>>::new(), Vec::new());
        for (name, line) in pool.iter().zip(0_u32..) {
            let trigrams = trigrams(name);
            sizes.push(u32::try_from(trigrams.len()).unwrap_or(u32::MAX));
            for trigram in trigrams {
                postings.entry(trigram).or_default().push(line);
            }
        }
        Self { postings, sizes }
    }

    /// The lines most similar: shared trigrams of all trigrams.
    pub fn search(&self, name: &str, limit: usize) -> Vec<u64> {
        let wanted = trigrams(name);
        let mut counts = vec![0_u32; self.sizes.len()];
        for trigram in &wanted {
            for line in self.postings.get(trigram).into_iter().flatten() {
                if let Some(count) = counts.get_mut(*line as usize) {
                    *count += 1;
                }
            }
        }
        let asked = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
        let scored = counts.iter().zip(&self.sizes).zip(0_u64..).filter(|((count, _), _)| **count > 0);
        let similar = |count: u32, size: u32| f64::from(count) / f64::from((asked + size - count).max(1));
        let mut ranked: Vec<(f64, u64)> =
            scored.map(|((count, size), line)| (similar(*count, *size), line)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().take(limit).map(|(_, line)| line).collect()
    }
}

/// Each word with two spaces before and one after, in threes.
fn trigrams(name: &str) -> BTreeSet<String> {
    let plain = deunicode(name).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let threes = words.flat_map(|word| {
        let letters: Vec<char> = format!("  {word} ").chars().collect();
        letters.windows(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>()
    });
    threes.collect()
}
