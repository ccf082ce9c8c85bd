//! How frequent everything is among the records, kept up to date with each that comes and goes.

use crate::row::Row;

/// Counts of everything.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    pub(crate) heights: Vec<u32>,
    pub(crate) weights: Vec<u32>,
    /// By the middle of the years.
    pub(crate) born: Vec<u32>,
    /// By field and number.
    pub(crate) coded: Vec<Vec<u32>>,
    pub(crate) cells: Vec<u32>,
    /// Records of which marks are known, were it that there are none.
    pub(crate) with_marks: u32,
    pub(crate) methods: Vec<u32>,
    pub(crate) with_methods: u32,
}

impl Counts {
    pub(crate) fn new(codes: impl Iterator<Item = usize>, cells: usize, methods: usize) -> Self {
        Self {
            heights: vec![0; 256],
            weights: vec![0; 256],
            born: vec![0; 256],
            coded: codes.map(|count| vec![0; count + 1]).collect(),
            cells: vec![0; cells],
            with_marks: 0,
            methods: vec![0; methods],
            with_methods: 0,
        }
    }

    pub(crate) fn add(&mut self, row: &Row) {
        self.change(row, |count| *count = count.saturating_add(1));
    }

    pub(crate) fn remove(&mut self, row: &Row) {
        self.change(row, |count| *count = count.saturating_sub(1));
    }

    fn change(&mut self, row: &Row, by: impl Fn(&mut u32)) {
        let at = |counts: &mut Vec<u32>, number: u16| {
            if let Some(count) = counts.get_mut(usize::from(number)) {
                by(count);
            }
        };
        for (counts, number) in [(&mut self.heights, row.height), (&mut self.weights, row.weight)] {
            at(counts, u16::from(number));
        }
        let middle = if row.born == 0 { 0 } else { row.born.saturating_add(row.width / 2) };
        at(&mut self.born, u16::from(middle));
        for (counts, number) in self.coded.iter_mut().zip(&row.coded) {
            at(counts, u16::from(*number));
        }
        if let Some(cells) = &row.marks {
            by(&mut self.with_marks);
            cells.iter().for_each(|cell| at(&mut self.cells, *cell));
        }
        if let Some(methods) = &row.methods {
            by(&mut self.with_methods);
            methods.iter().for_each(|method| at(&mut self.methods, *method));
        }
    }
}

/// The mean fit of a word over records: `counts` by number with the fit of each number, of `known` records. One record
/// of `prior` fit is thought in, so that an empty store divides by something.
pub(crate) fn share<'a>(counts: impl Iterator<Item = (&'a u32, f64)>, known: f64, prior: f64) -> f64 {
    let sum: f64 = counts.map(|(count, fit)| f64::from(*count) * fit).sum();
    ((sum + prior) / (known + 1.0)).clamp(1e-9, 1.0)
}
