//! Lists against lists: the marks and the methods that a witness said against those of a record.

use crate::counts::share;
use crate::model::centibans;
use crate::numbers::tie_of;
use crate::query::MOST_MARKS;
use crate::why::Tie;

const SUBSETS: usize = 1 << MOST_MARKS;

/// Things said side by side in one step.
const LANES: usize = 8;
type Lane = [i16; LANES];

/// What each item that a record may have adds for each thing said.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    said: usize,
    /// Whether one item of a record answers for one thing said only: two scars are two.
    one_to_one: bool,
    /// What it adds where a record has none like it, by thing said.
    without: Vec<i32>,
    /// All of these.
    without_all: i32,
    /// What an item adds to that, eight things said at a time: first those of every item, then the next eight.
    gains: Vec<Vec<Lane>>,
    fits: Vec<u8>,
    /// Whether an item is like anything said.
    like: Vec<bool>,
}

impl Lines {
    /// Of `fits` (for each thing said, by item, in percent).
    pub(crate) fn new(fits: &[Vec<u8>], counts: &[u32], known: u32, wrong: f64, one_to_one: bool) -> Self {
        let (said, items) = (fits.len(), counts.len());
        let mut lines = Self {
            said,
            one_to_one,
            without: Vec::with_capacity(said),
            without_all: 0,
            gains: vec![vec![[0; LANES]; items]; said.div_ceil(LANES)],
            fits: vec![0; items * said],
            like: vec![false; items],
        };
        for (column, fits) in fits.iter().enumerate() {
            let parts = fits.iter().map(|fit| f64::from(*fit) / 100.0);
            let share = share(counts.iter().zip(parts), f64::from(known), 0.5);
            let without = centibans(0.0, share, wrong);
            lines.without.push(without);
            lines.without_all += without;
            for (item, fit) in fits.iter().enumerate().filter(|(_, fit)| **fit > 0) {
                let gain = centibans(f64::from(*fit) / 100.0, share, wrong) - without;
                lines.note(item, column, gain, *fit);
            }
        }
        lines
    }

    fn note(&mut self, item: usize, column: usize, gain: i32, fit: u8) {
        let lane = self.gains.get_mut(column / LANES).and_then(|lanes| lanes.get_mut(item));
        if let Some(place) = lane.and_then(|lane| lane.get_mut(column % LANES)) {
            *place = gain as i16;
        }
        if let Some(place) = self.fits.get_mut(item * self.said + column) {
            *place = fit;
        }
        if let Some(like) = self.like.get_mut(item) {
            *like = true;
        }
    }

    fn is_like(&self, item: u16) -> bool {
        self.like.get(usize::from(item)).copied().unwrap_or(false)
    }

    fn gain(&self, item: u16, column: usize) -> i32 {
        let lane = self.gains.get(column / LANES).and_then(|lanes| lanes.get(usize::from(item)));
        lane.and_then(|lane| lane.get(column % LANES)).map_or(0, |gain| i32::from(*gain))
    }

    /// What an item adds for each of the first eight things said; there are no more marks than these.
    fn of(&self, item: u16) -> Lane {
        let first = self.gains.first().and_then(|lanes| lanes.get(usize::from(item)));
        first.copied().unwrap_or_default()
    }

    /// No record adds more than this.
    pub(crate) fn most(&self) -> i32 {
        let best = |lanes: &Vec<Lane>| sum(lanes.iter().fold([0; LANES], larger));
        (self.without_all + self.gains.iter().map(best).sum::<i32>()).max(0)
    }

    /// What a record with these items adds.
    pub(crate) fn total(&self, items: &[u16]) -> i32 {
        if !self.one_to_one {
            let of = |lanes: &Vec<Lane>| {
                let lanes = items.iter().filter_map(|item| lanes.get(usize::from(*item)));
                sum(lanes.fold([0; LANES], larger))
            };
            return self.without_all + self.gains.iter().map(of).sum::<i32>();
        }
        let mut like = items.iter().filter(|item| self.is_like(**item));
        let Some(first) = like.next() else { return self.without_all };
        let Some(second) = like.next() else {
            // Of one item the best that it answers for.
            return self.without_all
                + self.of(*first).iter().fold(0, |best, gain| best.max(i32::from(*gain)));
        };
        let mut best = start();
        for item in [first, second].into_iter().chain(like) {
            step(&mut best, &self.of(*item), self.said);
        }
        self.without_all + best.into_iter().max().unwrap_or(0)
    }

    /// How each thing said stands to a record that says nothing of its kind.
    pub(crate) fn unknown(&self) -> Vec<(Tie, i32)> {
        vec![(Tie::Unknown, 0); self.said]
    }

    /// How each thing said stands to a record with these items.
    pub(crate) fn why(&self, items: &[u16]) -> Vec<(Tie, i32)> {
        let chosen = if self.one_to_one { self.assigned(items) } else { self.nearest(items) };
        let lines = chosen.into_iter().zip(&self.without).enumerate();
        let line = |(column, (item, without)): (usize, (Option<u16>, &i32))| {
            let Some(item) = item else { return (Tie::Disagree, *without) };
            let gain = self.gain(item, column);
            let fit = self.fits.get(usize::from(item) * self.said + column).copied().unwrap_or(0);
            (tie_of(fit), without + gain)
        };
        lines.map(line).collect()
    }

    /// The item that answers best for each thing said.
    fn nearest(&self, items: &[u16]) -> Vec<Option<u16>> {
        let best = |column: usize| {
            let found = items.iter().copied().max_by_key(|item| self.gain(*item, column));
            found.filter(|item| self.gain(*item, column) > 0)
        };
        (0..self.said).map(best).collect()
    }

    /// The items that answer best for all things said together, each for one.
    fn assigned(&self, items: &[u16]) -> Vec<Option<u16>> {
        let mut layers = vec![start()];
        for item in items {
            let mut next = layers.last().copied().unwrap_or(start());
            step(&mut next, &self.of(*item), self.said);
            layers.push(next);
        }
        let value = |layer: usize, subset: usize| {
            layers.get(layer).and_then(|best| best.get(subset)).copied().unwrap_or(i32::MIN)
        };
        let mut chosen = vec![None; self.said];
        let last = items.len();
        let Some(mut subset) = (0..SUBSETS).max_by_key(|subset| (value(last, *subset), -(*subset as i64)))
        else {
            return chosen;
        };
        for (layer, item) in items.iter().enumerate().rev() {
            if value(layer + 1, subset) == value(layer, subset) {
                continue;
            }
            let taken = |column: &usize| {
                let bit = 1 << column;
                let (before, gain) = (value(layer, subset & !bit), self.gain(*item, *column));
                subset & bit != 0 && before != i32::MIN && before + gain == value(layer + 1, subset)
            };
            if let Some(column) = (0..self.said).find(taken) {
                subset &= !(1 << column);
                if let Some(place) = chosen.get_mut(column).filter(|_| self.gain(*item, column) > 0) {
                    *place = Some(*item);
                }
            }
        }
        chosen
    }
}

/// Nothing answered for yet: for each subset of the things said, the most that items can add for just these.
fn start() -> [i32; SUBSETS] {
    let mut best = [i32::MIN; SUBSETS];
    if let Some(none) = best.first_mut() {
        *none = 0;
    }
    best
}

/// One item more. From the largest subset down, so that it answers for one thing only.
fn step(best: &mut [i32; SUBSETS], gains: &Lane, said: usize) {
    for subset in (0..1usize << said.min(MOST_MARKS)).rev() {
        let Some(now) = best.get(subset).copied().filter(|now| *now != i32::MIN) else { continue };
        for (column, gain) in gains.iter().enumerate().take(said) {
            let with = subset | 1 << column;
            if with != subset
                && let Some(place) = best.get_mut(with)
            {
                *place = (*place).max(now + i32::from(*gain));
            }
        }
    }
}

/// The larger of each pair, eight pairs in one instruction.
fn larger(mut one: Lane, other: &Lane) -> Lane {
    for (one, other) in one.iter_mut().zip(other) {
        *one = (*one).max(*other);
    }
    one
}

fn sum(lane: Lane) -> i32 {
    lane.into_iter().map(i32::from).sum()
}
