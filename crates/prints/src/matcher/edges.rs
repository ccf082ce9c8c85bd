//! First step: edges of the same shape in both prints vote for pairs of minutiae.

#![expect(clippy::indexing_slicing, reason = "the table has a cell for each pair of minutiae")]

use crate::matcher::prepared::{BEARING_REACH, Edge, Prepared, TURN_REACH, length_reach};

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
    pub(crate) fn count(&mut self, probe: &Prepared, gallery: &Prepared, most_turn: u8) {
        let across = gallery.points.len();
        let cells = probe.points.len() * across;
        self.hits.clear();
        self.pairs.clear();
        for table in [&mut self.first, &mut self.second] {
            table.clear();
            table.resize(cells, 0);
        }
        for theirs in &gallery.edges {
            let angle = gallery.points[usize::from(theirs.from)].angle;
            for ours in probe.like(theirs) {
                let weight = likeness(ours, theirs);
                let turn = angle.wrapping_sub(probe.points[usize::from(ours.from)].angle) as i8;
                if weight == 0 || turn.unsigned_abs() > most_turn {
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

/// How alike two edges are, 0 to 64.
fn likeness(ours: &Edge, theirs: &Edge) -> u16 {
    let length = i32::from(ours.length.abs_diff(theirs.length));
    let bearing = i32::from((ours.bearing.wrapping_sub(theirs.bearing) as i8).unsigned_abs());
    let turn = i32::from((ours.turn.wrapping_sub(theirs.turn) as i8).unsigned_abs());
    let reach = length_reach(ours.length);
    if length > reach || bearing > BEARING_REACH || turn > TURN_REACH {
        return 0;
    }
    // each falls from 16 to 6 at the end of its reach
    let part = |off: i32, reach: i32| (16 - 10 * off / (reach + 1)) as u16;
    (part(length, reach) * part(bearing, BEARING_REACH) * part(turn, TURN_REACH)) >> 6
}
