//! First step: edges of the same shape in both prints vote for pairs of minutiae.

#![expect(clippy::indexing_slicing, reason = "the table has a cell for each pair of minutiae")]

use crate::matcher::prepared::{BEARING_REACH, Edge, Listed, Prepared, TURN_REACH, length_reach};

/// Two edges of the same shape: the pair of their beginnings, the pair of their ends, how alike they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) from: u16,
    pub(crate) to: u16,
    pub(crate) weight: u16,
}

/// What the edges say: votes for each pair (probe minutia times gallery minutiae plus gallery minutia).
#[derive(Debug, Default)]
pub(crate) struct Votes {
    pub(crate) hits: Vec<Hit>,
    pub(crate) first: Vec<u32>,
    pub(crate) second: Vec<u32>,
    /// The pairs that have votes.
    pub(crate) pairs: Vec<u16>,
}

/// Votes of a pair beyond which its neighbours' confidence grows no more.
const CAP: u32 = 600;

impl Votes {
    /// Counts the votes, then counts them again with each vote weighed by those of the pair at its other end.
    pub(crate) fn count(&mut self, probe: &Prepared, gallery: &Listed, most_turn: u8) {
        let across = gallery.points.len();
        let cells = probe.points.len() * across;
        self.hits.clear();
        self.pairs.clear();
        for table in [&mut self.first, &mut self.second] {
            table.clear();
            table.resize(cells, 0);
        }
        for theirs in &gallery.edges {
            for ours in probe.like(theirs) {
                let weight = likeness(ours, theirs, most_turn);
                if weight == 0 {
                    continue;
                }
                let from = usize::from(ours.from) * across + usize::from(theirs.from);
                let to = usize::from(ours.to) * across + usize::from(theirs.to);
                if self.first[from] == 0 {
                    self.pairs.push(from as u16);
                }
                self.first[from] += u32::from(weight);
                self.hits.push(Hit { from: from as u16, to: to as u16, weight });
            }
        }
        for hit in &self.hits {
            let support = self.first[usize::from(hit.to)].min(CAP);
            self.second[usize::from(hit.from)] += (u32::from(hit.weight) * support) >> 6;
        }
    }
}

/// How alike two edges are, 1 to 64; 0 where they are not, or the prints would be turned too far.
#[inline]
fn likeness(ours: &Edge, theirs: &Edge, most_turn: u8) -> u16 {
    let between = |a: u8, b: u8| a.wrapping_sub(b).cast_signed().unsigned_abs();
    let length = ours.length.abs_diff(theirs.length);
    let bearing = between(ours.bearing, theirs.bearing);
    let turn = between(ours.turn, theirs.turn);
    let reach = length_reach(ours.length) as u8;
    // one question, not four: most edges of a bin fail one of them, none foreseeably
    let fails = (length > reach)
        | (bearing > BEARING_REACH as u8)
        | (turn > TURN_REACH as u8)
        | (between(theirs.angle, ours.angle) > most_turn);
    if fails {
        return 0;
    }
    let part = |off: u8, reach: u8| PARTS[usize::from(reach & 31)][usize::from(off & 31)];
    (part(length, reach) * part(bearing, BEARING_REACH as u8) * part(turn, TURN_REACH as u8)) >> 6
}

/// By reach and by how far off: from 16 down to 6 at the end of the reach.
const PARTS: [[u16; 32]; 32] = {
    let mut table = [[0; 32]; 32];
    let mut reach = 0;
    while reach < 32 {
        let mut off = 0;
        while off <= reach {
            table[reach][off] = (16 - 10 * off / (reach + 1)) as u16;
            off += 1;
        }
        reach += 1;
    }
    table
};
