//! `case.remand`: a magistrate's remand upon an incomplete challan. Police custody is never more than fifteen days in
//! the whole (section 167); a woman is not remanded to the police but for murder or dacoity; judicial remand is at
//! most fifteen days at a time (section 344).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::custody;
use crate::kinds::{Order, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, CaseRow, Cell, CellKind, EntryRow, Keeping};

/// Days of police custody in the whole, and of one judicial remand.
const MOST_DAYS: u32 = 15;

/// A remand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseRemand {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// Into whose keeping.
    pub keeping: Keeping,
    /// For how many days.
    pub days: u32,
    /// The magistrate's order.
    pub order: Order,
    /// Number of the incomplete challan, Form 25.56(1), on which it was sought.
    pub challan: String,
}

impl CaseRemand {
    fn key(&self) -> String {
        AccusedRow::key_of(&self.fir, self.accused)
    }

    fn check_custody(&self, setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
        let accused = case::accused(setting, &self.fir, self.accused)?;
        let Some(now) = accused.custody else {
            return Err(Refusal::order("order-not-arrested", "CrPC-167"));
        };
        if self.keeping == Keeping::Judicial {
            return Ok(());
        }
        if now == Keeping::Judicial {
            return Err(Refusal::order("order-judicial-already", "CrPC-167"));
        }
        let day = setting.written.day();
        let grave = case
            .charged()
            .any(|code| setting.law.section(code, setting.province, day).is_some_and(|s| s.grave));
        if accused.woman && !grave {
            return Err(Refusal::order("order-woman-remand", "CrPC-167"));
        }
        if accused.police_days.saturating_add(self.days) > MOST_DAYS {
            return Err(Refusal::order("order-fifteen-days", "CrPC-167"));
        }
        Ok(())
    }
}

impl Rule for CaseRemand {
    fn basis(&self) -> &'static [&'static str] {
        match self.keeping {
            Keeping::Police => &["CrPC-167", "PPR-25.56"],
            Keeping::Judicial => &["CrPC-344", "PPR-25.56"],
        }
    }

    upon_accused!();

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let key = self.key();
        let produced = Turn::meet(&key, "D5");
        match self.keeping {
            Keeping::Judicial => {
                vec![produced, Turn::meet(&key, "D6"), Turn::start(&key, "D7")]
            }
            // The fifteen days run from the first remand, whatever its parts.
            Keeping::Police => {
                let again = upon.row::<AccusedRow>(&key).is_some_and(|a| a.police_days > 0);
                vec![produced, Turn::start(&key, "D6").when(!again)]
            }
        }
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::line_needed(&mut faults, "challan", &self.challan);
        faults.when(self.days == 0 || self.days > MOST_DAYS, "days", "fault-range");
        faults.done()?;
        let case = case::allowed(setting, "case.remand", &self.fir)?;
        self.check_custody(setting, &case)?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let office = rec.header.office.as_str();
        let Some(mut accused) = book.get::<AccusedRow>(office, &self.key())? else { return Ok(()) };
        accused.custody = Some(self.keeping);
        match self.keeping {
            Keeping::Police => {
                accused.police_days = accused.police_days.saturating_add(self.days);
                if let Some(arrest) = accused.arrests.last() {
                    custody::back(rec, &arrest.act, book)?;
                }
            }
            // He leaves the station's lock-up for the jail.
            Keeping::Judicial => custody::leave_last(rec, &accused, "magistrate", book)?,
        }
        book.put(&accused)?;
        let cells = vec![
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain(
                "remand",
                CellKind::Code,
                if self.keeping == Keeping::Police { "police" } else { "judicial" },
            ),
            Cell::plain("days", CellKind::Number, self.days),
            Cell::plain("order_no", CellKind::Text, self.order.line()),
            Cell::plain("challan_no", CellKind::Text, &self.challan),
        ];
        book.put(&EntryRow::of(rec, 0, "remand", cells)?)
    }
}
