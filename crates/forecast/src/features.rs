//! What the trees look at, square by square: the kernels one by one, other classes, the same season a year ago, how long
//! nothing happened, where it is, and the time of the year.

use crate::core::Core;
use crate::grid::NONE;
use crate::kernels::{Kernels, Known, on_active};
use crate::smooth::Smoother;
use crate::study::Study;
use crate::trees::Table;

/// Days after which it does not matter any more how long nothing happened.
const LONG_AGO: i32 = 1500;
const SEASON_AROUND: i32 = 14;

/// Makes tables of features for one study.
#[derive(Debug, Clone)]
pub(crate) struct Features {
    smoother: Smoother,
}

impl Features {
    pub(crate) fn new(study: &Study) -> Self {
        Self { smoother: Smoother::new(&study.grid, 500.0 * (study.grid.size() / 250.0).max(1.0)) }
    }

    /// The features of every square with a history for the window from `origin`; `logs` is what the core expects.
    pub(crate) fn table(
        &self,
        study: &Study,
        kernels: &Kernels,
        known: &Known,
        logs: &[f32],
        origin: i32,
    ) -> Table {
        let grid = &study.grid;
        let mut columns: Vec<Vec<f32>> = vec![logs.to_vec()];
        columns.extend(
            kernels.list.iter().map(|kernel| on_active(grid, &kernels.plane(known, *kernel)).collect()),
        );
        columns.extend([28, 91, 730].map(|days| study.counted(origin - days, origin)));
        let year_ago = [origin - 365 - SEASON_AROUND, origin - 365 + study.horizon + SEASON_AROUND];
        let last_year = study.class.counts(grid, year_ago.map(|day| day.min(origin)), origin);
        columns.push(self.spread(study, &last_year));
        columns.push(last_year);
        columns.extend(study.others.iter().map(|other| other.counts(grid, [origin - 365, origin], origin)));
        columns.push(since(study, origin));
        let centres: Vec<[f64; 2]> = grid.centres().collect();
        columns.extend([0, 1].map(|axis: usize| {
            centres.iter().filter_map(|centre| centre.get(axis)).map(|metres| *metres as f32).collect()
        }));
        let year = std::f32::consts::TAU * (origin as f32 % 365.25) / 365.25;
        columns.extend([year.sin(), year.cos()].map(|value| vec![value; grid.len()]));
        transposed(&columns, grid.len())
    }

    fn spread(&self, study: &Study, counts: &[f32]) -> Vec<f32> {
        let mut field = vec![0.0; study.grid.across * study.grid.along];
        for (square, count) in study.grid.active.iter().zip(counts) {
            if let Some(slot) = field.get_mut(*square as usize) {
                *slot = *count;
            }
        }
        on_active(&study.grid, &self.smoother.spread(&field)).collect()
    }
}

/// Logarithms of what the core expects.
pub(crate) fn logs(core: &Core, study: &Study, known: &Known) -> Vec<f32> {
    let rates = core.kernels.weighted(&study.grid, known, &core.weights);
    rates.into_iter().map(|rate| (rate * study.horizon as f32 + 1e-6).ln()).collect()
}

/// Days since the last crime of the class on each square.
fn since(study: &Study, origin: i32) -> Vec<f32> {
    let mut since = vec![LONG_AGO; study.grid.len()];
    for event in study.class.known(origin - LONG_AGO, origin) {
        let number = study.grid.number(event.spot.square).unwrap_or(NONE as usize);
        if let Some(days) = since.get_mut(number) {
            *days = (*days).min(origin - event.day);
        }
    }
    since.into_iter().map(|days| days as f32).collect()
}

fn transposed(columns: &[Vec<f32>], rows: usize) -> Table {
    let width = columns.len();
    let mut values = vec![0.0; width * rows];
    for (at, column) in columns.iter().enumerate() {
        for (slot, value) in values.iter_mut().skip(at).step_by(width.max(1)).zip(column) {
            *slot = *value;
        }
    }
    Table { values, width }
}
