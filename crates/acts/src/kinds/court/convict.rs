//! `accused.convict`: one accused is convicted. A resident of the area is entered in the conviction register (IX, part
//! IV), and the slip goes to the criminal record office by letter; neither for a child, whom a conviction does not
//! disqualify (Juvenile Justice System Act, section 19).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common::{self as court, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::{Body, case, cro};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting, Slot};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus, CaseRow, Cell, CellKind, EntryRow, Keeping, PartyRow};

/// The most sections one conviction names.
const MOST_SECTIONS: usize = 30;

/// A conviction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccusedConvict {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The accused, by his place in the case's list of persons.
    pub accused: u32,
    /// The judgment.
    pub order: Order,
    /// Sections he is convicted under.
    pub sections: Vec<String>,
    /// The sentence, as pronounced.
    pub sentence: String,
    /// Fine, rupees.
    #[serde(default)]
    pub fine_rupees: u64,
    /// Village or mohalla of this station's area where he lives; left out where he lives elsewhere.
    #[serde(default)]
    pub village: Option<String>,
    /// Number of the conviction slip.
    #[serde(default)]
    pub slip_no: Option<String>,
    /// Day his sentence ends, where known.
    #[serde(default)]
    pub release_date: Option<Date>,
    /// Whether the court ordered under section 565 that he notify his residence.
    #[serde(default)]
    pub notify_residence: bool,
    /// He was a child; the books fill it in.
    #[serde(default)]
    pub juvenile: bool,
}

impl AccusedConvict {
    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::text_needed(&mut faults, "sentence", &self.sentence);
        for (field, value) in [("village", &self.village), ("slip_no", &self.slip_no)] {
            if let Some(value) = value {
                text::line_needed(&mut faults, field, value);
            }
        }
        court::check_sections(&mut faults, setting, "sections", &self.sections, MOST_SECTIONS);
        let early = self.release_date.is_some_and(|d| d < self.order.date);
        faults.when(early, "release_date", "fault-end-before-start");
        faults.done()
    }

    /// The line of register IX, part IV. A protected person is not named there.
    fn conviction_cells(&self, case: &CaseRow, person: Option<&PartyRow>) -> Vec<Cell> {
        let mut cells = vec![Cell::plain("fir_no", CellKind::Text, case.title())];
        if let Some(person) = person.filter(|p| !p.sealed) {
            cells.push(Cell::personal("person", CellKind::Text, person.party.line()));
            cells.push(Cell::personal("sentence", CellKind::Text, &self.sentence));
        }
        cells.push(Cell::plain("court", CellKind::Text, &self.order.authority));
        cells.push(Cell::plain("date", CellKind::Day, self.order.date));
        cells.push(Cell::plain("section", CellKind::Sections, self.sections.join(" ")));
        for (key, value) in [("slip_no", &self.slip_no), ("village", &self.village)] {
            cells.extend(value.iter().map(|v| Cell::plain(key, CellKind::Text, v)));
        }
        cells.extend(self.release_date.map(|d| Cell::plain("release_date", CellKind::Day, d)));
        if self.notify_residence {
            cells.push(Cell::plain("order_565", CellKind::Text, &self.order.number));
        }
        cells
    }
}

impl Rule for AccusedConvict {
    fn basis(&self) -> &'static [&'static str] {
        match (self.juvenile, self.notify_residence) {
            (true, _) => &["CrPC-265-H", "JJSA-19"],
            (false, true) => &["CrPC-265-H", "PPR-27.29", "CrPC-565"],
            (false, false) => &["CrPC-265-H", "PPR-27.29"],
        }
    }

    upon!(court::want_accused);

    fn refs(&self) -> Vec<String> {
        vec![AccusedRow::key_of(&self.fir, self.accused)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting)?;
        let case = court::standing(setting, &self.fir, "accused.convict", None)?;
        court::not_stayed(&case)?;
        let row = court::sent_up(setting, &self.fir, self.accused)?;
        let mut faults = Faults::default();
        faults.when(self.juvenile && !row.juvenile, "juvenile", "fault-choice");
        faults.when(row.juvenile && self.notify_residence, "notify_residence", "fault-juvenile");
        faults.when(row.juvenile && self.slip_no.is_some(), "slip_no", "fault-juvenile");
        faults.done()?;
        self.juvenile = row.juvenile;
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::AccusedConvict(kept) = kept {
            self.juvenile = kept.juvenile;
        }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        if self.juvenile {
            return Vec::new();
        }
        let letter = Slot::yearly("5", "I", written);
        self.village.iter().map(|_| Slot::yearly("9", "IV", written)).chain([letter]).collect()
    }

    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let key = AccusedRow::key_of(&self.fir, self.accused);
        // Held upon a sentence he is no longer held for trial.
        let mut turns = case::released(&key);
        turns.extend(["D12", "D17"].map(|deadline| Turn::meet(&key, deadline)));
        turns.extend(court::at_last(upon, &self.fir, self.accused));
        if !self.juvenile {
            turns.push(Turn::start(&key, "D29"));
        }
        turns
    }

    fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
        court::let_out(upon, &self.fir, &[self.accused], "convicted")
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        let person =
            book.get::<PartyRow>(&rec.header.office, &AccusedRow::key_of(&self.fir, self.accused))?;
        let at = rec.written()?;
        let mut entries = rec.header.entries.iter().enumerate();
        let conviction = entries.find(|(_, e)| e.register == "9").map(|(i, e)| (i, e.clone()));
        court::with_accused(rec, book, &self.fir, self.accused, |row| {
            row.becomes(AccusedStatus::Convicted, &rec.header.act, at);
            row.suppressed = None;
            row.custody = row.custody.map(|_| Keeping::Judicial);
            row.books.extend(conviction.iter().map(|(_, e)| e.clone()));
        })?;
        cro::restore(rec, book, &AccusedRow::key_of(&self.fir, self.accused))?;
        if let Some((index, _)) = conviction {
            let cells = self.conviction_cells(&case, person.as_ref());
            book.put(&EntryRow::of(rec, index, "conviction", cells)?)?;
        }
        if let Some(letter) = rec.header.entries.iter().position(|e| e.register == "5") {
            let cells = court::letter(rec, &case, "conviction_slip", "cro");
            book.put(&EntryRow::of(rec, letter, "conviction_slip", cells)?)?;
        }
        court::ends_with_last(rec, book, &self.fir, Some(&self.order))
    }
}
