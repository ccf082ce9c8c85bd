//! Registers X and XI: a person is watched, or has a history sheet, only by the Superintendent's recorded order, on a
//! named ground and until a named review; never a child, and never for being somebody's relation.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{Command, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, DeskRow, EntryRow, WatchRow, step};

/// Grounds of part I: as of right.
const OF_RIGHT: [&str; 4] = ["proclaimed", "released_565", "suspended_401", "restricted"];
/// Grounds of part II and of a history sheet: by order.
const BY_ORDER: [&str; 4] = ["convicted_twice", "habitual", "security_109_110", "conditional_release"];
/// A child is younger (JJSA 2018).
const ADULT: u8 = 18;

/// The part of register X.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WatchPart {
    /// Part I, as of right.
    I,
    /// Part II, by the Superintendent's order.
    #[serde(rename = "II")]
    Two,
}

impl WatchPart {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::Two => "II",
        }
    }
}

/// A person is to be watched, or a history sheet to be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceOrder {
    /// The person. The age must be told.
    pub person: Party,
    /// The part of register X; none where only a history sheet is opened.
    #[serde(default)]
    pub part: Option<WatchPart>,
    /// Whether a history sheet is opened in register XI.
    #[serde(default)]
    pub sheet: bool,
    /// Description and marks.
    pub description: String,
    /// Class of offence and method.
    pub offence_class: String,
    /// The clause it rests on.
    pub ground: String,
    /// The facts, each with its case and date, on which the order rests.
    pub facts: String,
    /// The order.
    pub order: Command,
    /// Until when it must be reviewed: at most a year.
    pub review_due: Date,
}

/// The day a year after.
fn year_after(day: Date) -> Date {
    day.checked_add(1.year()).unwrap_or(day)
}

pub(crate) fn check_review(faults: &mut Faults, due: Date, from: Date, setting: &Setting<'_>) {
    let late = due > year_after(from) || due <= from || due < setting.written.day();
    faults.when(late, "review_due", "fault-review-within-a-year");
}

impl Rule for SurveillanceOrder {
    fn basis(&self) -> &'static [&'static str] {
        match (self.part, self.sheet) {
            (Some(_), true) => &["PPR-23.4", "PPR-23.8"],
            (Some(_), false) => &["PPR-23.4", "PPR-22.61"],
            (None, _) => &["PPR-23.8", "PPR-22.62"],
        }
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        vec![Turn::start(upon.act, "D27")]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        faults.when(self.person.age.is_none(), "person.age", "fault-missing");
        faults.when(self.part.is_none() && !self.sheet, "part", "fault-missing");
        text::text_needed(&mut faults, "description", &self.description);
        text::line_needed(&mut faults, "offence_class", &self.offence_class);
        text::text_needed(&mut faults, "facts", &self.facts);
        let grounds = if self.part == Some(WatchPart::I) { OF_RIGHT } else { BY_ORDER };
        faults.when(!grounds.contains(&self.ground.as_str()), "ground", "fault-choice");
        self.order.check(&mut faults, "order", setting);
        check_review(&mut faults, self.review_due, self.order.date, setting);
        faults.done()?;
        if self.person.age.is_some_and(|age| age < ADULT) {
            return Err(Refusal::order("order-never-a-child", "JJSA-13"));
        }
        Ok(())
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        let listed = self.part.map(|part| Slot::yearly("10", part.as_str(), written));
        let sheet = self.sheet.then(|| Slot::yearly("11", "-", written));
        listed.into_iter().chain(sheet).collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let entry = |register: &str| rec.header.entries.iter().find(|e| e.register == register).cloned();
        let (listed, sheet) = (entry("10"), entry("11"));
        if listed.is_some() {
            let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
            step(&mut desk.tally.watched, true);
            book.put(&desk)?;
        }
        let mut index = 0;
        if listed.is_some() {
            let cells = vec![
                Cell::personal("person", CellKind::Text, self.person.line()),
                Cell::personal("description", CellKind::Text, &self.description),
                Cell::plain("offence_class", CellKind::Text, &self.offence_class),
                Cell::plain("ground", CellKind::Code, &self.ground),
                Cell::personal("facts", CellKind::Text, &self.facts),
                Cell::plain("order", CellKind::Text, self.order.line()),
                Cell::plain("review_due", CellKind::Day, self.review_due),
            ];
            book.put(&EntryRow::of(rec, index, "watched", cells)?)?;
            index += 1;
        }
        if sheet.is_some() {
            let bundle = if listed.is_some() { "a" } else { "b" };
            let cells = vec![
                Cell::personal("person", CellKind::Text, self.person.line()),
                Cell::plain("ground", CellKind::Code, &self.ground),
                Cell::plain("bundle", CellKind::Code, bundle),
                Cell::plain("opened", CellKind::Text, self.order.line()),
                Cell::plain("review_due", CellKind::Day, self.review_due),
            ];
            book.put(&EntryRow::of(rec, index, "history_sheet", cells)?)?;
        }
        book.put(&WatchRow {
            office: office.to_owned(),
            act: rec.header.act.clone(),
            listed,
            sheet,
            ground: self.ground.clone(),
            order_no: self.order.no.clone(),
            order_date: self.order.date,
            review_due: self.review_due,
            visits: 0,
            last_visit: None,
            removed: None,
        })
    }
}
