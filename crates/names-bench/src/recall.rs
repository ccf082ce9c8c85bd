//! How often the right name is among the first ten.

use roznamcha_names::Lexicon;
use roznamcha_names::index::{Index, Person, Query};
use std::time::Duration;

use crate::clock::time;
use crate::peer::Trigrams;
use crate::sets::{Learned, Set};

/// How one system did on one set.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The set.
    pub set: String,
    /// The system.
    pub system: &'static str,
    /// Queries asked.
    pub queries: usize,
    /// Share of the queries with a right name among the first ten.
    pub found: f64,
    /// Share of the queries whose first answer was right.
    pub first: f64,
    /// Mean share of the right names, of ten at most, that were among the first ten.
    pub share: f64,
    /// Times of the queries.
    pub times: Vec<Duration>,
}

/// A lexicon of what may be learned.
#[must_use]
pub fn learn(pairs: &[Learned]) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (script, roman, times) in pairs {
        lexicon.learn(script, roman, *times);
    }
    lexicon
}

/// Ours on a set.
#[must_use]
pub fn ours(set: &Set, lexicon: &Lexicon) -> Outcome {
    let mut index = Index::new(lexicon.clone());
    for (name, line) in set.pool.iter().zip(0_u64..) {
        index.put(line, &Person { names: vec![name.clone()], ..Person::default() });
    }
    ask(set, "ours", |name| {
        let query = Query { name: name.to_owned(), ..Query::default() };
        index.search(&query, 11).into_iter().map(|hit| hit.id).collect()
    })
}

/// The formula of pg_trgm on a set, by what the `deunicode` crate writes of both sides.
#[must_use]
pub fn peer(set: &Set) -> Outcome {
    let trigrams = Trigrams::new(&set.pool);
    ask(set, "trigrams of pg_trgm", |name| trigrams.search(name, 11))
}

fn ask(set: &Set, system: &'static str, search: impl Fn(&str) -> Vec<u64>) -> Outcome {
    let (mut found, mut first, mut share) = (0, 0, 0.0);
    let mut times = Vec::new();
    for asked in &set.queries {
        let (answers, took) = time(|| search(&asked.name));
        times.push(took);
        let answers: Vec<u64> =
            answers.into_iter().filter(|line| Some(*line) != asked.itself).take(10).collect();
        let right = answers.iter().filter(|line| asked.right.contains(line)).count();
        found += usize::from(right > 0);
        first += usize::from(answers.first().is_some_and(|line| asked.right.contains(line)));
        share += of(right, asked.right.len().min(10));
    }
    let queries = set.queries.len();
    let name = set.name.clone();
    let (found, first) = (of(found, queries), of(first, queries));
    #[expect(clippy::cast_precision_loss, reason = "thousands of queries")]
    let share = share / queries.max(1) as f64;
    Outcome { set: name, system, queries, found, first, share, times }
}

#[expect(clippy::cast_precision_loss, reason = "thousands of queries")]
fn of(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
