//! The statute book as data: offences, ranks, roles, offices, registers, deadlines and legal bases, each with
//! its citation, provinces, effective dates and whether it was verified against a source.
//!
//! The data is the CSV text in `data/`, part of the program; [`StatuteBook::built_in`] reads it. An
//! administrator's edited copy of any file goes through [`Sources::replace`] and the same checks. Nothing
//! here touches a disk, a clock or a network.

mod allowed;
mod basis;
mod book;
mod check;
mod code;
mod crosscheck;
mod datum;
mod deadline;
mod enactment;
mod error;
mod fold;
mod holiday;
mod load;
mod look;
mod maximum;
mod offence;
mod office;
mod pen;
mod rank;
mod regime;
mod register;
mod register_no;
mod search;
mod search_query;
mod sources;
mod table;
mod text_enum;

pub use allowed::{Allowed, By, Stage, Subject};
pub use basis::Basis;
pub use book::{StatuteBook, Unverified};
pub use code::{
    BasisCode, CodeError, EnactmentCode, HeadCode, OffenceCode, OfficeCode, RankCode, RegimeCode, RoleCode,
};
pub use crosscheck::{Crosscheck, Severity};
pub use datum::{Dated, Datum, Province, Tag};
pub use deadline::{Bound, Count, Deadline, Unit};
pub use enactment::Enactment;
pub use error::{Problem, RowError, StatuteError};
pub use fold::fold;
pub use holiday::{Holiday, HolidayRule, HolidayRuleError};
pub use look::{Look, Method};
pub use maximum::Maximum;
pub use offence::{Bail, Cognizance, Compounding, Head, HeadPart, Offence, OffenceClass, Sensitive};
pub use office::{Office, OfficeKind, OfficeLine, OfficeLines};
pub use pen::{ColumnKind, Entering, Filled, Pen};
pub use rank::{Rank, Role};
pub use regime::Regime;
pub use register::{Column, Numbering, Part, Register, RegisterKind};
pub use register_no::RegisterNo;
pub use search::{Hit, Reason};
pub use sources::Sources;
pub use text_enum::WordError;
