//! Places far from all others: a wrong number, another projection, or x and y the wrong way round.

use crate::fact::Facts;
use crate::refusal::{Refusal, Refusals};

/// A thousandth of the crimes on each side says nothing of where the others are.
const TAIL: f64 = 0.001;

/// Takes out what lies further from the bulk of the crimes than the bulk is wide, or `least` (in the units of the
/// coordinates) where that is more; how many, by reason. Give it only what is before the origin: nothing later may
/// decide what is far.
#[must_use]
pub fn without_strays(facts: &Facts, least: f64) -> (Facts, Refusals) {
    let mut refused = Refusals::new();
    let Some(within) = bulk(facts, least) else { return (facts.clone(), refused) };
    let strays = facts.places.iter().filter(|place| !inside(&within, **place));
    for [x, y] in strays {
        let why = if inside(&within, [*y, *x]) { Refusal::Swapped } else { Refusal::Far };
        *refused.entry(why).or_default() += 1;
    }
    if refused.is_empty() {
        return (facts.clone(), refused);
    }
    (facts.only(|fact| inside(&within, [fact.x, fact.y])), refused)
}

type Bounds = [(f64, f64); 2];

fn inside(bounds: &Bounds, [x, y]: [f64; 2]) -> bool {
    let [(west, east), (south, north)] = bounds;
    (west..=east).contains(&&x) && (south..=north).contains(&&y)
}

fn bulk(facts: &Facts, least: f64) -> Option<Bounds> {
    let along = |axis: usize| {
        let mut all: Vec<f64> = facts.places.iter().filter_map(|place| place.get(axis).copied()).collect();
        let tail = ((all.len() as f64 * TAIL).ceil() as usize).min(all.len().saturating_sub(1) / 4);
        let last = all.len().checked_sub(1 + tail)?;
        let low = *all.select_nth_unstable_by(tail, f64::total_cmp).1;
        let high = *all.select_nth_unstable_by(last, f64::total_cmp).1;
        let margin = (high - low).max(least);
        Some((low - margin, high + margin))
    };
    Some([along(0)?, along(1)?])
}
