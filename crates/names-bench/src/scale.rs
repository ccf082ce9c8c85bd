//! Millions of people of nobody in memory: how long a search takes, how much is held, how soon one is found.

use std::time::Duration;

use roznamcha_names::index::{Index, Query};

use crate::chance::Chance;
use crate::clock::{megabytes, time};
use crate::people::{Source, person};
use crate::recall::learn;
use crate::sets::Learned;

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// People.
    pub persons: u32,
    /// Searches of each kind.
    pub searches: u32,
    /// What they are drawn from.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Figures {
    /// People.
    pub persons: usize,
    /// Processor time of putting them all in.
    pub built: Duration,
    /// Megabytes held for it.
    pub megabytes: Option<u64>,
    /// Searches by a name spelled anew.
    pub by_name: Kind,
    /// Searches by name, father's name, district and years.
    pub by_more: Kind,
    /// Putting one more person in and finding him by his own name.
    pub insert: Vec<Duration>,
}

/// Searches of one kind.
#[derive(Debug, Clone, Default)]
pub struct Kind {
    /// Their times.
    pub times: Vec<Duration>,
    /// How many had the person among the first ten.
    pub found: usize,
}

/// Builds and searches.
#[must_use]
pub fn measure(scale: &Scale, pairs: Option<&[Learned]>) -> Figures {
    let source = Source::new(pairs);
    let before = megabytes();
    let mut index = Index::new(pairs.map(learn).unwrap_or_default());
    let ((), built) = time(|| {
        for number in 0..u64::from(scale.persons) {
            index.put(number, &person(&source, scale.seed, number).person);
        }
    });
    let held = before.zip(megabytes()).map(|(before, after)| after.saturating_sub(before));
    let mut chance = Chance::new(scale.seed.wrapping_add(1));
    let (mut by_name, mut by_more) = (Kind::default(), Kind::default());
    for _ in 0..scale.searches {
        let number = chance.draw() % u64::from(scale.persons.max(1));
        let made = person(&source, scale.seed, number);
        let name = Query { name: made.asked, ..Query::default() };
        search(&index, &name, number, &mut by_name);
        let born = made.person.born.map(|year| year - 2..=year + 2);
        let more = Query { father: Some(made.father), district: made.person.district, born, ..name };
        search(&index, &more, number, &mut by_more);
    }
    let mut insert = Vec::new();
    for number in (u64::from(scale.persons)..).take(scale.searches.min(100) as usize) {
        let made = person(&source, scale.seed, number).person;
        let name = made.names.first().cloned().unwrap_or_default();
        let query =
            Query { name, father: made.fathers.first().cloned(), district: made.district, born: None };
        let (_, took) = time(|| {
            index.put(number, &made);
            index.search(&query, 10)
        });
        insert.push(took);
    }
    Figures { persons: scale.persons as usize, built, megabytes: held, by_name, by_more, insert }
}

fn search(index: &Index, query: &Query, number: u64, kind: &mut Kind) {
    let (hits, took) = time(|| index.search(query, 10));
    kind.times.push(took);
    kind.found += usize::from(hits.iter().any(|hit| hit.id == number));
}
