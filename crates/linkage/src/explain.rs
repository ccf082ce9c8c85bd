//! Why: the bits of a pair, field by field, and the weakest bridge of a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::batch::Edge;
use crate::compare;
use crate::model::Model;
use crate::table::Table;

/// One step of a waterfall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The field.
    pub field: String,
    /// What the one record says, as it is compared.
    pub a: Option<String>,
    /// What the other says.
    pub b: Option<String>,
    /// How they agree.
    pub level: String,
    /// How often records of one person agree so.
    pub m: f32,
    /// How often records of two do.
    pub u: f32,
    /// Bits of the level.
    pub bits: f32,
    /// Bits more because what agrees is rare, fewer because it is common.
    pub rarity: f32,
}

/// Why two records are taken for one person, or not: prior, steps, total. It speaks of two records, not of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// Bits before anything is compared.
    pub prior: f32,
    /// The fields in their order.
    pub steps: Vec<Step>,
    /// The sum.
    pub total: f32,
    /// What the sum is as a probability, if the fields were independent.
    pub probability: f32,
}

impl Waterfall {
    /// Of two rows.
    #[must_use]
    pub fn of(model: &Model, table: &Table, a: u32, b: u32) -> Self {
        let schema = model.schema();
        let step = |(n, field): (usize, &crate::schema::Field)| {
            let seen = compare::field(schema, table, n, a, b);
            let (bits, rarity) = model.bits(n, seen);
            let level = model.level(n, usize::from(seen.level)).filter(|_| seen.level > 0);
            Step {
                field: field.name.clone(),
                a: table.shown(n, a),
                b: table.shown(n, b),
                level: compare::said(field.kind, usize::from(seen.level)).to_owned(),
                m: level.map_or(0.0, |level| level.m),
                u: level.map_or(0.0, |level| level.u),
                bits,
                rarity,
            }
        };
        let steps: Vec<Step> = schema.fields.iter().enumerate().map(step).collect();
        let prior = model.prior();
        let total = steps.iter().fold(prior, |sum, step| sum + (step.bits + step.rarity));
        Self { prior, steps, total, probability: 1.0 / (1.0 + (-total).exp2()) }
    }
}

/// The pair on which a person hangs together most weakly, and what he would fall into without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bridge {
    /// The pair.
    pub edge: Edge,
    /// The rows on the one side.
    pub one: Vec<u32>,
    /// The rows on the other.
    pub other: Vec<u32>,
}

/// The weakest bridge of a person's rows; `None` of one row, or of rows that these pairs do not connect.
#[must_use]
pub fn weakest_bridge(rows: &[u32], edges: &[Edge]) -> Option<Bridge> {
    let mut side: BTreeMap<u32, u32> = rows.iter().map(|row| (*row, *row)).collect();
    let mut order: Vec<&Edge> = edges.iter().collect();
    order.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut left = rows.len();
    for edge in order {
        let (Some(a), Some(b)) = (side.get(&edge.a).copied(), side.get(&edge.b).copied()) else { continue };
        if a == b {
            continue;
        }
        if left == 2 {
            let on =
                |which: u32| side.iter().filter(move |(_, s)| **s == which).map(|(row, _)| *row).collect();
            return Some(Bridge { edge: *edge, one: on(a), other: on(b) });
        }
        left -= 1;
        for other in side.values_mut().filter(|other| **other == b) {
            *other = a;
        }
    }
    None
}
