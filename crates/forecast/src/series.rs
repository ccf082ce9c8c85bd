//! What happened on the squares, day by day.

use crate::fact::{Class, Fact};
use crate::grid::{Grid, Spot};
use crate::time::DAY;

/// A part of a crime on one day: the whole of it when its day is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Event {
    pub(crate) day: i32,
    /// The day on which it was known.
    pub(crate) known: i32,
    pub(crate) spot: Spot,
    pub(crate) weight: f32,
    pub(crate) class: Class,
}

/// Crimes on the squares of a grid, in the order in which they became known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Series {
    events: Vec<Event>,
}

impl Series {
    /// Crimes that lie on squares with a history; places are already metres. A crime of uncertain time is parted evenly
    /// among its days.
    pub(crate) fn new(grid: &Grid, facts: impl Iterator<Item = Fact>) -> Self {
        let mut events = Vec::new();
        for fact in facts {
            let spot = grid.spot([fact.x, fact.y]).filter(|spot| grid.number(spot.square).is_some());
            let Some(spot) = spot else { continue };
            let (first, last) = (fact.from.div_euclid(DAY), fact.to.div_euclid(DAY));
            let (known, weight) = (fact.known.div_euclid(DAY), 1.0 / (last - first + 1) as f32);
            events.extend((first..=last).map(|day| Event { day, known, spot, weight, class: fact.class }));
        }
        // The order within a day is settled too, so that sums do not depend on the order of the file.
        let key = |e: &Event| {
            (e.known, e.day, e.spot.square, e.spot.within.map(f32::to_bits), e.weight.to_bits(), e.class)
        };
        events.sort_unstable_by_key(key);
        Self { events }
    }

    /// Those of some classes.
    pub(crate) fn of(&self, classes: &[Class]) -> Self {
        Self { events: self.events.iter().filter(|event| classes.contains(&event.class)).copied().collect() }
    }

    /// Those that became known on the days from `from` and before `to`.
    pub(crate) fn known(&self, from: i32, to: i32) -> &[Event] {
        let first = self.events.partition_point(|event| event.known < from);
        let last = self.events.partition_point(|event| event.known < to);
        self.events.get(first..last).unwrap_or_default()
    }

    /// The first day of what is known before a day.
    pub(crate) fn begins(&self, before: i32) -> Option<i32> {
        self.known(i32::MIN, before).iter().map(|event| event.day).min()
    }

    /// The days from `from` and before `to`, on each square with a history, as known before `seen`.
    pub(crate) fn counts(&self, grid: &Grid, [from, to]: [i32; 2], seen: i32) -> Vec<f32> {
        let mut counts = vec![0.0; grid.len()];
        for event in self.known(from, seen).iter().filter(|event| (from..to).contains(&event.day)) {
            if let Some(count) = grid.number(event.spot.square).and_then(|number| counts.get_mut(number)) {
                *count += event.weight;
            }
        }
        counts
    }
}
