//! Persons with numbers that stay. A person's number is that of one of his records. Of two joined the older number
//! stays, the other leads to it; of one parted each side gets the number it had before, or else the larger side keeps
//! the number. Everything is computed from the events alone, in the order of their time: in whatever order they arrive,
//! the persons are the same, and what was joined and parted again is as it was.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::event::Event;
use super::groups::{Groups, Standing};

/// Why an event is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LogError {
    /// Another event has its number.
    #[error("the event {0} is written already, and says something else")]
    Other(u64),
    /// It is about one record only.
    #[error("the event {0} names one record twice")]
    One(u64),
}

/// The persons, and the events from which they follow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entities {
    events: BTreeMap<(i64, u64), Event>,
    places: BTreeMap<u64, (i64, u64)>,
    /// The record by which all are named that events ever tied together.
    tie: BTreeMap<u64, u64>,
    /// Those records.
    tied: BTreeMap<u64, BTreeSet<u64>>,
    /// The person of each record.
    person: BTreeMap<u64, u64>,
}

impl Entities {
    /// Takes an event; one that came before is taken once.
    ///
    /// # Errors
    /// [`LogError`]; nothing is changed then.
    pub fn take(&mut self, event: &Event) -> Result<(), LogError> {
        if event.a == event.b {
            return Err(LogError::One(event.id));
        }
        if let Some(before) = self.places.get(&event.id).and_then(|place| self.events.get(place)) {
            return if before == event { Ok(()) } else { Err(LogError::Other(event.id)) };
        }
        self.events.insert(event.place(), event.clone());
        self.places.insert(event.id, event.place());
        let records = self.knot(event.a, event.b);
        self.replay(&records);
        Ok(())
    }

    /// The number of a record's person: of a record no event named, its own.
    #[must_use]
    pub fn person(&self, record: u64) -> u64 {
        self.person.get(&record).copied().unwrap_or(record)
    }

    /// The person to whom a number leads, though it was given up long ago.
    #[must_use]
    pub fn resolve(&self, number: u64) -> u64 {
        let lives = |person: u64| self.records(person).iter().any(|record| self.person(*record) == person);
        if lives(number) { number } else { self.person(number) }
    }

    /// The records of a person.
    #[must_use]
    pub fn records(&self, person: u64) -> BTreeSet<u64> {
        let all = self.tie.get(&person).and_then(|tie| self.tied.get(tie));
        match all {
            Some(all) => all.iter().copied().filter(|record| self.person(*record) == person).collect(),
            None => BTreeSet::from([person]),
        }
    }

    /// Every event in the order of time.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.values()
    }

    /// Ties two records together for good, as far as what must be computed together goes.
    fn knot(&mut self, a: u64, b: u64) -> BTreeSet<u64> {
        let tie = |record: u64| self.tie.get(&record).copied().unwrap_or(record);
        let (one, two) = (tie(a), tie(b));
        let mut all = self.tied.remove(&one).unwrap_or_default();
        all.append(&mut self.tied.remove(&two).unwrap_or_default());
        all.extend([a, b]);
        let name = one.min(two);
        for record in &all {
            self.tie.insert(*record, name);
        }
        self.tied.insert(name, all.clone());
        all
    }

    /// The persons of these records again from their first event.
    fn replay(&mut self, records: &BTreeSet<u64>) {
        let mut standing = Standing::default();
        let mut history = History::new(records);
        for event in self.events.values().filter(|event| records.contains(&event.a)) {
            standing.take(event);
            history.step(&standing.groups(records));
        }
        self.person.extend(history.person);
    }
}

/// Numbers through time.
struct History {
    all: BTreeSet<u64>,
    person: BTreeMap<u64, u64>,
    /// What number a group of records had when it last was a person.
    had: BTreeMap<BTreeSet<u64>, u64>,
}

impl History {
    fn new(records: &BTreeSet<u64>) -> Self {
        let alone = |record: &u64| (BTreeSet::from([*record]), *record);
        Self {
            all: records.clone(),
            person: records.iter().map(|r| (*r, *r)).collect(),
            had: records.iter().map(alone).collect(),
        }
    }

    /// Gives every group its number: who came through unchanged keeps his; then who was a person before gets that one
    /// again; then the oldest number among the group's, the larger group first; then the number of a record of its own.
    fn step(&mut self, groups: &Groups) {
        let mut taken = BTreeSet::new();
        let mut given: Vec<(u64, &BTreeSet<u64>)> = Vec::new();
        let mut order: Vec<&BTreeSet<u64>> = groups.values().collect();
        order.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        let (known, new): (Vec<_>, Vec<_>) =
            order.into_iter().partition(|group| self.had.contains_key(*group));
        let mut rest = new;
        for group in known {
            match self.had.get(group).copied().filter(|number| taken.insert(*number)) {
                Some(number) => given.push((number, group)),
                None => rest.push(group),
            }
        }
        for group in rest {
            let before: BTreeSet<u64> =
                group.iter().filter_map(|record| self.person.get(record)).copied().collect();
            // The last resort is the number of any record tied to these: there are as many as there could be groups.
            let mut wanted = before.iter().chain(group).chain(&self.all);
            if let Some(number) = wanted.find(|number| !taken.contains(*number)).copied() {
                taken.insert(number);
                given.push((number, group));
            }
        }
        for (number, group) in given {
            self.person.extend(group.iter().map(|record| (*record, number)));
            self.had.insert(group.clone(), number);
        }
    }
}
