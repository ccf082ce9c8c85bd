//! The lines as a graph: nodes where a line ends or lines meet, and the paths between them.

#![expect(
    clippy::indexing_slicing,
    reason = "set pixels keep off the margin, so their neighbours are pixels"
)]

use crate::classical::thin::{Lines, crossings};

/// A path between two nodes, both included.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) pixels: Vec<usize>,
}

impl Path {
    pub(crate) fn first(&self) -> usize {
        self.pixels.first().copied().unwrap_or(0)
    }

    pub(crate) fn last(&self) -> usize {
        self.pixels.last().copied().unwrap_or(0)
    }

    /// Steps from end to end.
    pub(crate) fn length(&self) -> usize {
        self.pixels.len().saturating_sub(1)
    }
}

/// Steps after which a path is long, however long: no rule asks for more, and a ring without nodes has no end.
const FAR: usize = 64;

/// How many lines leave this pixel.
pub(crate) fn degree(lines: &Lines, at: usize) -> u32 {
    crossings(lines.ring(at))
}

/// Whether lines end or meet in a pixel.
pub(crate) fn is_node(lines: &Lines, at: usize) -> bool {
    lines.set.cells[at] != 0 && !matches!(degree(lines, at), 0 | 2)
}

/// Every node.
pub(crate) fn nodes(lines: &Lines) -> Vec<usize> {
    (0..lines.set.cells.len()).filter(|at| is_node(lines, *at)).collect()
}

/// The first pixels of the lines that leave this one: of each run of neighbours a side before a corner.
pub(crate) fn branches(lines: &Lines, at: usize) -> Vec<usize> {
    let ring = lines.ring(at);
    let steps = lines.steps();
    let mut found = Vec::with_capacity(4);
    for start in 0..8_u32 {
        let bit = |place: u32| ring >> (place % 8) & 1 == 1;
        if !bit(start) || bit(start + 7) {
            continue;
        }
        let run = (start..start + 8).take_while(|place| bit(*place));
        let best = run.min_by_key(|place| place % 2).unwrap_or(start);
        found.push(at.wrapping_add_signed(steps[best as usize % 8]));
    }
    found
}

/// The path from a node over the first pixel of one of its lines, to the next node or for `most` steps.
pub(crate) fn follow(lines: &Lines, node: usize, first: usize, most: usize) -> Path {
    let steps = lines.steps();
    let mut pixels = vec![node, first];
    let (mut before, mut here) = (node, first);
    while pixels.len() <= most && !is_node(lines, here) {
        let ring = lines.ring(here);
        let neighbours = [0_usize, 2, 4, 6, 1, 3, 5, 7]
            .into_iter()
            .filter(|bit| ring >> bit & 1 == 1)
            .map(|bit| here.wrapping_add_signed(steps[bit]));
        let mut next = None;
        for pixel in neighbours {
            let touches = steps.iter().any(|step| before.wrapping_add_signed(*step) == pixel);
            if pixel != before && pixel != node && (!touches || is_node(lines, pixel)) {
                next = Some(pixel);
                break;
            }
        }
        let Some(next) = next else { break };
        pixels.push(next);
        (before, here) = (here, next);
    }
    Path { pixels }
}

/// All paths between nodes, each once.
pub(crate) fn paths(lines: &Lines) -> Vec<Path> {
    let mut found = Vec::new();
    for node in nodes(lines) {
        for first in branches(lines, node) {
            let path = follow(lines, node, first, FAR);
            let (last, second) = (path.last(), path.pixels.iter().rev().nth(1).copied().unwrap_or(0));
            // the other end will find it too: keep the one from the lower pixel
            let kept = node < last || (node == last && first <= second) || !is_node(lines, last);
            if kept {
                found.push(path);
            }
        }
    }
    found
}
