//! Filters that answer to ridges of one way and one period, and to no others.

use std::f32::consts::{PI, TAU};

use crate::raster::Raster;

/// Half the side of a filter in pixels, and its side.
const REACH: usize = 8;
const TAPS: usize = 2 * REACH;
const ANGLES: usize = 36;
/// Periods there are filters for, in pixels.
const SHORTEST: f32 = 6.0;
const STEP: f32 = 0.5;
const PERIODS: usize = 14;
/// Sigma of the hill under a filter, along and across the ridges, in periods.
const ALONG: f32 = 0.48;
const ACROSS: f32 = 0.36;

/// A filter: even about its middle line, and odd.
#[derive(Debug, Clone)]
struct Filter {
    even: Vec<[f32; TAPS]>,
    odd: Vec<[f32; TAPS]>,
}

/// Filters for every way and period.
#[derive(Debug, Clone)]
pub(crate) struct Filters {
    all: Vec<Filter>,
}

impl Filters {
    pub(crate) fn new() -> Self {
        let angle = |at: usize| at as f32 * PI / ANGLES as f32;
        let all = (0..PERIODS)
            .flat_map(|period| (0..ANGLES).map(move |at| filter(angle(at), SHORTEST + STEP * period as f32)));
        Self { all: all.collect() }
    }

    /// What the even filter says at a pixel where ridges run at this angle (counter-clockwise as seen).
    pub(crate) fn even(&self, raster: &Raster, at: usize, angle: f32, period: f32) -> f32 {
        self.find(angle, period).map_or(0.0, |filter| sum(&filter.even, raster, at))
    }

    /// What both say: cosine and sine of the ridges' phase across them.
    pub(crate) fn both(&self, raster: &Raster, at: usize, angle: f32, period: f32) -> (f32, f32) {
        self.find(angle, period)
            .map_or((0.0, 0.0), |filter| (sum(&filter.even, raster, at), sum(&filter.odd, raster, at)))
    }

    /// The angle in `0..π` that the filters for this angle are made for: their odd part has its sign by it.
    pub(crate) fn snapped(angle: f32) -> f32 {
        step(angle) as f32 * PI / ANGLES as f32
    }

    fn find(&self, angle: f32, period: f32) -> Option<&Filter> {
        let period = (((period - SHORTEST) / STEP).round().max(0.0) as usize).min(PERIODS - 1);
        self.all.get(period * ANGLES + step(angle))
    }
}

fn step(angle: f32) -> usize {
    (angle.rem_euclid(PI) / PI * ANGLES as f32).round() as usize % ANGLES
}

/// A filter that answers 1 to ridges of amplitude 1.
fn filter(angle: f32, period: f32) -> Filter {
    let (sin, cos) = angle.sin_cos();
    let mut out = Filter { even: vec![[0.0; TAPS]; TAPS], odd: vec![[0.0; TAPS]; TAPS] };
    let (mut waves, mut hills, mut answer) = (0.0, 0.0, 0.0);
    let mut taps = Vec::with_capacity(TAPS * TAPS);
    for (row, col) in (1..TAPS).flat_map(|row| (1..TAPS).map(move |col| (row, col))) {
        let (dx, dy) = (col as f32 - REACH as f32, REACH as f32 - row as f32);
        let (along, across) = (dx * cos + dy * sin, dy * cos - dx * sin);
        let (a, b) = (along / (ALONG * period), across / (ACROSS * period));
        let hill = (-0.5 * (a * a + b * b)).exp();
        let phase = TAU * across / period;
        waves += hill * phase.cos();
        hills += hill;
        taps.push((row, col, hill, phase));
    }
    for (_, _, hill, phase) in &taps {
        answer += hill * (phase.cos() - waves / hills) * phase.cos();
    }
    for (row, col, hill, phase) in taps {
        let set = |plane: &mut Vec<[f32; TAPS]>, value: f32| {
            if let Some(tap) = plane.get_mut(row).and_then(|line| line.get_mut(col)) {
                *tap = value / answer;
            }
        };
        set(&mut out.even, hill * (phase.cos() - waves / hills));
        // what answers is the phase where the filter lies, not its own: the sine runs backwards
        set(&mut out.odd, -hill * phase.sin());
    }
    out
}

/// The sum of a filter about a pixel; what lies outside counts as nothing.
fn sum(filter: &[[f32; TAPS]], raster: &Raster, at: usize) -> f32 {
    let (col, row) = (at % raster.width, at / raster.width);
    let mut lanes = [0.0_f32; TAPS];
    for (dy, taps) in filter.iter().enumerate() {
        let line = (row + dy).checked_sub(REACH).filter(|line| *line < raster.height);
        let start = line.zip(col.checked_sub(REACH)).map(|(line, left)| line * raster.width + left);
        let inside = col + REACH <= raster.width;
        let Some(cells) = start.filter(|_| inside).and_then(|from| raster.cells.get(from..from + TAPS))
        else {
            continue;
        };
        for ((lane, tap), cell) in lanes.iter_mut().zip(taps).zip(cells) {
            *lane += tap * cell;
        }
    }
    lanes.iter().sum()
}
