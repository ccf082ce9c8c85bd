//! `search.forget`: an enrolment was destroyed at its station, and what the record office wrote of it goes too: marks
//! that examiners set on its prints or beside them, the lists and the answer of the search made at it, answers that
//! traced it, why it was joined to another, the line-up made of it. A list in which it only stands awaits no examination
//! of it any more, and a line-up of another shows its photograph no more.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

use super::capture::EnrolRef;
use super::person::part;
use super::search::ProbeKind;
use crate::act::Recorded;
use crate::kinds::Body;
use crate::kinds::expunge::reach;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::stub;
use crate::text;
use crate::views::{Gone, JoinRow, LineupRow, NamedRow, SearchRow, SearchState};

/// The record office's own half of a destruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchForget {
    /// The enrolment that is gone.
    pub of: EnrolRef,
    /// The act that certified its destruction or expunged it, in the station's journal.
    pub certificate: String,
    /// Acts whose content goes with it, and the files that hang on them; the books fill them in.
    #[serde(default)]
    pub removed: Vec<String>,
    /// Searches about a person that end with it: those made at it, and those in which it was traced. A print from a
    /// scene that was traced to it is open again. The books fill them in.
    #[serde(default)]
    pub closes: Vec<String>,
}

/// What the record office wrote of an enrolment, as far as is known yet.
#[derive(Default)]
struct Told {
    acts: Vec<String>,
    closes: Vec<String>,
    wants: Vec<Want>,
}

impl SearchForget {
    fn told(&self, office: &str, known: &Known) -> Told {
        let Ok(Some(named)) = known.get::<NamedRow>(office, &self.of.key()) else { return Told::default() };
        let mut told = Told { acts: named.examinations.clone(), ..Told::default() };
        for search in named.probes.iter().chain(&named.searches) {
            told.wants.push(Want::Row(SearchRow::at(office, search)));
            if let Ok(Some(row)) = known.get::<SearchRow>(office, search) {
                self.of_search(&row, &mut told);
            }
        }
        for key in &named.joins {
            told.wants.push(Want::Row(JoinRow::at(office, key)));
            let row = known.get::<JoinRow>(office, key).ok().flatten();
            told.acts.extend(row.iter().flat_map(JoinRow::acts));
        }
        for lineup in &named.lineups {
            told.wants.push(Want::Row(LineupRow::at(office, lineup)));
            let row = known.get::<LineupRow>(office, lineup).ok().flatten();
            told.acts.extend(row.filter(|row| row.suspect.of == self.of).map(|row| row.act));
        }
        let mut seen = HashSet::new();
        told.acts.retain(|act| seen.insert(act.clone()));
        told
    }

    fn of_search(&self, row: &SearchRow, told: &mut Told) {
        let own = row.enrolment.as_ref() == Some(&self.of);
        let traced = row.answers.iter().filter(|answer| answer.of.as_ref() == Some(&self.of));
        let traced: Vec<String> = traced.map(|answer| answer.act.clone()).collect();
        if own || (!traced.is_empty() && row.probe != ProbeKind::Latent) {
            told.closes.push(row.act.clone());
        }
        told.acts.extend(if own { row.acts() } else { traced });
    }
}

impl Rule for SearchForget {
    fn basis(&self) -> &'static [&'static str] {
        &["IPA-7"]
    }

    fn version(&self) -> u32 {
        2
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let told = self.told(office, known);
        let mut wants = vec![Want::Row(NamedRow::at(office, &self.of.key()))];
        wants.extend(told.wants);
        wants.extend(reach(&told.acts, office, known).wants);
        wants.extend(reach(&self.removed, office, known).wants);
        wants.extend(self.closes.iter().map(|search| Want::Row(SearchRow::at(office, search))));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.of.check(&mut faults, "of");
        text::code(&mut faults, "certificate", &self.certificate);
        faults.done()?;
        NamedRow::must_live(setting, &self.of)?;
        let told = self.told(setting.office, setting.known);
        self.removed = reach(&told.acts, setting.office, setting.known).acts;
        self.closes = told.closes;
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::SearchForget(kept) = kept {
            self.removed.clone_from(&kept.removed);
            self.closes.clone_from(&kept.closes);
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn expunges(&self) -> &[String] {
        &self.removed
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let gone = Gone { act: rec.header.act.clone(), at: rec.written()? };
        for act in &self.removed {
            let target = book.known().act(act).cloned().ok_or_else(|| ViewError::NotAsked(act.clone()))?;
            stub::remains(&target, Some(&gone), book)?;
        }
        NamedRow::note(book, office, &self.of, |row| {
            row.examinations.clear();
            row.forgotten = Some(gone);
        })?;
        let Some(row) = book.get::<NamedRow>(office, &self.of.key())? else { return Ok(()) };
        for search in row.searches.iter().chain(&self.closes) {
            let Some(mut row) = book.get::<SearchRow>(office, search)? else { continue };
            for listed in row.candidates.iter_mut().filter(|listed| listed.of == self.of) {
                listed.forgotten = true;
            }
            if self.closes.contains(search) {
                row.state = SearchState::Closed;
            }
            book.put(&row)?;
        }
        for lineup in &row.lineups {
            let Some(mut row) = book.get::<LineupRow>(office, lineup)? else { continue };
            row.forget(&self.of);
            book.put(&row)?;
        }
        row.joins.iter().try_for_each(|key| part(rec, book, key, ""))
    }
}
