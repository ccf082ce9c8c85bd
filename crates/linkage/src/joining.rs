//! Two sides joined after two sides, the strongest mean first.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use crate::batch::Edge;
use crate::cluster::{Decided, FORGOTTEN, Policy};
use crate::guard::{Known, Refusal};
use crate::schema::Schema;
use crate::table::Table;

/// Two sides that may be joined.
#[derive(Debug, Clone, Copy)]
struct Offer {
    /// Mean bits over all pairs between them.
    mean: f32,
    /// The lowest callers' numbers of the sides: who goes first of two alike, whatever rows they stand in.
    keys: (u64, u64),
    /// Their roots, and how many rows they had: an offer to sides that have grown since is void.
    a: (u32, u32),
    b: (u32, u32),
}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.keys.cmp(&self.keys))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Offer {}

/// A side: one row or more.
struct Side {
    rows: Vec<u32>,
    known: Known,
    /// Rows that a reviewer told from these.
    not: Vec<u32>,
    /// The pairs of its rows: the other row, the bits.
    near: Vec<(u32, f32)>,
    /// The lowest of the caller's numbers.
    key: u64,
}

pub(crate) struct Joining<'a> {
    schema: &'a Schema,
    table: &'a Table,
    decided: &'a Decided,
    automatic: f32,
    guards: crate::guard::Guards,
    /// The rows in order, and for each place the place of its parent.
    rows: &'a [u32],
    parents: Vec<u32>,
    /// The pairs of each place: those of `n` are `near[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    near: Vec<(u32, f32)>,
    told: HashSet<u32>,
    sides: HashMap<u32, Side>,
    offers: BinaryHeap<Offer>,
}

impl<'a> Joining<'a> {
    /// `rows` ascending.
    pub fn new(
        schema: &'a Schema,
        table: &'a Table,
        rows: &'a [u32],
        edges: &[Edge],
        decided: &'a Decided,
        policy: &Policy,
    ) -> Self {
        let mut out = Self {
            schema,
            table,
            decided,
            automatic: policy.automatic,
            guards: policy.guards,
            rows,
            parents: (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect(),
            starts: vec![0; rows.len() + 1],
            near: Vec::new(),
            told: decided.not.iter().flat_map(|(a, b)| [*a, *b]).collect(),
            sides: HashMap::new(),
            offers: BinaryHeap::new(),
        };
        out.connect(edges);
        out
    }

    fn place(&self, row: u32) -> Option<u32> {
        match self.rows.get(row as usize) {
            Some(there) if *there == row => Some(row),
            _ => self.rows.binary_search(&row).ok().and_then(|place| u32::try_from(place).ok()),
        }
    }

    fn connect(&mut self, edges: &[Edge]) {
        let ends: Vec<(u32, u32, f32)> = edges
            .iter()
            .filter(|edge| edge.weight >= FORGOTTEN && !edge.alert)
            .filter_map(|edge| Some((self.place(edge.a)?, self.place(edge.b)?, edge.weight)))
            .collect();
        for (a, b, _) in &ends {
            for end in [a, b] {
                if let Some(count) = self.starts.get_mut(*end as usize + 1) {
                    *count += 1;
                }
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        let mut next = self.starts.clone();
        self.near = vec![(0, 0.0); ends.len() * 2];
        for (a, b, weight) in &ends {
            for (one, other) in [(a, b), (b, a)] {
                let Some(at) = next.get_mut(*one as usize) else { continue };
                if let Some(place) = self.near.get_mut(*at as usize) {
                    *place = (*other, *weight);
                }
                *at += 1;
            }
        }
        for (a, b, weight) in ends {
            if weight >= self.automatic {
                let keys = (self.key(a), self.key(b));
                let keys = (keys.0.min(keys.1), keys.0.max(keys.1));
                self.offers.push(Offer { mean: weight, keys, a: (a, 1), b: (b, 1) });
            }
        }
    }

    fn key(&self, place: u32) -> u64 {
        self.rows.get(place as usize).and_then(|row| self.table.key(*row)).unwrap_or(u64::MAX)
    }

    /// Joins whom decisions join, then whom evidence does.
    pub fn run(&mut self) {
        for (a, b) in &self.decided.same {
            let Some((a, b)) = self.place(*a).zip(self.place(*b)) else { continue };
            let (a, b) = (self.find(a), self.find(b));
            if a != b {
                self.join(a, b);
            }
        }
        while let Some(offer) = self.offers.pop() {
            let stands = |side: (u32, u32), work: &Self| work.size(side.0) == Some(side.1);
            let (a, b) = (offer.a.0, offer.b.0);
            if stands(offer.a, self) && stands(offer.b, self) && self.refusal(a, b).is_none() {
                self.join(a, b);
            }
        }
    }

    /// The lowest row of a row's person.
    pub fn root(&mut self, row: u32) -> u32 {
        let Some(place) = self.place(row) else { return row };
        let root = self.find(place);
        self.rows.get(root as usize).copied().unwrap_or(row)
    }

    /// Why two persons, by their lowest rows, may not be one.
    pub fn refused(&mut self, a: u32, b: u32) -> Option<Refusal> {
        let (a, b) = self.place(a).zip(self.place(b))?;
        self.refusal(a, b)
    }

    fn find(&mut self, place: u32) -> u32 {
        let mut at = place;
        while let Some(parent) = self.parents.get(at as usize).copied().filter(|parent| *parent != at) {
            let above = self.parents.get(parent as usize).copied().unwrap_or(parent);
            if let Some(place) = self.parents.get_mut(at as usize) {
                *place = above;
            }
            at = above;
        }
        at
    }

    /// How many rows a side has; `None` of what is a side no more.
    fn size(&self, root: u32) -> Option<u32> {
        let lives = self.parents.get(root as usize) == Some(&root);
        lives.then(|| self.sides.get(&root).map_or(1, |side| side.rows.len() as u32))
    }

    fn side(&mut self, root: u32) -> Side {
        self.sides.remove(&root).unwrap_or_else(|| {
            let row = self.rows.get(root as usize).copied().unwrap_or(u32::MAX);
            let told = |(a, b): &(u32, u32)| match row {
                row if row == *a => Some(*b),
                row if row == *b => Some(*a),
                _ => None,
            };
            let decided = self.told.contains(&row).then_some(&self.decided.not);
            let at = |n: usize| self.starts.get(n).map(|start| *start as usize);
            let range = at(root as usize).zip(at(root as usize + 1));
            let near = range.and_then(|(from, to)| self.near.get(from..to)).unwrap_or(&[]);
            Side {
                rows: vec![row],
                known: Known::of(self.schema, self.table, row),
                not: decided.into_iter().flatten().filter_map(told).collect(),
                near: near.to_vec(),
                key: self.key(root),
            }
        })
    }

    fn refusal(&mut self, a: u32, b: u32) -> Option<Refusal> {
        let (one, two) = (self.side(a), self.side(b));
        let told = one.not.iter().any(|row| two.rows.contains(row));
        let why = if told { Some(Refusal::Reviewer) } else { one.known.refuses(&two.known, self.guards) };
        self.sides.insert(a, one);
        self.sides.insert(b, two);
        why
    }

    fn join(&mut self, a: u32, b: u32) {
        let (mut one, mut two) = (self.side(a), self.side(b));
        if one.rows.len() < two.rows.len() {
            std::mem::swap(&mut one, &mut two);
        }
        one.known.join(&two.known);
        one.rows.append(&mut two.rows);
        one.not.append(&mut two.not);
        one.near.append(&mut two.near);
        one.key = one.key.min(two.key);
        let root = a.min(b);
        if let Some(parent) = self.parents.get_mut(a.max(b) as usize) {
            *parent = root;
        }
        self.offer(root, &mut one);
        self.sides.insert(root, one);
    }

    /// Offers a side to every other that evidence ties it to.
    fn offer(&mut self, root: u32, side: &mut Side) {
        for (place, _) in &mut side.near {
            *place = self.find(*place);
        }
        side.near.retain(|(place, _)| *place != root);
        side.near.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
        let size = side.rows.len() as u32;
        for pairs in side.near.chunk_by(|x, y| x.0 == y.0) {
            let Some((other, _)) = pairs.first() else { continue };
            let Some(others) = self.size(*other) else { continue };
            let all = size * others;
            let missing = all.saturating_sub(pairs.len() as u32) as f32 * FORGOTTEN;
            let mean = (pairs.iter().map(|(_, bits)| bits).sum::<f32>() + missing) / all as f32;
            if mean >= self.automatic {
                let key = self.sides.get(other).map_or_else(|| self.key(*other), |side| side.key);
                let keys = (side.key.min(key), side.key.max(key));
                self.offers.push(Offer { mean, keys, a: (root, size), b: (*other, others) });
            }
        }
    }
}
