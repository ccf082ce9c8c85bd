//! `accused.review`: the superintendent considers whether a convict or a proclaimed offender is to be watched (registers
//! X and XI), and says so. The entry itself, where he orders one, is an act of its own upon his recorded order.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus};

/// A convict or a proclaimed offender considered for surveillance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccusedReview {
    /// The case: the act that registered its report.
    pub fir: String,
    /// Who, by his place in the case's list of persons.
    pub accused: u32,
    /// The superintendent's order.
    pub order: Order,
    /// Whether he orders an entry.
    pub watched: bool,
    /// His grounds.
    pub grounds: String,
}

impl Rule for AccusedReview {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-23.4"]
    }

    upon!(court::want_accused);
    quiet!();

    fn refs(&self) -> Vec<String> {
        vec![AccusedRow::key_of(&self.fir, self.accused)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::text_needed(&mut faults, "grounds", &self.grounds);
        faults.done()?;
        court::standing(setting, &self.fir, "accused.review", None)?;
        let row = court::accused(setting, &self.fir, self.accused)?;
        if !matches!(row.status(), AccusedStatus::Convicted | AccusedStatus::Proclaimed) {
            return Err(Refusal::order("order-nothing-to-consider", "PPR-23.4"));
        }
        if row.juvenile {
            return Err(Refusal::order("order-juvenile-never-watched", "JJSA-19"));
        }
        Ok(())
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let key = AccusedRow::key_of(&self.fir, self.accused);
        vec![Turn::meet(&key, "D29"), Turn::meet(&key, "D30")]
    }

    fn project(&self, _: &Recorded, _: &mut Book<'_>) -> Result<(), ViewError> {
        Ok(())
    }
}
