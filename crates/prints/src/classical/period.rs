//! Ridge period: how far the ridges lie apart, from the spectrum of the signal across them.

#![expect(clippy::indexing_slicing, reason = "indexes run over tables of fixed size made here")]

use crate::classical::flow::{Flow, between};
use crate::plane::Plane;

/// Side of a cell in pixels.
const CELL: usize = 16;
/// Samples across the ridges.
const ACROSS: usize = 48;
/// Half the samples along a ridge, and their distance in pixels.
const ALONG: isize = 4;
const ALONG_STEP: f32 = 2.0;
const TONES: usize = 30;
/// Periods looked for, in pixels at 500 dpi.
const LONGEST: f32 = 17.0;
const SHORTEST: f32 = 4.5;
/// What a print at 500 dpi has where nothing can be measured.
const USUAL: f32 = 9.0;

/// Ridge periods, cell by cell, as ridges a pixel.
#[derive(Debug, Clone)]
pub(crate) struct Periods {
    tone: Plane<f32>,
}

impl Periods {
    pub(crate) fn period(&self, x: f32, y: f32) -> f32 {
        1.0 / between(&self.tone, x / CELL as f32 - 0.5, y / CELL as f32 - 0.5)
    }
}

struct Spectrum {
    tones: [f32; TONES],
    cos: Vec<[f32; ACROSS]>,
    sin: Vec<[f32; ACROSS]>,
    window: [f32; ACROSS],
}

impl Spectrum {
    fn new() -> Self {
        let middle = (ACROSS as f32 - 1.0) / 2.0;
        let step = (1.0 / SHORTEST - 1.0 / LONGEST) / (TONES as f32 - 1.0);
        let tones: [f32; TONES] = std::array::from_fn(|at| 1.0 / LONGEST + step * at as f32);
        let phase = |tone: f32, at: usize| std::f32::consts::TAU * tone * (at as f32 - middle);
        let table = |wave: fn(f32) -> f32| {
            tones.iter().map(|tone| std::array::from_fn(|at| wave(phase(*tone, at)))).collect()
        };
        let window = std::array::from_fn(|at| {
            (std::f32::consts::PI * (at as f32 - middle) / ACROSS as f32).cos().powi(2)
        });
        Self { tones, cos: table(f32::cos), sin: table(f32::sin), window }
    }

    /// The strongest tone in a signal, and which part of the signal it is.
    fn strongest(&self, signal: &mut [f32; ACROSS]) -> (f32, f32) {
        let mean = signal.iter().sum::<f32>() / ACROSS as f32;
        let mut energy = 1e-3_f32;
        for (value, window) in signal.iter_mut().zip(&self.window) {
            *value = (*value - mean) * window;
            energy += *value * *value;
        }
        let powers: [f32; TONES] =
            std::array::from_fn(|at| dot(signal, &self.cos[at]).powi(2) + dot(signal, &self.sin[at]).powi(2));
        let mut best = 0;
        for at in 1..TONES {
            if powers[at] > powers[best] {
                best = at;
            }
        }
        let purity = powers[best] / energy / (ACROSS as f32 * 0.375 / 2.0 * 0.9);
        let mut tone = self.tones[best];
        if best > 0 && best + 1 < TONES {
            let (left, right) = (powers[best - 1], powers[best + 1]);
            let bend = left - 2.0 * powers[best] + right;
            if bend < 0.0 {
                tone += 0.5 * (left - right) / bend * (self.tones[1] - self.tones[0]);
            }
        }
        (tone, purity.min(1.0))
    }
}

fn dot(left: &[f32; ACROSS], right: &[f32; ACROSS]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}

/// The ridge periods of a normalised print.
pub(crate) fn periods(image: &Plane<f32>, flow: &Flow, sigma: f32) -> Periods {
    let spectrum = Spectrum::new();
    let (cols, rows) = (image.width.div_ceil(CELL), image.height.div_ceil(CELL));
    let mut weighted = Plane::new(cols, rows, 0.0_f32);
    let mut weights = Plane::new(cols, rows, 0.0_f32);
    for row in 0..rows {
        for col in 0..cols {
            let (x, y) = ((col * CELL + CELL / 2) as f32, (row * CELL + CELL / 2) as f32);
            let (tone, purity) = spectrum.strongest(&mut signal(image, flow, x, y));
            let weight = purity * purity;
            weighted.set(col, row, tone * weight);
            weights.set(col, row, weight);
        }
    }
    let total: f32 = weights.cells.iter().sum();
    let usual = (weighted.cells.iter().sum::<f32>() + 0.5 / USUAL) / (total + 0.5);
    let (weighted, mut tone) = (weighted.gaussian(sigma), weights.gaussian(sigma));
    for (tone, weighted) in tone.cells.iter_mut().zip(&weighted.cells) {
        *tone = (weighted + 0.02 * usual) / (*tone + 0.02);
    }
    Periods { tone }
}

/// The signal across the ridges at a place, averaged a little along them.
fn signal(image: &Plane<f32>, flow: &Flow, x: f32, y: f32) -> [f32; ACROSS] {
    let (sin, cos) = flow.angle(x, y).sin_cos();
    let middle = (ACROSS as f32 - 1.0) / 2.0;
    std::array::from_fn(|at| {
        let across = at as f32 - middle;
        let sum: f32 = (-ALONG..=ALONG)
            .map(|step| {
                let along = step as f32 * ALONG_STEP;
                let (px, py) = (x + along * cos - across * sin, y + along * sin + across * cos);
                image.inside(px.round() as isize, py.round() as isize).unwrap_or(0.0)
            })
            .sum();
        sum / (2 * ALONG + 1) as f32
    })
}
