//! Truncated Gaussians over the rectangle of a grid, one pass along each axis.

use crate::grid::Grid;

/// A bandwidth: what lies on a square is spread over the squares around it, in all as much as there was.
#[derive(Debug, Clone)]
pub(crate) struct Smoother {
    /// The weight at each distance in squares, the own square first.
    taps: Vec<f32>,
    /// By what each square's share is divided, so that nothing is lost over the edge.
    mass: Vec<f32>,
    across: usize,
}

impl Smoother {
    /// A standard deviation of `bandwidth` metres, cut off at three of them.
    pub(crate) fn new(grid: &Grid, bandwidth: f64) -> Self {
        let reach = (3.0 * bandwidth / grid.size()).floor() as i32;
        let weight = |steps: i32| (-0.5 * (f64::from(steps) * grid.size() / bandwidth).powi(2)).exp() as f32;
        let taps: Vec<f32> = (0..=reach).map(weight).collect();
        let whole = taps.iter().sum::<f32>() * 2.0 - 1.0;
        let mut smoother = Self { taps, mass: Vec::new(), across: grid.across };
        let mut land = vec![0.0; grid.across * grid.along];
        for square in &grid.active {
            if let Some(slot) = land.get_mut(*square as usize) {
                *slot = 1.0;
            }
        }
        smoother.mass = vec![1.0; land.len()];
        let mut mass = smoother.spread(&land);
        for one in &mut mass {
            *one = one.max(0.1 * whole * whole);
        }
        smoother.mass = mass;
        smoother
    }

    /// The share of a square's own crimes that stays on it.
    pub(crate) fn stays(&self, square: u32) -> f32 {
        self.mass.get(square as usize).map_or(1.0, |mass| 1.0 / mass)
    }

    /// Spreads what lies on each square of the rectangle.
    pub(crate) fn spread(&self, field: &[f32]) -> Vec<f32> {
        let source: Vec<f32> = field.iter().zip(&self.mass).map(|(value, mass)| value / mass).collect();
        let mut wide = vec![0.0; source.len()];
        for (row, out) in source.chunks(self.across).zip(wide.chunks_mut(self.across)) {
            self.pass(row, out, 1);
        }
        let mut out = vec![0.0; source.len()];
        self.pass(&wide, &mut out, self.across);
        out
    }

    /// Adds to each place of `out` the weighted values `stride` apart on both sides of it.
    fn pass(&self, values: &[f32], out: &mut [f32], stride: usize) {
        for (steps, weight) in self.taps.iter().enumerate() {
            let shift = steps * stride;
            if shift >= values.len() {
                break;
            }
            let later = values.get(shift..).unwrap_or_default();
            for (sum, value) in out.iter_mut().zip(later) {
                *sum += weight * value;
            }
            if shift > 0 {
                for (sum, value) in out.iter_mut().skip(shift).zip(values) {
                    *sum += weight * value;
                }
            }
        }
    }
}
