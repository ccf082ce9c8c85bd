//! One record after another: the same keys, the same weights, the same clustering as a whole table at once, done again
//! only for the records that the new one is tied to.

use std::collections::BTreeSet;

use crate::batch::{Edge, edge};
use crate::cluster::{Decided, FORGOTTEN, Policy, Review, cluster_some};
use crate::index::Index;
use crate::model::Model;
use crate::table::{Table, TableError};
use crate::value::Record;

/// What a new record came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Inserted {
    /// Its row.
    pub row: u32,
    /// The rows of its person, itself among them.
    pub person: Vec<u32>,
    /// Rows whose person is now another than before, itself among them.
    pub changed: Vec<u32>,
    /// Pairs among the records it is tied to that wait for a reviewer.
    pub review: Vec<Review>,
    /// Records it was compared with.
    pub compared: usize,
}

/// Records that come one after another.
#[derive(Debug, Clone)]
pub struct Online {
    model: Model,
    policy: Policy,
    decided: Decided,
    table: Table,
    index: Index,
    /// Edges of each row, to both ends.
    edges: Vec<Vec<Edge>>,
    /// The person of each row, by a row of his.
    of: Vec<u32>,
}

impl Online {
    /// With nothing in it yet.
    ///
    /// # Errors
    /// [`TableError::Fields`].
    pub fn new(model: Model, policy: Policy) -> Result<Self, TableError> {
        let mut table = Table::new(model.schema())?;
        table.weigh(&model.counts());
        let (decided, index) = (Decided::default(), Index::default());
        Ok(Self { model, policy, decided, table, index, edges: Vec::new(), of: Vec::new() })
    }

    /// Takes a record in.
    ///
    /// # Errors
    /// [`TableError`] when it does not fit; nothing is changed then.
    pub fn insert(&mut self, record: &Record) -> Result<Inserted, TableError> {
        let row = self.table.push(self.model.schema(), record)?;
        self.edges.push(Vec::new());
        self.of.push(row);
        let others = self.index.insert(self.model.schema(), &self.table, row);
        for other in &others {
            let found = edge(&self.model, &self.table, row, *other);
            if found.weight >= FORGOTTEN || found.alert {
                for end in [row, *other] {
                    if let Some(edges) = self.edges.get_mut(end as usize) {
                        edges.push(found);
                    }
                }
            }
        }
        let (mut changed, review) = self.again(&[row]);
        if !changed.contains(&row) {
            changed.push(row);
        }
        Ok(Inserted { row, person: self.person(row), changed, review, compared: others.len() })
    }

    /// A reviewer's decision on two rows; answers the rows whose person changed.
    pub fn decide(&mut self, a: u32, b: u32, same: bool) -> Vec<u32> {
        let other = |pair: &(u32, u32)| *pair != (a.min(b), a.max(b));
        self.decided.same.retain(other);
        self.decided.not.retain(other);
        let list = if same { &mut self.decided.same } else { &mut self.decided.not };
        list.push((a.min(b), a.max(b)));
        self.again(&[a, b]).0
    }

    /// The rows of a row's person.
    #[must_use]
    pub fn person(&self, row: u32) -> Vec<u32> {
        let of = self.of.get(row as usize);
        let tied = self.tied(&[row]);
        tied.into_iter().filter(|other| self.of.get(*other as usize) == of).collect()
    }

    /// The records.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// For each row a row of its person, the same one for all of them.
    #[must_use]
    pub fn of(&self) -> &[u32] {
        &self.of
    }

    /// Rows that evidence enough to join, or a decision, ties to these, over however many steps.
    fn tied(&self, from: &[u32]) -> BTreeSet<u32> {
        let mut seen: BTreeSet<u32> = from.iter().copied().collect();
        let mut next: Vec<u32> = from.to_vec();
        while let Some(row) = next.pop() {
            let edges = self.edges.get(row as usize).into_iter().flatten();
            let strong = edges.filter(|edge| edge.weight >= self.policy.automatic && !edge.alert);
            let decided = self.decided.same.iter().filter(|(a, b)| *a == row || *b == row).copied();
            for (a, b) in strong.map(|edge| (edge.a, edge.b)).chain(decided) {
                let other = if a == row { b } else { a };
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
        seen
    }

    /// Clusters again what is tied to these rows; answers whose person changed, and what waits for a reviewer.
    fn again(&mut self, from: &[u32]) -> (Vec<u32>, Vec<Review>) {
        let rows: Vec<u32> = self.tied(from).into_iter().collect();
        let edges = rows.iter().filter_map(|row| self.edges.get(*row as usize).map(|edges| (row, edges)));
        // An edge stands at both its ends; one with an end outside is only for review, and stands at one.
        let once = |(row, edges): (&u32, &Vec<Edge>)| {
            let inside = |edge: &Edge| edge.a == *row || rows.binary_search(&edge.a).is_err();
            edges.iter().filter(|edge| inside(edge)).copied().collect::<Vec<Edge>>()
        };
        let edges: Vec<Edge> = edges.flat_map(once).collect();
        let near: BTreeSet<u32> = rows.iter().copied().collect();
        let decided = Decided {
            same: self.decided.same.iter().filter(|(a, _)| near.contains(a)).copied().collect(),
            not: self
                .decided
                .not
                .iter()
                .filter(|(a, b)| near.contains(a) || near.contains(b))
                .copied()
                .collect(),
        };
        let (of, review) = cluster_some(&self.model, &self.table, &rows, &edges, &decided, &self.policy);
        (self.put(&rows, &of), review)
    }

    fn put(&mut self, rows: &[u32], of: &[u32]) -> Vec<u32> {
        let mut changed = Vec::new();
        for (row, person) in rows.iter().zip(of) {
            if let Some(place) = self.of.get_mut(*row as usize).filter(|place| *place != person) {
                *place = *person;
                changed.push(*row);
            }
        }
        changed
    }
}
