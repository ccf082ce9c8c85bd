//! `weapon.move`: a government weapon on charge (register XVI, part III) is issued to an officer and comes back, with
//! its rounds counted both times.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Direction;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{ArmRow, Cell, CellKind, DeskRow, EntryRow, Issued, entry_key, step};

/// The most rounds with one weapon.
const MOST_ROUNDS: u32 = 5_000;

/// A government weapon leaves the armoury or comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeaponMove {
    /// Its entry in register XVI, part III.
    pub weapon: EntryRef,
    /// Out: issued. In: returned.
    pub direction: Direction,
    /// The officer, by code.
    pub officer: String,
    /// Rounds with it.
    pub rounds: u32,
    /// What for; where rounds are short, why.
    #[serde(default)]
    pub remarks: String,
}

impl WeaponMove {
    fn is_out(&self) -> bool {
        self.direction == Direction::Out
    }
}

impl Rule for WeaponMove {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.67", "PPR-22.49"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let key = entry_key(&self.weapon);
        vec![Want::Row(ArmRow::at(office, &key)), Want::Row(EntryRow::at(office, &key))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<ArmRow>(&entry_key(&self.weapon))?;
        let row = row.ok_or_else(|| Refusal::unknown(self.weapon.to_string()))?;
        let mut faults = Faults::default();
        text::code(&mut faults, "officer", &self.officer);
        text::line(&mut faults, "remarks", &self.remarks);
        faults.when(self.rounds > MOST_ROUNDS, "rounds", "fault-range");
        let silent = self.remarks.trim().is_empty();
        if let (false, Some(issued)) = (self.is_out(), &row.issued) {
            faults.when(issued.to != self.officer, "officer", "fault-not-his-weapon");
            faults.when(issued.rounds != self.rounds && silent, "remarks", "fault-rounds-differ");
        }
        faults.done()?;
        match (&row.issued, self.is_out()) {
            (Some(_), true) => Err(Refusal::order("order-weapon-issued", "PPR-22.67")),
            (None, false) => Err(Refusal::order("order-weapon-not-issued", "PPR-22.67")),
            _ => setting.open_day().map(|_| ()),
        }
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let key = entry_key(&self.weapon);
        let Some(mut row) = book.get::<ArmRow>(office, &key)? else { return Ok(()) };
        let at = rec.happened()?;
        let (to, act) = (self.officer.clone(), rec.header.act.clone());
        row.issued = self.is_out().then_some(Issued { to, at, rounds: self.rounds, act });
        book.put(&row)?;
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.arms_issued, self.is_out());
        book.put(&desk)?;
        let (subject, who, when) = if self.is_out() {
            ("weapon_issue", Some("issued_to"), "issued_at")
        } else {
            ("weapon_return", None, "returned_at")
        };
        if let Some(mut entry) = book.get::<EntryRow>(office, &key)? {
            entry.cells.extend(who.map(|k| Cell::plain(k, CellKind::Officer, &self.officer)));
            entry.cells.push(Cell::plain(when, CellKind::Time, at));
            book.put(&entry)?;
        }
        let mut cells = vec![
            Cell::plain("entry", CellKind::Text, &self.weapon),
            Cell::plain("officers", CellKind::Officer, &self.officer),
            Cell::plain("rounds", CellKind::Number, self.rounds),
            Cell::plain("remarks", CellKind::Text, &self.remarks),
        ];
        cells.retain(|c| !c.value.is_empty());
        book.put(&EntryRow::of(rec, 0, subject, cells)?)
    }
}
