//! `case.zimni`: the case diary of section 172, numbered within the case without a gap. The index tells serial, date
//! and officer, nothing else; what was written stays in the act, and who may read it is asked there.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::case;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::timeline::ZIMNI;
use crate::views::{Cell, CellKind, EntryRow};

/// The most places one diary names.
const MOST_PLACES: usize = 50;

/// A case diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseZimni {
    /// The case.
    pub fir: String,
    /// When the information reached the officer.
    pub received: Moment,
    /// When he began.
    pub began: Moment,
    /// When he closed.
    pub closed: Moment,
    /// Places visited.
    #[serde(default)]
    pub places: Vec<String>,
    /// Circumstances ascertained.
    pub text: String,
}

impl Rule for CaseZimni {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-172", "PPR-25.53"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "text", &self.text);
        faults.when(self.places.len() > MOST_PLACES, "places", "fault-too-many");
        for (i, place) in self.places.iter().enumerate().take(MOST_PLACES) {
            text::line_needed(&mut faults, &format!("places.{i}"), place);
        }
        faults.when(self.closed < self.began, "closed", "fault-end-before-start");
        faults.when(self.began < self.received, "began", "fault-before-start");
        faults.when(self.closed.seconds_since(setting.written) > 120, "closed", "fault-future");
        faults.done()?;
        let case = case::investigator(setting, "case.zimni", &self.fir)?;
        if self.closed.is_minutes_before(case.registered) {
            return Err(Refusal::order("order-before-fir", "CrPC-172"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot { register: ZIMNI.to_owned(), part: self.fir.clone(), period: "-".to_owned() }]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        row.zimnis = row.zimnis.saturating_add(1);
        book.put(&row)?;
        let cells = vec![
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("date", CellKind::Time, self.closed),
            Cell::plain("officer", CellKind::Officer, &rec.header.officer),
        ];
        book.put(&EntryRow::of(rec, 0, "zimni", cells)?)
    }
}
