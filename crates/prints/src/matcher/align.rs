//! Second step: pairs of minutiae that one movement of the print explains together.

#![expect(clippy::indexing_slicing, reason = "pairs come from the table of both prints' minutiae")]

use std::f32::consts::TAU;

use crate::matcher::prepared::{Listed, Point, Prepared};

/// A pair of minutiae with the votes of its edges.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) cell: u16,
    pub(crate) probe: u8,
    pub(crate) gallery: u8,
    pub(crate) votes: u32,
}

/// Turn about the origin, then shift: from the probe to the gallery print.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Movement {
    pub(crate) cos: f32,
    pub(crate) sin: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    /// The turn in 256ths, to compare directions.
    pub(crate) turn: f32,
}

impl Movement {
    pub(crate) fn of(&self, point: &Point) -> (f32, f32) {
        (self.cos * point.x - self.sin * point.y + self.dx, self.sin * point.x + self.cos * point.y + self.dy)
    }

    fn with(cos: f32, sin: f32, from: (f32, f32), to: (f32, f32)) -> Self {
        let dx = to.0 - (cos * from.0 - sin * from.1);
        let dy = to.1 - (sin * from.0 + cos * from.1);
        Self { cos, sin, dx, dy, turn: sin.atan2(cos) * (256.0 / TAU) }
    }

    /// The movement that brings one minutia upon another.
    fn upon(from: &Point, to: &Point) -> Self {
        let turn = f32::from(to.angle.wrapping_sub(from.angle) as i8) * (TAU / 256.0);
        Self::with(turn.cos(), turn.sin(), (from.x, from.y), (to.x, to.y))
    }

    /// The movement that brings the pairs together best, by their votes.
    pub(crate) fn fit(probe: &Prepared, gallery: &Listed, pairs: &[Candidate]) -> Option<Self> {
        let (mut px, mut py, mut gx, mut gy, mut total) = (0.0_f32, 0.0, 0.0, 0.0, 0.0);
        for pair in pairs {
            let (p, g) = (&probe.points[usize::from(pair.probe)], &gallery.points[usize::from(pair.gallery)]);
            let weight = 1.0 + pair.votes.min(2_000) as f32 * 1e-3;
            px += weight * p.x;
            py += weight * p.y;
            gx += weight * g.x;
            gy += weight * g.y;
            total += weight;
        }
        if pairs.len() < 2 {
            return None;
        }
        let (px, py, gx, gy) = (px / total, py / total, gx / total, gy / total);
        let (mut along, mut across) = (0.0_f32, 0.0_f32);
        for pair in pairs {
            let (p, g) = (&probe.points[usize::from(pair.probe)], &gallery.points[usize::from(pair.gallery)]);
            let weight = 1.0 + pair.votes.min(2_000) as f32 * 1e-3;
            along += weight * ((p.x - px) * (g.x - gx) + (p.y - py) * (g.y - gy));
            across += weight * ((p.x - px) * (g.y - gy) - (p.y - py) * (g.x - gx));
        }
        let length = along.hypot(across);
        (length > 1e-3).then(|| Self::with(along / length, across / length, (px, py), (gx, gy)))
    }
}

/// How far a pair may be off after the movement.
#[derive(Debug, Clone, Copy)]
struct Tolerance {
    pixels: f32,
    /// Pixels more for each pixel from the seed.
    growth: f32,
    angle: f32,
}

const PASSES: [Tolerance; 3] = [
    Tolerance { pixels: 8.0, growth: 0.16, angle: 26.0 },
    Tolerance { pixels: 12.0, growth: 0.03, angle: 22.0 },
    Tolerance { pixels: 14.0, growth: 0.0, angle: 20.0 },
];

/// Pairs that go together, and the movement that brings them together.
#[derive(Debug, Default)]
pub(crate) struct Alignment {
    pub(crate) pairs: Vec<Candidate>,
    pub(crate) movement: Movement,
}

impl Alignment {
    /// Grows from a seed over candidates in falling order of votes; each minutia is used once.
    pub(crate) fn grow(
        &mut self,
        probe: &Prepared,
        gallery: &Listed,
        candidates: &[Candidate],
        seed: &Candidate,
    ) {
        let (from, to) = (&probe.points[usize::from(seed.probe)], &gallery.points[usize::from(seed.gallery)]);
        self.movement = Movement::upon(from, to);
        for tolerance in PASSES {
            self.pairs.clear();
            let (mut used_probe, mut used_gallery) = (0_u128, 0_u128);
            for pair in candidates {
                let (probe_bit, gallery_bit) = (1_u128 << pair.probe, 1_u128 << pair.gallery);
                if used_probe & probe_bit != 0 || used_gallery & gallery_bit != 0 {
                    continue;
                }
                let p = &probe.points[usize::from(pair.probe)];
                let g = &gallery.points[usize::from(pair.gallery)];
                let (dx, dy, turn) = off(&self.movement, p, g);
                let away = (p.x - from.x).abs() + (p.y - from.y).abs();
                let most = tolerance.pixels + tolerance.growth * away;
                if dx * dx + dy * dy <= most * most && turn.abs() <= tolerance.angle {
                    used_probe |= probe_bit;
                    used_gallery |= gallery_bit;
                    self.pairs.push(*pair);
                }
            }
            match Movement::fit(probe, gallery, &self.pairs) {
                Some(movement) => self.movement = movement,
                None => return,
            }
        }
    }
}

/// How far a pair is off after a movement: pixels, and 256ths of a turn.
pub(crate) fn off(movement: &Movement, probe: &Point, gallery: &Point) -> (f32, f32, f32) {
    let (x, y) = movement.of(probe);
    let turn = f32::from(gallery.angle) - f32::from(probe.angle) - movement.turn;
    let turn = turn - 256.0 * (turn / 256.0).round();
    (gallery.x - x, gallery.y - y, turn)
}
