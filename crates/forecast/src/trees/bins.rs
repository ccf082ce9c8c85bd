//! Numbers as small whole numbers: each feature cut at the quantiles of what was seen of it.

/// Bins of a feature, at most.
pub(crate) const BINS: usize = 64;
/// Rows that the cuts are taken from, at most.
const SEEN: usize = 20_000;

/// Rows of features.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// Row after row.
    pub(crate) values: Vec<f32>,
    pub(crate) width: usize,
}

impl Table {
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks(self.width.max(1))
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len() / self.width.max(1)
    }
}

/// Where each feature is cut; a value's bin is the number of cuts that are below it.
#[derive(Debug, Clone)]
pub(crate) struct Bins {
    cuts: Vec<Vec<f32>>,
}

impl Bins {
    pub(crate) fn new(table: &Table) -> Self {
        let step = (table.len() / SEEN).max(1);
        let cuts = (0..table.width).map(|feature| {
            let column = table.rows().step_by(step).filter_map(|row| row.get(feature).copied());
            cut(column.collect())
        });
        Self { cuts: cuts.collect() }
    }

    /// The bins of rows, row after row.
    pub(crate) fn of(&self, table: &Table) -> Vec<u8> {
        let mut out = Vec::with_capacity(table.values.len());
        for row in table.rows() {
            out.extend(
                row.iter().zip(&self.cuts).map(|(value, cuts)| cuts.partition_point(|cut| cut < value) as u8),
            );
        }
        out
    }
}

/// At most one cut fewer than bins, between values that differ, with about as many rows between any two.
fn cut(mut column: Vec<f32>) -> Vec<f32> {
    column.sort_unstable_by(f32::total_cmp);
    let mut cuts: Vec<f32> = Vec::new();
    let distinct = column.windows(2).filter(|pair| matches!(pair, [a, b] if a < b)).count() + 1;
    if distinct <= BINS {
        column.dedup();
        column.pop();
        return column;
    }
    for number in 1..BINS {
        let at = number * column.len() / BINS;
        if let Some(value) = column.get(at.saturating_sub(1)).filter(|value| cuts.last() != Some(*value)) {
            cuts.push(*value);
        }
    }
    cuts
}
