//! `case.transfer`: the case goes to another court, or to another station, where it begins anew.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, EntryRow, Stage};

/// Whither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferTo {
    /// Another court; the case stands as it stood.
    Court,
    /// Another station or agency; here it has ended.
    Station,
}

/// A case transferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseTransfer {
    /// The case: the act that registered its report.
    pub fir: String,
    /// To a court or to a station.
    pub to: TransferTo,
    /// Which.
    pub name: String,
    /// The order.
    pub order: Order,
}

impl Rule for CaseTransfer {
    fn basis(&self) -> &'static [&'static str] {
        match self.to {
            TransferTo::Court => &["CrPC-526"],
            TransferTo::Station => &["PPR-24.7"],
        }
    }

    upon!(court::want_freed);

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "name", &self.name);
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        match self.to {
            TransferTo::Station => {
                court::standing(setting, &self.fir, "case.transfer", Some(Stage::Transferred)).map(|_| ())
            }
            TransferTo::Court => court::stays(setting, &self.fir, "case.transfer"),
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written)]
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        match self.to {
            TransferTo::Court => Vec::new(),
            TransferTo::Station => {
                let of_one = |index| {
                    let key = AccusedRow::key_of(&self.fir, index);
                    let sought = ["D12", "D30"].map(|deadline| Turn::meet(&key, deadline));
                    case::released(&key).into_iter().chain(sought)
                };
                let accused = court::accused_of(upon, &self.fir).into_iter().flat_map(of_one);
                court::at_end(&self.fir, true).into_iter().chain(accused).collect()
            }
        }
    }

    /// Whoever is held goes with his case.
    fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
        match self.to {
            TransferTo::Court => Vec::new(),
            TransferTo::Station => {
                court::let_out(upon, &self.fir, &court::accused_of(upon, &self.fir), "transferred")
            }
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        if self.to == TransferTo::Station {
            court::ends(rec, book, &self.fir, Stage::Transferred, Some(&self.order))?;
        }
        let cells = court::letter(rec, &case, "transfer", &self.name);
        book.put(&EntryRow::of(rec, 0, "transfer", cells)?)
    }
}
