//! Silver labels: an equal identifier with a name that agrees somewhat is taken for one person, identifiers more than two
//! slips apart for two. Both are taken from inside the pairs that are compared, where the weights will be used; only
//! the share of matches is then found by expectation and maximisation. With m and u both free the same algorithm was
//! seen to run away at a million records.

use super::{Reviewed, Shares, Tally, bits, probability, share_of_matches, shares_of};
use crate::compare::{self, LEVELS, level_of, name};
use crate::identifier;
use crate::schema::Schema;
use crate::table::Table;

/// A reviewer's decision counts as so many silver labels.
const REVIEWED: f64 = 5.0;

/// Levels counted by field, for matches and for others.
pub(crate) struct Labelled {
    counts: [Vec<[f64; LEVELS]>; 2],
    pairs: [f64; 2],
}

impl Labelled {
    pub fn matches(&self) -> f64 {
        self.pairs[0]
    }

    pub fn others(&self) -> f64 {
        self.pairs[1]
    }

    fn add(&mut self, pattern: u64, count: f64, same: bool) {
        let [matches, others] = &mut self.counts;
        let [m, u] = &mut self.pairs;
        let (counts, pairs) = if same { (matches, m) } else { (others, u) };
        *pairs += count;
        for (field, levels) in counts.iter_mut().enumerate() {
            if let Some(seen) = levels.get_mut(level_of(pattern, field)) {
                *seen += count;
            }
        }
    }
}

/// What a pattern is taken for; `None` where its identifiers do not tell.
fn label(schema: &Schema, pattern: u64) -> Option<bool> {
    let seen = level_of(pattern, schema.roles.identity?) as u8;
    let name = schema.roles.name.map_or(0, |name| level_of(pattern, name) as u8);
    match seen {
        identifier::SAME if (name::EXACT..=name::SOME).contains(&name) => Some(true),
        identifier::LOCAL | identifier::DIFFERS => Some(false),
        _ => None,
    }
}

pub(crate) fn labelled(schema: &Schema, table: &Table, tallies: &[Tally], reviewed: &[Reviewed]) -> Labelled {
    let none = vec![[0.0; LEVELS]; schema.fields.len()];
    let mut out = Labelled { counts: [none.clone(), none], pairs: [0.0; 2] };
    for tally in tallies {
        if let Some(same) = label(schema, tally.pattern) {
            out.add(tally.pattern, tally.count, same);
        }
    }
    for decided in reviewed {
        out.add(compare::pair(schema, table, decided.a, decided.b).0, REVIEWED, decided.same);
    }
    out
}

pub(crate) fn learn(schema: &Schema, tallies: &[Tally], labelled: &Labelled) -> (Shares, f64) {
    let [matches, others] = &labelled.counts;
    let mut shares: Shares = matches.iter().zip(others).map(|(m, u)| shares_of(m, u, LEVELS)).collect();
    let identity = schema.roles.identity;
    // The identifier cannot be weighed by labels that it made: the other fields say who is a match, and it is counted.
    if let Some(levels) = identity.and_then(|field| shares.get_mut(field)) {
        *levels = Default::default();
    }
    let mut lambda = share_of_matches(&shares, tallies, 0.2);
    if let Some(field) = identity {
        for _ in 0..3 {
            let (mut m, mut u) = ([0.0; LEVELS], [0.0; LEVELS]);
            for tally in tallies {
                let sure = probability(bits(&shares, lambda, tally.pattern, Some(field)));
                let level = level_of(tally.pattern, field);
                if let (Some(m), Some(u)) = (m.get_mut(level), u.get_mut(level)) {
                    *m += tally.count * sure;
                    *u += tally.count * (1.0 - sure);
                }
            }
            if let Some(levels) = shares.get_mut(field) {
                *levels = shares_of(&m, &u, LEVELS);
            }
            lambda = share_of_matches(&shares, tallies, lambda);
        }
    }
    (shares, lambda)
}
