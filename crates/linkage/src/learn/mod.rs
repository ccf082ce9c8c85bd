//! Learning the weights from pairs: patterns are counted first, so that a million pairs are a few thousand rows.

mod blind;
mod silver;
mod usual;

use std::collections::HashMap;

use rayon::prelude::*;
use thiserror::Error;

use crate::block::{Pair, rows};
use crate::compare::{self, LEVELS, Pattern};
use crate::model::{Learned, Level, Method, Model};
use crate::schema::Schema;
use crate::table::Table;

/// Matches by identifier from which weights are learned; with fewer the model learns without labels.
const ENOUGH: f64 = 200.0;

/// Why no model can be learned.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LearnError {
    /// No pairs.
    #[error("no two records share a key: there is nothing to learn from")]
    NoPairs,
    /// Matches and others did not come apart.
    #[error(
        "the records do not fall into same and different: give an identifier or reviewed pairs to learn from"
    )]
    Diverged,
}

/// A pair on which a reviewer decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewed {
    /// One row.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Whether they are one person.
    pub same: bool,
}

/// How often a pattern was seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tally {
    pub pattern: Pattern,
    pub count: f64,
}

/// m and u of every level of every field.
pub(crate) type Shares = Vec<[Share; LEVELS]>;

/// How often a level is seen among matches, and among the others.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Share {
    pub m: f64,
    pub u: f64,
}

impl Share {
    pub fn bits(&self) -> f64 {
        if self.m > 0.0 && self.u > 0.0 { (self.m / self.u).log2().clamp(-MOST_BITS, MOST_BITS) } else { 0.0 }
    }
}

/// Bits that one field may give or take.
const MOST_BITS: f64 = 14.0;

/// Learns a model from the pairs of a table that was weighed.
pub(crate) fn learn(
    schema: &Schema,
    table: &Table,
    pairs: &[Pair],
    reviewed: &[Reviewed],
) -> Result<Model, LearnError> {
    if pairs.is_empty() {
        return Err(LearnError::NoPairs);
    }
    let tallies = tallies(schema, table, pairs);
    let labelled = silver::labelled(schema, table, &tallies, reviewed);
    let (shares, lambda, method) = if labelled.matches() >= ENOUGH {
        let (shares, lambda) = silver::learn(schema, &tallies, &labelled);
        (shares, lambda, Method::Silver)
    } else {
        let (shares, lambda) = blind::learn(schema, table, &tallies)?;
        (shares, lambda, Method::Blind)
    };
    let usual = usual::usual(schema, table, pairs, &shares, lambda);
    let level = |share: &Share, usual: &f32| Level { m: share.m as f32, u: share.u as f32, usual: *usual };
    let fields = shares.iter().zip(&usual);
    let fields = fields.map(|(shares, usual)| shares.iter().zip(usual).map(|(s, u)| level(s, u)).collect());
    let learned = Learned {
        method,
        pairs: pairs.len() as u64,
        patterns: tallies.len() as u64,
        matches: labelled.matches() as u64,
        others: labelled.others() as u64,
    };
    Ok(Model::new(schema.clone(), lambda, fields.collect(), table.count(), learned))
}

/// Patterns counted, in ascending order.
fn tallies(schema: &Schema, table: &Table, pairs: &[Pair]) -> Vec<Tally> {
    let counts: HashMap<Pattern, u64> = pairs
        .par_chunks(65_536)
        .fold(HashMap::new, |mut counts: HashMap<Pattern, u64>, pairs| {
            for found in pairs {
                let (a, b) = rows(*found);
                *counts.entry(compare::pair(schema, table, a, b).0).or_insert(0) += 1;
            }
            counts
        })
        .reduce(HashMap::new, |mut a, b| {
            for (pattern, count) in b {
                *a.entry(pattern).or_insert(0) += count;
            }
            a
        });
    let mut tallies: Vec<Tally> =
        counts.into_iter().map(|(pattern, count)| Tally { pattern, count: count as f64 }).collect();
    tallies.sort_unstable_by_key(|tally| tally.pattern);
    tallies
}

/// The odds, in bits, that a pattern is of one person; a field may be left out.
pub(crate) fn bits(shares: &Shares, lambda: f64, pattern: Pattern, but: Option<usize>) -> f64 {
    let fields = shares.iter().enumerate().filter(|(field, _)| Some(*field) != but);
    let seen = fields.filter_map(|(field, levels)| match compare::level_of(pattern, field) {
        0 => None,
        level => levels.get(level).map(Share::bits),
    });
    (lambda / (1.0 - lambda)).log2() + seen.sum::<f64>()
}

/// The probability that bits stand for.
pub(crate) fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// The share of matches by expectation and maximisation, everything else held fast: it cannot run away.
pub(crate) fn share_of_matches(shares: &Shares, tallies: &[Tally], mut lambda: f64) -> f64 {
    let all: f64 = tallies.iter().map(|tally| tally.count).sum();
    for _ in 0..60 {
        let matches: f64 = tallies
            .iter()
            .map(|tally| tally.count * probability(bits(shares, lambda, tally.pattern, None)))
            .sum();
        let next = (matches / all).clamp(1e-5, 0.95);
        if (next - lambda).abs() < 1e-7 {
            return next;
        }
        lambda = next;
    }
    lambda
}

/// Counts of levels made into shares, each level seen at least a little.
pub(crate) fn shares_of(matches: &[f64; LEVELS], others: &[f64; LEVELS], levels: usize) -> [Share; LEVELS] {
    let mut out = [Share::default(); LEVELS];
    let total = |counts: &[f64; LEVELS]| counts.iter().skip(1).map(|count| count + LITTLE).sum::<f64>();
    let (m_all, u_all) = (total(matches), total(others));
    for ((out, m), u) in out.iter_mut().zip(matches).zip(others).skip(1).take(levels) {
        *out = Share { m: (m + LITTLE) / m_all, u: (u + LITTLE) / u_all };
    }
    out
}

/// Pairs that every level is taken to have been seen in, besides those counted.
const LITTLE: f64 = 0.5;
