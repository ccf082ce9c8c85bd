//! What follows upon an order of surveillance: visits, reviews, and the removal.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Command;
use crate::kinds::surveillance::check_review;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, DeskRow, EntryRow, WatchRow, entry_key, step};

fn want_watch(office: &str, act: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(WatchRow::at(office, act))];
    if let Ok(Some(row)) = known.get::<WatchRow>(office, act) {
        let entries = row.listed.iter().chain(&row.sheet);
        wants.extend(entries.map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
    }
    wants
}

/// The person's row, still watched.
fn watched(setting: &Setting<'_>, act: &str) -> Result<WatchRow, Refusal> {
    let row = setting.row::<WatchRow>(act)?.ok_or_else(|| Refusal::unknown(act))?;
    match row.removed {
        Some(_) => Err(Refusal::order("order-not-watched", "PPR-23.5")),
        None => Ok(row),
    }
}

/// Writes further columns into the entries of X and XI.
fn fill(rec: &Recorded, book: &mut Book<'_>, row: &WatchRow, cells: &[Cell]) -> Result<(), ViewError> {
    for entry in row.listed.iter().chain(&row.sheet) {
        let Some(mut line) = book.get::<EntryRow>(&rec.header.office, &entry_key(entry))? else { continue };
        for cell in cells {
            line.fill(rec, cell.clone())?;
        }
        book.put(&line)?;
    }
    Ok(())
}

/// A visit in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceVisit {
    /// The act that ordered the watch.
    pub watch: String,
    /// Whether the person was there.
    pub found: bool,
    /// What was seen.
    #[serde(default)]
    pub remarks: String,
}

impl Rule for SurveillanceVisit {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-23.7"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_watch(office, &self.watch, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text(&mut faults, "remarks", &self.remarks);
        faults.done()?;
        let row = watched(setting, &self.watch)?;
        if row.listed.is_none() {
            return Err(Refusal::order("order-not-listed", "PPR-23.7"));
        }
        // An order not reviewed in time no longer carries a visit to a home.
        if row.review_due < setting.written.day() {
            return Err(Refusal::order("order-review-past", "PPR-23.5"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<WatchRow>(&rec.header.office, &self.watch)? else { return Ok(()) };
        let at = rec.happened()?;
        row.visits = row.visits.saturating_add(1);
        row.last_visit = Some(at);
        let key = if self.found { "visits" } else { "absences" };
        let mut cells = vec![Cell::plain(key, CellKind::Time, at)];
        if !self.remarks.is_empty() {
            cells.push(Cell::personal("remarks", CellKind::Text, &self.remarks));
        }
        fill(rec, book, &row, &cells)?;
        book.put(&row)
    }
}

/// The Superintendent reviews the order and lets it stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceReview {
    /// The act that ordered the watch.
    pub watch: String,
    /// The order of review.
    pub order: Command,
    /// Why it stands.
    pub reasons: String,
    /// Until when it must be reviewed again: at most a year.
    pub review_due: Date,
}

impl Rule for SurveillanceReview {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-23.5"]
    }

    /// The next review is a year from this one.
    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.watch, "D27"), Turn::start(&self.watch, "D27")]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_watch(office, &self.watch, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = watched(setting, &self.watch)?;
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting);
        text::text_needed(&mut faults, "reasons", &self.reasons);
        check_review(&mut faults, self.review_due, self.order.date, setting);
        faults.when(self.order.date < row.order_date, "order.date", "fault-before-start");
        faults.done()
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<WatchRow>(&rec.header.office, &self.watch)? else { return Ok(()) };
        row.review_due = self.review_due;
        let cells = [
            Cell::plain("reviewed", CellKind::Text, self.order.line()),
            Cell::personal("reasons", CellKind::Text, &self.reasons),
            Cell::plain("review_due", CellKind::Day, self.review_due),
        ];
        fill(rec, book, &row, &cells)?;
        book.put(&row)
    }
}

/// The person is watched no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceRemove {
    /// The act that ordered the watch.
    pub watch: String,
    /// The order.
    pub order: Command,
    /// Why: `reformed`, `acquitted`, `died`, `moved`, `no_ground`.
    pub reason: String,
    /// Whether the history sheet is destroyed; else it is kept in bundle B.
    #[serde(default)]
    pub destroy: bool,
}

const REASONS: [&str; 5] = ["reformed", "acquitted", "died", "moved", "no_ground"];

impl Rule for SurveillanceRemove {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-23.5", "PPR-22.61"]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.watch, "D27")]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_watch(office, &self.watch, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting);
        faults.when(!REASONS.contains(&self.reason.as_str()), "reason", "fault-choice");
        faults.done()?;
        watched(setting, &self.watch).map(|_| ())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<WatchRow>(office, &self.watch)? else { return Ok(()) };
        row.removed = Some((rec.happened()?, rec.header.act.clone()));
        if row.listed.is_some() {
            let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
            step(&mut desk.tally.watched, false);
            book.put(&desk)?;
        }
        let mut cells = vec![
            Cell::plain("removed", CellKind::Text, self.order.line()),
            Cell::plain("removal", CellKind::Code, &self.reason),
        ];
        if row.sheet.is_some() {
            let kept = if self.destroy { "destroyed" } else { "b" };
            cells.push(Cell::plain("bundle", CellKind::Code, kept));
        }
        fill(rec, book, &row, &cells)?;
        book.put(&row)
    }
}
