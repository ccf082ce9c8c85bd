//! Blocks: who is compared with whom. A block over the cap is divided instead of being passed over.

use rayon::prelude::*;

use crate::hash::then;
use crate::keys::{alternatives, keys};
use crate::schema::Schema;
use crate::table::Table;

/// A record under a key; as three words of 32 bits it is a quarter smaller than otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    high: u32,
    low: u32,
    row: u32,
}

/// Two rows, the lower first, in one number.
pub(crate) type Pair = u64;

pub(crate) fn pair(a: u32, b: u32) -> Pair {
    u64::from(a.min(b)) << 32 | u64::from(a.max(b))
}

pub(crate) fn rows(pair: Pair) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// What blocking came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Blocking {
    /// Records under keys.
    pub keys: u64,
    /// Blocks that were divided.
    pub divided: u64,
    /// Blocks that no division made small enough: none of their pairs came from here.
    pub too_large: u64,
    /// Different pairs to compare.
    pub pairs: u64,
}

impl Entry {
    fn new(key: u64, row: u32) -> Self {
        Self { high: (key >> 32) as u32, low: key as u32, row }
    }

    fn key(&self) -> u64 {
        u64::from(self.high) << 32 | u64::from(self.low)
    }
}

/// The key of a part of a block: of the block, the part it is divided by, and what a record says there.
pub(crate) fn narrower(key: u64, by: usize, choice: u64) -> u64 {
    then(then(key, by as u64), choice)
}

/// Every pair of records to compare, ascending, none twice. `apart` says which pairs are not wanted.
pub(crate) fn pairs(
    schema: &Schema,
    table: &Table,
    apart: impl Fn(u32, u32) -> bool + Sync,
) -> (Vec<Pair>, Blocking) {
    let mut blocking = Blocking::default();
    let mut all: Vec<Pair> = Vec::new();
    for rule in 0..schema.rules.len() {
        let mut entries = entries(schema, table, rule);
        blocking.keys += entries.len() as u64;
        entries.par_sort_unstable();
        let mut found: Vec<Pair> = Vec::new();
        let mut choices = Vec::new();
        let mut work =
            Work { schema, table, blocking: &mut blocking, pairs: &mut found, choices: &mut choices };
        work.blocks(&entries, 0);
        drop(entries);
        found.retain(|pair| {
            let (a, b) = rows(*pair);
            !apart(a, b)
        });
        found.par_sort_unstable();
        found.dedup();
        all = merged(&all, &found);
    }
    blocking.pairs = all.len() as u64;
    (all, blocking)
}

fn entries(schema: &Schema, table: &Table, rule: usize) -> Vec<Entry> {
    let rows = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let parts: Vec<Vec<Entry>> = (0..rows)
        .into_par_iter()
        .with_min_len(8_192)
        .fold(Vec::new, |mut out: Vec<Entry>, row| {
            let mut found = Vec::new();
            keys(schema, table, rule, row, &mut found);
            out.extend(found.iter().map(|key| Entry::new(*key, row)));
            out
        })
        .collect();
    parts.concat()
}

struct Work<'a> {
    schema: &'a Schema,
    table: &'a Table,
    blocking: &'a mut Blocking,
    pairs: &'a mut Vec<Pair>,
    choices: &'a mut Vec<u64>,
}

impl Work<'_> {
    /// The pairs of every run of one key; `by` is the first part by which a run may still be divided.
    fn blocks(&mut self, entries: &[Entry], by: usize) {
        for block in entries.chunk_by(|a, b| a.key() == b.key()) {
            if block.len() <= self.schema.cap {
                for (n, a) in block.iter().enumerate() {
                    let others = block.iter().skip(n + 1).filter(|b| b.row != a.row);
                    self.pairs.extend(others.map(|b| pair(a.row, b.row)));
                }
            } else {
                self.divide(block, by);
            }
        }
    }

    fn divide(&mut self, block: &[Entry], by: usize) {
        if by >= self.schema.refine.len() {
            self.blocking.too_large += 1;
            return;
        }
        self.blocking.divided += 1;
        for (n, part) in self.schema.refine.iter().enumerate().skip(by) {
            let mut inner = Vec::with_capacity(block.len());
            for entry in block {
                self.choices.clear();
                alternatives(self.table, *part, entry.row, self.choices);
                let key = |choice: &u64| Entry::new(narrower(entry.key(), n, *choice), entry.row);
                inner.extend(self.choices.iter().map(key));
            }
            inner.sort_unstable();
            self.blocks(&inner, n + 1);
        }
    }
}

/// Two ascending lists as one, none twice.
fn merged(a: &[Pair], b: &[Pair]) -> Vec<Pair> {
    let mut out = Vec::with_capacity(a.len() + b.len() / 2);
    let (mut a, mut b) = (a.iter().copied().peekable(), b.iter().copied().peekable());
    loop {
        let next = match (a.peek().copied(), b.peek().copied()) {
            (Some(x), Some(y)) => x.min(y),
            (Some(x), None) | (None, Some(x)) => x,
            (None, None) => return out,
        };
        a.next_if_eq(&next);
        b.next_if_eq(&next);
        out.push(next);
    }
}
