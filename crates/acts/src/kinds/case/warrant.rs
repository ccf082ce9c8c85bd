//! Warrants and proclamation. A warrant is in register V-II. One who evades it is proclaimed by the court for at least
//! thirty days (section 87); then register IV-1 holds him until he is caught. Register X takes nobody by a court's
//! proclamation: it is the superintendent who considers that, within the days of a clock that starts here, and never of
//! a child.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{Body, Party};
use crate::kinds::{Order, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::views::{AccusedRow, AccusedStatus, CaseRow, Cell, CellKind, EntryRow, PartyRow, entry_key};

/// The shortest period of a proclamation, days.
const LEAST_DAYS: u32 = 30;

/// Kinds of warrant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WarrantKind {
    /// Bailable.
    Bailable,
    /// Non-bailable.
    NonBailable,
}

/// One who was freed of the case is not sought for it.
fn not_freed(accused: &AccusedRow, citation: &str) -> Result<(), Refusal> {
    match accused.suppressed {
        Some(_) => Err(Refusal::order("order-accused-cleared", citation)),
        None => Ok(()),
    }
}

fn process(row: &CaseRow, person: &Party, kind: &str, order: &Order, received: &str) -> Vec<Cell> {
    let mut cells = vec![
        Cell::plain("court", CellKind::Text, &order.authority),
        Cell::plain("case", CellKind::Text, row.title()),
        Cell::plain("process", CellKind::Code, kind),
        Cell::plain("order_no", CellKind::Text, order.line()),
        Cell::plain("received", CellKind::Time, received),
    ];
    if !row.sealed {
        cells.push(Cell::personal("person", CellKind::Text, person.line()));
    }
    cells
}

/// A warrant of arrest received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWarrant {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// Its kind.
    pub warrant: WarrantKind,
    /// The court's order.
    pub order: Order,
}

impl Rule for CaseWarrant {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-75"]
    }

    upon_accused!();

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.done()?;
        case::allowed(setting, "case.warrant", &self.fir)?;
        let accused = case::accused(setting, &self.fir, self.accused)?;
        not_freed(&accused, "CrPC-75")?;
        match accused.custody {
            Some(_) => Err(Refusal::order("order-already-arrested", "CrPC-75")),
            None => Ok(()),
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "II", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let (office, key) = (rec.header.office.as_str(), AccusedRow::key_of(&self.fir, self.accused));
        let Some(mut accused) = book.get::<AccusedRow>(office, &key)? else { return Ok(()) };
        let Some(party) = book.get::<PartyRow>(office, &key)? else { return Ok(()) };
        accused.warrants = accused.warrants.saturating_add(1);
        book.put(&accused)?;
        let kind = match self.warrant {
            WarrantKind::Bailable => "warrant_bailable",
            WarrantKind::NonBailable => "warrant_non_bailable",
        };
        let cells = process(&row, &party.party, kind, &self.order, &rec.header.written);
        book.put(&EntryRow::of(rec, 0, "process", cells)?)
    }
}

/// A proclamation published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseProclaim {
    /// The case.
    pub fir: String,
    /// The accused, by his place in the case.
    pub accused: u32,
    /// The court's order.
    pub order: Order,
    /// When it was published.
    pub published: Moment,
    /// Days within which he must appear.
    pub days: u32,
    /// Whether the superintendent is to consider him for register X: a child never; the rules fill it in.
    #[serde(default)]
    pub watched: Option<bool>,
}

impl CaseProclaim {
    fn absconder(&self, row: &CaseRow, party: &PartyRow) -> Vec<Cell> {
        let sections = row.charged().collect::<Vec<_>>().join(" ");
        let mut cells = vec![
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("sections", CellKind::Sections, sections),
            Cell::plain("proclamation", CellKind::Time, self.published),
            Cell::plain("days", CellKind::Number, self.days),
            Cell::plain("order_no", CellKind::Text, self.order.line()),
        ];
        if !row.sealed {
            cells.push(Cell::personal("person", CellKind::Text, party.party.line()));
        }
        cells
    }
}

impl Rule for CaseProclaim {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-87", "PPR-22.54"]
    }

    upon_accused!();

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let key = AccusedRow::key_of(&self.fir, self.accused);
        vec![
            Turn::start(&key, "D12").at(self.published),
            Turn::start(&key, "D30").when(self.watched == Some(true)),
        ]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        faults.when(self.published > setting.happened, "published", "fault-future");
        faults.when(self.days < LEAST_DAYS, "days", "fault-thirty-days");
        faults.when(self.days > 3_650, "days", "fault-range");
        faults.done()?;
        case::allowed(setting, "case.proclaim", &self.fir)?;
        let accused = case::accused(setting, &self.fir, self.accused)?;
        not_freed(&accused, "CrPC-87")?;
        if accused.custody.is_some() {
            return Err(Refusal::order("order-already-arrested", "CrPC-87"));
        }
        if accused.warrants == 0 {
            return Err(Refusal::order("order-no-warrant", "CrPC-87"));
        }
        if accused.absconder.is_some() {
            return Err(Refusal::order("order-already-proclaimed", "CrPC-87"));
        }
        self.watched = Some(!accused.juvenile);
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::CaseProclaim(kept) = kept {
            self.watched = kept.watched;
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "II", written), Slot::yearly("4", "1", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let (office, key) = (rec.header.office.as_str(), AccusedRow::key_of(&self.fir, self.accused));
        let Some(mut accused) = book.get::<AccusedRow>(office, &key)? else { return Ok(()) };
        let Some(party) = book.get::<PartyRow>(office, &key)? else { return Ok(()) };
        accused.becomes(AccusedStatus::Proclaimed, &rec.header.act, rec.written()?);
        accused.absconder = rec.header.entries.get(1).cloned();
        accused.books.extend(rec.header.entries.iter().skip(1).cloned());
        book.put(&accused)?;
        let cells = process(&row, &party.party, "proclamation", &self.order, &rec.header.written);
        book.put(&EntryRow::of(rec, 0, "process", cells)?)?;
        book.put(&EntryRow::of(rec, 1, "absconder", self.absconder(&row, &party))?)?;
        // One written while register X still took him by the proclamation alone.
        match rec.header.entries.get(2) {
            Some(_) => book.put(&EntryRow::of(rec, 2, "surveillance", self.absconder(&row, &party))?),
            None => Ok(()),
        }
    }
}

/// The entry that looks for him: to be known before he can be caught.
pub(crate) fn want_entries(office: &str, accused: &AccusedRow) -> Vec<Want> {
    accused.absconder.iter().map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))).collect()
}

/// He is caught: the line in IV is closed with the hour of arrest.
pub(crate) fn caught(accused: &mut AccusedRow, at: Moment, book: &mut Book<'_>) -> Result<(), ViewError> {
    if let Some(entry) = accused.absconder.take()
        && let Some(mut line) = book.get::<EntryRow>(&accused.office, &entry_key(&entry))?
    {
        line.cells.push(Cell::plain("arrested", CellKind::Time, at));
        book.put(&line)?;
    }
    Ok(())
}
