//! A case laid aside and taken up again: evidence in absence kept on the dormant list (section 512), and a case
//! untraced or dormant reopened when somebody is found.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus, Stage};

/// The file goes to the dormant list: the evidence is recorded and only hidden accused are left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseShelve {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The court's order.
    pub order: Order,
}

impl Rule for CaseShelve {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-512"]
    }

    upon!(court::want_accused);
    quiet!();

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        let case = court::standing(setting, &self.fir, "case.shelve", None)?;
        let mut hidden = 0;
        for index in court::open_accused(setting, &case)? {
            let row = court::accused(setting, &self.fir, index)?;
            match row.status() {
                AccusedStatus::Absconding | AccusedStatus::Proclaimed => hidden += 1,
                _ if row.class.is_some() => return Err(Refusal::order("order-accused-present", "CrPC-512")),
                _ => {}
            }
        }
        if hidden == 0 {
            return Err(Refusal::order("order-nobody-hidden", "CrPC-512"));
        }
        Ok(())
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.fir, "D19")]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::moves(rec, book, &self.fir, Stage::InAbsentia)?;
        court::with_case(rec, book, &self.fir, |case| case.next_date = None)
    }
}

/// A case untraced is investigated again; a dormant one goes on against the accused who was arrested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseReopen {
    /// The case: the act that registered its report.
    pub fir: String,
    /// What was found.
    pub ground: String,
    /// The order, where one was needed.
    #[serde(default)]
    pub order: Option<Order>,
    /// The accused arrested, where the case lay dormant for him: his place in the case's list of persons.
    #[serde(default)]
    pub accused: Option<u32>,
}

impl CaseReopen {
    fn leads_to(&self) -> Stage {
        if self.accused.is_some() { Stage::InCourt } else { Stage::Investigation }
    }
}

impl Rule for CaseReopen {
    fn basis(&self) -> &'static [&'static str] {
        match self.accused {
            Some(_) => &["CrPC-512"],
            None => &["CrPC-173"],
        }
    }

    upon!(court::want_accused);
    quiet!();

    fn refs(&self) -> Vec<String> {
        self.accused.map(|index| AccusedRow::key_of(&self.fir, index)).into_iter().collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "ground", &self.ground);
        if let Some(order) = &self.order {
            order.check(&mut faults, "order", setting.written.day());
        }
        faults.done()?;
        court::standing(setting, &self.fir, "case.reopen", Some(self.leads_to()))?;
        if let Some(index) = self.accused {
            let row = court::undecided(setting, &self.fir, index)?;
            if !matches!(row.status(), AccusedStatus::Arrested | AccusedStatus::OnBail) {
                return Err(Refusal::order("order-not-arrested", "CrPC-512"));
            }
        }
        Ok(())
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        court::moves(rec, book, &self.fir, self.leads_to())?;
        court::with_case(rec, book, &self.fir, |case| case.outcome = None)
    }
}
