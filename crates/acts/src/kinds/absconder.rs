//! Register IV: absconders of other stations likely to come here, and deserters. A name is struck off only on arrest,
//! death, or an order.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{Command, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AbsconderRow, Cell, CellKind, DeskRow, EntryRow, entry_key, step};

/// The list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbsconderList {
    /// Absconders of other stations likely to visit (part 2).
    OtherStations,
    /// Deserters from the armed forces (part 3).
    Deserters,
}

impl AbsconderList {
    fn part(self) -> &'static str {
        match self {
            Self::OtherStations => "2",
            Self::Deserters => "3",
        }
    }
}

/// A name comes on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsconderEnter {
    /// Which list.
    pub list: AbsconderList,
    /// The person.
    pub person: Party,
    /// Description.
    pub description: String,
    /// Case and sections, or the unit deserted from.
    pub reference: String,
    /// The station that wants the person, or the record office of the forces.
    pub wanted_by: String,
    /// Since when.
    pub since: Date,
    /// Likely haunts, and those who may give shelter.
    #[serde(default)]
    pub haunts: String,
}

impl Rule for AbsconderEnter {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.54"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        // Never by name alone: father or husband, or an identity card, is half the key.
        let known = self.person.relation.is_some() || self.person.cnic.is_some();
        faults.when(!known, "person.relation", "fault-name-alone");
        text::text_needed(&mut faults, "description", &self.description);
        text::line_needed(&mut faults, "reference", &self.reference);
        text::line_needed(&mut faults, "wanted_by", &self.wanted_by);
        text::text(&mut faults, "haunts", &self.haunts);
        faults.when(self.since > setting.written.day(), "since", "fault-future");
        faults.done()
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("4", self.list.part(), written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let deserter = self.list == AbsconderList::Deserters;
        let (reference, since) =
            if deserter { ("unit", "deserted_on") } else { ("fir_refs", "warrant_date") };
        let mut cells = vec![
            Cell::personal("person", CellKind::Text, self.person.line()),
            Cell::personal("description", CellKind::Text, &self.description),
            Cell::plain(reference, CellKind::Text, &self.reference),
            Cell::plain("native_station", CellKind::Text, &self.wanted_by),
            Cell::plain(since, CellKind::Day, self.since),
            Cell::personal("haunts", CellKind::Text, &self.haunts),
        ];
        cells.retain(|c| !c.value.is_empty());
        let entry = EntryRow::of(rec, 0, "absconder", cells)?;
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.absconders, true);
        book.put(&desk)?;
        book.put(&AbsconderRow {
            office: office.to_owned(),
            act: rec.header.act.clone(),
            entry: entry.entry.clone(),
            entered: rec.happened()?,
            removed: None,
        })?;
        book.put(&entry)
    }
}

/// Why a name is struck off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Struck {
    /// Arrested, here or elsewhere.
    Arrest,
    /// Died.
    Death,
    /// By order.
    Order,
}

impl Struck {
    fn as_str(self) -> &'static str {
        match self {
            Self::Arrest => "arrest",
            Self::Death => "death",
            Self::Order => "order",
        }
    }
}

/// A name is struck off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsconderRemove {
    /// The act that entered it.
    pub absconder: String,
    /// Why.
    pub reason: Struck,
    /// When, where and by whom arrested; how the death is proved.
    pub particulars: String,
    /// The order.
    #[serde(default)]
    pub order: Option<Command>,
}

impl Rule for AbsconderRemove {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.54"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(AbsconderRow::at(office, &self.absconder))];
        if let Ok(Some(row)) = known.get::<AbsconderRow>(office, &self.absconder) {
            wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<AbsconderRow>(&self.absconder)?;
        let row = row.ok_or_else(|| Refusal::unknown(&self.absconder))?;
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "particulars", &self.particulars);
        let by_order = self.reason == Struck::Order;
        faults.when(by_order != self.order.is_some(), "order", "fault-order-needed");
        if let Some(order) = &self.order {
            order.check(&mut faults, "order", setting);
        }
        faults.done()?;
        match row.removed {
            Some(_) => Err(Refusal::order("order-already-struck-off", "PPR-22.54")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<AbsconderRow>(office, &self.absconder)? else { return Ok(()) };
        row.removed = Some((rec.happened()?, rec.header.act.clone()));
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.absconders, false);
        book.put(&desk)?;
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            entry.fill(rec, Cell::plain("removal", CellKind::Code, self.reason.as_str()))?;
            entry.cells.push(Cell::personal("particulars", CellKind::Text, &self.particulars));
            entry.cells.extend(self.order.as_ref().map(|o| Cell::plain("order", CellKind::Text, o.line())));
            book.put(&entry)?;
        }
        book.put(&row)
    }
}
