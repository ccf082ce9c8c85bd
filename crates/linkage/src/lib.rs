//! Which records are of one person.
//!
//! What it weighs are *pairs of records*: bits for both being of one person, and nothing else. Nothing here is a score
//! of a person. Pure: no file, no clock, no chance, and nothing of police stations; how names sound is the caller's.

mod batch;
mod block;
mod cluster;
mod compare;
mod date;
pub mod entities;
mod explain;
mod guard;
mod hash;
mod identifier;
mod index;
mod joining;
mod keys;
mod learn;
mod model;
mod online;
mod schema;
mod table;
mod value;
mod words;

pub use self::batch::{Candidates, Edge};
pub use self::block::Blocking;
pub use self::cluster::{Clusters, Decided, FORGOTTEN, Policy, Review, Why, cluster};
pub use self::date::Date;
pub use self::explain::{Bridge, Step, Waterfall, weakest_bridge};
pub use self::guard::{Guards, Refusal};
pub use self::hash::hash;
pub use self::learn::{LearnError, Reviewed};
pub use self::model::{Learned, Level, Method, Model, ModelError};
pub use self::online::{Inserted, Online};
pub use self::schema::{Field, Kind, Part, Roles, Rule, Schema};
pub use self::table::{Table, TableError};
pub use self::value::{Custody, Record, Value, Word};
