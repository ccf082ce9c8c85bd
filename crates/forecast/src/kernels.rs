//! The dictionary of the core: how near (the square itself, its blurred place, three bandwidths) by how long ago (six
//! half-lives and the long run), of the class itself, and more coarsely of all reported crime.

use crate::grid::Grid;
use crate::memory::{HALF_LIVES, Memory};
use crate::series::Series;
use crate::smooth::Smoother;

/// Bandwidths in metres, for squares of 250 m; larger squares have larger ones.
const BANDWIDTHS: [f64; 3] = [250.0, 500.0, 1000.0];
/// The half-lives at which all reported crime is looked at.
pub(crate) const ALL_HALF_LIVES: [i32; 2] = [28, 365];
/// Which of the smoothers all reported crime is looked at through.
const ALL_SMOOTHER: usize = 1;

/// Near: the square itself; the squares that a crime's blurred place reaches; and through each smoother.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    Own,
    Blurred,
    Through(usize),
}

/// One kernel: whose memory, which of its counters, how near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kernel {
    pub(crate) all: bool,
    pub(crate) counter: usize,
    pub(crate) near: Near,
}

/// The kernels over one grid.
#[derive(Debug, Clone)]
pub(crate) struct Kernels {
    pub(crate) list: Vec<Kernel>,
    smoothers: Vec<Smoother>,
}

/// What is known on a day: of the class, and of all reported crime.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) class: Memory,
    pub(crate) all: Memory,
    /// Of all squares together, the crimes of each day since the history begins: of the class, and all.
    pub(crate) daily: [Vec<f64>; 2],
    begins: i32,
}

impl Known {
    /// Nothing yet; the history begins on `begins`.
    pub(crate) fn new(grid: &Grid, begins: i32) -> Self {
        Self {
            class: Memory::new(grid, &HALF_LIVES, begins),
            all: Memory::new(grid, &ALL_HALF_LIVES, begins),
            daily: [Vec::new(), Vec::new()],
            begins,
        }
    }

    /// Moves on to what is known before `day`.
    pub(crate) fn advance(&mut self, day: i32, class: &Series, all: &Series) {
        let [of_class, of_all] = [(&self.class, class), (&self.all, all)].map(|(memory, series)| {
            let first = if memory.day() == self.begins { i32::MIN } else { memory.day() };
            series.known(first, day)
        });
        let days = usize::try_from(day - self.begins).unwrap_or(0);
        for (daily, news) in self.daily.iter_mut().zip([of_class, of_all]) {
            daily.resize(days.max(daily.len()), 0.0);
            for event in news {
                let at = usize::try_from(event.day - self.begins).ok();
                if let Some(count) = at.and_then(|at| daily.get_mut(at)) {
                    *count += f64::from(event.weight);
                }
            }
        }
        self.class.advance(day, of_class);
        self.all.advance(day, of_all);
    }

    /// The same on a later day, as if nothing had become known since.
    pub(crate) fn aged(&self, day: i32) -> Self {
        let mut aged = self.clone();
        aged.class.advance(day, &[]);
        aged.all.advance(day, &[]);
        aged
    }
}

impl Kernels {
    pub(crate) fn new(grid: &Grid) -> Self {
        let scale = (grid.size() / 250.0).max(1.0);
        let smoothers = BANDWIDTHS.iter().map(|metres| Smoother::new(grid, metres * scale)).collect();
        let nears = [Near::Own, Near::Blurred, Near::Through(0), Near::Through(1), Near::Through(2)];
        let class = nears.iter().flat_map(|near| {
            (0..=HALF_LIVES.len()).map(|counter| Kernel { all: false, counter, near: *near })
        });
        let all = [Near::Own, Near::Through(ALL_SMOOTHER)].into_iter().flat_map(|near| {
            (0..=ALL_HALF_LIVES.len()).map(move |counter| Kernel { all: true, counter, near })
        });
        Self { list: class.chain(all).collect(), smoothers }
    }

    /// One kernel over the rectangle.
    pub(crate) fn plane(&self, known: &Known, kernel: Kernel) -> Vec<f32> {
        let memory = if kernel.all { &known.all } else { &known.class };
        let Some((own, blurred)) = memory.planes().nth(kernel.counter) else { return Vec::new() };
        match kernel.near {
            Near::Own => own.to_vec(),
            Near::Blurred => blurred.to_vec(),
            Near::Through(at) => self.smoothers.get(at).map_or_else(Vec::new, |s| s.spread(blurred)),
        }
    }

    /// All kernels together with their weights, on the squares with a history: each smoother runs once.
    pub(crate) fn weighted(&self, grid: &Grid, known: &Known, weights: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; grid.across * grid.along];
        let mut before: Vec<Option<Vec<f32>>> = vec![None; self.smoothers.len()];
        for (kernel, weight) in self.list.iter().zip(weights).filter(|(_, weight)| **weight > 0.0) {
            let memory = if kernel.all { &known.all } else { &known.class };
            let Some((own, blurred)) = memory.planes().nth(kernel.counter) else { continue };
            match kernel.near {
                Near::Own => add(&mut out, own, *weight),
                Near::Blurred => add(&mut out, blurred, *weight),
                Near::Through(at) => {
                    let Some(slot) = before.get_mut(at) else { continue };
                    add(slot.get_or_insert_with(|| vec![0.0; out.len()]), blurred, *weight);
                }
            }
        }
        for (field, smoother) in before.iter().zip(&self.smoothers) {
            if let Some(field) = field {
                add(&mut out, &smoother.spread(field), 1.0);
            }
        }
        on_active(grid, &out).collect()
    }

    /// The part of [`Self::weighted`] that the crimes of each square itself make.
    pub(crate) fn weighted_own(&self, grid: &Grid, known: &Known, weights: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; grid.len()];
        for (kernel, weight) in self.list.iter().zip(weights).filter(|(_, weight)| **weight > 0.0) {
            let memory = if kernel.all { &known.all } else { &known.class };
            let Some((own, _)) = memory.planes().nth(kernel.counter) else { continue };
            let smoother = match kernel.near {
                Near::Through(at) => self.smoothers.get(at),
                Near::Own | Near::Blurred => None,
            };
            for ((sum, value), square) in out.iter_mut().zip(on_active(grid, own)).zip(&grid.active) {
                *sum += weight * value * smoother.map_or(1.0, |smoother| smoother.stays(*square));
            }
        }
        out
    }
}

/// The values of the squares with a history.
pub(crate) fn on_active<'a>(grid: &'a Grid, plane: &'a [f32]) -> impl Iterator<Item = f32> + 'a {
    grid.active.iter().map(|square| plane.get(*square as usize).copied().unwrap_or(0.0))
}

fn add(sums: &mut [f32], values: &[f32], weight: f32) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += weight * value;
    }
}
