//! What was learned: a few numbers a level, written as JSON, the same bytes for the same records.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::compare::{self, Pattern, Seen};
use crate::hash::hash;
use crate::schema::Schema;
use crate::table::Table;
use crate::words::Counts;

/// The written form of models.
const FORM: u32 = 1;

/// How a model was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// From identifiers and reviewers' decisions.
    Silver,
    /// From agreement alone, guarded.
    Blind,
}

/// From what a model was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learned {
    /// How.
    pub method: Method,
    /// Pairs looked at.
    pub pairs: u64,
    /// Patterns of agreement among them.
    pub patterns: u64,
    /// Labelled as one person.
    pub matches: u64,
    /// Labelled as two.
    pub others: u64,
}

/// What agreement at one level says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// How often records of one person agree so.
    pub m: f32,
    /// How often records of two that are compared do.
    pub u: f32,
    /// How rare what agrees so usually is, in bits.
    pub usual: f32,
}

/// How often the words of a field were seen, those seen once left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Seldom {
    records: u32,
    skeletons: Vec<(u64, u32)>,
}

/// A model: what a pair's agreement is worth, in bits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    form: u32,
    schema: Schema,
    /// The share of matches among the pairs that are compared.
    lambda: f64,
    fields: Vec<Vec<Level>>,
    words: Vec<Seldom>,
    learned: Learned,
}

/// Why a text is no model.
#[derive(Debug, Error)]
pub enum ModelError {
    /// Not the JSON of a model.
    #[error("not a model: {0}")]
    Json(#[from] serde_json::Error),
    /// Of another version of this crate.
    #[error("a model of form {0}, this program reads form {FORM}: learn it again")]
    Form(u32),
}

impl Model {
    pub(crate) fn new(
        schema: Schema,
        lambda: f64,
        fields: Vec<Vec<Level>>,
        counts: Vec<Counts>,
        learned: Learned,
    ) -> Self {
        let seldom = |counts: Counts| {
            let mut skeletons: Vec<(u64, u32)> =
                counts.of.into_iter().filter(|(_, count)| *count > 1).collect();
            skeletons.sort_unstable();
            Seldom { records: counts.all, skeletons }
        };
        Self { form: FORM, schema, lambda, fields, words: counts.into_iter().map(seldom).collect(), learned }
    }

    /// A model from its JSON.
    ///
    /// # Errors
    /// [`ModelError`].
    pub fn parse(text: &str) -> Result<Self, ModelError> {
        let model: Self = serde_json::from_str(text)?;
        if model.form == FORM { Ok(model) } else { Err(ModelError::Form(model.form)) }
    }

    /// Its JSON.
    ///
    /// # Errors
    /// [`ModelError::Json`], which does not happen.
    pub fn json(&self) -> Result<String, ModelError> {
        Ok(serde_json::to_string(self)?)
    }

    /// What tells this model from every other: decisions name it.
    ///
    /// # Errors
    /// As for [`Model::json`].
    pub fn version(&self) -> Result<String, ModelError> {
        Ok(format!("{:016x}", hash(self.json()?.as_bytes())))
    }

    /// The schema that it was learned for.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// From what it was learned.
    #[must_use]
    pub fn learned(&self) -> Learned {
        self.learned
    }

    /// The share of matches among pairs that are compared.
    #[must_use]
    pub fn share_of_matches(&self) -> f64 {
        self.lambda
    }

    /// What a level of a field says.
    #[must_use]
    pub fn level(&self, field: usize, level: usize) -> Option<Level> {
        self.fields.get(field)?.get(level).copied()
    }

    pub(crate) fn counts(&self) -> Vec<Counts> {
        let counts =
            |seldom: &Seldom| Counts { of: seldom.skeletons.iter().copied().collect(), all: seldom.records };
        self.words.iter().map(counts).collect()
    }

    /// The bits before anything is compared.
    pub(crate) fn prior(&self) -> f32 {
        (self.lambda / (1.0 - self.lambda)).log2() as f32
    }

    /// The bits of one field: of its level, and of the rarity of what agrees.
    pub(crate) fn bits(&self, field: usize, seen: Seen) -> (f32, f32) {
        let Some(level) = self.level(field, usize::from(seen.level)).filter(|_| seen.level > 0) else {
            return (0.0, 0.0);
        };
        let rarity = self.schema.fields.get(field).map_or(0.0, |field| field.rarity);
        (level.bits(), rarity * (seen.rare - level.usual))
    }

    /// The bits for two rows being one person, summed over the fields, and the levels they agree at.
    pub(crate) fn weight(&self, table: &Table, a: u32, b: u32) -> (f32, Pattern) {
        let (mut weight, mut pattern) = (self.prior(), 0);
        for field in 0..self.schema.fields.len() {
            let seen = compare::field(&self.schema, table, field, a, b);
            let (level, rare) = self.bits(field, seen);
            weight += level + rare;
            pattern |= Pattern::from(seen.level) << (field * 4);
        }
        (weight, pattern)
    }
}

impl Level {
    /// The bits of the level alone.
    #[must_use]
    pub fn bits(&self) -> f32 {
        if self.m > 0.0 && self.u > 0.0 { (self.m / self.u).log2().clamp(-14.0, 14.0) } else { 0.0 }
    }
}
