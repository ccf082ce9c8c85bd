//! From pairs to persons: the strongest evidence first, and nobody joined whom a guard keeps apart.
//!
//! Joining whatever hangs together collapses at scale: at a million records one false edge joins two persons, and those
//! two others. So every joining is asked of the guards with all that is known of both sides.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::batch::Edge;
use crate::guard::{Guards, Known, Refusal};
use crate::schema::Schema;
use crate::table::Table;

/// When records are joined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// From so many bits on they are joined without being asked for; the joining is marked as automatic.
    pub automatic: f32,
    /// From so many bits on a person looks at them.
    pub review: f32,
    /// What is kept apart.
    pub guards: Guards,
}

/// What persons decided: it holds against any weight.
#[derive(Debug, Clone, Default)]
pub struct Decided {
    /// Rows that are one person.
    pub same: Vec<(u32, u32)>,
    /// Rows that are not.
    pub not: Vec<(u32, u32)>,
}

/// Why a pair waits for a reviewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Evidence for one person, and not enough of it.
    Unsure,
    /// Enough evidence, but a guard stands between.
    Refused(Refusal),
    /// One identifier, two names.
    Alert,
}

/// A pair that a reviewer is to look at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Review {
    /// The evidence.
    pub edge: Edge,
    /// Why it waits.
    pub why: Why,
}

/// Who is who.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    /// For each row the lowest row of its person.
    pub of: Vec<u32>,
    /// Pairs to look at, one for each two persons, the strongest.
    pub review: Vec<Review>,
    /// Joinings that were made by evidence, the strongest first.
    pub joined: Vec<Edge>,
}

/// Clusters all rows of a table.
#[must_use]
pub fn cluster(
    schema: &Schema,
    table: &Table,
    edges: &[Edge],
    decided: &Decided,
    policy: &Policy,
) -> Clusters {
    let rows = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let mut work = Work::new(schema, table, policy, decided);
    work.parents = (0..rows).collect();
    let mut order: Vec<&Edge> =
        edges.iter().filter(|edge| edge.weight >= policy.review || edge.alert).collect();
    order.sort_unstable_by(|a, b| work.before(a, b));
    work.run(&order);
    let of = (0..rows).map(|row| work.root(row)).collect();
    Clusters { of, review: work.reviews(), joined: work.joined }
}

/// The same of some rows only; answers the lowest row of each row's person.
pub(crate) fn cluster_some(
    schema: &Schema,
    table: &Table,
    rows: &[u32],
    edges: &[Edge],
    decided: &Decided,
    policy: &Policy,
) -> (BTreeMap<u32, u32>, Vec<Review>) {
    let mut work = Work::new(schema, table, policy, decided);
    let mut order: Vec<&Edge> = edges.iter().collect();
    order.sort_unstable_by(|a, b| work.before(a, b));
    work.run(&order);
    (rows.iter().map(|row| (*row, work.root(*row))).collect(), work.reviews())
}

struct Work<'a> {
    schema: &'a Schema,
    table: &'a Table,
    policy: &'a Policy,
    decided: &'a Decided,
    /// Parents of all rows, or empty where few are looked at.
    parents: Vec<u32>,
    few: HashMap<u32, u32>,
    groups: HashMap<u32, Group>,
    reviews: Vec<Review>,
    joined: Vec<Edge>,
}

/// A person of more than one record, or one that was asked about.
struct Group {
    rows: Vec<u32>,
    known: Known,
    /// Rows that a reviewer told from these.
    not: Vec<u32>,
}

impl<'a> Work<'a> {
    fn new(schema: &'a Schema, table: &'a Table, policy: &'a Policy, decided: &'a Decided) -> Self {
        Self {
            schema,
            table,
            policy,
            decided,
            parents: Vec::new(),
            few: HashMap::new(),
            groups: HashMap::new(),
            reviews: Vec::new(),
            joined: Vec::new(),
        }
    }

    /// The stronger first; of two alike the one of the lower records, whatever rows they stand in.
    fn before(&self, a: &Edge, b: &Edge) -> std::cmp::Ordering {
        let keys = |edge: &Edge| {
            let (a, b) = (self.table.key(edge.a), self.table.key(edge.b));
            (a.min(b), a.max(b))
        };
        b.weight.total_cmp(&a.weight).then_with(|| keys(a).cmp(&keys(b)))
    }

    fn run(&mut self, order: &[&Edge]) {
        let not: HashSet<u32> = self.decided.not.iter().flat_map(|(a, b)| [*a, *b]).collect();
        for (a, b) in &self.decided.same {
            let (a, b) = (self.root(*a), self.root(*b));
            if a != b {
                self.join(a, b, &not);
            }
        }
        for edge in order {
            let (a, b) = (self.root(edge.a), self.root(edge.b));
            if a == b {
                continue;
            }
            let why = if edge.alert {
                Some(Why::Alert)
            } else if edge.weight < self.policy.automatic {
                Some(Why::Unsure)
            } else {
                self.refused(a, b, &not).map(Why::Refused)
            };
            match why {
                Some(why) => self.reviews.push(Review { edge: **edge, why }),
                None => {
                    self.joined.push(**edge);
                    self.join(a, b, &not);
                }
            }
        }
    }

    fn root(&mut self, row: u32) -> u32 {
        let mut at = row;
        while let Some(parent) = self.parent(at).filter(|parent| *parent != at) {
            let above = self.parent(parent).unwrap_or(parent);
            self.hang(at, above);
            at = above;
        }
        at
    }

    fn parent(&self, row: u32) -> Option<u32> {
        self.parents.get(row as usize).or_else(|| self.few.get(&row)).copied()
    }

    fn hang(&mut self, row: u32, parent: u32) {
        match self.parents.get_mut(row as usize) {
            Some(place) => *place = parent,
            None => {
                self.few.insert(row, parent);
            }
        }
    }

    fn group(&mut self, root: u32, not: &HashSet<u32>) -> Group {
        self.groups.remove(&root).unwrap_or_else(|| {
            let told = |(a, b): &(u32, u32)| match root {
                row if row == *a => Some(*b),
                row if row == *b => Some(*a),
                _ => None,
            };
            let decided = not.contains(&root).then_some(&self.decided.not);
            Group {
                rows: vec![root],
                known: Known::of(self.schema, self.table, root),
                not: decided.into_iter().flatten().filter_map(told).collect(),
            }
        })
    }

    fn refused(&mut self, a: u32, b: u32, not: &HashSet<u32>) -> Option<Refusal> {
        let (one, two) = (self.group(a, not), self.group(b, not));
        let told = one.not.iter().any(|row| two.rows.contains(row));
        let why =
            if told { Some(Refusal::Reviewer) } else { one.known.refuses(&two.known, self.policy.guards) };
        self.groups.insert(a, one);
        self.groups.insert(b, two);
        why
    }

    fn join(&mut self, a: u32, b: u32, not: &HashSet<u32>) {
        let (mut one, mut two) = (self.group(a, not), self.group(b, not));
        if one.rows.len() < two.rows.len() {
            std::mem::swap(&mut one, &mut two);
        }
        one.known.join(&two.known);
        one.rows.append(&mut two.rows);
        one.not.append(&mut two.not);
        self.hang(a.max(b), a.min(b));
        self.groups.insert(a.min(b), one);
    }

    /// One pair for each two persons: what is within one person by now, or a weaker pair of the same two, says nothing.
    fn reviews(&mut self) -> Vec<Review> {
        let mut seen = HashSet::new();
        let mut out = Vec::new();
        for review in std::mem::take(&mut self.reviews) {
            let (a, b) = (self.root(review.edge.a), self.root(review.edge.b));
            if (a != b || review.why == Why::Alert) && seen.insert((a.min(b), a.max(b))) {
                out.push(review);
            }
        }
        out
    }
}
