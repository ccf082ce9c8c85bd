//! The views: each a type kept as rows of one table, computed from acts alone.

mod accused;
mod attachment;
mod case;
mod clock;
mod correction;
mod counter;
mod custody;
mod desk;
mod entry;
mod final_report;
mod fir;
mod incident;
mod office;
mod party;
mod print;
mod staff;
mod stage;
mod step;

pub use accused::{AccusedRow, AccusedStatus, Arrest, Keeping, Link, NamedBy};
pub use attachment::{AttachedRow, AttachmentRow};
pub use case::{CaseRow, CaseSection, IoSpan, Outcome, SectionStruck, Stay, TransferAsked, VersionRef};
pub use clock::{ClockMark, ClockRow, Pause, Run, Stroke};
pub use correction::CorrectionRow;
pub use counter::CounterRow;
pub use custody::CustodyRow;
pub use desk::DeskRow;
pub use entry::{Cell, CellKind, EntryRow, Gone, Strike, entry_key};
pub use final_report::{CustodyClass, FinalReportRow, Objection, ReportKind, ReportState};
pub use fir::{CopyTo, FirRow, SealRow, SentCopy, Signed};
pub use incident::{IncidentRow, ReconcileRow};
pub use office::OfficeRow;
pub use party::{PartyRole, PartyRow};
pub use print::PrintRow;
pub use staff::{PostingRow, StaffRow};
pub use stage::Stage;
pub use step::StepRow;

use crate::rows::{TableDef, View};

/// Every table of views, in the order they are made and compared.
pub const TABLES: &[&TableDef] = &[
    AccusedRow::TABLE,
    CaseRow::TABLE,
    ClockRow::TABLE,
    AttachedRow::TABLE,
    AttachmentRow::TABLE,
    CorrectionRow::TABLE,
    CounterRow::TABLE,
    CustodyRow::TABLE,
    DeskRow::TABLE,
    EntryRow::TABLE,
    FinalReportRow::TABLE,
    FirRow::TABLE,
    IncidentRow::TABLE,
    OfficeRow::TABLE,
    PartyRow::TABLE,
    PrintRow::TABLE,
    ReconcileRow::TABLE,
    StaffRow::TABLE,
    StepRow::TABLE,
];
