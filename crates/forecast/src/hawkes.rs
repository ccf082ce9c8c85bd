//! The core: a Hawkes process on the grid at several scales. The expected number of crimes of a square is a sum of its
//! kernels with weights that are nowhere negative, fitted by expectation and maximisation of the Poisson likelihood.

use crate::grid::Grid;
use crate::kernels::{Kernels, Known, on_active};
use crate::study::Study;

/// Rounds of expectation and maximisation; stopping early keeps the weights of alike kernels alike.
const ROUNDS: usize = 60;

/// The fitted weights, by kernel.
#[derive(Debug, Clone)]
pub(crate) struct Hawkes {
    pub(crate) weights: Vec<f32>,
}

/// What the weights are fitted to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample {
    /// The kernels of each square where something happened.
    rows: Vec<f32>,
    /// What happened there.
    happened: Vec<f32>,
    /// The sum of each kernel over all squares and windows.
    sums: Vec<f64>,
    width: usize,
}

impl Sample {
    /// Whether there is enough to learn from: some crimes, of which the kernels had any knowledge.
    pub(crate) fn teaches(&self) -> bool {
        let happened: f64 = self.happened.iter().copied().map(f64::from).sum();
        let foretold = self.sums.iter().fold(0.0, |most: f64, sum| most.max(*sum));
        happened >= 20.0 && foretold > 0.1 * happened
    }

    /// The windows from each of the origins, which ascend; nothing known on or after `seen` counts.
    pub(crate) fn new(study: &Study, kernels: &Kernels, origins: &[i32], seen: i32) -> Self {
        let (grid, horizon) = (&study.grid, study.horizon);
        let width = kernels.list.len();
        let mut sample = Self { sums: vec![0.0; width], width, ..Self::default() };
        let mut known = Known::new(grid, study.begins);
        for origin in origins {
            known.advance(*origin, &study.class, &study.all);
            let happened = study.class.counts(grid, [*origin, *origin + horizon], seen);
            sample.add(grid, kernels, &known, &happened, horizon as f32);
        }
        sample
    }

    fn add(&mut self, grid: &Grid, kernels: &Kernels, known: &Known, happened: &[f32], horizon: f32) {
        let at = self.rows.len();
        let squares = happened.iter().zip(&grid.active).filter(|(count, _)| **count > 0.0);
        let (counts, squares): (Vec<f32>, Vec<usize>) =
            squares.map(|(count, square)| (*count, *square as usize)).unzip();
        self.rows.resize(at + counts.len() * self.width, 1e-12);
        self.happened.extend(counts);
        for (number, (kernel, sum)) in kernels.list.iter().zip(&mut self.sums).enumerate() {
            let plane = kernels.plane(known, *kernel);
            *sum += f64::from(horizon) * on_active(grid, &plane).map(f64::from).sum::<f64>();
            let column = self.rows.iter_mut().skip(at + number).step_by(self.width);
            for (slot, square) in column.zip(&squares) {
                *slot += horizon * plane.get(*square).copied().unwrap_or(0.0);
            }
        }
    }
}

impl Hawkes {
    /// The weights of a sample.
    pub(crate) fn fit(sample: &Sample) -> Self {
        let whole: f64 = sample.happened.iter().copied().map(f64::from).sum();
        let level = (whole / sample.sums.iter().sum::<f64>().max(1e-9)) as f32;
        let mut weights = vec![level; sample.width];
        for _ in 0..ROUNDS {
            let mut shares = vec![0.0_f32; sample.width];
            for (row, happened) in sample.rows.chunks(sample.width.max(1)).zip(&sample.happened) {
                let expected = dot(row, &weights);
                let ratio = happened / expected.max(1e-12);
                for (share, value) in shares.iter_mut().zip(row) {
                    *share += ratio * value;
                }
            }
            for ((weight, share), sum) in weights.iter_mut().zip(shares).zip(&sample.sums) {
                *weight *= if *sum > 0.0 { (f64::from(share) / sum) as f32 } else { 0.0 };
            }
        }
        Self { weights }
    }
}

/// Eight sums side by side, so that they run side by side in the machine.
fn dot(left: &[f32], right: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (left, right) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f32 = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in left.zip(right) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum::<f32>() + rest
}
