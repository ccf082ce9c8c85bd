//! `cash.move`: money received or paid (register XX; a receipt of register XXII for what the public pays in).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, DeskRow, EntryRow};

/// The most that one entry may move: ten crore rupees, in paisa. More is a slip of the finger.
const MOST_PAISA: i64 = 10_000_000_000;

/// In or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Received.
    In,
    /// Paid.
    Out,
}

/// Money received or paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CashMove {
    /// In or out.
    pub direction: Direction,
    /// Amount, paisa.
    pub amount_paisa: i64,
    /// Head of account: `diet`, `fine`, `deposit`, `advance`, `other`.
    pub head: String,
    /// From or to whom.
    pub party: String,
    /// Number of the voucher.
    #[serde(default)]
    pub voucher: String,
    /// What for.
    pub purpose: String,
}

impl Rule for CashMove {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.71"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(!(1..=MOST_PAISA).contains(&self.amount_paisa), "amount_paisa", "fault-range");
        let heads = ["diet", "fine", "deposit", "advance", "other"];
        faults.when(!heads.contains(&self.head.as_str()), "head", "fault-choice");
        text::line_needed(&mut faults, "party", &self.party);
        text::line(&mut faults, "voucher", &self.voucher);
        text::line_needed(&mut faults, "purpose", &self.purpose);
        faults.done()?;
        setting.open_day()?;
        let short = self.direction == Direction::Out && setting.desk()?.cash_paisa < self.amount_paisa;
        if short { Err(Refusal::order("order-cash-short", "PPR-22.71")) } else { Ok(()) }
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("20", "-", written)];
        slots.extend(Slot::diary(day));
        if self.direction == Direction::In {
            slots.push(Slot::yearly("22", "-", written));
        }
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        let signed = if self.direction == Direction::In { self.amount_paisa } else { -self.amount_paisa };
        desk.cash_paisa = desk.cash_paisa.saturating_add(signed);
        book.put(&desk)?;
        let (key, subject) = match self.direction {
            Direction::In => ("in", "cash_in"),
            Direction::Out => ("out", "cash_out"),
        };
        let cells = vec![
            Cell::plain("voucher", CellKind::Text, &self.voucher),
            Cell::personal("party", CellKind::Text, &self.party),
            Cell::plain("head", CellKind::Code, &self.head),
            Cell::plain(key, CellKind::Money, self.amount_paisa),
            Cell::plain("balance", CellKind::Money, desk.cash_paisa),
            Cell::personal("purpose", CellKind::Text, &self.purpose),
        ];
        let entries = rec.header.entries.len();
        for index in 0..entries {
            book.put(&EntryRow::of(rec, index, subject, cells.clone())?)?;
        }
        Ok(())
    }
}
