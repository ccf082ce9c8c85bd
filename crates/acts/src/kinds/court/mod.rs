//! The court's half of a case's life: reports under section 173, the prosecutor's scrutiny, the trial day by day, how
//! it ends for each accused and for the case, and how it is taken up again.

mod appeal;
mod challan;
mod clear;
pub(crate) mod common;
mod convict;
mod end;
mod falsehood;
mod final_report;
mod hearing;
mod order;
mod prints;
mod reopen;
mod review;
mod scrutiny;
mod stay;
mod transfer;

pub use appeal::{AppealDecide, AppealResult};
pub use challan::{ChallanSubmit, Challaned, Witness};
pub use clear::{AccusedAbate, AccusedAcquit, AccusedDischarge, AcquitUnder, DischargeUnder};
pub use convict::AccusedConvict;
pub use end::{CaseCompound, CaseQuash, CaseWithdraw, CompoundUnder};
pub use falsehood::{CaseFalsehood, FalsehoodUnder};
pub use final_report::{FinalAgree, FinalOrder, FinalRecommend};
pub use hearing::{CaseCharge, CaseHearing, HearingPurpose};
pub use order::Order;
pub use prints::{PrintsDestroy, PrintsFate};
pub use reopen::{CaseReopen, CaseShelve};
pub use review::AccusedReview;
pub use scrutiny::{Answer, ChallanAnswer, ChallanForward, ChallanObject, ChallanReceive};
pub use stay::{CaseStay, CaseUnstay};
pub use transfer::{CaseTransfer, TransferTo};
