//! The columns of a slap: at which tilt of the hand they stand apart, and where one ends and the next begins.

#![expect(clippy::indexing_slicing, reason = "indexes run over bins counted here")]

use super::{Point, SlapError};

/// Pixels of a bin across the columns.
const BIN: f32 = 8.0;
/// How far a hand may be tilted, in degrees, and the steps in which that is looked for.
const MOST_TILT: i32 = 45;
const STEP: i32 = 3;
/// How much worse a tilt of 45 degrees must not be than an upright hand to be believed.
const UPRIGHT: f32 = 0.1;
/// Blocks of ridges below which a column holds no finger: 20 square millimetres.
const LEAST_FINGER: f32 = 484.0;
/// As many columns are counted where another number was told.
const MOST_FINGERS: usize = 5;
/// A column ends where ridges are at most such a part of those in the thinner of the two.
const VALLEY: f32 = 0.5;

/// Columns of a slap, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Strips {
    /// How far the hand is tilted clockwise, in degrees.
    pub(super) degrees: f32,
    /// Borders of the columns across the fingers, in pixels at 500 dpi: one more than there are columns.
    pub(super) borders: Vec<f32>,
}

impl Strips {
    /// So many columns of these points.
    pub(super) fn find(points: &[Point], wanted: usize) -> Result<Self, SlapError> {
        let counted = |found| SlapError::Count { found, wanted };
        if points.len() < LEAST_FINGER as usize {
            return Err(counted(0));
        }
        let (profile, parts, degrees) = best_tilt(points, wanted);
        if let Some(borders) = profile.borders(&parts) {
            // more columns that are all fingers: more fingers than were told
            let more = profile.parted(wanted + 1).1;
            if profile.borders(&more).is_none() {
                return Ok(Self { degrees, borders });
            }
            return Err(counted(wanted + 1));
        }
        let seen = |count: &usize| {
            let (profile, parts, _) = best_tilt(points, *count);
            profile.borders(&parts).is_some()
        };
        Err(counted((1..=MOST_FINGERS).rev().find(seen).unwrap_or(0)))
    }

    /// Across the fingers.
    pub(super) fn across(&self, (x, y): Point) -> f32 {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        x * cos + y * sin
    }

    /// Along the fingers, away from their tips.
    pub(super) fn along(&self, (x, y): Point) -> f32 {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        y * cos - x * sin
    }

    /// The place on the raster of what lies so far across and along.
    pub(super) fn place(&self, across: f32, along: f32) -> Point {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        (across * cos - along * sin, across * sin + along * cos)
    }
}

/// The tilt at which so many columns stand apart best, with the columns.
fn best_tilt(points: &[Point], count: usize) -> (Profile, Vec<usize>, f32) {
    let at = |degrees: i32| {
        let profile = Profile::of(points, degrees as f32);
        let (spread, parts) = profile.parted(count);
        let doubt = 1.0 + UPRIGHT * (degrees as f32 / MOST_TILT as f32).powi(2);
        (spread * doubt, degrees, profile, parts)
    };
    let least = |tilts: &mut dyn Iterator<Item = i32>| tilts.map(at).min_by(|a, b| a.0.total_cmp(&b.0));
    let coarse = least(&mut (-MOST_TILT..=MOST_TILT).step_by(STEP as usize));
    let middle = coarse.map_or(0, |(_, degrees, ..)| degrees);
    let fine = least(&mut (middle - STEP + 1..middle + STEP));
    let (_, degrees, profile, parts) = fine.unwrap_or_else(|| at(middle));
    (profile, parts, degrees as f32)
}

/// How many points lie in each bin across the fingers.
struct Profile {
    low: f32,
    mass: Vec<f32>,
}

impl Profile {
    fn of(points: &[Point], degrees: f32) -> Self {
        let tilted = Strips { degrees, borders: Vec::new() };
        let across: Vec<f32> = points.iter().map(|point| tilted.across(*point)).collect();
        let low = across.iter().copied().fold(f32::INFINITY, f32::min);
        let bin = |value: &f32| ((value - low) / BIN) as usize;
        let bins = across.iter().map(bin).max().unwrap_or(0) + 1;
        let mut mass = vec![0.0; bins];
        across.iter().for_each(|value| mass[bin(value)] += 1.0);
        Self { low, mass }
    }

    /// The bins parted so that the parts are as narrow as can be: how narrow, and the bin after each part. Several parts
    /// are measured by how far apart they stand, for a tilt that throws them together makes them narrow too.
    fn parted(&self, count: usize) -> (f32, Vec<usize>) {
        let bins = self.mass.len();
        let mut sums = vec![[0.0_f64; 3]; bins + 1];
        for (at, mass) in self.mass.iter().enumerate() {
            let (mass, place) = (f64::from(*mass), at as f64);
            sums[at + 1] =
                [sums[at][0] + mass, sums[at][1] + mass * place, sums[at][2] + mass * place * place];
        }
        let cost = |from: usize, to: usize| {
            let [m, s, q] = [0, 1, 2].map(|of| sums[to][of] - sums[from][of]);
            if m > 0.0 { q - s * s / m } else { 0.0 }
        };
        let mut best: Vec<f64> = (0..=bins).map(|to| cost(0, to)).collect();
        let mut from = vec![vec![0_usize; bins + 1]];
        for _ in 1..count {
            let mut next = vec![f64::INFINITY; bins + 1];
            let mut back = vec![0; bins + 1];
            for to in 0..=bins {
                for (cut, before) in best.iter().enumerate().take(to + 1) {
                    let sum = before + cost(cut, to);
                    if sum < next[to] {
                        (next[to], back[to]) = (sum, cut);
                    }
                }
            }
            best = next;
            from.push(back);
        }
        let mut ends = vec![bins];
        for back in from.iter().skip(1).rev() {
            ends.push(back[*ends.last().unwrap_or(&bins)]);
        }
        ends.reverse();
        let whole = if count > 1 { cost(0, bins) } else { sums[bins][0] };
        ((best[bins] / whole.max(1.0)) as f32, ends)
    }

    /// The borders of the parts in pixels, each laid into the valley between its neighbours; none where a part holds
    /// no finger, or two are not apart.
    fn borders(&self, ends: &[usize]) -> Option<Vec<f32>> {
        let mut starts = vec![0];
        starts.extend(ends.iter().copied().take(ends.len().saturating_sub(1)));
        let parts: Vec<&[f32]> =
            starts.iter().zip(ends).map(|(from, to)| &self.mass[(*from).min(*to)..*to]).collect();
        let peak = |part: &[f32]| part.iter().copied().fold(0.0, f32::max);
        if parts.iter().any(|part| part.iter().sum::<f32>() < LEAST_FINGER) {
            return None;
        }
        let mut borders = vec![self.low];
        for (place, pair) in parts.windows(2).enumerate() {
            let crest = |of: usize, part: &[f32]| starts[of] + middle(part);
            let (from, to) = (crest(place, pair[0]), crest(place + 1, pair[1]));
            let (at, depth) = valley(self.mass.get(from..=to)?);
            if depth > VALLEY * peak(pair[0]).min(peak(pair[1])) {
                return None;
            }
            borders.push(self.low + (from as f32 + at + 0.5) * BIN);
        }
        borders.push(self.low + self.mass.len() as f32 * BIN);
        Some(borders)
    }
}

/// The bin in the middle of the mass.
fn middle(part: &[f32]) -> usize {
    let total: f32 = part.iter().sum();
    let moment: f32 = part.iter().enumerate().map(|(at, mass)| at as f32 * mass).sum();
    (moment / total.max(1.0)) as usize
}

/// The middle of the lowest bins, and how low they are.
fn valley(between: &[f32]) -> (f32, f32) {
    let depth = between.iter().copied().fold(f32::INFINITY, f32::min);
    let lowest: Vec<usize> =
        between.iter().enumerate().filter(|(_, mass)| **mass <= depth).map(|(at, _)| at).collect();
    (lowest.iter().sum::<usize>() as f32 / lowest.len().max(1) as f32, depth)
}
