//! The best so many of a long row of numbers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Keeps the best: the larger agreement, of equal ones the smaller id.
pub(crate) struct Top {
    limit: usize,
    kept: BinaryHeap<Reverse<(i32, Reverse<u64>, u32)>>,
}

impl Top {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, kept: BinaryHeap::with_capacity(limit.min(4_096) + 1) }
    }

    /// What an agreement must at least be to come in.
    pub(crate) fn least(&self) -> i32 {
        match self.kept.peek() {
            Some(Reverse((worst, ..))) if self.kept.len() >= self.limit => *worst,
            _ => i32::MIN,
        }
    }

    pub(crate) fn offer(&mut self, centibans: i32, id: u64, row: u32) {
        let candidate = Reverse((centibans, Reverse(id), row));
        let full = self.kept.len() >= self.limit;
        if full && self.kept.peek().is_none_or(|worst| candidate > *worst) {
            return;
        }
        self.kept.push(candidate);
        if self.kept.len() > self.limit {
            self.kept.pop();
        }
    }

    /// The rows, best first.
    pub(crate) fn rows(self) -> Vec<u32> {
        self.kept.into_sorted_vec().into_iter().map(|Reverse((.., row))| row).collect()
    }
}
