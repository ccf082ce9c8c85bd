//! `search.answer`: the record office answers a search slip, traced or not. Traced is who was identified by one examiner,
//! of a latent by two different ones, with nobody against; not traced is who was not, every candidate examined.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use super::search::ProbeKind;
use super::search_list::open_search;
use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Answered, Cell, CellKind, EntryRow, SearchRow, SearchState, entry_key};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchAnswer {
    /// The search: the act that opened it.
    pub search: String,
    /// Whether somebody was traced.
    pub traced: bool,
    /// Who: his enrolment.
    #[serde(default)]
    pub of: Option<EnrolRef>,
    /// What the office says beside it.
    #[serde(default)]
    pub remarks: String,
    /// Why a search is closed although somebody listed was not examined, or a latent although it may yet be traced.
    #[serde(default)]
    pub closed_because: Option<String>,
}

impl SearchAnswer {
    fn check_traced(&self, row: &SearchRow) -> Result<(), Refusal> {
        let Some(of) = &self.of else { return Ok(()) };
        let of = |listed: &&crate::views::Listed| listed.of == *of;
        let mut listed = row.candidates.iter().filter(of).peekable();
        if listed.peek().is_none() {
            return Err(Refusal::order("order-not-candidate", "PPR-27"));
        }
        if row.candidates.iter().filter(of).all(|listed| listed.forgotten) {
            return Err(Refusal::order("order-candidate-destroyed", "IPA-7"));
        }
        if listed.any(|listed| listed.is_identified(row.probe)) {
            return Ok(());
        }
        let code = match row.probe {
            ProbeKind::Latent => "order-second-examiner",
            ProbeKind::Tenprint | ProbeKind::Single => "order-not-identified",
        };
        Err(Refusal::order(code, "PPR-27"))
    }

    fn check_not_traced(&self, row: &SearchRow) -> Result<(), Refusal> {
        if row.candidates.iter().any(|listed| listed.is_identified(row.probe)) {
            return Err(Refusal::order("order-identified", "PPR-27"));
        }
        if self.closed_because.is_some() {
            return Ok(());
        }
        if row.lists.is_empty() {
            return Err(Refusal::order("order-not-searched", "PPR-27"));
        }
        let waits = |listed: &crate::views::Listed| listed.examinations.is_empty() && !listed.forgotten;
        if row.candidates.iter().any(waits) {
            return Err(Refusal::order("order-not-examined", "PPR-27"));
        }
        Ok(())
    }

    /// How the search stands after it.
    fn leaves(&self, probe: ProbeKind) -> SearchState {
        match (self.traced, &self.closed_because) {
            (true, _) => SearchState::Answered,
            (false, Some(_)) => SearchState::Closed,
            (false, None) if probe == ProbeKind::Latent => SearchState::Open,
            (false, None) => SearchState::Answered,
        }
    }
}

impl Rule for SearchAnswer {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let row = known.get::<SearchRow>(office, &self.search).ok().flatten();
        let entry = row.map(|row| Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
        [Want::Row(SearchRow::at(office, &self.search))].into_iter().chain(entry).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = open_search(setting, &self.search)?;
        let mut faults = Faults::default();
        text::text(&mut faults, "remarks", &self.remarks);
        if let Some(because) = &self.closed_because {
            text::text_needed(&mut faults, "closed_because", because);
            faults.when(self.traced, "closed_because", "fault-choice");
        }
        faults.when(self.traced && self.of.is_none(), "of", "fault-missing");
        faults.when(!self.traced && self.of.is_some(), "of", "fault-choice");
        if let Some(of) = &self.of {
            of.check(&mut faults, "of");
        }
        faults.done()?;
        if self.traced { self.check_traced(&row) } else { self.check_not_traced(&row) }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<SearchRow>(office, &self.search)? else { return Ok(()) };
        if row.gone.is_some() {
            return Ok(());
        }
        let at = rec.written()?;
        row.state = self.leaves(row.probe);
        row.answers.push(Answered {
            act: rec.header.act.clone(),
            at,
            officer: rec.header.officer.clone(),
            traced: self.traced,
            of: self.of.clone(),
            remarks: self.remarks.clone(),
            closed_because: self.closed_because.clone(),
        });
        book.put(&row)?;
        let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? else { return Ok(()) };
        entry.cells.retain(|cell| !matches!(cell.key.as_str(), "result" | "returned_at"));
        let result = if self.traced { "traced" } else { "not_traced" };
        entry.fill(rec, Cell::personal("result", CellKind::Code, result))?;
        entry.cells.push(Cell::plain("returned_at", CellKind::Time, at));
        book.put(&entry)
    }
}
