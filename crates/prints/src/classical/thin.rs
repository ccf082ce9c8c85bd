//! Thinning: ridges to lines one pixel wide that hang together as the ridges did.

#![expect(
    clippy::indexing_slicing,
    reason = "pixels on the margin are never set, so every set one has neighbours"
)]

use crate::plane::Plane;

/// Lines of pixels; the margin of one pixel is empty.
pub(crate) struct Lines {
    pub(crate) set: Plane<u8>,
}

/// Around a pixel clockwise from above: `(dx, dy)`.
pub(crate) const AROUND: [(isize, isize); 8] =
    [(0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1)];

impl Lines {
    /// The lines of what is set.
    pub(crate) fn of(mut set: Plane<u8>) -> Self {
        clear_margin(&mut set);
        let steps = steps(set.width);
        let mut live: Vec<usize> = (0..set.cells.len()).filter(|at| set.cells[*at] != 0).collect();
        let tables = [table(0), table(1)];
        let mut gone = Vec::new();
        loop {
            let before = live.len();
            for erasable in &tables {
                gone.clear();
                gone.extend(live.iter().copied().filter(|at| erasable[around(&set, *at, &steps) as usize]));
                gone.iter().for_each(|at| set.cells[*at] = 0);
                live.retain(|at| set.cells[*at] != 0);
            }
            if live.len() == before {
                break;
            }
        }
        let mut lines = Self { set };
        lines.slim();
        lines
    }

    /// Takes out corners that no line needs.
    pub(crate) fn slim(&mut self) {
        let steps = steps(self.set.width);
        for at in 0..self.set.cells.len() {
            if self.set.cells[at] != 0 {
                let ring = around(&self.set, at, &steps);
                if ring.count_ones() >= 2 && needless(ring) {
                    self.set.cells[at] = 0;
                }
            }
        }
    }

    /// The pixel's neighbours, bit by bit as in [`AROUND`].
    pub(crate) fn ring(&self, at: usize) -> u8 {
        around(&self.set, at, &steps(self.set.width))
    }

    /// Where the neighbours are from a pixel.
    pub(crate) fn steps(&self) -> [isize; 8] {
        steps(self.set.width)
    }
}

/// How many lines leave a pixel with these neighbours.
pub(crate) const fn crossings(ring: u8) -> u32 {
    (ring & !ring.rotate_left(1)).count_ones()
}

fn steps(width: usize) -> [isize; 8] {
    AROUND.map(|(dx, dy)| dy * width as isize + dx)
}

fn clear_margin(set: &mut Plane<u8>) {
    let (width, height) = (set.width, set.height);
    for x in 0..width {
        set.set(x, 0, 0);
        set.set(x, height - 1, 0);
    }
    for y in 0..height {
        set.set(0, y, 0);
        set.set(width - 1, y, 0);
    }
}

#[inline]
fn around(set: &Plane<u8>, at: usize, steps: &[isize; 8]) -> u8 {
    let mut ring = 0;
    for (bit, step) in steps.iter().enumerate() {
        ring |= (set.cells[at.wrapping_add_signed(*step)] & 1) << bit;
    }
    ring
}

/// Which rings Zhang and Suen's two half steps take the middle from.
fn table(half: u8) -> [bool; 256] {
    std::array::from_fn(|ring| {
        let ring = ring as u8;
        let bit = |at: u32| ring >> at & 1 == 1;
        let (north, east, south, west) = (bit(0), bit(2), bit(4), bit(6));
        let sides =
            if half == 0 { !(east && south && (north || west)) } else { !(north && west && (east || south)) };
        (2..=6).contains(&ring.count_ones()) && crossings(ring) == 1 && sides
    })
}

/// Whether the neighbours hang together without the middle, which is on the edge.
fn needless(ring: u8) -> bool {
    let sides = ring & 0b0101_0101;
    if sides == 0b0101_0101 {
        return false;
    }
    // neighbours hang together when, joined over corners between two sides, they are one run
    let joined = ring | (sides.rotate_left(1) & sides.rotate_right(1));
    crossings(joined) == 1 && joined != 0xff
}
