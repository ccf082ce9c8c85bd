//! A finger in its column: from the tip to the first joint.

use super::strips::Strips;
use super::{Frame, Point};

/// Pixels of a bin along the fingers.
const BIN: f32 = 8.0;
/// Below such a part of its widest place a column is empty.
const EMPTY: f32 = 0.25;
/// Bins of a gap that does not end a finger: a crease, a scar.
const GAP: usize = 3;
/// A piece of a column is a finger when it holds such a part of what the largest holds.
const PIECE: f32 = 0.25;
/// The first joint lies so far from the tip, in pixels at 500 dpi: 15 to 36 millimetres.
const JOINT: (f32, f32) = (300.0, 700.0);
/// At the joint the finger is at most such a part as wide as above.
const NECK: f32 = 0.6;
/// What is left of the farthest ridges across, on each side.
const STRAY: f32 = 0.005;
/// Pixels of paper left around a finger.
const MARGIN: f32 = 14.0;

/// Where the finger of a column lies, in pixels at 500 dpi.
pub(super) fn frame(points: &[Point], strips: &Strips, column: usize) -> Frame {
    let border = |at: usize| strips.borders.get(at).copied().unwrap_or(0.0);
    let (left, right) = (border(column), border(column + 1));
    let inside: Vec<(f32, f32)> = points
        .iter()
        .map(|point| (strips.across(*point), strips.along(*point)))
        .filter(|(across, _)| (left..right).contains(across))
        .collect();
    let (tip, end) = length(&inside);
    let mut across: Vec<f32> =
        inside.iter().filter(|(_, along)| (tip..=end).contains(along)).map(|(across, _)| *across).collect();
    across.sort_by(f32::total_cmp);
    let stray = (across.len() as f32 * STRAY) as usize;
    let low = across.get(stray).copied().unwrap_or(left);
    let high = across.iter().rev().nth(stray).copied().unwrap_or(right);
    // the margin may not reach into the next finger
    let (low, high) = ((low - MARGIN).max(if column == 0 { low - MARGIN } else { left }), high + MARGIN);
    let last = column + 2 == strips.borders.len();
    let high = if last { high } else { high.min(right) };
    let (tip, end) = (tip - MARGIN, end + MARGIN);
    let (x, y) = strips.place((low + high) / 2.0, (tip + end) / 2.0);
    Frame { x, y, width: high - low, height: end - tip, degrees: strips.degrees }
}

/// From where to where the finger of a column reaches along it.
fn length(inside: &[(f32, f32)]) -> (f32, f32) {
    let low = inside.iter().map(|(_, along)| *along).fold(f32::INFINITY, f32::min);
    let high = inside.iter().map(|(_, along)| *along).fold(f32::NEG_INFINITY, f32::max);
    let mut mass = vec![0.0_f32; ((high - low).max(0.0) / BIN) as usize + 1];
    for (_, along) in inside {
        if let Some(bin) = mass.get_mut(((along - low) / BIN) as usize) {
            *bin += 1.0;
        }
    }
    let (from, to) = topmost(&mass);
    let to = joint(mass.get(from..to).unwrap_or_default()).map_or(to, |at| from + at);
    (low + from as f32 * BIN, low + to as f32 * BIN)
}

/// The topmost piece of a column that is no mere speck: its first bin and the one after its last.
fn topmost(mass: &[f32]) -> (usize, usize) {
    let least = EMPTY * mass.iter().copied().fold(0.0, f32::max);
    let mut runs: Vec<(usize, usize, f32)> = Vec::new();
    for (at, mass) in mass.iter().enumerate().filter(|(_, mass)| **mass >= least) {
        match runs.last_mut().filter(|(_, to, _)| at - *to <= GAP) {
            Some((_, to, sum)) => (*to, *sum) = (at + 1, *sum + mass),
            None => runs.push((at, at + 1, *mass)),
        }
    }
    let largest = runs.iter().map(|(.., sum)| *sum).fold(0.0, f32::max);
    let first = runs.iter().find(|(.., sum)| *sum >= PIECE * largest);
    first.map_or((0, mass.len()), |(from, to, _)| (*from, *to))
}

/// The bin of the first joint, where the finger is narrower than above; `None` where it shows none.
fn joint(mass: &[f32]) -> Option<usize> {
    let bins = |pixels: f32| (pixels / BIN) as usize;
    let above = mass.get(..bins(JOINT.0))?;
    let width = above.iter().sum::<f32>() / above.len().max(1) as f32;
    let below = mass.iter().enumerate().skip(bins(JOINT.0)).take(bins(JOINT.1 - JOINT.0));
    let narrowest = below.min_by(|a, b| a.1.total_cmp(b.1)).filter(|(_, mass)| **mass < NECK * width);
    // a finger longer than any: cut where the joint would be at the farthest
    let longest = (mass.len() > bins(JOINT.1)).then(|| bins(JOINT.1));
    narrowest.map(|(at, _)| at).or(longest)
}
