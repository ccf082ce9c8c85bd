//! Names worth a close look: through the rarest word first, and no further than a name could still come in.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::asked::Asked;
use super::names::{Names, Row};
use crate::align::worth;

/// A likeness as a whole number, so that it has an order.
type Parts = u32;

/// As many names as `most`, best by a quick measure in which one word may answer two.
pub(crate) fn gather(asked: &[Asked], names: &Names, most: usize) -> Vec<u32> {
    let whole: f32 = asked.iter().map(|asked| asked.weight).sum();
    let mut order: Vec<&Asked> = asked.iter().collect();
    order.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut best = Best { heap: BinaryHeap::with_capacity(most + 1), most };
    let mut seen = vec![0_u64; names.rows.len() / 64 + 1];
    let mut later = whole;
    for word in order {
        later -= word.weight;
        // Who lacks this word and the heavier ones answers with the later ones alone.
        for (token, alike, _) in &word.near {
            let with = word.weight * worth(*alike) + later;
            if !best.wants(2.0 * with / (whole + word.weight + later)) {
                break;
            }
            for list in names.holding(*token) {
                for name in list {
                    if first_time(&mut seen, *name)
                        && let Some(row) = names.rows.get(*name as usize)
                    {
                        best.offer(quick(asked, whole, row, names), row.mark, *name);
                    }
                }
            }
        }
        if !best.wants(2.0 * later / (whole + later)) {
            break;
        }
    }
    best.heap.into_iter().map(|Reverse((.., name))| name).collect()
}

/// Weight answered as a share of what was asked and what is there; every word by its best answer.
fn quick(asked: &[Asked], whole: f32, row: &Row, names: &Names) -> f32 {
    let (mut got, mut of) = (0.0, whole);
    for token in row.tokens() {
        let Some(known) = names.tokens.row(token) else { continue };
        let weight = names.tokens.weight(known);
        let best = asked.iter().map(|asked| asked.quick(token)).fold(0.0, f32::max);
        got += weight * worth(best);
        of += if best > 0.0 { weight } else { 0.7 * weight };
    }
    for word in asked {
        got += word.weight * worth(row.tokens().map(|token| word.quick(token)).fold(0.0, f32::max));
    }
    if of > 0.0 { got / of } else { 0.0 }
}

fn first_time(seen: &mut [u64], name: u32) -> bool {
    let Some(lane) = seen.get_mut(name as usize / 64) else { return false };
    let bit = 1 << (name % 64);
    let fresh = *lane & bit == 0;
    *lane |= bit;
    fresh
}

struct Best {
    heap: BinaryHeap<Reverse<(Parts, u32, u32)>>,
    most: usize,
}

impl Best {
    /// Whether a name of this likeness could still come in.
    fn wants(&self, likeness: f32) -> bool {
        let full = self.heap.len() >= self.most;
        !full || self.heap.peek().is_none_or(|Reverse((least, ..))| parts(likeness) >= *least)
    }

    fn offer(&mut self, likeness: f32, mark: u32, name: u32) {
        self.heap.push(Reverse((parts(likeness), mark, name)));
        if self.heap.len() > self.most {
            self.heap.pop();
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to a million")]
fn parts(likeness: f32) -> Parts {
    (likeness.clamp(0.0, 1.0) * 1e6) as Parts
}
