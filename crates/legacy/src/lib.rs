//! Import of a legacy system's incident list, with reconciliation: every row read is accepted or rejected with a
//! reason, and the totals must agree to the row. A run that was killed goes on where its last batch was committed; a
//! run repeated writes nothing twice.

mod convert;
mod error;
mod mapping;
mod offices;
mod reader;
mod rejects;
mod report;
mod run;

pub use convert::{Reject, convert};
pub use error::ImportError;
pub use mapping::{Mapping, MappingError, NumberFrom, OccurredFrom, OfficeFrom};
pub use reader::{Row, Rows};
pub use report::ImportReport;
pub use run::{ImportPlan, Progress, run};
