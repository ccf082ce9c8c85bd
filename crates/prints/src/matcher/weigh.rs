//! Third step: what the pairs are worth as evidence.

#![expect(clippy::indexing_slicing, reason = "pairs come from the table of both prints' minutiae")]

use crate::matcher::align::{Alignment, off};
use crate::matcher::edges::Votes;
use crate::matcher::prepared::{Listed, Prepared, within};

/// What a likelihood ratio is reckoned from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// Pairs of minutiae.
    pub pairs: f32,
    /// The pairs, each weighed by how near they come and by both qualities.
    pub closeness: f32,
    /// The edges between pairs that have the same shape in both prints.
    pub edges: f32,
    /// Minutiae of both prints where they overlap, halved.
    pub overlap: f32,
    /// Pairs of the same kind, less those of different kinds.
    pub kinds: f32,
}

/// How many features the ratio is reckoned from.
pub const FEATURES: usize = 6;

/// Weights of the features and the constant, fitted by `roznamcha-prints-bench fit` (its README says on what).
const WEIGHTS: [f32; FEATURES] = [1.1887, -0.3070, 0.6071, -0.8490, 0.2043, 0.6884];
const CONSTANT: f32 = -1.5578;

impl Evidence {
    /// What the ratio is a weighted sum of.
    #[must_use]
    pub fn features(&self) -> [f32; FEATURES] {
        let share = self.closeness * self.closeness / (self.overlap + 4.0);
        [self.pairs, self.closeness, self.edges.sqrt(), self.overlap, self.kinds, share]
    }

    /// The natural logarithm of the likelihood ratio.
    #[must_use]
    pub fn llr(&self) -> f32 {
        CONSTANT + self.features().iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum::<f32>()
    }
}

const MARGIN: f32 = 2.0;

pub(crate) fn evidence(
    probe: &Prepared,
    gallery: &Listed,
    found: &Alignment,
    votes: &Votes,
    marks: &mut Vec<bool>,
) -> Evidence {
    let mut out = Evidence::default();
    if found.pairs.len() < 2 {
        return out;
    }
    marks.clear();
    marks.resize(probe.points.len() * gallery.points.len(), false);
    for pair in &found.pairs {
        marks[usize::from(pair.cell)] = true;
        let (p, g) = (&probe.points[usize::from(pair.probe)], &gallery.points[usize::from(pair.gallery)]);
        let (dx, dy, turn) = off(&found.movement, p, g);
        let near = 1.0 - (dx * dx + dy * dy) / 600.0;
        let straight = 1.0 - (turn * turn) / 800.0;
        out.pairs += 1.0;
        out.closeness += near.max(0.0) * straight.max(0.0) * (0.3 + 0.7 * p.quality.min(g.quality));
        out.kinds += if p.kind == g.kind { 1.0 } else { -1.0 };
    }
    for hit in &votes.hits {
        if marks[usize::from(hit.from)] && marks[usize::from(hit.to)] {
            out.edges += f32::from(hit.weight) * (1.0 / 64.0);
        }
    }
    let ours = probe.points.iter().filter(|point| {
        let (x, y) = found.movement.of(point);
        within(&gallery.hull, x, y, MARGIN)
    });
    let theirs = gallery.points.iter().filter(|point| {
        // the way back: shift, then turn the other way
        let (x, y) = (point.x - found.movement.dx, point.y - found.movement.dy);
        let (cos, sin) = (found.movement.cos, found.movement.sin);
        within(&probe.hull, cos * x + sin * y, cos * y - sin * x, MARGIN)
    });
    out.overlap = (ours.count() + theirs.count()) as f32 / 2.0;
    out
}
