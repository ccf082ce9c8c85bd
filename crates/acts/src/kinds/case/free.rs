//! An accused is set free: on bail by a court's order, or on his bond for want of evidence (section 169).

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
use crate::views::{AccusedRow, AccusedStatus, Cell, CellKind, EntryRow};

/// Clocks that run while he is held.
pub(crate) const HELD: [&str; 4] = ["D5", "D6", "D7", "D11"];

/// They end when he is held no longer.
pub(crate) fn released(key: &str) -> Vec<Turn> {
    HELD.iter().map(|deadline| Turn::meet(key, deadline)).collect()
}

/// Leaves whatever keeping he is in; the diary says so.
fn set_free(
    rec: &Recorded,
    book: &mut Book<'_>,
    (fir, index): (&str, u32),
    (status, release): (AccusedStatus, &str),
    order_no: Option<String>,
) -> Result<(), ViewError> {
    let Some(row) = case::open_row(rec, book, fir)? else { return Ok(()) };
    let key = AccusedRow::key_of(fir, index);
    let Some(mut accused) = book.get::<AccusedRow>(&rec.header.office, &key)? else { return Ok(()) };
    custody::leave_last(rec, &accused, release, book)?;
    accused.becomes(status, &rec.header.act, rec.written()?);
    accused.custody = None;
    book.put(&accused)?;
    let mut cells = vec![
        Cell::plain("fir_no", CellKind::Text, row.title()),
        Cell::plain("release", CellKind::Code, release),
    ];
    if let Some(arrest) = accused.arrests.last() {
        cells.push(Cell::plain("custody", CellKind::Act, &arrest.act));
    }
    if let Some(order_no) = order_no {
        cells.push(Cell::plain("order_no", CellKind::Text, order_no));
    }
    book.put(&EntryRow::of(rec, 0, "lockup_out", cells)?)
}

/// Bail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseBail {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// The court's order.
    pub order: Order,
    /// Amount of the bond, rupees.
    pub bond_rupees: u64,
    /// The sureties.
    #[serde(default)]
    pub sureties: String,
}

impl Rule for CaseBail {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-497"]
    }

    upon_accused!();

    /// Who gives bail has appeared.
    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let key = AccusedRow::key_of(&self.fir, self.accused);
        let sought = ["D12", "D30"].map(|deadline| Turn::meet(&key, deadline));
        released(&key).into_iter().chain(sought).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::text(&mut faults, "sureties", &self.sureties);
        faults.done()?;
        case::allowed(setting, "case.bail", &self.fir)?;
        // Bail before arrest is bail too; one who is free of the case needs none.
        let accused = case::accused(setting, &self.fir, self.accused)?;
        if accused.status() == AccusedStatus::OnBail || accused.is_decided() {
            return Err(Refusal::order("order-already-free", "CrPC-497"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let to = (AccusedStatus::OnBail, "bail");
        set_free(rec, book, (&self.fir, self.accused), to, Some(self.order.line()))
    }
}

/// Released under section 169.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseRelease {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// Why the evidence does not suffice.
    pub reasons: String,
    /// The bond he gave.
    pub bond: String,
}

impl Rule for CaseRelease {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-169"]
    }

    upon_accused!();

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        released(&AccusedRow::key_of(&self.fir, self.accused))
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "reasons", &self.reasons);
        text::line_needed(&mut faults, "bond", &self.bond);
        faults.done()?;
        case::investigator(setting, "case.release", &self.fir)?;
        if case::accused(setting, &self.fir, self.accused)?.custody.is_none() {
            return Err(Refusal::order("order-not-arrested", "CrPC-169"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let to = (AccusedStatus::Released169, "released_169");
        set_free(rec, book, (&self.fir, self.accused), to, None)
    }
}
