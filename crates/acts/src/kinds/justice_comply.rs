//! `justice.comply`: an order of the ex-officio justice of peace is complied with, by which act and when. A direction to
//! register is met by the registration; a change of investigation by the act that gave the case to another.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::justice::REGISTRATION;
use crate::kinds::property::check_case;
use crate::kinds::{Body, Directs, JusticeOrder, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, FirRow, entry_key};

/// An order complied with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JusticeComply {
    /// The act that wrote the order down.
    pub order: String,
    /// The case registered upon it: the act of its FIR; only where a registration was directed.
    #[serde(default)]
    pub fir: Option<String>,
    /// What was done, as reported to the court.
    pub report: String,
    /// Its entry; the books fill it in.
    #[serde(default)]
    pub entry: Option<EntryRef>,
    /// What it directed; the books fill it in.
    #[serde(default)]
    pub directs: Option<Directs>,
    /// The act that complied, where one did; the books fill it in.
    #[serde(default)]
    pub by: Option<String>,
    /// When that was done; the books fill it in.
    #[serde(default)]
    pub done: Option<Moment>,
    /// Whether the case registered upon it is sealed; the books fill it in.
    #[serde(default)]
    pub sealed: bool,
}

/// The order, and where it stands in the books.
fn ordered(known: &Known, act: &str) -> Option<(JusticeOrder, EntryRef)> {
    let rec = known.act(act)?;
    match (&rec.body, rec.header.entries.first()) {
        (Some(Body::JusticeOrder(order)), Some(entry)) => Some((order.clone(), entry.clone())),
        _ => None,
    }
}

impl JusticeComply {
    /// By which act, and when.
    fn deed(&self, setting: &Setting<'_>, order: &JusticeOrder) -> Result<(Option<String>, Moment), Refusal> {
        let mut faults = Faults::default();
        let registered = order.directs == Directs::Register;
        faults.when(registered != self.fir.is_some(), "fir", "fault-case-needed");
        faults.done()?;
        match (order.directs, &self.fir, &order.fir) {
            (Directs::Nothing, _, _) => Err(Refusal::order("order-nothing-directed", "CrPC-22-A-6")),
            (Directs::Register, Some(fir), _) => {
                let row = check_case(setting, fir)?;
                // A report older than the petition is not what was asked for.
                let mut faults = Faults::default();
                faults.when(row.registered.day() < order.filed, "fir", "fault-before-petition");
                faults.done()?;
                Ok((Some(fir.clone()), row.registered))
            }
            (Directs::Change, _, Some(fir)) => {
                let case = case::living(setting, fir)?;
                let given = case.io().filter(|io| case.transfers > 0 && io.from.day() >= order.order_date);
                let io = given.ok_or_else(|| Refusal::order("order-not-changed-yet", "CrPC-22-A-6"))?;
                Ok((Some(io.act.clone()), io.from))
            }
            _ => Ok((None, setting.happened)),
        }
    }
}

impl Rule for JusticeComply {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-22-A-6"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let meet = Turn::meet(&self.order, REGISTRATION).when(self.directs == Some(Directs::Register));
        vec![self.done.map_or_else(|| meet.clone(), |at| meet.clone().at(at))]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Act(self.order.clone())];
        wants.extend(self.fir.iter().map(|fir| Want::Row(FirRow::at(office, fir))));
        let found = ordered(known, &self.order);
        let entry = self.entry.clone().or_else(|| found.as_ref().map(|(_, entry)| entry.clone()));
        wants.extend(entry.map(|entry| Want::Row(EntryRow::at(office, &entry_key(&entry)))));
        wants.extend(found.and_then(|(order, _)| order.fir).map(|fir| case::want(office, &fir)));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "report", &self.report);
        faults.done()?;
        let (order, entry) =
            ordered(setting.known, &self.order).ok_or_else(|| Refusal::unknown(&self.order))?;
        let row = setting.row::<EntryRow>(&entry_key(&entry))?;
        if row.is_some_and(|row| row.cells.iter().any(|c| c.key == "complied_at")) {
            return Err(Refusal::order("order-already-complied", "CrPC-22-A-6"));
        }
        let (by, done) = self.deed(setting, &order)?;
        (self.entry, self.directs, self.by, self.done) = (Some(entry), Some(order.directs), by, Some(done));
        let case = self.fir.as_ref().map(|fir| setting.row::<FirRow>(fir)).transpose()?.flatten();
        self.sealed = case.is_some_and(|row| row.sealed.is_some());
        setting.open_day().map(|_| ())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::JusticeComply(kept) = kept {
            self.entry.clone_from(&kept.entry);
            self.by.clone_from(&kept.by);
            (self.directs, self.done, self.sealed) = (kept.directs, kept.done, kept.sealed);
        }
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (Some(at), Some(done)) = (&self.entry, self.done) else { return Ok(()) };
        let mut cells = vec![Cell::plain("complied_at", CellKind::Time, done)];
        cells.extend(self.by.as_ref().map(|by| Cell::plain("complied_by", CellKind::Act, by)));
        let mut gist = vec![Cell::plain("entry", CellKind::Text, at)];
        gist.extend(cells.iter().cloned());
        let mut line = EntryRow::of(rec, 0, "justice", gist)?;
        if let Some(mut entry) = book.get::<EntryRow>(&rec.header.office, &entry_key(at))? {
            // What the order says may name whom the case registered upon it protects.
            entry.sealed |= self.sealed;
            line.sealed = entry.sealed;
            if entry.gone.is_none() {
                if !entry.sealed {
                    cells.push(Cell::personal("compliance", CellKind::Text, &self.report));
                }
                for cell in cells {
                    entry.fill(rec, cell)?;
                }
                book.put(&entry)?;
            }
        }
        book.put(&line)
    }
}
