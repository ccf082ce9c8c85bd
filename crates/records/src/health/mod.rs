//! The nightly cross-check: run over every station, kept as counts, read by whoever answers for the books.

mod history;
mod list;
mod page;
mod run;

pub use history::{Count, Night};
pub use list::{Violation, Violations};
pub use page::{HealthLine, HealthOffice, HealthPage};
pub use run::Checked as CheckedOffice;
