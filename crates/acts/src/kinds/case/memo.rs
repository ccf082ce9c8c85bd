//! `case.memo`: the memo of a search or of a recovery (section 103). The things themselves enter the store-room by
//! acts of their own, which the memo may name.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, Cell, CellKind, EntryRow};

/// The most things and witnesses one memo lists.
const MOST_LISTED: usize = 200;

/// What the memo is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemoOf {
    /// A search.
    Search,
    /// A recovery.
    Recovery,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// What.
    pub description: String,
    /// How much or how many.
    #[serde(default)]
    pub quantity: String,
    /// The act by which it entered the store-room.
    #[serde(default)]
    pub property: Option<String>,
}

/// A memo of search or recovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseMemo {
    /// The case.
    pub fir: String,
    /// Of what.
    pub of: MemoOf,
    /// When.
    pub at: Moment,
    /// Where.
    pub place: String,
    /// At the instance or from the person of that accused, by his place in the case.
    #[serde(default)]
    pub accused: Option<u32>,
    /// The warrant; nothing where the search was without one.
    #[serde(default)]
    pub warrant: Option<String>,
    /// Why there was no warrant (section 165).
    #[serde(default)]
    pub grounds: String,
    /// Respectable persons who witnessed it, each with his residence.
    pub witnesses: Vec<String>,
    /// What was found.
    #[serde(default)]
    pub items: Vec<Found>,
}

impl CaseMemo {
    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "place", &self.place);
        text::text(&mut faults, "grounds", &self.grounds);
        text::line(&mut faults, "warrant", self.warrant.as_deref().unwrap_or(""));
        let bare = self.of == MemoOf::Search && self.warrant.is_none() && self.grounds.trim().is_empty();
        faults.when(bare, "grounds", "fault-missing");
        faults.when(self.at > setting.happened, "at", "fault-future");
        faults.when(self.witnesses.len() < 2, "witnesses", "fault-two-witnesses");
        faults.when(self.witnesses.len() > MOST_LISTED, "witnesses", "fault-too-many");
        for (i, witness) in self.witnesses.iter().enumerate().take(MOST_LISTED) {
            text::line_needed(&mut faults, &format!("witnesses.{i}"), witness);
        }
        let none = self.of == MemoOf::Recovery && self.items.is_empty();
        faults.when(none, "items", "fault-missing");
        faults.when(self.items.len() > MOST_LISTED, "items", "fault-too-many");
        for (i, item) in self.items.iter().enumerate().take(MOST_LISTED) {
            text::line_needed(&mut faults, &format!("items.{i}.description"), &item.description);
            text::line(&mut faults, &format!("items.{i}.quantity"), &item.quantity);
            if let Some(act) = &item.property {
                text::code(&mut faults, &format!("items.{i}.property"), act);
            }
        }
        faults.done()
    }

    fn found(&self) -> String {
        let one = |item: &Found| match item.quantity.as_str() {
            "" => item.description.clone(),
            quantity => format!("{} — {quantity}", item.description),
        };
        self.items.iter().map(one).collect::<Vec<_>>().join("؛ ")
    }
}

impl Rule for CaseMemo {
    fn basis(&self) -> &'static [&'static str] {
        match self.of {
            MemoOf::Search => &["CrPC-165", "CrPC-103"],
            MemoOf::Recovery => &["CrPC-103", "PPR-22.16"],
        }
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn refs(&self) -> Vec<String> {
        let accused = self.accused.map(|index| AccusedRow::key_of(&self.fir, index));
        accused.into_iter().chain(self.items.iter().filter_map(|item| item.property.clone())).collect()
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let accused = self.accused.iter().map(|index| AccusedRow::key_of(&self.fir, *index));
        accused.map(|key| Want::Row(AccusedRow::at(office, &key))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting)?;
        let case = case::investigator(setting, "case.memo", &self.fir)?;
        if self.accused.is_some_and(|index| !case.accused.contains(&index)) {
            return Err(Refusal::order("order-not-nominated", "PPR-26.1"));
        }
        if let Some(index) = self.accused
            && case::accused(setting, &self.fir, index)?.juvenile
        {
            case::may_deal_with_child(setting)?;
        }
        // A seizure before the report is what the audits find; here it cannot be written.
        if self.at.is_minutes_before(case.registered) {
            return Err(Refusal::order("order-before-fir", "CrPC-154"));
        }
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        let subject = match self.of {
            MemoOf::Search => "search",
            MemoOf::Recovery => "property_in",
        };
        let mut cells = vec![
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("date", CellKind::Time, self.at),
        ];
        if !row.sealed {
            cells.push(Cell::personal("place", CellKind::Text, &self.place));
            cells.push(Cell::personal("property", CellKind::Text, self.found()));
        }
        book.put(&EntryRow::of(rec, 0, subject, cells)?)
    }
}
