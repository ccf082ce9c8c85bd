//! Taking an image apart into subbands and putting it together again, one split at a time.
//!
//! At the edges the signal goes on mirrored about its first and last sample. The low half has the even samples, the
//! high half the odd ones.

use super::filters::{Filters, HIGH_TAPS, LOW_TAPS, Synthesis};
use super::tree::{Area, Split, first};

/// Samples that the filters reach beyond an edge.
const REACH: usize = 4;

/// The image while it is being taken apart or put together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plane {
    width: usize,
    samples: Vec<f32>,
}

impl Plane {
    pub(super) const fn new(width: usize, samples: Vec<f32>) -> Self {
        Self { width, samples }
    }

    pub(super) fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// The rows of an area.
    pub(super) fn rows(&self, area: Area) -> impl Iterator<Item = &[f32]> {
        self.samples
            .chunks_exact(self.width.max(1))
            .skip(area.y)
            .take(area.height)
            .filter_map(move |row| row.get(area.x..area.x + area.width))
    }

    /// The rows of an area, to write.
    pub(super) fn rows_mut(&mut self, area: Area) -> impl Iterator<Item = &mut [f32]> {
        self.samples
            .chunks_exact_mut(self.width.max(1))
            .skip(area.y)
            .take(area.height)
            .filter_map(move |row| row.get_mut(area.x..area.x + area.width))
    }

    /// Splits an area: rows first, then columns.
    pub(super) fn split(&mut self, split: &Split, filters: &Filters) {
        let area = split.area;
        if area.width == 0 || area.height == 0 {
            return;
        }
        let mut turned = Vec::with_capacity(area.width * area.height);
        let mut padded = Vec::new();
        for row in self.rows(area) {
            mirror(row, &mut padded);
            let low = padded.windows(LOW_TAPS).step_by(2).map(|window| sum(window, &filters.low));
            // centred on the odd samples
            let from_odd = padded.get(2..).unwrap_or_default();
            let high = from_odd.windows(HIGH_TAPS).step_by(2).map(|window| sum(window, &filters.high));
            let (low, high) = (low.take(area.width.div_ceil(2)), high.take(area.width / 2));
            if split.swap_x {
                turned.extend(high.chain(low));
            } else {
                turned.extend(low.chain(high));
            }
        }
        let source: Vec<&[f32]> = turned.chunks_exact(area.width).collect();
        for (place, target) in self.rows_mut(area).enumerate() {
            let (is_low, number) = half_of(place, area.height, split.swap_y);
            if is_low {
                column_sum(target, &source, 2 * number as isize - 4, &filters.low);
            } else {
                column_sum(target, &source, 2 * number as isize - 2, &filters.high);
            }
        }
    }

    /// Undoes a split: columns first, then rows.
    pub(super) fn join(&mut self, split: &Split, filters: &Synthesis) {
        let area = split.area;
        if area.width == 0 || area.height == 0 {
            return;
        }
        let mut turned = vec![0.0; area.width * area.height];
        {
            let stored: Vec<&[f32]> = self.rows(area).collect();
            // low and high rows by turns, as they were before the split
            let source: Vec<&[f32]> = interleave(&stored, split.swap_y).copied().collect();
            for (row, target) in turned.chunks_exact_mut(area.width).enumerate() {
                join_column(target, &source, row as isize, filters);
            }
        }
        let mut padded = Vec::new();
        let mut sequence = Vec::with_capacity(area.width);
        for (source, target) in turned.chunks_exact(area.width).zip(self.rows_mut(area)) {
            sequence.clear();
            sequence.extend(interleave(source, split.swap_x).copied());
            mirror(&sequence, &mut padded);
            if area.width == 1 {
                // a single sample has no high half
                padded.iter_mut().skip(1).step_by(2).for_each(|sample| *sample = 0.0);
            }
            for (place, (window, sample)) in padded.windows(2 * REACH + 1).zip(target).enumerate() {
                *sample = join_sample(window, place % 2 == 0, filters);
            }
        }
    }
}

/// Whether a place of a split line holds a low sample, and which one of its half.
const fn half_of(place: usize, length: usize, swapped: bool) -> (bool, usize) {
    let front = first(length, swapped);
    if place < front { (!swapped, place) } else { (swapped, place - front) }
}

/// The two halves of a split line, sample by sample: low, high, low…
fn interleave<T>(line: &[T], swapped: bool) -> impl Iterator<Item = &T> {
    let (front, back) = line.split_at_checked(first(line.len(), swapped)).unwrap_or((line, &[]));
    let (low, high) = if swapped { (back, front) } else { (front, back) };
    let mut halves = (low.iter(), high.iter());
    (0..line.len()).map_while(move |place| if place % 2 == 0 { halves.0.next() } else { halves.1.next() })
}

/// The place in `0..length` that a place beyond the edges mirrors.
fn reflect(place: isize, length: usize) -> usize {
    let last = length as isize - 1;
    if last <= 0 {
        return 0;
    }
    let turned = place.rem_euclid(2 * last);
    (if turned > last { 2 * last - turned } else { turned }) as usize
}

/// The line with its mirrored continuation at both ends.
fn mirror(line: &[f32], padded: &mut Vec<f32>) {
    padded.clear();
    let beyond = |place: isize| line.get(reflect(place, line.len())).copied().unwrap_or(0.0);
    let (reach, length) = (REACH as isize, line.len() as isize);
    padded.extend((-reach..0).map(beyond));
    padded.extend_from_slice(line);
    padded.extend((length..length + reach).map(beyond));
}

fn sum(window: &[f32], taps: &[f32]) -> f32 {
    window.iter().zip(taps).fold(0.0, |sum, (sample, tap)| sum + sample * tap)
}

/// The filter down the columns, its first tap at row `from`.
fn column_sum(target: &mut [f32], source: &[&[f32]], from: isize, taps: &[f32]) {
    for (number, tap) in taps.iter().enumerate() {
        let Some(row) = source.get(reflect(from + number as isize, source.len())) else {
            continue;
        };
        add(target, row, *tap, number == 0);
    }
}

/// Adds a row times a tap; the first one is set.
fn add(target: &mut [f32], row: &[f32], tap: f32, set: bool) {
    if set {
        for (sample, value) in target.iter_mut().zip(row) {
            *sample = value * tap;
        }
    } else {
        for (sample, value) in target.iter_mut().zip(row) {
            *sample += value * tap;
        }
    }
}

/// The taps that meet an even or an odd sample, with their distance from it: first the low half's, then the high's.
fn meeting(even: bool, filters: &Synthesis) -> impl Iterator<Item = (isize, f32)> {
    let odd_taps = usize::from(even);
    let low = filters.low.iter().enumerate().skip(odd_taps).step_by(2);
    let high = filters.high.iter().enumerate().skip(odd_taps).step_by(2);
    low.map(|(tap, value)| (tap as isize - 3, *value))
        .chain(high.map(|(tap, value)| (tap as isize - 4, *value)))
}

fn join_column(target: &mut [f32], source: &[&[f32]], place: isize, filters: &Synthesis) {
    let mut set = true;
    // a single row has no high half
    let meeting =
        meeting(place % 2 == 0, filters).filter(|(distance, _)| source.len() > 1 || distance % 2 == 0);
    for (distance, tap) in meeting {
        if let Some(row) = source.get(reflect(place + distance, source.len())) {
            add(target, row, tap, set);
            set = false;
        }
    }
}

/// One sample from the four before it, itself and the four after it.
fn join_sample(window: &[f32], even: bool, filters: &Synthesis) -> f32 {
    let &[a, b, c, d, e, f, g, h, i] = window else {
        return 0.0;
    };
    let [l0, l1, l2, l3, l4, l5, l6] = filters.low;
    let [h0, h1, h2, h3, h4, h5, h6, h7, h8] = filters.high;
    if even {
        c * l1 + e * l3 + g * l5 + b * h1 + d * h3 + f * h5 + h * h7
    } else {
        b * l0 + d * l2 + f * l4 + h * l6 + a * h0 + c * h2 + e * h4 + g * h6 + i * h8
    }
}

#[cfg(test)]
mod tests {
    use super::super::filters::STANDARD;
    use super::super::tree::Tree;
    use super::*;

    #[test]
    fn what_is_taken_apart_comes_together() {
        for (width, height) in [(1, 1), (2, 5), (17, 31), (64, 64), (101, 90)] {
            let image: Vec<f32> =
                (0..width * height).map(|place| ((place * 7919) % 251) as f32 - 125.0).collect();
            let mut plane = Plane::new(width, image.clone());
            let tree = Tree::of(width, height);
            for split in &tree.splits {
                plane.split(split, &STANDARD);
            }
            let synthesis = STANDARD.synthesis();
            for split in tree.splits.iter().rev() {
                plane.join(split, &synthesis);
            }
            for (back, original) in plane.samples().iter().zip(&image) {
                assert!((back - original).abs() < 0.01, "{width} x {height}: {original} came back as {back}");
            }
        }
    }

    #[test]
    fn the_mirror_turns_on_the_end_samples() {
        let places: Vec<usize> = (-3..7).map(|place| reflect(place, 4)).collect();
        assert_eq!(places, [3, 2, 1, 0, 1, 2, 3, 2, 1, 0]);
        assert_eq!(reflect(-3, 1), 0);
    }
}
