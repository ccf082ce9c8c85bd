//! Supervision: what came to a station and what became of it, and what an inspecting officer must see.

mod burking;
mod facts;
mod indicator;
mod inspection;
mod listed;
mod span;

pub use burking::{BurkingCounts, BurkingOffice, BurkingPage};
pub use facts::Fact;
pub use indicator::Indicator;
pub use inspection::{InspectionPack, PackCell, PackLead, PackRow, PackSection};
pub use listed::BurkingList;
pub use span::Span;

pub(crate) use facts::awaits_compliance;
