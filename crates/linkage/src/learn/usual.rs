//! How rare what agrees usually is among pairs of two persons: a value's rarity counts only beyond that.

use crate::block::{Pair, rows};
use crate::compare::{self, LEVELS};
use crate::schema::Schema;
use crate::table::Table;

use super::{Shares, bits, probability};

/// Pairs looked at.
const SAMPLE: usize = 200_000;

pub(crate) fn usual(
    schema: &Schema,
    table: &Table,
    pairs: &[Pair],
    shares: &Shares,
    lambda: f64,
) -> Vec<[f32; LEVELS]> {
    let mut sums = vec![[(0.0_f64, 0.0_f64); LEVELS]; schema.fields.len()];
    for found in pairs.iter().step_by(pairs.len().div_ceil(SAMPLE).max(1)) {
        let (a, b) = rows(*found);
        let (pattern, _) = compare::pair(schema, table, a, b);
        let two = 1.0 - probability(bits(shares, lambda, pattern, None)) + 1e-3;
        for (field, levels) in sums.iter_mut().enumerate() {
            let seen = compare::field(schema, table, field, a, b);
            if let Some((rare, weight)) = levels.get_mut(usize::from(seen.level)) {
                *rare += two * f64::from(seen.rare);
                *weight += two;
            }
        }
    }
    let mean = |(rare, weight): (f64, f64)| if weight > 0.0 { (rare / weight) as f32 } else { 0.0 };
    sums.into_iter().map(|levels| levels.map(mean)).collect()
}
