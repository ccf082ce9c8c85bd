//! One decision on two records.

use serde::{Deserialize, Serialize};

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// One person, whatever the weights say.
    Must,
    /// Two persons, whatever the weights say.
    Cannot,
    /// One person by so many bits of evidence: it gives way to any human decision.
    Auto {
        /// Bits.
        bits: f32,
    },
    /// Nothing any more: what was decided on the two before does not hold.
    Withdrawn,
}

/// Who decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// A model of this version.
    Model(String),
    /// A person, for this reason.
    Person {
        /// Who.
        who: String,
        /// Why.
        reason: String,
    },
}

/// A decision on two records; never changed, only followed by another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its number, unique: the same number is the same event.
    pub id: u64,
    /// When, in any unit that grows.
    pub time: i64,
    /// One record.
    pub a: u64,
    /// The other.
    pub b: u64,
    /// What was decided.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// By whom.
    pub author: Author,
}

impl Event {
    /// The two records, the lower first.
    pub(crate) fn pair(&self) -> (u64, u64) {
        (self.a.min(self.b), self.a.max(self.b))
    }

    /// Where it stands in time, whenever it arrived.
    pub(crate) fn place(&self) -> (i64, u64) {
        (self.time, self.id)
    }

    pub(crate) fn human(&self) -> bool {
        matches!(self.author, Author::Person { .. })
    }
}
