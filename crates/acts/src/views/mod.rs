//! The views: each a type kept as rows of one table, computed from acts alone.

mod absconder;
mod accused;
mod arm;
mod attachment;
mod case;
mod charge;
mod clock;
mod correction;
mod counter;
mod custody;
mod desk;
mod docket;
mod enrol;
mod entry;
mod final_report;
mod fir;
mod held;
mod incident;
mod inquiry;
mod join;
mod lineup;
mod office;
mod party;
mod print;
mod property;
mod road;
mod search;
mod staff;
mod stage;
mod step;
mod taken;
mod tally;
mod watch;

pub use accused::{AccusedRow, AccusedStatus, Arrest, Keeping, Link, NamedBy};
pub use attachment::{AttachedRow, AttachmentRow};
pub use case::{CaseRow, CaseSection, IoSpan, Outcome, SectionStruck, Stay, TransferAsked, VersionRef};
pub use clock::{ClockMark, ClockRow, Pause, Run, Stroke};
pub use correction::CorrectionRow;
pub use counter::CounterRow;
pub use custody::CustodyRow;
pub use desk::DeskRow;
pub use entry::{Cell, CellKind, EntryRow, Fill, Gone, Strike, entry_key};
pub use final_report::{CustodyClass, FinalReportRow, Objection, ReportKind, ReportState};
pub use fir::{CopyTo, FirRow, SealRow, SentCopy, Signed};
pub use incident::{IncidentRow, ReconcileRow};
pub use office::OfficeRow;
pub use party::{PartyRole, PartyRow};
pub use print::PrintRow;
pub use staff::{PostingRow, StaffRow};
pub use stage::Stage;
pub use step::StepRow;
pub use taken::TakenRow;

pub use absconder::AbsconderRow;
pub use arm::{ArmRow, DepositRow, Issued};
pub use charge::{ChargeRow, Signature};
pub use docket::{DocketRow, Reported};
pub use enrol::{EnrolRow, EnrolState, EnrolledRow, Enrolment};
pub use held::HeldRow;
pub use inquiry::{Closed, InquiryRow};
pub use join::{JoinRow, Joined, NamedRow, Parted};
pub use lineup::{LineupRow, Shown};
pub use property::{ArticleOrder, ChainLink, PropertyRow, Seals, Whereabouts};
pub use road::{Arrival, RoadRow};
pub use search::{Answered, Examination, Listed, Listing, SearchRow, SearchState};
pub use tally::Tally;
pub(crate) use tally::step;
pub use watch::WatchRow;

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
    TakenRow::TABLE,
    AbsconderRow::TABLE,
    ArmRow::TABLE,
    DepositRow::TABLE,
    ChargeRow::TABLE,
    DocketRow::TABLE,
    InquiryRow::TABLE,
    PropertyRow::TABLE,
    RoadRow::TABLE,
    WatchRow::TABLE,
    EnrolRow::TABLE,
    EnrolledRow::TABLE,
    SearchRow::TABLE,
    NamedRow::TABLE,
    JoinRow::TABLE,
    LineupRow::TABLE,
    HeldRow::TABLE,
];
