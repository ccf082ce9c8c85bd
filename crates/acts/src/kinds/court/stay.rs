//! An order that stays proceedings, and its end. While it stands the clocks of the case rest, and nothing is charged
//! or adjudged.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Hand, Turn, Upon};
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting};
use crate::views::Stay;

/// Proceedings are stayed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseStay {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The order.
    pub order: Order,
}

/// The stay has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseUnstay {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The order that vacates it, or by which it ran out.
    pub order: Order,
}

impl Rule for CaseStay {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-561-A"]
    }

    upon!(court::want_case);
    quiet!();

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        court::not_stayed(&court::standing(setting, &self.fir, "case.stay", None)?)
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        court::every_clock(&self.fir, upon, &Hand::Pause)
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let stay = Stay { act: rec.header.act.clone(), from: rec.happened()?, until: None };
        court::with_case(rec, book, &self.fir, |case| case.stays.push(stay))
    }
}

impl Rule for CaseUnstay {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-561-A"]
    }

    upon!(court::want_case);
    quiet!();

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        let case = court::standing(setting, &self.fir, "case.unstay", None)?;
        if !case.is_stayed() {
            return Err(Refusal::order("order-not-stayed", "CrPC-561-A"));
        }
        Ok(())
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        court::every_clock(&self.fir, upon, &Hand::Resume)
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let at = rec.happened()?;
        court::with_case(rec, book, &self.fir, |case| {
            for stay in case.stays.iter_mut().filter(|stay| stay.until.is_none()) {
                stay.until = Some(at);
            }
        })
    }
}
