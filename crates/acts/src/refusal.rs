//! Why an act was not accepted: faults in its fields, or the law's order of steps.

use serde::{Deserialize, Serialize};

/// One fault in one field. `code` is a message key of both languages; `field` a path such as `victims.0.cnic`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFault {
    /// Path of the field within the act's body, or within its envelope (`happened`, `informed`, `stated`).
    pub field: String,
    /// What is wrong, as a message key such as `fault-cnic`.
    pub code: String,
}

/// An act refused. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "refused", rename_all = "snake_case")]
pub enum Refusal {
    /// Fields that cannot stand as they are.
    #[error("{} of the act's fields cannot stand: {}", faults.len(), list(faults))]
    Fields {
        /// Each fault.
        faults: Vec<FieldFault>,
    },
    /// The act may not follow in this state.
    #[error("the act may not follow here: `{code}` ({citation})")]
    Order {
        /// Message key such as `order-diary-closed`.
        code: String,
        /// The law or rule that says so.
        citation: String,
    },
    /// The act names something that is not in this office's books.
    #[error("`{what}` is not in this office's books")]
    Unknown {
        /// What was named.
        what: String,
    },
}

impl Refusal {
    /// An act out of its order, with the rule that forbids it.
    pub fn order(code: &str, citation: &str) -> Self {
        Self::Order { code: code.to_owned(), citation: citation.to_owned() }
    }

    /// Something named that is not in the books.
    pub fn unknown(what: impl Into<String>) -> Self {
        Self::Unknown { what: what.into() }
    }
}

fn list(faults: &[FieldFault]) -> String {
    faults.iter().map(|f| format!("{} ({})", f.field, f.code)).collect::<Vec<_>>().join(", ")
}

/// Gathers every fault of an act, so a clerk mends them all in one go.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a fault.
    pub fn add(&mut self, field: impl Into<String>, code: &str) {
        self.0.push(FieldFault { field: field.into(), code: code.to_owned() });
    }

    /// Notes a fault when the condition holds.
    pub fn when(&mut self, bad: bool, field: &str, code: &str) {
        if bad {
            self.add(field, code);
        }
    }

    /// A refusal when anything was noted.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Fields { faults: self.0 }) }
    }
}
