//! The views: each a type kept as rows of one table, computed from acts alone.

mod correction;
mod counter;
mod custody;
mod desk;
mod entry;
mod fir;
mod incident;
mod office;
mod party;
mod print;
mod staff;

pub use correction::CorrectionRow;
pub use counter::CounterRow;
pub use custody::CustodyRow;
pub use desk::DeskRow;
pub use entry::{Cell, CellKind, EntryRow, Gone, Strike, entry_key};
pub use fir::{CopyTo, FirRow, SealRow, SentCopy, Signed};
pub use incident::{IncidentRow, ReconcileRow};
pub use office::OfficeRow;
pub use party::{PartyRole, PartyRow};
pub use print::PrintRow;
pub use staff::{PostingRow, StaffRow};

use crate::rows::{TableDef, View};

/// Every table of views, in the order they are made and compared.
pub const TABLES: &[&TableDef] = &[
    CorrectionRow::TABLE,
    CounterRow::TABLE,
    CustodyRow::TABLE,
    DeskRow::TABLE,
    EntryRow::TABLE,
    FirRow::TABLE,
    IncidentRow::TABLE,
    OfficeRow::TABLE,
    PartyRow::TABLE,
    PrintRow::TABLE,
    ReconcileRow::TABLE,
    StaffRow::TABLE,
];
