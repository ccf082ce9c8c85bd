//! A whole table at once: blocked, learned, weighed.

use rayon::prelude::*;

use crate::block::{self, Blocking, Pair, rows};
use crate::compare::name;
use crate::learn::{LearnError, Reviewed, learn};
use crate::model::Model;
use crate::schema::Schema;
use crate::table::Table;
use crate::{compare, identifier};

/// Pairs from which is learned, at most.
const TO_LEARN_FROM: usize = 1_500_000;

/// Evidence that two records are of one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The lower row.
    pub a: u32,
    /// The higher row.
    pub b: u32,
    /// Bits for one person; nought is as likely as not.
    pub weight: f32,
    /// The identifier is the same and nothing of the names: a wrong or borrowed identifier, to be looked at.
    pub alert: bool,
}

/// Pairs of a table that are to be compared.
#[derive(Debug)]
pub struct Candidates {
    pairs: Vec<Pair>,
    /// How they were found.
    pub blocking: Blocking,
}

impl Candidates {
    /// Every pair that shares a key; words are counted first, for a word that is rare brings together better.
    /// Pairs that are `apart` are left out.
    pub fn find(schema: &Schema, table: &mut Table, apart: impl Fn(u32, u32) -> bool + Sync) -> Self {
        let counts = table.count();
        table.weigh(&counts);
        let (pairs, blocking) = block::pairs(schema, table, apart);
        Self { pairs, blocking }
    }

    /// The same with the words' frequencies of a model that was learned before.
    pub fn find_for(model: &Model, table: &mut Table, apart: impl Fn(u32, u32) -> bool + Sync) -> Self {
        table.weigh(&model.counts());
        let (pairs, blocking) = block::pairs(model.schema(), table, apart);
        Self { pairs, blocking }
    }

    /// The pairs, the lower row first, in the order of their rows.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        self.pairs.iter().map(|pair| rows(*pair))
    }

    /// Learns a model from them.
    ///
    /// # Errors
    /// [`LearnError`].
    pub fn learn(&self, schema: &Schema, table: &Table, reviewed: &[Reviewed]) -> Result<Model, LearnError> {
        let step = self.pairs.len().div_ceil(TO_LEARN_FROM).max(1);
        let sample: Vec<Pair> = self.pairs.iter().copied().step_by(step).collect();
        learn(schema, table, &sample, reviewed)
    }

    /// The pairs of at least so many bits, in the order of their rows.
    #[must_use]
    pub fn weigh(&self, model: &Model, table: &Table, least: f32) -> Vec<Edge> {
        let edges = |pairs: &[Pair]| -> Vec<Edge> {
            let edge = |found: &Pair| {
                let (a, b) = rows(*found);
                edge(model, table, a, b)
            };
            pairs.iter().map(edge).filter(|edge| edge.weight >= least || edge.alert).collect()
        };
        self.pairs.par_chunks(65_536).map(edges).collect::<Vec<_>>().concat()
    }
}

/// What two rows come to.
pub(crate) fn edge(model: &Model, table: &Table, a: u32, b: u32) -> Edge {
    let (a, b) = (a.min(b), a.max(b));
    let (weight, pattern) = model.weight(table, a, b);
    let roles = model.schema().roles;
    let at = |field: Option<usize>, level: u8| {
        field.is_some_and(|field| compare::level_of(pattern, field) == usize::from(level))
    };
    let alert = at(roles.identity, identifier::SAME) && at(roles.name, name::NOTHING);
    Edge { a, b, weight, alert }
}
