//! Contextual enhancement: each place is filtered along its own ridge direction at its own ridge period, by a
//! bank of Gabor kernels in whole numbers.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is made from the padded plane's own size or the bank's own number of kernels"
)]

use std::f32::consts::{PI, TAU};

use crate::classical::flow::Flow;
use crate::classical::period::Periods;
use crate::plane::Plane;

const REACH: usize = 12;
/// Taps a row: a multiple of what vector instructions take.
const TAPS: usize = 2 * REACH;
const ANGLES: usize = 32;
const TONES: usize = 20;
const SHORTEST: f32 = 5.0;
const LONGEST: f32 = 15.0;
/// Side of the block that shares one kernel.
const BLOCK: usize = 4;
/// What 1.0 is in the image's whole numbers, and the greatest tap in the kernel's.
const IMAGE_UNIT: f32 = 512.0;
const KERNEL_UNIT: f32 = 1_000.0;

/// Sigmas of the kernels: along the ridge in pixels, across it in ridge periods.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) along: f32,
    pub(crate) across: f32,
}

struct Kernel {
    taps: Vec<[i16; TAPS]>,
    scale: f32,
}

/// Kernels for every angle and period, made once and used for any number of prints.
pub(crate) struct Bank {
    kernels: Vec<Kernel>,
}

impl Bank {
    pub(crate) fn new(shape: Shape) -> Self {
        let kernels = (0..ANGLES * TONES)
            .map(|at| {
                let angle = (at % ANGLES) as f32 * PI / ANGLES as f32;
                kernel(angle, period_of(at / ANGLES), shape)
            })
            .collect();
        Self { kernels }
    }

    fn at(&self, angle: f32, period: f32) -> &Kernel {
        let turn = (angle * (ANGLES as f32 / PI)).round() as usize % ANGLES;
        let tone = (1.0 / SHORTEST - 1.0 / period) / STEP;
        let tone = tone.round().clamp(0.0, TONES as f32 - 1.0) as usize;
        &self.kernels[tone * ANGLES + turn]
    }
}

const STEP: f32 = (1.0 / SHORTEST - 1.0 / LONGEST) / (TONES as f32 - 1.0);

fn period_of(tone: usize) -> f32 {
    1.0 / (1.0 / SHORTEST - STEP * tone as f32)
}

/// One kernel: no answer to a flat image, answer 1 to a ridge pattern of amplitude 1.
fn kernel(angle: f32, period: f32, shape: Shape) -> Kernel {
    let (sin, cos) = angle.sin_cos();
    let sigma = shape.across * period;
    let mut wave = vec![[0.0_f32; TAPS]; TAPS];
    let mut hill = wave.clone();
    let (mut waves, mut hills) = (0.0_f32, 0.0_f32);
    for y in 0..TAPS {
        for x in 0..TAPS {
            // the last row and column stay empty, so that the kernel has a middle tap
            if x == 0 || y == 0 {
                continue;
            }
            let (dx, dy) = (x as f32 - REACH as f32, y as f32 - REACH as f32);
            let (along, across) = (dx * cos + dy * sin, dy * cos - dx * sin);
            let weight = (-0.5 * ((along / shape.along).powi(2) + (across / sigma).powi(2))).exp();
            hill[y][x] = weight;
            wave[y][x] = weight * (TAU * across / period).cos();
            hills += weight;
            waves += wave[y][x];
        }
    }
    let (mut answer, mut greatest) = (0.0_f32, 0.0_f32);
    for y in 0..TAPS {
        for x in 0..TAPS {
            wave[y][x] -= hill[y][x] * waves / hills;
            let across = (y as f32 - REACH as f32) * cos - (x as f32 - REACH as f32) * sin;
            answer += wave[y][x] * (TAU * across / period).cos();
            greatest = greatest.max(wave[y][x].abs());
        }
    }
    let unit = KERNEL_UNIT / greatest;
    let taps = wave.iter().map(|row| row.map(|tap| (tap * unit).round() as i16)).collect();
    Kernel { taps, scale: 1.0 / (IMAGE_UNIT * unit * answer) }
}

/// The print filtered along its own flow, where `wanted` (per block of pixels) says so; nothing elsewhere.
pub(crate) fn enhance(
    image: &Plane<f32>,
    flow: &Flow,
    periods: &Periods,
    bank: &Bank,
    wanted: impl Fn(f32, f32) -> bool,
) -> Plane<f32> {
    let padded = pad(image);
    let mut out = Plane::new(image.width, image.height, 0.0_f32);
    for top in (0..image.height).step_by(BLOCK) {
        for left in (0..image.width).step_by(BLOCK) {
            let (x, y) = (left as f32 + BLOCK as f32 / 2.0, top as f32 + BLOCK as f32 / 2.0);
            if !wanted(x, y) {
                continue;
            }
            let kernel = bank.at(flow.angle(x, y), periods.period(x, y));
            for y in top..(top + BLOCK).min(image.height) {
                for x in left..(left + BLOCK).min(image.width) {
                    out.set(x, y, answer(&padded, kernel, x, y));
                }
            }
        }
    }
    out
}

/// The image in whole numbers, with an empty margin as wide as a kernel reaches.
fn pad(image: &Plane<f32>) -> Plane<i16> {
    let mut padded = Plane::new(image.width + TAPS, image.height + TAPS, 0_i16);
    for y in 0..image.height {
        let to = &mut padded.row_mut(y + REACH)[REACH..];
        for (to, value) in to.iter_mut().zip(image.row(y)) {
            *to = (value * IMAGE_UNIT) as i16;
        }
    }
    padded
}

#[inline]
fn answer(padded: &Plane<i16>, kernel: &Kernel, x: usize, y: usize) -> f32 {
    let mut sum = 0_i32;
    let rows = padded.cells[y * padded.width..].chunks_exact(padded.width);
    for (row, taps) in rows.zip(&kernel.taps) {
        let Some(window) = row[x..].first_chunk::<TAPS>() else { break };
        for at in 0..TAPS {
            sum = sum.wrapping_add(i32::from(window[at]).wrapping_mul(i32::from(taps[at])));
        }
    }
    sum as f32 * kernel.scale
}
