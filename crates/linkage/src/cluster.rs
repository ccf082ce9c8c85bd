//! From pairs to persons: the strongest evidence first, and nobody joined whom a guard keeps apart.
//!
//! Joining whatever hangs together collapses at scale: at a million records one false edge joins two persons, and those
//! two others. So the evidence for a joining is the mean over all pairs between the two sides, and every joining is asked
//! of the guards with all that is known of both.

use serde::{Deserialize, Serialize};

use crate::batch::Edge;
use crate::guard::{Guards, Refusal};
use crate::joining::Joining;
use crate::model::Model;
use crate::table::Table;

/// When records are joined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    /// From so many bits on, in the mean over all pairs between two sides, these are joined without being asked for.
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
}

/// Bits below which a pair need not be kept: one that is missing counts as much.
pub const FORGOTTEN: f32 = -5.0;

/// Clusters all rows of a table by its pairs of at least [`FORGOTTEN`] bits.
#[must_use]
pub fn cluster(model: &Model, table: &Table, edges: &[Edge], decided: &Decided, policy: &Policy) -> Clusters {
    let rows: Vec<u32> = (0..u32::try_from(table.len()).unwrap_or(u32::MAX)).collect();
    let (of, review) = cluster_some(model, table, &rows, edges, decided, policy);
    Clusters { of, review }
}

/// The same of some rows only; answers the lowest row of each one's person.
pub(crate) fn cluster_some(
    model: &Model,
    table: &Table,
    rows: &[u32],
    edges: &[Edge],
    decided: &Decided,
    policy: &Policy,
) -> (Vec<u32>, Vec<Review>) {
    let mut work = Joining::new(model.schema(), table, rows, edges, decided, policy);
    work.run();
    let reviews = reviews(&mut work, table, edges, policy);
    (rows.iter().map(|row| work.root(*row)).collect(), reviews)
}

/// One pair for each two persons, the strongest; a pair within one person says nothing, but for an alert.
fn reviews(work: &mut Joining<'_>, table: &Table, edges: &[Edge], policy: &Policy) -> Vec<Review> {
    let key = |edge: &Edge| {
        let (a, b) = (table.key(edge.a), table.key(edge.b));
        (a.min(b), a.max(b))
    };
    let mut order: Vec<(u32, u32, &Edge)> = Vec::new();
    for edge in edges.iter().filter(|edge| edge.weight >= policy.review || edge.alert) {
        let (a, b) = (work.root(edge.a), work.root(edge.b));
        if a != b || edge.alert {
            order.push((a.min(b), a.max(b), edge));
        }
    }
    let weight = |edge: &Edge| (edge.alert, edge.weight);
    order.sort_unstable_by(|(a, b, x), (c, d, y)| {
        let stronger = weight(y).partial_cmp(&weight(x)).unwrap_or(std::cmp::Ordering::Equal);
        (a, b).cmp(&(c, d)).then(stronger).then_with(|| key(x).cmp(&key(y)))
    });
    order.dedup_by_key(|(a, b, _)| (*a, *b));
    let why = |work: &mut Joining<'_>, a: u32, b: u32, edge: &Edge| match edge {
        Edge { alert: true, .. } => Why::Alert,
        Edge { weight, .. } if *weight < policy.automatic => Why::Unsure,
        _ => Why::Refused(work.refused(a, b).unwrap_or(Refusal::Evidence)),
    };
    let review = |(a, b, edge): (u32, u32, &Edge)| Review { edge: *edge, why: why(work, a, b, edge) };
    let mut out: Vec<Review> = order.into_iter().map(review).collect();
    out.sort_by(|x, y| y.edge.weight.total_cmp(&x.edge.weight).then_with(|| key(&x.edge).cmp(&key(&y.edge))));
    out
}
