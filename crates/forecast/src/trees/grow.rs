//! One tree: leaf by leaf, always where it gains most.
#![expect(
    clippy::indexing_slicing,
    reason = "bins are below BINS, rows below the table's length, features below its width"
)]

use super::bins::BINS;

/// Sum of slopes and of bends of the likelihood.
pub(crate) type Sums = [f32; 2];

/// How a tree grows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) leaves: usize,
    /// Rows of a leaf, at least.
    pub(crate) rows: usize,
    /// What the bend of a leaf is held back by.
    pub(crate) hold: f32,
}

/// A fork: rows whose bin of a feature is at most `bin` go to the first side.
#[derive(Debug, Clone, Copy)]
struct Fork {
    feature: usize,
    bin: u8,
    sides: [usize; 2],
}

/// A node: a fork, or a leaf with its value.
#[derive(Debug, Clone, Copy)]
enum Node {
    Fork(Fork),
    Leaf(f32),
}

/// A tree; the first node is its root.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// The value of a row of bins.
    pub(crate) fn value(&self, row: &[u8]) -> f32 {
        let mut at = 0;
        loop {
            match self.nodes[at] {
                Node::Leaf(value) => return value,
                Node::Fork(fork) => at = fork.sides[usize::from(row[fork.feature] > fork.bin)],
            }
        }
    }
}

/// Rows as bins, and of each the slope and the bend of the likelihood.
pub(crate) struct Ground<'a> {
    pub(crate) bins: &'a [u8],
    pub(crate) width: usize,
    pub(crate) slopes: &'a [Sums],
    /// Which features may be forked at.
    pub(crate) features: &'a [usize],
}

/// A leaf that may yet be forked.
struct Bud {
    node: usize,
    rows: Vec<u32>,
    histogram: Vec<Sums>,
    whole: Sums,
    best: Option<(f32, usize, u8)>,
}

impl Ground<'_> {
    /// Grows a tree on the rows.
    pub(crate) fn grow(&self, rows: Vec<u32>, limits: &Limits) -> Tree {
        let root = self.bud(0, rows, None, limits);
        let mut nodes = vec![Node::Leaf(value(root.whole, limits))];
        let mut buds = vec![root];
        for _ in 1..limits.leaves {
            let gain = |bud: &Bud| bud.best.map_or(f32::NEG_INFINITY, |(gain, ..)| gain);
            let best = (0..buds.len()).max_by(|a, b| gain(&buds[*a]).total_cmp(&gain(&buds[*b])));
            let Some((at, (_, feature, bin))) = best.and_then(|at| Some((at, buds[at].best?))) else { break };
            let bud = buds.swap_remove(at);
            let sides = [nodes.len(), nodes.len() + 1];
            let below = |row: &u32| self.bins[*row as usize * self.width + feature] <= bin;
            let (first, second): (Vec<u32>, Vec<u32>) = bud.rows.iter().partition(|row| below(row));
            nodes[bud.node] = Node::Fork(Fork { feature, bin, sides });
            let [small, large] = if first.len() < second.len() { [0, 1] } else { [1, 0] };
            let mut parts = [Some(first), Some(second)];
            // The larger side's histogram is what the smaller leaves of the whole.
            let lesser = self.bud(sides[small], parts[small].take().unwrap_or_default(), None, limits);
            let mut rest = bud.histogram;
            for (sum, less) in rest.iter_mut().zip(&lesser.histogram) {
                *sum = [sum[0] - less[0], sum[1] - less[1]];
            }
            let greater = self.bud(sides[large], parts[large].take().unwrap_or_default(), Some(rest), limits);
            let mut pair = [lesser, greater];
            pair.sort_unstable_by_key(|bud| bud.node);
            for bud in pair {
                nodes.push(Node::Leaf(value(bud.whole, limits)));
                buds.push(bud);
            }
        }
        Tree { nodes }
    }

    fn bud(&self, node: usize, rows: Vec<u32>, known: Option<Vec<Sums>>, limits: &Limits) -> Bud {
        let histogram = known.unwrap_or_else(|| self.histogram(&rows));
        let whole = rows.iter().fold([0.0; 2], |[a, b], row| {
            let [slope, bend] = self.slopes[*row as usize];
            [a + slope, b + bend]
        });
        let best = if rows.len() < 2 * limits.rows {
            None
        } else {
            self.best(&histogram, whole, rows.len(), limits)
        };
        Bud { node, rows, histogram, whole, best }
    }

    fn histogram(&self, rows: &[u32]) -> Vec<Sums> {
        let mut histogram = vec![[0.0; 2]; self.features.len() * BINS];
        for row in rows {
            let at = *row as usize;
            let [slope, bend] = self.slopes[at];
            let bins = &self.bins[at * self.width..(at + 1) * self.width];
            for (feature, sums) in self.features.iter().zip(histogram.chunks_exact_mut(BINS)) {
                let sum = &mut sums[usize::from(bins[*feature]) % BINS];
                sum[0] += slope;
                sum[1] += bend;
            }
        }
        histogram
    }

    /// Where a fork gains most: gain, feature, bin. Leaves too small are held off by their share of the bend.
    fn best(
        &self,
        histogram: &[Sums],
        whole: Sums,
        rows: usize,
        limits: &Limits,
    ) -> Option<(f32, usize, u8)> {
        let least = whole[1] * limits.rows as f32 / rows as f32 * 0.25;
        let worth = |sums: Sums| sums[0] * sums[0] / (sums[1] + limits.hold);
        let mut best: Option<(f32, usize, u8)> = None;
        for (feature, sums) in self.features.iter().zip(histogram.chunks_exact(BINS)) {
            let mut below = [0.0_f32; 2];
            for (bin, [slope, bend]) in (0_u8..).zip(sums) {
                below = [below[0] + slope, below[1] + bend];
                let above = [whole[0] - below[0], whole[1] - below[1]];
                if below[1] < least || above[1] < least {
                    continue;
                }
                let gain = worth(below) + worth(above) - worth(whole);
                if gain > 1e-3 && best.is_none_or(|(most, ..)| gain > most) {
                    best = Some((gain, *feature, bin));
                }
            }
        }
        best
    }
}

/// One step of Newton, no longer than what makes expected counts three times what they were.
fn value(whole: Sums, limits: &Limits) -> f32 {
    (-whole[0] / (whole[1] + limits.hold)).clamp(-1.1, 1.1)
}
