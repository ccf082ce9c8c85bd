//! Tree after tree, each fitted to what those before it leave.

use super::bins::{Bins, Table};
use super::grow::{Ground, Limits, Tree};
use crate::measure::scattered;

/// How trees are boosted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) rounds: u32,
    /// The part of each tree's value that is taken.
    pub(crate) rate: f32,
    pub(crate) limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        let limits = Limits { leaves: 15, rows: 400, hold: 20.0 };
        Self { rounds: 100, rate: 0.05, limits }
    }
}

/// What is learned from: features, the logarithm of what is expected without trees, what happened, how much each counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lesson {
    pub(crate) table: Table,
    pub(crate) offsets: Vec<f32>,
    pub(crate) happened: Vec<f32>,
    pub(crate) weights: Vec<f32>,
}

/// Boosted trees.
#[derive(Debug, Clone)]
pub(crate) struct Boosted {
    bins: Bins,
    trees: Vec<Tree>,
    rate: f32,
    width: usize,
}

impl Boosted {
    pub(crate) fn fit(lesson: &Lesson, settings: &Settings) -> Self {
        let bins = Bins::new(&lesson.table);
        let (binned, width) = (bins.of(&lesson.table), lesson.table.width);
        let mut logs = lesson.offsets.clone();
        let mut trees = Vec::new();
        for round in 0..settings.rounds {
            let counts = lesson.happened.iter().zip(&lesson.weights);
            let slope = |(log, (happened, weight)): (&f32, (&f32, &f32))| {
                let expected = log.exp();
                [weight * (expected - happened), weight * expected]
            };
            let slopes: Vec<[f32; 2]> = logs.iter().zip(counts).map(slope).collect();
            let features: Vec<usize> =
                (0..width).filter(|feature| drawn(round, *feature as u32, 6)).collect();
            let rows = 0..u32::try_from(logs.len()).unwrap_or(u32::MAX);
            let rows = rows.filter(|row| drawn(round + 10_000, *row, 7)).collect();
            let ground = Ground { bins: &binned, width, slopes: &slopes, features: &features };
            let tree = ground.grow(rows, &settings.limits);
            for (log, row) in logs.iter_mut().zip(binned.chunks(width.max(1))) {
                *log += settings.rate * tree.value(row);
            }
            trees.push(tree);
        }
        Self { bins, trees, rate: settings.rate, width }
    }

    /// What the first `rounds` trees add to the logarithm of each row, for each number of rounds asked for (ascending).
    pub(crate) fn logs(&self, table: &Table, rounds: &[u32]) -> Vec<Vec<f32>> {
        let binned = self.bins.of(table);
        let mut sums = vec![0.0; table.len()];
        let (mut done, mut out) = (0, Vec::new());
        for wanted in rounds {
            let wanted = (*wanted as usize).min(self.trees.len());
            let trees = self.trees.get(done..wanted).unwrap_or_default();
            for (sum, row) in sums.iter_mut().zip(binned.chunks(self.width.max(1))) {
                *sum += self.rate * trees.iter().map(|tree| tree.value(row)).sum::<f32>();
            }
            done = wanted;
            out.push(sums.clone());
        }
        out
    }
}

/// Whether one of many is drawn in a round, `of_ten` times in ten: the same each time it is asked.
fn drawn(round: u32, number: u32, of_ten: u32) -> bool {
    scattered(number ^ scattered(round)) % 10 < of_ten
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two features, of which only the first matters: three times as much happens where it is large.
    fn lesson() -> Lesson {
        let rows =
            (0..4_000_u32).map(|row| [(scattered(row) % 100) as f32, (scattered(row + 9_999) % 7) as f32]);
        let rows: Vec<[f32; 2]> = rows.collect();
        let happened = rows.iter().zip(0_u32..).map(|([first, _], row)| {
            let chance = if *first >= 60.0 { 60 } else { 20 };
            f32::from(scattered(row + 77_777) % 100 < chance)
        });
        Lesson {
            happened: happened.collect(),
            offsets: vec![0.2_f32.ln(); rows.len()],
            weights: vec![1.0; rows.len()],
            table: Table { values: rows.into_iter().flatten().collect(), width: 2 },
        }
    }

    #[test]
    fn trees_find_where_more_happens_and_say_nothing_where_the_offset_is_right() {
        let boosted = Boosted::fit(&lesson(), &Settings { rounds: 120, ..Settings::default() });
        let table = Table { values: vec![80.0, 1.0, 30.0, 1.0, 80.0, 6.0], width: 2 };
        let said = boosted.logs(&table, &[0, 120]);
        assert_eq!(said[0], [0.0; 3]);
        let times: Vec<f32> = said[1].iter().map(|log| log.exp()).collect();
        assert!((2.5..3.4).contains(&times[0]) && (2.4..3.5).contains(&times[2]), "{times:?}");
        assert!((0.85..1.15).contains(&times[1]), "{times:?}");
    }
}
