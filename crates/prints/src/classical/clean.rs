//! False structure taken out of the lines: specks, spurs, bridges, small loops, and breaks closed.

#![expect(clippy::indexing_slicing, reason = "pixels come from the lines themselves")]

use std::collections::BTreeMap;

use crate::classical::flow::Flow;
use crate::classical::graph::{Path, branches, degree, follow, nodes, paths};
use crate::classical::thin::Lines;

/// Lengths in pixels at 500 dpi, one ridge period being about nine.
const SPECK: usize = 14;
const SPUR: usize = 10;
const BRIDGE: usize = 11;
const LOOP: usize = 22;
const GAP: f32 = 13.0;
/// Steps over which a line's direction is taken.
const REACH: usize = 10;

/// The lines without false structure.
pub(crate) fn clean(lines: &mut Lines, flow: &Flow) {
    for _ in 0..2 {
        prune(lines, flow);
        join(lines);
    }
    prune(lines, flow);
}

fn prune(lines: &mut Lines, flow: &Flow) {
    let all = paths(lines);
    let mut between: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for path in &all {
        let (first, last) = (path.first(), path.last());
        let ends = [first, last].map(|at| degree(lines, at) == 1);
        let length = path.length();
        let false_one = match ends {
            [true, true] => length < SPECK,
            [true, false] | [false, true] => length < SPUR,
            [false, false] if first == last => length < LOOP,
            [false, false] => {
                let twin = between.insert((first.min(last), first.max(last)), length);
                twin.is_some_and(|twin| twin + length < 2 * LOOP)
                    || (length < BRIDGE && across(lines, path, flow))
            }
        };
        if false_one {
            erase(lines, path, ends);
        }
    }
    lines.slim();
    // lone pixels
    for at in nodes(lines) {
        if lines.ring(at) == 0 {
            lines.set.cells[at] = 0;
        }
    }
}

/// Takes a path out; its ends too where nothing else hangs on them.
fn erase(lines: &mut Lines, path: &Path, ends: [bool; 2]) {
    let inner = 1..path.pixels.len().saturating_sub(1);
    for at in &path.pixels[inner] {
        lines.set.cells[*at] = 0;
    }
    for (at, loose) in [path.first(), path.last()].into_iter().zip(ends) {
        if loose {
            lines.set.cells[at] = 0;
        }
    }
}

/// Whether a path runs across the ridges, as no ridge does.
fn across(lines: &Lines, path: &Path, flow: &Flow) -> bool {
    let (x0, y0) = place(lines, path.first());
    let (x1, y1) = place(lines, path.last());
    let run = 2.0 * (y1 - y0).atan2(x1 - x0);
    let (cos, sin) = flow.double((x0 + x1) / 2.0, (y0 + y1) / 2.0);
    let length = cos.hypot(sin).max(1e-6);
    // cosine of twice the angle between: below this more than 35 degrees
    (cos * run.cos() + sin * run.sin()) / length < 0.34
}

pub(crate) fn place(lines: &Lines, at: usize) -> (f32, f32) {
    ((at % lines.set.width) as f32, (at / lines.set.width) as f32)
}

/// Closes breaks: two ends that look at each other over a small gap.
fn join(lines: &mut Lines) {
    struct End {
        at: usize,
        x: f32,
        y: f32,
        out: (f32, f32),
    }
    let mut ends = Vec::new();
    for at in nodes(lines) {
        if degree(lines, at) != 1 {
            continue;
        }
        let Some(first) = branches(lines, at).first().copied() else { continue };
        let path = follow(lines, at, first, REACH);
        let (x, y) = place(lines, at);
        let (bx, by) = place(lines, path.last());
        let length = (x - bx).hypot(y - by).max(1e-6);
        ends.push(End { at, x, y, out: ((x - bx) / length, (y - by) / length) });
    }
    let mut pairs = Vec::new();
    for (i, a) in ends.iter().enumerate() {
        for (j, b) in ends.iter().enumerate().skip(i + 1) {
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let gap = dx.hypot(dy);
            if gap > GAP {
                continue;
            }
            let gap = gap.max(1.0);
            let (ahead, back) = ((dx * a.out.0 + dy * a.out.1) / gap, -(dx * b.out.0 + dy * b.out.1) / gap);
            let facing = -(a.out.0 * b.out.0 + a.out.1 * b.out.1);
            if facing > 0.75 && ahead > 0.75 && back > 0.75 {
                pairs.push((gap, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut used = vec![false; ends.len()];
    for (_, i, j) in pairs {
        if !used[i] && !used[j] {
            (used[i], used[j]) = (true, true);
            draw(lines, ends[i].at, ends[j].at);
        }
    }
}

fn draw(lines: &mut Lines, from: usize, to: usize) {
    let ((x0, y0), (x1, y1)) = (place(lines, from), place(lines, to));
    let steps = (x1 - x0).abs().max((y1 - y0).abs()) as usize;
    for step in 0..=steps {
        let part = step as f32 / steps.max(1) as f32;
        let (x, y) = (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
        lines.set.set(x.round() as usize, y.round() as usize, 1);
    }
}
