//! A search: names ranked, then the persons who bear them, weighed with what else was said.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::asked::{Asked, asked};
use super::names::NONE;
use super::persons::{Index, Row, UNKNOWN};
use super::rank::{aligned, rank};
use crate::align::Likeness;

/// Persons looked at for one query: who shares the commonest names is found by saying more.
const LOOKED_AT: usize = 20_000;
/// What the father's name is worth beside the person's own.
const FATHER: f32 = 0.35;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The name, in either script.
    pub name: String,
    /// The father's or husband's name.
    pub father: Option<String>,
    /// Only of this district, or of none known.
    pub district: Option<u16>,
    /// Only born in these years, or in none known.
    pub born: Option<RangeInclusive<u16>>,
}

/// A person who bears such a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The caller's number.
    pub id: u64,
    /// From 0 to 1: how alike the names are that were asked for and found. No probability, and of no person.
    pub score: f32,
    /// The name's words: the left are the query's.
    pub name: Likeness,
    /// The father's, when one was asked for and is known.
    pub father: Option<Likeness>,
}

impl Index {
    /// The persons whose names are most alike, best first, by number where they are equal.
    #[must_use]
    pub fn search(&self, query: &Query, limit: usize) -> Vec<Hit> {
        let words = asked(&query.name, &self.names.tokens, &self.lexicon);
        let fathers = query.father.as_deref().map(|name| asked(name, &self.names.tokens, &self.lexicon));
        let mut hits: Vec<Hit> = Vec::new();
        let mut at_of: HashMap<u32, usize> = HashMap::new();
        let mut known = HashMap::new();
        let mut looked_at = 0;
        for (name, likeness) in rank(&words, &self.names) {
            if looked_at >= LOOKED_AT || self.is_enough(&hits, limit, likeness.score, fathers.is_some()) {
                break;
            }
            let mut at = self.names.rows.get(name as usize).map_or(NONE, |row| row.head);
            while let Some(link) = self.links.get(at as usize).filter(|_| looked_at < LOOKED_AT) {
                at = link.next;
                looked_at += 1;
                let Some(row) = self.rows.get(link.person as usize).filter(|_| !link.father) else {
                    continue;
                };
                if !fits(row, query) || at_of.contains_key(&link.person) {
                    continue;
                }
                let father = fathers.as_ref().and_then(|asked| self.father(asked, row, &mut known));
                let score = weighed(likeness.score, fathers.is_some(), father.as_ref());
                at_of.insert(link.person, hits.len());
                hits.push(Hit { id: row.id, score, name: likeness.clone(), father });
            }
        }
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
        hits.truncate(limit);
        hits
    }

    /// Whether nobody of a name so little alike can come in.
    fn is_enough(&self, hits: &[Hit], limit: usize, next: f32, with_father: bool) -> bool {
        let best_possible = if with_father { (1.0 - FATHER) * next + FATHER } else { next };
        hits.len() >= limit && hits.iter().filter(|hit| hit.score > best_possible).count() >= limit
    }

    /// The best likeness of a father's name of this person; each distinct name is compared once.
    fn father(&self, asked: &[Asked], row: &Row, known: &mut HashMap<u32, Likeness>) -> Option<Likeness> {
        let mut best: Option<Likeness> = None;
        let mut at = row.links;
        while let Some(link) = self.links.get(at as usize) {
            at = link.beside;
            if link.father {
                let likeness =
                    known.entry(link.name).or_insert_with(|| aligned(asked, link.name, &self.names));
                if best.as_ref().is_none_or(|best| best.score < likeness.score) {
                    best = Some(likeness.clone());
                }
            }
        }
        best
    }
}

/// Who has no father's name on record is neither helped nor ruled out.
fn weighed(name: f32, asked: bool, father: Option<&Likeness>) -> f32 {
    if asked { (1.0 - FATHER) * name + FATHER * father.map_or(0.5, |likeness| likeness.score) } else { name }
}

fn fits(row: &Row, query: &Query) -> bool {
    let district = query.district.is_none_or(|asked| row.district == UNKNOWN || row.district == asked);
    let born = query.born.as_ref().is_none_or(|asked| row.born == UNKNOWN || asked.contains(&row.born));
    district && born
}
