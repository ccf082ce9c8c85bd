//! Change of charge (register XXV): the books are counted by the software, the outgoing officer counts what is there,
//! and a difference is named with its reason or the charge is not handed over.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, ChargeRow, DeskRow, EntryRow, Signature, entry_key};

/// What a charge consists of, in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Counts {
    /// Cash, paisa (register XX).
    pub cash_paisa: i64,
    /// Articles in the store-room (register XIX).
    pub in_store: u32,
    /// Articles out of it.
    pub out: u32,
    /// Articles missing since a check.
    pub missing: u32,
    /// Road certificates not back in the file (register XXI).
    pub roads: u32,
    /// Government arms in the armoury (register XVI, part III): on charge and not issued.
    pub arms: u32,
    /// Government arms issued.
    pub arms_issued: u32,
    /// Licensed arms deposited (register XVIII).
    pub deposits: u32,
    /// Absconders and deserters (register IV).
    pub absconders: u32,
    /// Persons watched (register X).
    pub watched: u32,
    /// Persons in the lock-up.
    pub in_lockup: u32,
    /// Cases in the station's hands.
    pub pending: u32,
    /// Cases untraced.
    pub untraced: u32,
}

impl Counts {
    /// As the books stand.
    pub(crate) fn of(desk: &DeskRow) -> Self {
        let tally = desk.tally;
        Self {
            cash_paisa: desk.cash_paisa,
            in_store: tally.in_store,
            out: tally.out,
            missing: tally.missing,
            roads: tally.roads,
            arms: tally.arms.saturating_sub(tally.arms_issued),
            arms_issued: tally.arms_issued,
            deposits: tally.deposits,
            absconders: tally.absconders,
            watched: tally.watched,
            in_lockup: u32::try_from(desk.lockup.len()).unwrap_or(u32::MAX),
            pending: tally.pending,
            untraced: tally.untraced,
        }
    }

    fn cells(&self) -> Vec<Cell> {
        let number = |key: &str, n: u32| Cell::plain(key, CellKind::Number, n);
        vec![
            Cell::plain("cash_balance", CellKind::Money, self.cash_paisa),
            number("storeroom_count", self.in_store),
            number("out_of_store", self.out),
            number("missing_count", self.missing),
            number("roads_outstanding", self.roads),
            number("arms", self.arms),
            number("arms_issued", self.arms_issued),
            number("deposits", self.deposits),
            number("absconders", self.absconders),
            number("watched", self.watched),
            number("custody_count", self.in_lockup),
            number("pending_cases", self.pending),
            number("undetected", self.untraced),
        ]
    }
}

/// What is counted by hand at a change of charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Cash.
    Cash,
    /// The store-room.
    Store,
    /// Government arms in the armoury.
    Arms,
    /// Deposited arms.
    Deposits,
    /// Files of pending cases.
    Pending,
}

impl Counted {
    fn as_str(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Store => "store",
            Self::Arms => "arms",
            Self::Deposits => "deposits",
            Self::Pending => "pending",
        }
    }
}

/// What differs, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What.
    pub of: Counted,
    /// What is short or over, and why.
    pub reason: String,
}

/// Charge is handed over. Whoever performs it signs as the outgoing officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChargeHandOver {
    /// The charge: `sho`, `moharrar`.
    pub charge: String,
    /// Who takes over, by code.
    pub to: String,
    /// Cash counted, paisa.
    pub cash_paisa: i64,
    /// Articles counted in the store-room.
    pub in_store: u32,
    /// Government arms counted in the armoury.
    pub arms: u32,
    /// Deposited arms counted.
    pub deposits: u32,
    /// Files of pending cases counted; not counted before the second version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<u32>,
    /// What differs from the books.
    #[serde(default)]
    pub differences: Vec<Difference>,
    /// The state of the registers.
    pub registers_state: String,
    /// What the books say; the books fill it in.
    #[serde(default)]
    pub book: Counts,
}

impl ChargeHandOver {
    fn differing(&self, book: &Counts) -> Vec<(Counted, &'static str)> {
        [
            (Counted::Cash, "cash_paisa", self.cash_paisa != book.cash_paisa),
            (Counted::Store, "in_store", self.in_store != book.in_store),
            (Counted::Arms, "arms", self.arms != book.arms),
            (Counted::Deposits, "deposits", self.deposits != book.deposits),
            (Counted::Pending, "pending", self.pending.is_some_and(|n| n != book.pending)),
        ]
        .into_iter()
        .filter(|(_, _, differs)| *differs)
        .map(|(what, field, _)| (what, field))
        .collect()
    }
}

/// What is counted by hand.
const COUNTS: usize = 5;

impl Rule for ChargeHandOver {
    fn version(&self) -> u32 {
        if self.pending.is_some() { 2 } else { 1 }
    }

    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.76"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let desk = setting.desk()?;
        setting.open_day()?;
        let book = Counts::of(&desk);
        let mut faults = Faults::default();
        faults.when(!["sho", "moharrar"].contains(&self.charge.as_str()), "charge", "fault-choice");
        text::code(&mut faults, "to", &self.to);
        text::text_needed(&mut faults, "registers_state", &self.registers_state);
        faults.when(self.cash_paisa < 0, "cash_paisa", "fault-range");
        faults.when(self.pending.is_none(), "pending", "fault-missing");
        let differing = self.differing(&book);
        for (what, field) in &differing {
            let told = self.differences.iter().any(|d| d.of == *what);
            faults.when(!told, field, "fault-count-differs");
        }
        for (i, difference) in self.differences.iter().enumerate().take(COUNTS) {
            let field = |name: &str| format!("differences.{i}.{name}");
            text::line_needed(&mut faults, &field("reason"), &difference.reason);
            let none = !differing.iter().any(|(what, _)| *what == difference.of);
            faults.when(none, &field("of"), "fault-no-difference");
            let twice = self.differences.iter().take(i).any(|d| d.of == difference.of);
            faults.when(twice, &field("of"), "fault-twice");
        }
        faults.when(self.differences.len() > COUNTS, "differences", "fault-too-many");
        faults.done()?;
        self.book = book;
        Ok(())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("25", "-", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::ChargeHandOver(kept) = kept {
            self.book = kept.book;
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain("duty", CellKind::Code, &self.charge),
            Cell::plain("from", CellKind::Officer, &rec.header.officer),
            Cell::plain("to", CellKind::Officer, &self.to),
            Cell::plain("at", CellKind::Time, rec.happened()?),
        ];
        let mut gist = cells.clone();
        cells.extend(self.book.cells());
        cells.push(Cell::plain("registers_state", CellKind::Text, &self.registers_state));
        for difference in &self.differences {
            let told = Cell::plain("differs", CellKind::Code, difference.of.as_str());
            let reason = Cell::plain("discrepancies", CellKind::Text, &difference.reason);
            gist.extend([told.clone(), reason.clone()]);
            cells.extend([told, reason]);
        }
        let entry = EntryRow::of(rec, 0, "charge_handover", cells)?;
        gist.insert(0, Cell::plain("entry", CellKind::Text, &entry.entry));
        book.put(&EntryRow::of(rec, 1, "charge_handover", gist)?)?;
        book.put(&ChargeRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            from: rec.header.officer.clone(),
            to: self.to.clone(),
            book: self.book,
            differs: !self.differences.is_empty(),
            taken: None,
            countersigned: None,
        })?;
        book.put(&entry)
    }
}

fn want_charge(office: &str, act: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(ChargeRow::at(office, act))];
    if let Ok(Some(row)) = known.get::<ChargeRow>(office, act) {
        wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
    }
    wants
}

fn charge(setting: &Setting<'_>, act: &str) -> Result<ChargeRow, Refusal> {
    setting.row::<ChargeRow>(act)?.ok_or_else(|| Refusal::unknown(act))
}

/// Puts a signature in the note's row and a column of its entry.
fn sign(
    rec: &Recorded,
    book: &mut Book<'_>,
    act: &str,
    column: &str,
    put: fn(&mut ChargeRow, Signature),
) -> Result<(), ViewError> {
    let (office, officer) = (rec.header.office.as_str(), rec.header.officer.clone());
    let Some(mut row) = book.get::<ChargeRow>(office, act)? else { return Ok(()) };
    if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
        entry.fill(rec, Cell::plain(column, CellKind::Officer, &officer))?;
        book.put(&entry)?;
    }
    put(&mut row, Signature { officer, at: rec.written()?, act: rec.header.act.clone() });
    book.put(&row)
}

/// The incoming officer has counted and signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChargeTakeOver {
    /// The act of handing over.
    pub charge: String,
}

impl Rule for ChargeTakeOver {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.76"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_charge(office, &self.charge, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = charge(setting, &self.charge)?;
        if row.taken.is_some() {
            return Err(Refusal::order("order-charge-taken", "PPR-22.76"));
        }
        if row.to != setting.officer {
            return Err(Refusal::order("order-charge-not-yours", "PPR-22.76"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut gist = Vec::new();
        if let Some(row) = book.get::<ChargeRow>(&rec.header.office, &self.charge)? {
            gist.push(Cell::plain("entry", CellKind::Text, &row.entry));
            gist.push(Cell::plain("officers", CellKind::Officer, &row.to));
        }
        sign(rec, book, &self.charge, "taken_by", |row, by| row.taken = Some(by))?;
        book.put(&EntryRow::of(rec, 0, "charge_taken", gist)?)
    }
}

/// The SDPO countersigns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChargeCountersign {
    /// The act of handing over.
    pub charge: String,
}

impl Rule for ChargeCountersign {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.76"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_charge(office, &self.charge, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = charge(setting, &self.charge)?;
        if row.taken.is_none() {
            return Err(Refusal::order("order-charge-not-taken", "PPR-22.76"));
        }
        if row.countersigned.is_some() {
            return Err(Refusal::order("order-charge-countersigned", "PPR-22.76"));
        }
        if [&row.from, &row.to].contains(&&setting.officer.to_owned()) {
            return Err(Refusal::order("order-charge-own-countersign", "PPR-22.76"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        sign(rec, book, &self.charge, "countersigned", |row, by| row.countersigned = Some(by))
    }
}
