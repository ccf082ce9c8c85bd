//! A register as a book: what its page, its print and the files taken from it have in common.
//!
//! Rows come from `records`, masked already; only [`take`] asks the door for them.

mod csv_file;
mod error;
mod line;
mod plan;
mod sheet;
mod spans;
mod speaker;
mod tables;
pub mod take;
mod xlsx_file;

pub use csv_file::CsvFile;
pub use error::BookError;
pub use line::{Figure, Said, line};
pub use plan::{Fill, Plan, PlanColumn};
pub use sheet::{Binding, sheet};
pub use spans::{Span, spans};
pub use speaker::Speaker;
pub use tables::{CsvTable, tables_csv};
pub use xlsx_file::XlsxFile;
