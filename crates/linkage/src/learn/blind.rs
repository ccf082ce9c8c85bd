//! Without labels: expectation and maximisation with guards. A field is counted by what the *other* fields say of a pair,
//! so that it cannot convince itself; matches begin where experience puts them and are drawn back to it; and an
//! outcome that does not part same from different is an error instead of a model.

use super::{LITTLE, LearnError, Share, Shares, Tally, bits, probability, shares_of};
use crate::compare::{self, LEVELS, level_of};
use crate::hash::mix;
use crate::schema::{Field, Kind, Schema};
use crate::table::Table;

/// Rounds; it settles in about half of them.
const ROUNDS: usize = 40;
/// Weight of experience, as a share of the matches found.
const EXPERIENCE: f64 = 0.02;
/// Where the share of matches may go.
const SANE: std::ops::Range<f64> = 1e-4..0.95;
/// Pairs picked blindly.
const PICKED: u64 = 200_000;

/// How matches usually agree, level by level; a rough guess is enough.
fn experience(kind: Kind) -> [f64; LEVELS] {
    match kind {
        Kind::Name => [0.0, 0.6, 0.08, 0.12, 0.06, 0.05, 0.06, 0.03, 0.0],
        Kind::Words => [0.0, 0.5, 0.12, 0.1, 0.12, 0.08, 0.08, 0.0, 0.0],
        Kind::Identifier { .. } => [0.0, 0.75, 0.1, 0.05, 0.05, 0.05, 0.0, 0.0, 0.0],
        Kind::Date => [0.0, 0.7, 0.05, 0.1, 0.06, 0.03, 0.02, 0.03, 0.01],
        Kind::Category => [0.0, 0.85, 0.15, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    }
}

fn seen(tallies: &[Tally], field: usize, sure: impl Fn(&Tally) -> f64) -> ([f64; LEVELS], [f64; LEVELS]) {
    let (mut m, mut u) = ([0.0; LEVELS], [0.0; LEVELS]);
    for tally in tallies {
        let (level, sure) = (level_of(tally.pattern, field), sure(tally));
        if let (Some(m), Some(u)) = (m.get_mut(level), u.get_mut(level)) {
            *m += tally.count * sure;
            *u += tally.count * (1.0 - sure);
        }
    }
    (m, u)
}

/// How two records picked blindly agree: what records of two persons look like before anything is known of them.
fn strangers(schema: &Schema, table: &Table) -> Vec<[f64; LEVELS]> {
    let mut counts = vec![[0.0; LEVELS]; schema.fields.len()];
    let records = table.len() as u64;
    for n in 0..PICKED {
        let pick = |n: u64| u32::try_from(mix(n) % records.max(1)).unwrap_or(0);
        let (a, b) = (pick(2 * n + 1), pick(2 * n + 2));
        if a == b {
            continue;
        }
        let (pattern, _) = compare::pair(schema, table, a, b);
        for (field, levels) in counts.iter_mut().enumerate() {
            if let Some(count) = levels.get_mut(level_of(pattern, field)) {
                *count += 1.0;
            }
        }
    }
    counts
}

fn first(schema: &Schema, strangers: &[[f64; LEVELS]]) -> Shares {
    let share = |(spec, u): (&Field, &[f64; LEVELS])| {
        let experience = experience(spec.kind).map(|share| share * PICKED as f64);
        shares_of(&experience, u, LEVELS)
    };
    schema.fields.iter().zip(strangers).map(share).collect()
}

pub(crate) fn learn(schema: &Schema, table: &Table, tallies: &[Tally]) -> Result<(Shares, f64), LearnError> {
    let strangers = strangers(schema, table);
    let mut shares = first(schema, &strangers);
    let mut lambda = 0.3;
    let all: f64 = tallies.iter().map(|tally| tally.count).sum();
    for _ in 0..ROUNDS {
        let mut next = shares.clone();
        for (field, (spec, next)) in schema.fields.iter().zip(&mut next).enumerate() {
            let (mut m, mut u) =
                seen(tallies, field, |tally| probability(bits(&shares, lambda, tally.pattern, Some(field))));
            let mass: f64 = m.iter().skip(1).sum::<f64>() * EXPERIENCE + LITTLE;
            for (m, usual) in m.iter_mut().zip(experience(spec.kind)) {
                *m += usual * mass;
            }
            let picked: f64 =
                strangers.get(field).map_or(1.0, |levels| levels.iter().skip(1).sum::<f64>()).max(1.0);
            let mass = (u.iter().skip(1).sum::<f64>() * EXPERIENCE + LITTLE) / picked;
            for (u, count) in u.iter_mut().zip(strangers.get(field).into_iter().flatten()) {
                *u += count * mass;
            }
            *next = shares_of(&m, &u, LEVELS);
        }
        shares = next;
        let matches: f64 =
            tallies.iter().map(|t| t.count * probability(bits(&shares, lambda, t.pattern, None))).sum();
        lambda = (matches / all).clamp(1e-5, 0.95);
    }
    // Where a field is known at all, its agreement must speak for one person.
    let parted = shares.iter().all(|levels| levels.get(1).map_or(0.0, Share::bits) > -0.5);
    if parted && SANE.contains(&lambda) { Ok((shares, lambda)) } else { Err(LearnError::Diverged) }
}
