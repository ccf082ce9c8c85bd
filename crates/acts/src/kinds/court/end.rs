//! Ends of a case as a whole, without judgment on each accused: quashed by the High Court, compounded by the injured or
//! the heirs, withdrawn by the prosecutor with the court's leave.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Body;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting};
use crate::views::{AccusedRow, AccusedStatus, Stage};

/// The High Court quashes the report or the proceedings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseQuash {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The order.
    pub order: Order,
    /// Accused whom it frees, by their places in the case's list; the books fill it in.
    #[serde(default)]
    pub freed: Vec<u32>,
}

/// The law an offence is compounded under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompoundUnder {
    /// Section 345 of the Code.
    Ordinary,
    /// Waiver or compounding of qisas, with or without diyat.
    Qisas,
}

/// The offence is compounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseCompound {
    /// The case: the act that registered its report.
    pub fir: String,
    /// Under which law.
    pub under: CompoundUnder,
    /// The court's order that allows it.
    pub order: Order,
    /// Accused whom it frees, by their places in the case's list; the books fill it in.
    #[serde(default)]
    pub freed: Vec<u32>,
}

/// The prosecutor withdraws from the prosecution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWithdraw {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The court's order that consents.
    pub order: Order,
    /// Accused whom it frees, by their places in the case's list; the books fill it in.
    #[serde(default)]
    pub freed: Vec<u32>,
}

impl CaseCompound {
    fn law(&self) -> &'static [&'static str] {
        match self.under {
            CompoundUnder::Ordinary => &["CrPC-345"],
            CompoundUnder::Qisas => &["CrPC-345", "PPC-309", "PPC-310"],
        }
    }
}

impl CaseQuash {
    fn law(&self) -> &'static [&'static str] {
        &["CrPC-561-A"]
    }
}

impl CaseWithdraw {
    fn law(&self) -> &'static [&'static str] {
        &["CrPC-494"]
    }
}

macro_rules! ends {
    ($kind:ident, $name:literal, $to:expr, $status:expr, $release:literal) => {
        impl Rule for $kind {
            fn basis(&self) -> &'static [&'static str] {
                self.law()
            }

            upon!(court::want_freed);
            quiet!();

            fn refs(&self) -> Vec<String> {
                self.freed.iter().map(|index| AccusedRow::key_of(&self.fir, *index)).collect()
            }

            fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
                let mut faults = Faults::default();
                self.order.check(&mut faults, "order", setting.written.day());
                faults.done()?;
                let case = court::standing(setting, &self.fir, $name, None)?;
                self.freed = court::open_accused(setting, &case)?;
                Ok(())
            }

            fn adopt(&mut self, kept: &Body) {
                if let Body::$kind(kept) = kept {
                    self.freed.clone_from(&kept.freed);
                }
            }

            fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
                let freed = court::freed(&self.fir, &self.freed).into_iter();
                freed.chain(court::at_end(&self.fir, true)).collect()
            }

            fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
                court::let_out(upon, &self.fir, &self.freed, $release)
            }

            fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
                let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
                let to: fn(Stage) -> Stage = $to;
                let (freed, end) = ((self.freed.as_slice(), $status), (to(case.stage), &self.order));
                court::end_all(rec, book, &self.fir, freed, end)
            }
        }
    };
}

ends!(CaseQuash, "case.quash", |_| Stage::Quashed, AccusedStatus::Discharged, "discharged");
// Compounding has the effect of an acquittal (section 345, sub-section 6).
ends!(CaseCompound, "case.compound", |_| Stage::Compounded, AccusedStatus::Acquitted, "acquitted");
// Before the charge the accused is discharged, after it acquitted (section 494).
ends!(
    CaseWithdraw,
    "case.withdraw",
    |from| if from == Stage::Trial { Stage::Acquitted } else { Stage::Discharged },
    AccusedStatus::Withdrawn,
    "withdrawn"
);
