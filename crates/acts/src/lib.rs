//! Acts, what they post to which register, and the views computed from them. Pure: no clock, no I/O, no chance.
//!
//! A store asks [`engine::wants`] what to read, reads it, asks [`engine::decide`], writes the act to the journal
//! and the changes of [`engine::project`] to the views, all in one transaction.

pub mod act;
pub mod allowed;
mod clock;
pub mod engine;
pub mod kinds;
pub mod law;
pub mod ledger;
mod lock_up;
pub mod moment;
mod pending;
pub mod refusal;
pub mod rows;
mod rule;
mod stub;
mod text;
mod timeline;
pub mod views;

pub use act::{Act, ActId, Recorded};
pub use kinds::Body;
pub use moment::Moment;
pub use refusal::{FieldFault, Refusal};
