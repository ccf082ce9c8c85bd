//! Addresses, occupations, long names: what share of the rarer words of the shorter is in the longer.

use super::Seen;
use super::name::{Fit, fit};
use crate::words::Words;

/// What each level says, for explanations.
pub(crate) const LEVELS: [&str; 7] = [
    "missing",
    "same",
    "nearly all the same",
    "most the same",
    "half the same",
    "little the same",
    "nothing the same",
];

/// Every word the same, either way.
const ALL: u8 = 1;
/// The last level.
const NOTHING: u8 = 6;

pub(crate) fn compare(known: &Words, a: &[u32], b: &[u32]) -> Seen {
    if a.is_empty() || b.is_empty() {
        return Seen::default();
    }
    if a == b {
        return Seen { level: ALL, rare: sum(known, a) };
    }
    let mut rare = 0.0;
    let mut used = 0_u32;
    for x in a {
        let free = |m: usize| used >> m & 1 == 0;
        let same = b.iter().enumerate().position(|(m, y)| free(m) && x == y);
        let found = same.map(|m| (m, 1.0)).or_else(|| {
            let near = |y: &u32| known.get(*x).zip(known.get(*y)).and_then(|(x, y)| fit(x, y));
            let good = |found: Option<Fit>| found.is_some_and(|fit| fit <= Fit::Slip);
            b.iter().enumerate().position(|(m, y)| free(m) && good(near(y))).map(|m| (m, 0.8))
        });
        if let Some((m, share)) = found {
            used |= 1 << m;
            rare += share * known.get(*x).map_or(0.0, |word| word.bits);
        }
    }
    let least = sum(known, a).min(sum(known, b)).max(1e-3);
    let level = match rare / least {
        share if share >= 0.75 && a.len() == b.len() => 2,
        share if share >= 0.75 => 3,
        share if share >= 0.4 => 4,
        share if share > 0.0 => 5,
        _ => NOTHING,
    };
    Seen { level, rare }
}

fn sum(known: &Words, words: &[u32]) -> f32 {
    words.iter().filter_map(|word| known.get(*word)).map(|word| word.bits).sum()
}
