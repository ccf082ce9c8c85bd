//! First stage: how many of a probe's words each person of a block has, rare words counting more.

#![expect(clippy::indexing_slicing, reason = "slots are masked to the tally's length")]

use crate::index::{Index, NOBODY, SLOT_BITS};
use crate::words::Asked;

const ALL: usize = 1 << SLOT_BITS;
const MASK: u16 = NOBODY;

/// Sums for the people of a block.
#[derive(Debug)]
pub(crate) struct Tally {
    sums: Vec<u16>,
}

impl Default for Tally {
    fn default() -> Self {
        Self { sums: vec![0; ALL] }
    }
}

impl Tally {
    /// Counts the words in an index. What a person of so many words has by chance is taken off, in units of its
    /// deviation, and the rest is added to `scores`.
    pub(crate) fn count(&mut self, index: &Index, lengths: &[u16], asked: &[Asked], scores: &mut [f32]) {
        if index.total() == 0 {
            return;
        }
        self.sums.fill(0);
        let (mut mass, mut square) = (0.0_f32, 0.0_f32);
        for one in asked {
            let list = index.list(one.word);
            if list.is_empty() {
                continue;
            }
            let weight = worth(index.total(), list.len());
            let share = list.len() as f32 * f32::from(one.quarters.count_ones() as u8) / 4.0;
            mass += share * f32::from(weight);
            square += share * f32::from(weight) * f32::from(weight);
            for posting in list {
                let counts = u16::from(one.quarters) >> (posting >> SLOT_BITS) & 1;
                let sum = &mut self.sums[usize::from(posting & MASK)];
                *sum = sum.saturating_add(weight * counts);
            }
        }
        let total = index.total() as f32;
        // what one word of a stranger brings, and how much that varies
        let (mean, variance) = (mass / total, square / total);
        for ((score, sum), length) in scores.iter_mut().zip(&self.sums).zip(lengths) {
            let words = f32::from(*length);
            if words > 0.0 {
                *score += (f32::from(*sum) - words * mean) / (words * variance + 40.0).sqrt();
            }
        }
    }
}

/// What a word is worth: the fewer have it, the more.
fn worth(total: usize, list: usize) -> u16 {
    let rarity = (total / list.max(1)).max(1).ilog2() as u16;
    rarity.saturating_sub(7).max(1)
}
