//! The linkage engine on plain CSV files: what the columns are, how Roman names sound, who is who, and how right that is
//! where a column tells the truth.

pub mod bench;
mod clock;
mod columns;
mod dates;
mod fold;
mod made;
mod read;
mod report;
mod rules;
mod truth;

pub use self::bench::{BenchError, Outcome, Plan, bench};
pub use self::columns::{Role, RoleError};
pub use self::fold::word;
pub use self::made::make;
pub use self::read::ReadError;
pub use self::report::{json, text};
