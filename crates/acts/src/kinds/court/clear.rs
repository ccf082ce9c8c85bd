//! One accused is free of the case: acquitted, discharged, or dead. It takes effect at once: search and certificates
//! leave him out, what was taken of his fingers is due for destruction, and the lines of the books in which he stands
//! for this case say so.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting};
use crate::views::{AccusedRow, AccusedStatus, Stage};

/// Under which law he is acquitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcquitUnder {
    /// By a magistrate at any stage (section 249-A).
    #[serde(rename = "249_a")]
    S249A,
    /// By the Sessions Court at any stage (section 265-K).
    #[serde(rename = "265_k")]
    S265K,
    /// Upon the evidence.
    Merits,
}

/// An acquittal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccusedAcquit {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The accused, by his place in the case's list of persons.
    pub accused: u32,
    /// Under which law.
    pub under: AcquitUnder,
    /// The order or judgment.
    pub order: Order,
}

/// Under which law he is discharged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DischargeUnder {
    /// By a magistrate (section 63).
    #[serde(rename = "63")]
    S63,
    /// A release under section 169 that the magistrate accepts.
    #[serde(rename = "169")]
    S169,
}

/// A discharge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccusedDischarge {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The accused, by his place in the case's list of persons.
    pub accused: u32,
    /// Under which law.
    pub under: DischargeUnder,
    /// The order.
    pub order: Order,
}

/// The accused has died; the case against him abates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccusedAbate {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The accused, by his place in the case's list of persons.
    pub accused: u32,
    /// The order that records his death.
    pub order: Order,
}

impl AccusedAcquit {
    fn law(&self) -> &'static [&'static str] {
        match self.under {
            AcquitUnder::S249A => &["CrPC-249-A"],
            AcquitUnder::S265K => &["CrPC-265-K"],
            AcquitUnder::Merits => &["CrPC-245", "CrPC-265-H"],
        }
    }

    /// Upon the evidence nobody is acquitted before his charge. How far a case has come that went to another station is
    /// in that station's books.
    fn fits(&self, stage: Stage, _: &AccusedRow) -> Result<(), Refusal> {
        if self.under == AcquitUnder::Merits && !matches!(stage, Stage::Trial | Stage::Transferred) {
            return Err(Refusal::order(stage.refusal(), "CrPC-265-H"));
        }
        Ok(())
    }
}

impl AccusedDischarge {
    fn law(&self) -> &'static [&'static str] {
        match self.under {
            DischargeUnder::S63 => &["CrPC-63"],
            DischargeUnder::S169 => &["CrPC-169"],
        }
    }

    fn fits(&self, _: Stage, row: &AccusedRow) -> Result<(), Refusal> {
        let released =
            row.status() == AccusedStatus::Released169 || row.class == Some(crate::views::CustodyClass::Jim);
        if self.under == DischargeUnder::S169 && !released {
            return Err(Refusal::order("order-not-released-169", "CrPC-169"));
        }
        Ok(())
    }
}

impl AccusedAbate {
    fn law(&self) -> &'static [&'static str] {
        &["CrPC-431"]
    }

    fn fits(&self, _: Stage, _: &AccusedRow) -> Result<(), Refusal> {
        Ok(())
    }
}

macro_rules! clears {
    ($kind:ident, $name:literal, $status:expr, $release:literal) => {
        impl Rule for $kind {
            fn basis(&self) -> &'static [&'static str] {
                self.law()
            }

            upon!(court::want_accused);
            quiet!();

            fn refs(&self) -> Vec<String> {
                vec![AccusedRow::key_of(&self.fir, self.accused)]
            }

            fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
                let mut faults = Faults::default();
                self.order.check(&mut faults, "order", setting.written.day());
                faults.done()?;
                let case = court::standing(setting, &self.fir, $name, None)?;
                let row = court::undecided(setting, &self.fir, self.accused)?;
                self.fits(case.stage, &row)
            }

            fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
                let freed = court::freed(&self.fir, &[self.accused]).into_iter();
                freed.chain(court::at_last(upon, &self.fir, self.accused)).collect()
            }

            fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
                court::let_out(upon, &self.fir, &[self.accused], $release)
            }

            fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
                court::clears(rec, book, &self.fir, self.accused, $status)?;
                court::ends_with_last(rec, book, &self.fir, Some(&self.order))
            }
        }
    };
}

clears!(AccusedAcquit, "accused.acquit", AccusedStatus::Acquitted, "acquitted");
clears!(AccusedDischarge, "accused.discharge", AccusedStatus::Discharged, "discharged");
clears!(AccusedAbate, "accused.abate", AccusedStatus::Abated, "died");
