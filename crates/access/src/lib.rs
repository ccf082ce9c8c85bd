//! Who may do what, to which rows, and see which fields.
//!
//! The rules are data: Cedar policies in `policies/`, each with an id and a reason that a police officer
//! can read. This crate loads them, refuses a set that does not hold together, and answers three questions:
//! may this officer do this ([`Gate::decide`]), for which purposes ([`Gate::purposes`]), and what of the
//! record is then shown ([`Gate::fields`]). Nothing is allowed unless a policy allows it.
//!
//! Pure: no input or output, no clock, no randomness.

mod action;
mod actor;
mod entities;
mod error;
mod field;
mod gate;
mod names;
mod policies;
mod purpose;
mod resource;
mod verb;

pub use action::Action;
pub use actor::{Actor, Role};
pub use error::AccessError;
pub use field::{Field, FieldSet};
pub use gate::{Decision, Gate};
pub use policies::{NEVER_BEND, PolicyInfo};
pub use purpose::Purpose;
pub use resource::{Resource, ResourceKind};
