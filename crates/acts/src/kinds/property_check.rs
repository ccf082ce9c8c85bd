//! `property.check`: the officer in charge counts the store-room, twice a month, and the diary has it. What is not
//! found, or found with a broken seal, is in the article's chain for ever.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::kinds::property_move::{article, in_store, moved, want_article};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, ChainLink, EntryRow, Seals, Whereabouts};

/// The most articles one check finds something wrong with.
const MOST_WRONG: usize = 500;

/// What is wrong with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// It is not there.
    Missing,
    /// Its seal is broken.
    SealBroken,
}

/// One article with which something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discrepancy {
    /// Its entry in register XIX.
    pub item: EntryRef,
    /// What is wrong.
    pub wrong: Wrong,
    /// What is known of it.
    pub note: String,
}

/// The store-room is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyCheck {
    /// Articles counted.
    pub counted: u32,
    /// What is wrong.
    #[serde(default)]
    pub discrepancies: Vec<Discrepancy>,
    /// Articles in the store-room by register XIX; the books fill it in.
    #[serde(default)]
    pub book_count: u32,
    /// Remarks.
    #[serde(default)]
    pub remarks: String,
}

impl PropertyCheck {
    fn missing(&self) -> usize {
        self.discrepancies.iter().filter(|d| d.wrong == Wrong::Missing).count()
    }
}

impl Rule for PropertyCheck {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.70", "PPR-22.15"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        self.discrepancies.iter().take(MOST_WRONG).flat_map(|d| want_article(office, &d.item)).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        setting.open_day()?;
        self.book_count = setting.desk()?.tally.in_store;
        let mut faults = Faults::default();
        text::text(&mut faults, "remarks", &self.remarks);
        faults.when(self.discrepancies.len() > MOST_WRONG, "discrepancies", "fault-too-many");
        for (i, found) in self.discrepancies.iter().enumerate().take(MOST_WRONG) {
            let field = |name: &str| format!("discrepancies.{i}.{name}");
            text::line_needed(&mut faults, &field("note"), &found.note);
            let twice = self.discrepancies.iter().take(i).any(|d| d.item == found.item);
            faults.when(twice, &field("item"), "fault-twice");
        }
        // A silent difference is refused: what is short of the book must be named.
        let found = u64::from(self.counted).saturating_add(self.missing() as u64);
        faults.when(found != u64::from(self.book_count), "counted", "fault-count-differs");
        faults.done()?;
        self.discrepancies.iter().try_for_each(|d| in_store(&article(setting, &d.item)?))
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::PropertyCheck(kept) = kept {
            self.book_count = kept.book_count;
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain("book_count", CellKind::Number, self.book_count),
            Cell::plain("counted_items", CellKind::Number, self.counted),
        ];
        for found in &self.discrepancies {
            let (place, seals, key) = match found.wrong {
                Wrong::Missing => (Whereabouts::Missing, None, "missing"),
                Wrong::SealBroken => (Whereabouts::Store, Some(Seals::Broken), "seal_broken"),
            };
            moved(rec, book, &found.item, ChainLink::of(rec, place, seals, None)?, None)?;
            cells.push(Cell::plain(key, CellKind::Text, &found.item));
            cells.push(Cell::personal("discrepancy", CellKind::Text, &found.note));
        }
        if !self.remarks.is_empty() {
            cells.push(Cell::personal("text", CellKind::Text, &self.remarks));
        }
        book.put(&EntryRow::of(rec, 0, "property_check", cells)?)
    }
}
