//! How right an answer is, where a column tells who is who.

use std::collections::HashMap;

use roznamcha_linkage::Edge;
use serde::Serialize;

/// The person in a truth column; of FEBRL's `rec-1070-dup-0` it is `rec-1070`.
pub(crate) fn person(value: &str) -> &str {
    let cut = value.split_once("-org").or_else(|| value.split_once("-dup-"));
    cut.filter(|(before, _)| before.starts_with("rec-")).map_or(value, |(before, _)| before)
}

/// Precision, recall and their harmonic mean over pairs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Right {
    /// The share of pairs said to be one person that are.
    pub precision: f64,
    /// The share of pairs of one person that were found.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Bits from which on pairs were taken.
    pub bits: f32,
}

impl Right {
    fn new(right: f64, said: f64, all: f64, bits: f32) -> Self {
        let (precision, recall) = (right / said.max(1.0), right / all.max(1.0));
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-12);
        Self { precision, recall, f1, bits }
    }
}

/// Who is who, and which of them are asked about.
pub(crate) struct Truth<'a> {
    pub persons: &'a [u32],
    pub files: &'a [u8],
    /// Several files, each without doubles: only pairs across files count.
    pub across: bool,
    /// Of two halves of the persons, the one asked about; all of them without it.
    pub half: Option<u32>,
}

impl Truth<'_> {
    fn at(&self, row: u32) -> (u32, u8) {
        let row = row as usize;
        (self.persons.get(row).copied().unwrap_or(0), self.files.get(row).copied().unwrap_or(0))
    }

    pub fn same(&self, a: u32, b: u32) -> bool {
        self.at(a).0 == self.at(b).0
    }

    /// Whether a pair is asked about at all, wholly or, with one foot outside, by half.
    pub fn counts(&self, a: u32, b: u32) -> f64 {
        let ((a, a_file), (b, b_file)) = (self.at(a), self.at(b));
        if self.across && a_file == b_file {
            return 0.0;
        }
        f64::from(u8::from(self.asked(a)) + u8::from(self.asked(b))) / 2.0
    }

    fn asked(&self, person: u32) -> bool {
        // Persons are numbered as they come in the file: a mix of the number makes the halves random.
        let mixed = roznamcha_linkage::hash(&person.to_be_bytes()) & 1;
        self.half.is_none_or(|half| u64::from(half) == mixed)
    }

    /// How many pairs of one person there are.
    pub fn all(&self) -> f64 {
        let mut sizes: HashMap<u32, [f64; 2]> = HashMap::new();
        for (person, file) in self.persons.iter().zip(self.files).filter(|(person, _)| self.asked(**person)) {
            let [first, others] = sizes.entry(*person).or_default();
            *(if *file == 0 { first } else { others }) += 1.0;
        }
        let pairs = |[a, b]: &[f64; 2]| if self.across { a * b } else { (a + b) * (a + b - 1.0) / 2.0 };
        sizes.values().map(pairs).sum()
    }

    /// At a threshold, and at the best one.
    pub fn pairs(&self, edges: &[Edge], bits: f32) -> (Right, Right) {
        let all = self.all();
        let mut order: Vec<&Edge> = edges.iter().collect();
        order.sort_unstable_by(|a, b| b.weight.total_cmp(&a.weight).then((a.a, a.b).cmp(&(b.a, b.b))));
        let (mut right, mut said) = (0.0, 0.0);
        let (mut at, mut best) = (Right::default(), Right::default());
        for level in order.chunk_by(|a, b| a.weight.total_cmp(&b.weight).is_eq()) {
            for edge in level {
                let counts = self.counts(edge.a, edge.b);
                said += counts;
                right += if self.same(edge.a, edge.b) { counts } else { 0.0 };
            }
            let weight = level.first().map_or(0.0, |edge| edge.weight);
            let now = Right::new(right, said, all, weight);
            if weight >= bits {
                at = now;
            }
            if now.f1 > best.f1 {
                best = now;
            }
        }
        (at, best)
    }

    /// All pairs within the persons that were found.
    pub fn clusters(&self, of: &[u32], bits: f32) -> Right {
        // Rows by found person, true person, file side.
        let mut cells: HashMap<(u32, u32), [f64; 2]> = HashMap::new();
        let mut found: HashMap<u32, [[f64; 2]; 2]> = HashMap::new();
        for ((cluster, person), file) in of.iter().zip(self.persons).zip(self.files) {
            let side = usize::from(*file > 0);
            let asked = usize::from(self.asked(*person));
            let add = |sides: &mut [f64; 2]| {
                if let Some(count) = sides.get_mut(side) {
                    *count += 1.0;
                }
            };
            if asked == 1 {
                add(cells.entry((*cluster, *person)).or_default());
            }
            if let Some(sides) = found.entry(*cluster).or_default().get_mut(asked) {
                add(sides);
            }
        }
        let within = |[a, b]: &[f64; 2]| if self.across { a * b } else { (a + b) * (a + b - 1.0) / 2.0 };
        let between = |[a, b]: &[f64; 2], [c, d]: &[f64; 2]| {
            if self.across { a * d + b * c } else { (a + b) * (c + d) }
        };
        let right: f64 = cells.values().map(within).sum();
        let said: f64 = found.values().map(|[out, asked]| within(asked) + between(out, asked) / 2.0).sum();
        Right::new(right, said, self.all(), bits)
    }
}
