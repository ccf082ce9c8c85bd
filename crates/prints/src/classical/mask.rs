//! Which part of the image is print: where ridges answer to the filter, in blocks, without islands and holes.

#![expect(clippy::indexing_slicing, reason = "every index is made from the mask's own width and height")]

use crate::classical::flow::Flow;
use crate::plane::Plane;

/// Side of a block in pixels.
pub(crate) const BLOCK: usize = 4;

/// The part of an image that is print, with each block's distance to its edge.
pub(crate) struct Mask {
    /// Distance to the edge in thirds of a block, 0 outside.
    distance: Plane<u16>,
}

impl Mask {
    /// The mask of the blocks whose value is at least `least`, made whole.
    pub(crate) fn of(strength: &Plane<f32>, least: f32) -> Self {
        let inside = strength.map(|value| value >= least);
        let inside = whole(&opened(&closed(&inside), OPENING));
        Self { distance: distances(&inside) }
    }

    /// Pixels to the edge of the print, 0 outside.
    pub(crate) fn distance(&self, x: f32, y: f32) -> f32 {
        let thirds = self.distance.inside((x / BLOCK as f32) as isize, (y / BLOCK as f32) as isize);
        f32::from(thirds.unwrap_or(0)) * (BLOCK as f32 / 3.0)
    }

    pub(crate) fn is_print(&self, x: f32, y: f32) -> bool {
        self.distance(x, y) > 0.0
    }
}

/// How much each block looks like print: it answers to the filter, and its gradients agree on a direction, which
/// noise does not.
pub(crate) fn blocks(plane: &Plane<f32>, flow: &Flow) -> Plane<f32> {
    let mut out = Plane::new(plane.width.div_ceil(BLOCK), plane.height.div_ceil(BLOCK), 0.0_f32);
    for row in 0..out.height {
        for col in 0..out.width {
            let middle = (BLOCK / 2) as isize;
            let (x, y) = ((col * BLOCK) as isize + middle, (row * BLOCK) as isize + middle);
            out.set(col, row, plane.near(x, y) * flow.coherence(x as f32, y as f32));
        }
    }
    out
}

const CLOSING: u16 = 9;
const OPENING: u16 = 9;
/// Among printed lines and letters a finger is what is wider than 22 blocks, 4.5 millimetres.
pub(crate) const FINGER: u16 = 33;

/// What is set, with gaps of six blocks bridged.
pub(crate) fn closed(inside: &Plane<bool>) -> Plane<bool> {
    let grown = distances_open(&inside.map(|here| !here)).map(|distance| distance <= CLOSING);
    distances_open(&grown).map(|distance| distance > CLOSING)
}

/// What is set, without what is narrower than twice so many thirds of a block.
pub(crate) fn opened(inside: &Plane<bool>, radius: u16) -> Plane<bool> {
    let shrunk = distances_open(inside).map(|distance| distance > radius);
    distances_open(&shrunk.map(|here| !here)).map(|distance| distance <= radius)
}

/// The largest piece, its holes filled.
pub(crate) fn whole(inside: &Plane<bool>) -> Plane<bool> {
    let (labels, sizes) = pieces(inside);
    let largest = (1..sizes.len()).max_by_key(|label| sizes[*label]).unwrap_or(0);
    let mut out = labels.map(|label| label != 0 && label as usize == largest);
    let (holes, sizes) = pieces(&out.map(|here| !here));
    let mut open = vec![false; sizes.len()];
    for y in 0..out.height {
        for x in 0..out.width {
            if x == 0 || y == 0 || x + 1 == out.width || y + 1 == out.height {
                open[holes.row(y)[x] as usize] = true;
            }
        }
    }
    for (here, hole) in out.cells.iter_mut().zip(&holes.cells) {
        if *hole != 0 && !open[*hole as usize] && sizes[*hole as usize] < MOST_HOLE {
            *here = true;
        }
    }
    out
}

/// Blocks of the largest hole that counts as print: a smudge of seven millimetres or less.
const MOST_HOLE: usize = 250;

/// Labels from 1 of the pieces of what is set, touching by sides, and their sizes.
fn pieces(set: &Plane<bool>) -> (Plane<u32>, Vec<usize>) {
    let mut labels = Plane::new(set.width, set.height, 0_u32);
    let mut sizes = vec![0_usize];
    let mut stack = Vec::new();
    for start in 0..set.cells.len() {
        if !set.cells[start] || labels.cells[start] != 0 {
            continue;
        }
        let label = sizes.len() as u32;
        sizes.push(0);
        labels.cells[start] = label;
        stack.push(start);
        while let Some(at) = stack.pop() {
            sizes[label as usize] += 1;
            let x = at % set.width;
            let sides = [
                (x > 0).then(|| at - 1),
                (x + 1 < set.width).then(|| at + 1),
                at.checked_sub(set.width),
                Some(at + set.width).filter(|below| *below < set.cells.len()),
            ];
            for side in sides.into_iter().flatten() {
                if set.cells[side] && labels.cells[side] == 0 {
                    labels.cells[side] = label;
                    stack.push(side);
                }
            }
        }
    }
    (labels, sizes)
}

/// Chamfer distance (3 a side, 4 a corner) to what is not set; the image's edge counts as not set.
fn distances(set: &Plane<bool>) -> Plane<u16> {
    chamfer(set, 0)
}

/// The same where the image's edge is no edge.
fn distances_open(set: &Plane<bool>) -> Plane<u16> {
    chamfer(set, u16::MAX / 2)
}

fn chamfer(set: &Plane<bool>, outside: u16) -> Plane<u16> {
    let mut out = set.map(|here| if here { u16::MAX / 2 } else { 0 });
    let sweep = |out: &mut Plane<u16>, x: usize, y: usize, neighbours: [(isize, isize, u16); 4]| {
        let mut best = out.row(y)[x];
        for (dx, dy, step) in neighbours {
            let from = out.inside(x as isize + dx, y as isize + dy).unwrap_or(outside);
            best = best.min(from.saturating_add(step));
        }
        out.set(x, y, best);
    };
    for y in 0..out.height {
        for x in 0..out.width {
            sweep(&mut out, x, y, [(-1, 0, 3), (0, -1, 3), (-1, -1, 4), (1, -1, 4)]);
        }
    }
    for y in (0..out.height).rev() {
        for x in (0..out.width).rev() {
            sweep(&mut out, x, y, [(1, 0, 3), (0, 1, 3), (1, 1, 4), (-1, 1, 4)]);
        }
    }
    out
}
