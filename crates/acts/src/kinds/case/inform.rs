//! `case.inform`: whoever the law says must know of an arrest is told: a relative, a juvenile's guardian and probation
//! officer, and the juvenile himself of his right to legal aid.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::AccusedRow;

/// What was told to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// A relative or friend, of the arrest.
    Relative,
    /// A juvenile's guardian and the probation officer, of the arrest.
    Guardian,
    /// A juvenile, of his right to legal aid.
    LegalAid,
}

/// Somebody told of an arrest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseInform {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// What.
    pub told: Told,
    /// Who was told, and how.
    pub whom: String,
}

impl CaseInform {
    fn key(&self) -> String {
        AccusedRow::key_of(&self.fir, self.accused)
    }
}

impl Rule for CaseInform {
    fn basis(&self) -> &'static [&'static str] {
        match self.told {
            Told::Relative => &["Const-10"],
            Told::Guardian => &["JJSA-5"],
            Told::LegalAid => &["JJSA-3"],
        }
    }

    upon_accused!();

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        match self.told {
            Told::Relative => Vec::new(),
            Told::Guardian => vec![Turn::meet(&self.key(), "D15")],
            Told::LegalAid => vec![Turn::meet(&self.key(), "D16")],
        }
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "whom", &self.whom);
        faults.done()?;
        case::allowed(setting, "case.inform", &self.fir)?;
        let accused = case::accused(setting, &self.fir, self.accused)?;
        if accused.arrests.is_empty() {
            return Err(Refusal::order("order-not-arrested", "CrPC-61"));
        }
        if self.told != Told::Relative && !accused.juvenile {
            return Err(Refusal::order("order-not-juvenile", "JJSA-5"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, _: &Recorded, _: &mut Book<'_>) -> Result<(), ViewError> {
        Ok(())
    }
}
