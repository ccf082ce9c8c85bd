//! `prints.destroy`: the record office certifies what became of the finger-prints and photographs of one who was freed
//! of a case. What the law does not let it keep is destroyed at his release (Identification of Prisoners Act 1920,
//! section 7); who was convicted before in another case keeps his record, and the certificate says so.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, Cell, CellKind, ClockRow, EntryRow};

/// The deadline it meets.
const DESTRUCTION: &str = "D26";

/// What became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintsFate {
    /// Destroyed.
    Destroyed,
    /// None had been taken.
    NoneTaken,
    /// Kept, for an earlier conviction.
    Kept,
}

/// The record office's certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintsDestroy {
    /// The case: the act that registered its report.
    pub fir: String,
    /// Who was freed of it, by his place in the case's list of persons.
    pub accused: u32,
    /// What became of them.
    pub fate: PrintsFate,
    /// The certificate: the record office, number, date.
    pub order: Order,
    /// Before whom they were destroyed; of those kept, the earlier conviction.
    #[serde(default)]
    pub particulars: String,
}

impl PrintsDestroy {
    fn key(&self) -> String {
        AccusedRow::key_of(&self.fir, self.accused)
    }
}

impl Rule for PrintsDestroy {
    fn basis(&self) -> &'static [&'static str] {
        &["IPA-7"]
    }

    upon!(court::want_freed);

    fn refs(&self) -> Vec<String> {
        vec![self.key()]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        match self.fate {
            PrintsFate::NoneTaken => text::text(&mut faults, "particulars", &self.particulars),
            _ => text::text_needed(&mut faults, "particulars", &self.particulars),
        }
        faults.done()?;
        court::standing(setting, &self.fir, "prints.destroy", None)?;
        let row = court::accused(setting, &self.fir, self.accused)?;
        if row.suppressed.is_none() {
            return Err(Refusal::order("order-not-freed", "IPA-7"));
        }
        match setting.row::<ClockRow>(&ClockRow::key_of(&self.key(), DESTRUCTION))? {
            Some(clock) if clock.is_open() => Ok(()),
            _ => Err(Refusal::order("order-prints-certified", "IPA-7")),
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written)]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.key(), DESTRUCTION)]
    }

    /// The certificate is a letter received; whom it is about stands in the act.
    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        let cells = vec![
            Cell::plain("direction", CellKind::Code, "in"),
            Cell::plain("from", CellKind::Text, &self.order.authority),
            Cell::plain("their_no", CellKind::Text, &self.order.number),
            Cell::plain("subject", CellKind::Code, "prints_certificate"),
            Cell::plain("fir_no", CellKind::Text, case.title()),
            Cell::plain("date", CellKind::Time, &rec.header.written),
        ];
        book.put(&EntryRow::of(rec, 0, "prints_certificate", cells)?)
    }
}
