//! Minutiae read off the cleaned lines.

#![expect(clippy::indexing_slicing, reason = "indexes come from enumerating the same lists")]

use std::f32::consts::PI;

use crate::classical::clean::place;
use crate::classical::flow::Flow;
use crate::classical::graph::{branches, degree, follow, nodes};
use crate::classical::mask::Mask;
use crate::classical::thin::Lines;
use crate::minutia::{Kind, Minutia, turn};
use crate::plane::Plane;

/// Steps over which a line's direction is taken.
const REACH: usize = 12;
/// How far a minutia must lie from the edge of the print, and its ridge's continuation too.
const EDGE: f32 = 14.0;
const AHEAD: f32 = 15.0;
/// Minutiae nearer than this to another are noise, both.
const NEAREST: f32 = 5.5;
/// The answer to the filter from which on a place is wholly sure.
const SURE: f32 = 0.45;
/// Print in which the flow disagrees more than this carries none.
const LEAST_COHERENCE: f32 = 0.3;

/// The minutiae of cleaned lines; `strength` is how well the ridges around answer to their filter, about 0 to 1.
pub(crate) fn points(lines: &Lines, flow: &Flow, mask: &Mask, strength: &Plane<f32>) -> Vec<Minutia> {
    let mut found = Vec::new();
    for at in nodes(lines) {
        let (x, y) = place(lines, at);
        let edge = mask.distance(x, y);
        let coherence = flow.coherence(x, y);
        if edge < EDGE || coherence < LEAST_COHERENCE {
            continue;
        }
        let Some((kind, along)) = reading(lines, at) else { continue };
        let angle = snap(along, flow.angle(x, y));
        let ahead = if kind == Kind::Ending { -AHEAD } else { AHEAD };
        if mask.distance(x + ahead * angle.cos(), y + ahead * angle.sin()) <= 0.0 {
            continue;
        }
        let strong = (strength.near(x as isize, y as isize) / SURE).clamp(0.0, 1.0);
        let quality = (strong * coherence.sqrt() * (edge / 24.0).clamp(0.4, 1.0)).clamp(0.0, 1.0);
        // the raster's angle runs clockwise, the minutia's the other way
        found.push(Minutia { x, y, angle: turn(-angle), kind, quality });
    }
    lone(&found)
}

/// What a node is, and its direction on the raster: into the ridge, or into the valley between two branches.
fn reading(lines: &Lines, at: usize) -> Option<(Kind, f32)> {
    let (x, y) = place(lines, at);
    let directions: Vec<f32> = branches(lines, at)
        .into_iter()
        .filter_map(|first| {
            let path = follow(lines, at, first, REACH);
            let (tx, ty) = place(lines, path.last());
            (path.length() >= REACH / 2).then(|| (ty - y).atan2(tx - x))
        })
        .collect();
    match (degree(lines, at), directions.as_slice()) {
        (1, [along]) => Some((Kind::Ending, *along)),
        (3, [a, b, c]) => {
            // the valley lies between the two branches nearest to each other
            let pairs = [(*a, *b), (*b, *c), (*c, *a)];
            let (one, other) = pairs.into_iter().min_by(|p, q| gap(p.0, p.1).total_cmp(&gap(q.0, q.1)))?;
            Some((Kind::Bifurcation, (one.sin() + other.sin()).atan2(one.cos() + other.cos())))
        }
        _ => None,
    }
}

/// The angle between two directions, 0 to π.
fn gap(a: f32, b: f32) -> f32 {
    let turned = turn(a - b);
    turned.min(2.0 * PI - turned)
}

/// The flow's angle, turned the way of `along`; `along` itself where the two have nothing in common.
fn snap(along: f32, flow: f32) -> f32 {
    let way = if gap(along, flow) > PI / 2.0 { flow + PI } else { flow };
    if gap(along, way) > PI / 4.0 { along } else { way }
}

fn lone(found: &[Minutia]) -> Vec<Minutia> {
    let mut crowded = vec![false; found.len()];
    for (i, a) in found.iter().enumerate() {
        for (j, b) in found.iter().enumerate().skip(i + 1) {
            if (a.x - b.x).hypot(a.y - b.y) < NEAREST {
                (crowded[i], crowded[j]) = (true, true);
            }
        }
    }
    found.iter().zip(crowded).filter(|(_, crowded)| !crowded).map(|(minutia, _)| *minutia).collect()
}
