//! `search.answer`: the record office answers a search slip, traced or not. Traced is who was identified by one examiner,
//! of a latent by two different ones, with nobody against; not traced is who was not, every candidate examined.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use super::search::ProbeKind;
use super::search_list::open_search;
use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Answered, Cell, CellKind, EntryRow, Listed, SearchRow, entry_key};

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
    /// Candidates who were freed since they were listed and whom nobody may examine any more; the door fills them in,
    /// for they stand in other offices' books.
    #[serde(default)]
    pub withdrawn: Vec<EnrolRef>,
}

/// The most candidates who were freed.
const MOST: usize = 5_000;

impl SearchAnswer {
    fn check_traced(&self, row: &SearchRow) -> Result<(), Refusal> {
        let Some(of) = &self.of else { return Ok(()) };
        let of = |listed: &&Listed| listed.of == *of;
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
        let stands = |listed: &&Listed| !listed.forgotten && !self.withdrawn.contains(&listed.of);
        let stands: Vec<&Listed> = row.candidates.iter().filter(stands).collect();
        let refuse = |code: &str| Err(Refusal::order(code, "PPR-27"));
        if stands.iter().any(|listed| listed.is_identified(row.probe)) {
            return refuse("order-identified");
        }
        if self.closed_because.is_some() {
            return Ok(());
        }
        if row.lists.is_empty() {
            return refuse("order-not-searched");
        }
        if stands.iter().any(|listed| listed.examinations.is_empty()) {
            return refuse("order-not-examined");
        }
        if stands.iter().any(|listed| listed.awaits_another(row.probe)) {
            return refuse("order-awaits-second");
        }
        Ok(())
    }
}

/// The line of the slip says how the search was answered last.
fn tell(row: &SearchRow, entry: &mut EntryRow) {
    entry.cells.retain(|cell| !matches!(cell.key.as_str(), "result" | "returned_at"));
    let Some(last) = row.answers.last() else { return };
    let result = if last.traced { "traced" } else { "not_traced" };
    entry.cells.push(Cell::personal("result", CellKind::Code, result));
    entry.cells.push(Cell::plain("returned_at", CellKind::Time, last.at));
}

/// An answer whose content is gone was not given: the search stands as those before it leave it.
pub(crate) fn withdraw(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let Some(Body::SearchAnswer(body)) = &rec.body else { return Ok(()) };
    let row = book.get::<SearchRow>(office, &body.search)?.filter(|row| row.gone.is_none());
    let Some(mut row) = row else { return Ok(()) };
    row.answers.retain(|answer| answer.act != act);
    row.state = row.answered();
    if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
        entry.fills.retain(|fill| fill.act != act);
        tell(&row, &mut entry);
        book.put(&entry)?;
    }
    book.put(&row)
}

/// The search an answer is of, and its line.
pub(crate) fn want_answered(office: &str, search: &str, known: &Known) -> Vec<Want> {
    let row = known.get::<SearchRow>(office, search).ok().flatten();
    let entry = row.map(|row| Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
    [Want::Row(SearchRow::at(office, search))].into_iter().chain(entry).collect()
}

impl Rule for SearchAnswer {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn version(&self) -> u32 {
        2
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_answered(office, &self.search, known)
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
        faults.when(self.withdrawn.len() > MOST, "withdrawn", "fault-too-many");
        faults.done()?;
        if self.traced { self.check_traced(&row) } else { self.check_not_traced(&row) }
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::SearchAnswer(kept) = kept {
            self.withdrawn.clone_from(&kept.withdrawn);
        }
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
        row.answers.push(Answered {
            act: rec.header.act.clone(),
            at: rec.written()?,
            officer: rec.header.officer.clone(),
            traced: self.traced,
            of: self.of.clone(),
            remarks: self.remarks.clone(),
            closed_because: self.closed_because.clone(),
        });
        row.state = row.answered();
        book.put(&row)?;
        let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? else { return Ok(()) };
        entry.filled(rec, "result")?;
        tell(&row, &mut entry);
        book.put(&entry)
    }
}
