//! A template made ready to be compared: its minutiae in whole numbers, the edges between neighbours, and an
//! index of the edges by shape.

#![expect(clippy::indexing_slicing, reason = "indexes come from enumerating the same lists; bins are masked")]

use std::f32::consts::TAU;
use std::ops::Deref;

use crate::minutia::Kind;
use crate::template::Template;

/// As many minutiae as are compared: the surest.
pub(crate) const MOST: usize = 96;
/// Edges that leave one minutia, at most, to its nearest neighbours.
const NEIGHBOURS: usize = 12;
/// Lengths of edges in pixels.
const SHORTEST: f32 = 8.0;
const LONGEST: f32 = 120.0;

/// An edge from a minutia to a neighbour, in the minutia's own frame. Angles in 256ths of a turn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) from: u8,
    pub(crate) to: u8,
    /// Direction of `from` itself.
    pub(crate) angle: u8,
    pub(crate) length: u8,
    /// Direction of the edge, from the direction of `from`.
    pub(crate) bearing: u8,
    /// Direction of `to`, from the direction of `from`.
    pub(crate) turn: u8,
}

/// How far edges of one shape may differ: length in pixels, and two angles in 256ths.
pub(crate) const BEARING_REACH: i32 = 14;
pub(crate) const TURN_REACH: i32 = 18;

pub(crate) const fn length_reach(length: u8) -> i32 {
    4 + length as i32 / 14
}

const LENGTH_BINS: usize = 16;
const ANGLE_BINS: usize = 16;
const BINS: usize = LENGTH_BINS * ANGLE_BINS * ANGLE_BINS;

pub(crate) fn bin(length: u8, bearing: u8, turn: u8) -> usize {
    (usize::from(length >> 3) * ANGLE_BINS + usize::from(bearing >> 4)) * ANGLE_BINS + usize::from(turn >> 4)
}

/// A minutia in whole numbers, y upwards so that angles and axes agree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) angle: u8,
    pub(crate) kind: Kind,
    pub(crate) quality: f32,
}

/// A template made ready to be compared with probes.
#[derive(Debug, Clone)]
pub struct Listed {
    pub(crate) points: Vec<Point>,
    /// Place of each point in the template.
    pub(crate) places: Vec<u16>,
    pub(crate) edges: Vec<Edge>,
    /// The area the minutiae lie in.
    pub(crate) hull: Vec<Side>,
}

impl Listed {
    /// The template made ready to be searched through, in less time than a probe takes.
    #[must_use]
    pub fn new(template: &Template) -> Self {
        let mut order: Vec<usize> = (0..template.minutiae.len()).collect();
        order.sort_by(|a, b| template.minutiae[*b].quality.total_cmp(&template.minutiae[*a].quality));
        order.truncate(MOST);
        let points: Vec<Point> = order
            .iter()
            .map(|at| {
                let minutia = &template.minutiae[*at];
                Point {
                    x: minutia.x,
                    y: -minutia.y,
                    angle: units(minutia.angle),
                    kind: minutia.kind,
                    quality: minutia.quality,
                }
            })
            .collect();
        let edges = edges(&points);
        let hull = sides(&hull(&points));
        Self { points, places: order.into_iter().map(|at| at as u16).collect(), edges, hull }
    }
}

/// A template made ready to be a probe; it can be compared with others as well.
#[derive(Debug, Clone)]
pub struct Prepared {
    listed: Listed,
    /// Where each bin's entries begin, and the edges whose tolerance reaches into it.
    starts: Vec<u16>,
    entries: Vec<Edge>,
}

impl Deref for Prepared {
    type Target = Listed;

    fn deref(&self) -> &Listed {
        &self.listed
    }
}

impl Prepared {
    /// The template made ready.
    #[must_use]
    pub fn new(template: &Template) -> Self {
        let listed = Listed::new(template);
        let (starts, entries) = index(&listed.edges);
        Self { listed, starts, entries }
    }

    /// The edges that may have the shape of one in this bin.
    pub(crate) fn like(&self, edge: &Edge) -> &[Edge] {
        let bin = bin(edge.length, edge.bearing, edge.turn);
        let (from, to) = (usize::from(self.starts[bin]), usize::from(self.starts[bin + 1]));
        &self.entries[from..to]
    }
}

/// An angle in 256ths of a turn.
pub(crate) fn units(angle: f32) -> u8 {
    ((angle * (256.0 / TAU) + 256.5) as u32 & 0xff) as u8
}

fn edges(points: &[Point]) -> Vec<Edge> {
    let mut found = Vec::with_capacity(points.len() * NEIGHBOURS);
    let mut near: Vec<u64> = Vec::with_capacity(points.len());
    for (from, a) in points.iter().enumerate() {
        near.clear();
        for (to, b) in points.iter().enumerate() {
            let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            if to != from && (SHORTEST * SHORTEST..LONGEST * LONGEST).contains(&square) {
                // positive numbers are ordered as their bits are; of two as near the first is taken
                near.push(u64::from(square.to_bits()) << 8 | to as u64);
            }
        }
        if near.len() > NEIGHBOURS {
            near.select_nth_unstable(NEIGHBOURS);
            near.truncate(NEIGHBOURS);
        }
        for key in &near {
            let (square, to) = (f32::from_bits((key >> 8) as u32), (key & 0xff) as usize);
            let b = &points[to];
            let direction = direction(b.y - a.y, b.x - a.x);
            found.push(Edge {
                from: from as u8,
                to: to as u8,
                angle: a.angle,
                length: (square.sqrt() + 0.5) as u8,
                bearing: direction.wrapping_sub(a.angle),
                turn: b.angle.wrapping_sub(a.angle),
            });
        }
    }
    found
}

/// The direction of a line in 256ths of a turn, as `atan2` would have it to a hundredth of one.
fn direction(up: f32, across: f32) -> u8 {
    let (high, low) = (up.abs().max(across.abs()), up.abs().min(across.abs()));
    let part = low / high;
    let square = part * part;
    // a polynomial for the arc of a tangent up to 1
    let mut eighth = part
        * (0.999_866
            + square * (-0.330_299_5 + square * (0.180_141 + square * (-0.085_133 + square * 0.020_835_1))))
        * (256.0 / TAU);
    if up.abs() > across.abs() {
        eighth = 64.0 - eighth;
    }
    let half = if across < 0.0 { 128.0 - eighth } else { eighth };
    let whole = if up < 0.0 { 256.0 - half } else { half };
    ((whole + 0.5) as u32 & 0xff) as u8
}

/// The edges by bin, each in every bin its tolerance reaches.
fn index(edges: &[Edge]) -> (Vec<u16>, Vec<Edge>) {
    let mut placed: Vec<(usize, Edge)> = Vec::with_capacity(edges.len() * 12);
    for edge in edges {
        let reach = length_reach(edge.length);
        let length = i32::from(edge.length);
        let lengths = (length - reach).max(0) >> 3..=(length + reach).min(127) >> 3;
        for length in lengths {
            for bearing in angles(edge.bearing, BEARING_REACH) {
                for turn in angles(edge.turn, TURN_REACH) {
                    placed.push((bin((length << 3) as u8, bearing << 4, turn << 4), *edge));
                }
            }
        }
    }
    placed.sort_by_key(|(bin, _)| *bin);
    placed.truncate(usize::from(u16::MAX));
    let mut starts = vec![0_u16; BINS + 1];
    for (bin, _) in &placed {
        starts[bin + 1] += 1;
    }
    for at in 0..BINS {
        starts[at + 1] += starts[at];
    }
    (starts, placed.into_iter().map(|(_, edge)| edge).collect())
}

/// The sixteenths of a turn that an angle's tolerance reaches.
fn angles(angle: u8, reach: i32) -> impl Iterator<Item = u8> {
    let (from, to) = ((i32::from(angle) - reach) >> 4, (i32::from(angle) + reach) >> 4);
    (from..=to).map(|sixteenth| (sixteenth & 15) as u8)
}

/// The convex hull, counter-clockwise.
fn hull(points: &[Point]) -> Vec<(f32, f32)> {
    let mut sorted: Vec<(f32, f32)> = points.iter().map(|point| (point.x, point.y)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let half = |points: &mut dyn Iterator<Item = (f32, f32)>| {
        let mut chain: Vec<(f32, f32)> = Vec::new();
        for point in points {
            while let [.., a, b] = chain.as_slice() {
                if (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0) > 0.0 {
                    break;
                }
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut lower = half(&mut sorted.iter().copied());
    lower.extend(half(&mut sorted.iter().rev().copied()));
    lower
}

/// A side of a hull: how far inside of it a place lies is `x * across + y * up + offset`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side {
    across: f32,
    up: f32,
    offset: f32,
}

fn sides(corners: &[(f32, f32)]) -> Vec<Side> {
    let next = corners.iter().cycle().skip(1);
    let side = |(a, b): (&(f32, f32), &(f32, f32))| {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.hypot(dy).max(1e-6);
        let (across, up) = (-dy / length, dx / length);
        Side { across, up, offset: -(a.0 * across + a.1 * up) }
    };
    if corners.len() < 3 { Vec::new() } else { corners.iter().zip(next).map(side).collect() }
}

/// Whether a place is inside a hull, or at most `margin` outside.
pub(crate) fn within(hull: &[Side], x: f32, y: f32, margin: f32) -> bool {
    !hull.is_empty() && hull.iter().all(|side| x * side.across + y * side.up + side.offset >= -margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_that_of_the_arc_tangent() {
        for (up, across) in (-40..=40).flat_map(|up| (-40..=40).map(move |across| (up as f32, across as f32)))
        {
            if up == 0.0 && across == 0.0 {
                continue;
            }
            let exact = up.atan2(across).rem_euclid(TAU) * (256.0 / TAU);
            let off = f32::from(direction(up, across)) - exact;
            assert!((off - 256.0 * (off / 256.0).round()).abs() <= 0.51, "{up}, {across}: {off}");
        }
    }
}
