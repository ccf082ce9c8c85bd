//! The kinds of act, each in a room of its own: what its content holds, what it asks to know, when it may be
//! performed, which entries it makes, and what it changes in the views.

mod absconder;
mod attach;
mod book;
mod book_fill;
mod callback;
pub(crate) mod case;
mod cash;
mod charge;
mod column;
mod command;
mod correct;
mod court;
pub(crate) mod cro;
pub(crate) mod custody;
mod custody_away;
mod deposit;
mod diary;
mod docket;
mod excuse;
mod expunge;
mod fir;
pub(crate) mod fir_book;
mod fir_life;
mod inquest;
mod justice;
mod justice_comply;
mod legacy;
mod missing;
mod missing_alert;
mod office;
mod party;
mod print;
mod property;
mod property_check;
mod property_end;
mod property_move;
mod removable;
mod report;
mod road;
mod staff;
mod surveillance;
mod surveillance_life;
mod weapon;

pub use absconder::{AbsconderEnter, AbsconderList, AbsconderRemove, Struck};
pub use attach::{AttachAdd, AttachedFile, FileKind};
pub use book::BookEnter;
pub use book_fill::BookFill;
pub use callback::{InformantCall, Says};
pub use case::{
    CaseApply, CaseArrest, CaseAssign, CaseBail, CaseInform, CaseMedical, CaseMemo, CaseNominate,
    CaseProclaim, CaseReassign, CaseRelease, CaseRemand, CaseSections, CaseStatement, CaseVersion,
    CaseWarrant, CaseZimni, Found, Investigator, MemoOf, Told, Under, WarrantKind,
};
pub use cash::{CashMove, Direction};
pub use charge::{ChargeCountersign, ChargeHandOver, ChargeTakeOver, Counted, Counts, Difference};
pub use column::Written;
pub use command::Command;
pub use correct::{EntryAttest, EntryCorrect};
pub use court::{
    AccusedAbate, AccusedAcquit, AccusedConvict, AccusedDischarge, AccusedReview, AcquitUnder, Answer,
    AppealDecide, AppealResult, CaseCharge, CaseCompound, CaseFalsehood, CaseHearing, CaseQuash, CaseReopen,
    CaseShelve, CaseStay, CaseTransfer, CaseUnstay, CaseWithdraw, ChallanAnswer, ChallanForward,
    ChallanObject, ChallanReceive, ChallanSubmit, Challaned, CompoundUnder, DischargeUnder, FalsehoodUnder,
    FinalAgree, FinalOrder, FinalRecommend, HearingPurpose, Order, PrintsDestroy, PrintsFate, TransferTo,
    Witness,
};
pub use cro::{
    BodyMark, BodyMarkKind, Candidate, Conclusion, EnrolBasis, EnrolRef, Face, Gang, GangRole, GangStatus,
    LineupMake, LineupShow, Looks, Missing, PersonJoin, PersonPart, PhotoView, Photograph, PrintMark,
    PrintMarkKind, PrintsEnrol, ProbeKind, SearchAnswer, SearchExamine, SearchForget, SearchList, SearchOpen,
    TakenPrint,
};
pub use custody::{CustodyLodge, CustodyRelease};
pub use custody_away::{CustodyEscape, CustodyReturn};
pub use deposit::{ArmsDeposit, ArmsReturn};
pub use diary::{DiaryClose, DiaryKind, DiaryOpen, DiaryWrite};
pub use docket::{DocketIssue, DocketKind, DocketReport};
pub use excuse::ClockExcuse;
pub use expunge::RecordExpunge;
pub use fir::{Accused, Bearing, FirRegister, Mark, Place, Property};
pub use fir_life::{FirDespatch, FirSeal, FirSign, FirUnseal};
pub use inquest::{InquestClose, InquestOpen};
pub use justice::{Directs, JusticeOrder};
pub use justice_comply::JusticeComply;
pub use legacy::{LegacyIncident, LegacyReconcile};
pub use missing::{MissingClose, MissingReport};
pub use missing_alert::MissingAlert;
pub use office::OfficeOpen;
pub use party::{Gender, Party, Relation, RelationKind};
pub use print::DocumentPrint;
pub use property::{Article, PropertyEnter, PropertyKind};
pub use property_check::{Discrepancy, PropertyCheck, Wrong};
pub use property_end::{PropertyDispose, PropertyOrder};
pub use property_move::PropertyMove;
pub use removable::is_removable;
pub use report::{ReportNoncognizable, ReportRefuse};
pub use road::{RoadIssue, RoadReceive, RoadReturn};
pub use staff::{StaffAppoint, StaffRelieve};
pub use surveillance::{SurveillanceOrder, WatchPart};
pub use surveillance_life::{SurveillanceRemove, SurveillanceReview, SurveillanceVisit};
pub use weapon::WeaponMove;

use serde::{Deserialize, Serialize};

use crate::rule::Rule;

macro_rules! kinds {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What an act did. The tag `kind` is the kind's name.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Body {
            $(
                #[doc = concat!("`", $name, "`")]
                #[serde(rename = $name)]
                $variant($variant),
            )+
        }

        /// The name of every kind.
        pub const KINDS: &[&str] = &[$($name),+];

        $(
            impl From<$variant> for Body {
                fn from(body: $variant) -> Self {
                    Self::$variant(body)
                }
            }
        )+

        impl Body {
            /// The kind's name.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)+ }
            }

            /// The case it is part of, by the act that registered its report; `None` for the report itself and for acts
            /// that only mention a case.
            pub fn case(&self) -> Option<&str> {
                let rule = self.rule();
                rule.case("").filter(|fir| rule.bound() && !fir.is_empty())
            }

            /// Hashes of the files it names.
            pub fn files(&self) -> Vec<String> {
                self.rule().files()
            }

            /// Acts of its own office whose content it removes.
            pub fn expunges(&self) -> &[String] {
                self.rule().expunges()
            }

            /// The rule of this kind.
            pub(crate) fn rule(&self) -> &dyn Rule {
                match self { $(Self::$variant(b) => b,)+ }
            }

            /// The case the act is upon, by the act that registered its report; `act` is the act's own id.
            pub fn case_of<'a>(&'a self, act: &'a str) -> Option<&'a str> {
                self.rule().case(act)
            }

            /// The rule of this kind, to complete the body with what the books say.
            pub(crate) fn rule_mut(&mut self) -> &mut dyn Rule {
                match self { $(Self::$variant(b) => b,)+ }
            }
        }
    };
}

kinds! {
    OfficeOpen = "office.open",
    StaffAppoint = "staff.appoint",
    StaffRelieve = "staff.relieve",
    DiaryOpen = "diary.open",
    DiaryWrite = "diary.write",
    DiaryClose = "diary.close",
    ReportNoncognizable = "report.noncognizable",
    ReportRefuse = "report.refuse",
    FirRegister = "fir.register",
    FirSign = "fir.sign",
    FirDespatch = "fir.despatch",
    FirSeal = "fir.seal",
    FirUnseal = "fir.unseal",
    CaseNominate = "case.nominate",
    CaseAssign = "case.assign",
    CaseApply = "case.apply",
    CaseReassign = "case.reassign",
    CaseSections = "case.sections",
    CaseZimni = "case.zimni",
    CaseVersion = "case.version",
    CaseStatement = "case.statement",
    CaseMemo = "case.memo",
    CaseArrest = "case.arrest",
    CaseInform = "case.inform",
    CaseRemand = "case.remand",
    CaseBail = "case.bail",
    CaseRelease = "case.release",
    CaseWarrant = "case.warrant",
    CaseProclaim = "case.proclaim",
    CaseMedical = "case.medical",
    ChallanSubmit = "challan.submit",
    ChallanObject = "challan.object",
    ChallanAnswer = "challan.answer",
    ChallanForward = "challan.forward",
    ChallanReceive = "challan.receive",
    CaseHearing = "case.hearing",
    CaseCharge = "case.charge",
    CaseStay = "case.stay",
    CaseUnstay = "case.unstay",
    CaseTransfer = "case.transfer",
    CaseQuash = "case.quash",
    CaseCompound = "case.compound",
    CaseWithdraw = "case.withdraw",
    CaseShelve = "case.shelve",
    CaseReopen = "case.reopen",
    CaseFalsehood = "case.falsehood",
    AccusedConvict = "accused.convict",
    AccusedAcquit = "accused.acquit",
    AccusedDischarge = "accused.discharge",
    AccusedAbate = "accused.abate",
    AccusedReview = "accused.review",
    AppealDecide = "appeal.decide",
    PrintsEnrol = "prints.enrol",
    PrintsDestroy = "prints.destroy",
    SearchOpen = "search.open",
    SearchList = "search.list",
    SearchExamine = "search.examine",
    SearchAnswer = "search.answer",
    SearchForget = "search.forget",
    PersonJoin = "person.join",
    PersonPart = "person.part",
    LineupMake = "lineup.make",
    LineupShow = "lineup.show",
    FinalRecommend = "final.recommend",
    FinalAgree = "final.agree",
    FinalOrder = "final.order",
    ClockExcuse = "clock.excuse",
    EntryCorrect = "entry.correct",
    EntryAttest = "entry.attest",
    CustodyLodge = "custody.lodge",
    CustodyRelease = "custody.release",
    CustodyReturn = "custody.return",
    CustodyEscape = "custody.escape",
    CashMove = "cash.move",
    DocumentPrint = "document.print",
    RecordExpunge = "record.expunge",
    AttachAdd = "attach.add",
    BookEnter = "book.enter",
    BookFill = "book.fill",
    PropertyEnter = "property.enter",
    PropertyMove = "property.move",
    PropertyOrder = "property.order",
    PropertyDispose = "property.dispose",
    PropertyCheck = "property.check",
    RoadIssue = "road.issue",
    RoadReceive = "road.receive",
    RoadReturn = "road.return",
    DocketIssue = "docket.issue",
    DocketReport = "docket.report",
    WeaponMove = "weapon.move",
    ArmsDeposit = "arms.deposit",
    ArmsReturn = "arms.return",
    ChargeHandOver = "charge.hand_over",
    ChargeTakeOver = "charge.take_over",
    ChargeCountersign = "charge.countersign",
    AbsconderEnter = "absconder.enter",
    AbsconderRemove = "absconder.remove",
    SurveillanceOrder = "surveillance.order",
    SurveillanceVisit = "surveillance.visit",
    SurveillanceReview = "surveillance.review",
    SurveillanceRemove = "surveillance.remove",
    InquestOpen = "inquest.open",
    InquestClose = "inquest.close",
    MissingReport = "missing.report",
    MissingAlert = "missing.alert",
    MissingClose = "missing.close",
    JusticeOrder = "justice.order",
    JusticeComply = "justice.comply",
    InformantCall = "informant.call",
    LegacyIncident = "legacy.incident",
    LegacyReconcile = "legacy.reconcile",
}
