//! Licensed arms deposited (register XVIII): a receipt to who brings one, and the arm back to the same, or
//! confiscated by order.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Command;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, DepositRow, DeskRow, EntryRow, entry_key, step};

/// Why an arm is deposited.
const REASONS: [&str; 5] = ["section_16", "lapsed", "death", "election", "order"];

/// A licensed arm is deposited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArmsDeposit {
    /// Who brings it.
    pub depositor: String,
    /// Number of the licence.
    pub licence_no: String,
    /// The licence's entry in register XVII, where it is here.
    #[serde(default)]
    pub licence: Option<EntryRef>,
    /// The weapon and its ammunition.
    pub weapon: String,
    /// Why: `section_16`, `lapsed`, `death`, `election`, `order`.
    pub reason: String,
    /// Where it is kept.
    pub kept_at: String,
}

impl Rule for ArmsDeposit {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.69"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        self.licence.iter().map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "depositor", &self.depositor);
        text::line_needed(&mut faults, "licence_no", &self.licence_no);
        text::line_needed(&mut faults, "weapon", &self.weapon);
        text::line_needed(&mut faults, "kept_at", &self.kept_at);
        faults.when(!REASONS.contains(&self.reason.as_str()), "reason", "fault-choice");
        faults.done()?;
        if let Some(licence) = &self.licence
            && (licence.register != "17" || setting.row::<EntryRow>(&entry_key(licence))?.is_none())
        {
            return Err(Refusal::unknown(licence.to_string()));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("18", "-", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let at = rec.happened()?;
        let cells = vec![
            Cell::personal("depositor", CellKind::Text, &self.depositor),
            Cell::plain("licence_no", CellKind::Text, &self.licence_no),
            Cell::plain("weapon", CellKind::Text, &self.weapon),
            Cell::plain("reason", CellKind::Code, &self.reason),
            Cell::plain("deposited_at", CellKind::Time, at),
            Cell::plain("kept_at", CellKind::Text, &self.kept_at),
        ];
        let entry = EntryRow::of(rec, 0, "deposit", cells.clone())?;
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.deposits, true);
        book.put(&desk)?;
        if let Some(licence) = &self.licence
            && let Some(mut line) = book.get::<EntryRow>(office, &entry_key(licence))?
            && !line.cells.is_empty()
        {
            line.cells.push(Cell::plain("deposited_at", CellKind::Time, at));
            book.put(&line)?;
        }
        book.put(&DepositRow {
            office: office.to_owned(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            licence: self.licence.clone(),
            deposited: at,
            ended: None,
        })?;
        let mut gist = vec![Cell::plain("entry", CellKind::Text, &entry.entry)];
        gist.extend(cells.into_iter().take(4));
        book.put(&EntryRow::of(rec, 1, "property_in", gist)?)?;
        book.put(&entry)
    }
}

/// A deposited arm is given back, or confiscated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArmsReturn {
    /// The act that took it in.
    pub deposit: String,
    /// To whom it was given back; empty where it was confiscated.
    #[serde(default)]
    pub to: String,
    /// The order of confiscation.
    #[serde(default)]
    pub order: Option<Command>,
}

impl Rule for ArmsReturn {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.69"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(DepositRow::at(office, &self.deposit))];
        if let Ok(Some(row)) = known.get::<DepositRow>(office, &self.deposit) {
            wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<DepositRow>(&self.deposit)?;
        let row = row.ok_or_else(|| Refusal::unknown(&self.deposit))?;
        let mut faults = Faults::default();
        text::line(&mut faults, "to", &self.to);
        if let Some(order) = &self.order {
            order.check(&mut faults, "order", setting);
        }
        faults.when(self.order.is_none() == self.to.trim().is_empty(), "to", "fault-back-or-order");
        faults.done()?;
        match row.ended {
            Some(_) => Err(Refusal::order("order-deposit-ended", "PPR-22.69")),
            None => setting.open_day().map(|_| ()),
        }
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<DepositRow>(office, &self.deposit)? else { return Ok(()) };
        row.ended = Some((rec.happened()?, rec.header.act.clone()));
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.deposits, false);
        book.put(&desk)?;
        let disposal = match &self.order {
            Some(order) => Cell::plain("disposal", CellKind::Text, order.line()),
            None => Cell::personal("disposal", CellKind::Text, &self.to),
        };
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            entry.cells.push(disposal.clone());
            book.put(&entry)?;
        }
        let gist = vec![Cell::plain("entry", CellKind::Text, &row.entry), disposal];
        book.put(&row)?;
        book.put(&EntryRow::of(rec, 0, "property_out", gist)?)
    }
}
