//! The only door to the records. Faces (pages, API, printing) hold a [`Records`] and a [`Caller`]; they cannot name
//! the store, so code that forgets to ask for authority, purpose and an audit row does not compile.
//!
//! Every read of personal data goes through one private room, `permit`: the policies decide, an audit row is written
//! durably, then the rows are read, masked field by field, and the audit row is completed.

mod accounts;
mod audits;
mod calendar;
mod caller;
mod cases;
mod claims;
mod cro;
mod deadlines;
mod desk;
mod diary;
mod drafts;
mod error;
mod files;
mod firs;
mod health;
mod journals;
mod law;
mod legacy;
mod mask;
mod offers;
mod offices;
mod open;
mod oversight;
mod password;
mod perform;
mod permit;
mod prints;
mod public;
mod reading;
mod register_find;
mod registers;
mod search;
mod sessions;
mod shelf;
mod sign_in;
mod staff;
mod together;
mod totp;
mod upkeep;
mod vault;

pub use accounts::{NewAccount, TotpEnrolment};
pub use caller::Caller;
pub use cases::{
    AGE_BANDS, AccusedView, CaseFile, CaseFilter, CaseLine, CaseList, CaseSeek, NextAct, PAPERS, Paper,
    PaperPage, Pending, ReportView, StepPage, ZimniIndex, ZimniLine, ZimniPage, ZimniView, posts_of,
};
pub use claims::Claim;
pub use cro::{
    CameAs, CandidateView, CaseHead, CaughtUp, CroDesk, CroOptions, DESTROYED_FILE, Destroyed,
    DueDestruction, EnrolView, Enrolled, Examined, Guess, History, HistoryLine, JoinLine, LedgerError,
    LineupAsk, LineupFace, LineupLine, LineupView, LooksFound, LooksLine, Measured, NewCandidate, NewLineup,
    NewShowing, NoLineup, NotSearched, PairView, PrintFace, PrintKept, PrintLine, Proposed, ProposedFace,
    ProposedLineup, RecordKept, Restored, Restoring, SearchFilter, SearchLine, SearchList, SearchView, Seen,
    SeenCode, SeenMark, SharedExtractor, Tied,
};
pub use deadlines::{DeadlineBoard, DeadlineCounts, DeadlineFilter, DeadlineLine};
pub use desk::{Due, Home};
pub use diary::{CustodyLine, DayList, DiaryPage};
pub use drafts::DraftForm;
pub use error::DoorError;
pub use files::{
    AttachmentView, Copied, Custody, FileKept, FileLimits, FileOut, RangeError, UploadState, byte_range,
};
pub use firs::{FirFilter, FirLine, FirList, FirView, Likely};
pub use health::{CheckedOffice, Count, HealthLine, HealthOffice, HealthPage, Night, Violation, Violations};
pub use journals::{ExportOptions, JournalState};
pub use law::LawBook;
pub use legacy::{IncidentPage, LegacyWriter};
pub use mask::{EntryView, MASK};
pub use offers::{CaseDesk, Named, Offer, OpenObjection, Shelf};
pub use offices::{OfficeInfo, OfficeTree};
pub use open::{Keys, Options};
pub use oversight::{
    BurkingCounts, BurkingList, BurkingOffice, BurkingPage, Fact as BurkingFact, Indicator, InspectionPack,
    PackCell, PackLead, PackRow, PackSection, Span,
};
pub use perform::{NewAct, action_of, action_of_kind};
pub use prints::PrintGrant;
pub use public::Checked;
pub use reading::{RegisterRange, RegisterReading, Taking};
pub use registers::{RegisterPage, RegisterQuestion};
pub use search::{Found, SearchPage};
pub use shelf::ShelfMark;
pub use sign_in::{SignInError, SignedIn};
pub use staff::StaffLine;
pub use upkeep::System;

pub use roznamcha_access::{Action, Field, FieldSet, Gate, Purpose, Role};
pub use roznamcha_deadlines::State as DeadlineState;
pub use roznamcha_prints_gallery::{Gallery, GalleryError};
pub use roznamcha_statute::{Severity, StatuteBook};
pub use roznamcha_store::{
    After, AuditOutcome, AuditQuery, AuditRow, Clock, Drift, FixedClock, Receipt, SystemClock,
};

use roznamcha_files::Area;
use roznamcha_journal::checkpoint::Signer;
use roznamcha_store::Store;
use std::sync::{Arc, RwLock};

/// The records of one node: a station, a district, a province.
pub struct Records {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) gate: Gate,
    pub(crate) law: Arc<LawBook>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) signer: Signer,
    pub(crate) vault: vault::Vault,
    pub(crate) offices: RwLock<Arc<OfficeTree>>,
    pub(crate) options: Options,
    pub(crate) area: Option<Arc<dyn Area>>,
    /// Turns of work that unpacks pictures.
    pub(crate) finishing: tokio::sync::Semaphore,
    /// A hash of a password nobody has: an unknown officer costs as much time as a known one.
    pub(crate) nobody: String,
    /// Sessions as last read.
    pub(crate) claims: claims::Claims,
    /// What the policies answered.
    pub(crate) answers: permit::Answers,
    /// Gallery, extractor and ledger of the record office.
    pub(crate) cro: cro::Cro,
}

impl Records {
    /// The statute book.
    pub fn statute(&self) -> &StatuteBook {
        self.law.statute()
    }

    /// The policies.
    pub fn gate(&self) -> &Gate {
        &self.gate
    }

    /// The time now, by the office's clock.
    pub fn now(&self) -> roznamcha_acts::Moment {
        self.clock.now()
    }

    /// The hierarchy of offices as it stands.
    pub fn offices(&self) -> Arc<OfficeTree> {
        self.offices.read().map(|t| t.clone()).unwrap_or_else(|poisoned| poisoned.into_inner().clone())
    }
}
