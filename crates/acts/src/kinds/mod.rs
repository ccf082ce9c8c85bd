//! The kinds of act, each in a room of its own: what its content holds, what it asks to know, when it may be
//! performed, which entries it makes, and what it changes in the views.

mod attach;
pub(crate) mod case;
mod cash;
mod correct;
mod court;
mod custody;
mod diary;
mod expunge;
mod fir;
pub(crate) mod fir_book;
mod fir_life;
mod legacy;
mod office;
mod party;
mod print;
mod report;
mod staff;

pub use attach::{AttachAdd, AttachedFile, FileKind};
pub use case::{
    CaseApply, CaseArrest, CaseAssign, CaseBail, CaseInform, CaseMedical, CaseMemo, CaseNominate,
    CaseProclaim, CaseReassign, CaseRelease, CaseRemand, CaseSections, CaseStatement, CaseVersion,
    CaseWarrant, CaseZimni, Found, Investigator, MemoOf, Told, Under, WarrantKind,
};
pub use cash::{CashMove, Direction};
pub use correct::{EntryAttest, EntryCorrect};
pub use court::{
    AccusedAbate, AccusedAcquit, AccusedConvict, AccusedDischarge, AccusedReview, AcquitUnder, Answer,
    AppealDecide, AppealResult, CaseCharge, CaseCompound, CaseFalsehood, CaseHearing, CaseQuash, CaseReopen,
    CaseShelve, CaseStay, CaseTransfer, CaseUnstay, CaseWithdraw, ChallanAnswer, ChallanForward,
    ChallanObject, ChallanReceive, ChallanSubmit, Challaned, CompoundUnder, DischargeUnder, FalsehoodUnder,
    FinalAgree, FinalOrder, FinalRecommend, HearingPurpose, Order, TransferTo, Witness,
};
pub use custody::{CustodyLodge, CustodyRelease};
pub use diary::{DiaryClose, DiaryKind, DiaryOpen, DiaryWrite};
pub use expunge::RecordExpunge;
pub use fir::{Accused, Bearing, FirRegister, Mark, Place, Property};
pub use fir_life::{FirDespatch, FirSeal, FirSign, FirUnseal};
pub use legacy::{LegacyIncident, LegacyReconcile};
pub use office::OfficeOpen;
pub use party::{Gender, Party, Relation, RelationKind};
pub use print::DocumentPrint;
pub use report::{ReportNoncognizable, ReportRefuse};
pub use staff::{StaffAppoint, StaffRelieve};

use serde::{Deserialize, Serialize};

use crate::rule::Rule;

macro_rules! kinds {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// What an act did. The tag `kind` is the kind's name.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        #[expect(clippy::large_enum_variant, reason = "bodies live one at a time; boxing would only blur the shape")]
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
    FinalRecommend = "final.recommend",
    FinalAgree = "final.agree",
    FinalOrder = "final.order",
    EntryCorrect = "entry.correct",
    EntryAttest = "entry.attest",
    CustodyLodge = "custody.lodge",
    CustodyRelease = "custody.release",
    CashMove = "cash.move",
    DocumentPrint = "document.print",
    RecordExpunge = "record.expunge",
    AttachAdd = "attach.add",
    LegacyIncident = "legacy.incident",
    LegacyReconcile = "legacy.reconcile",
}
