//! `search.forget`: an enrolment was destroyed at its station, and what the record office wrote of it goes too: marks
//! that examiners set on its prints are removed with their acts, joins with it are parted, and no list awaits its
//! examination any more.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use super::person::part;
use crate::act::Recorded;
use crate::kinds::Body;
use crate::kinds::expunge::reach;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::stub;
use crate::text;
use crate::views::{Gone, JoinRow, NamedRow, SearchRow};

/// The record office's own half of a destruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchForget {
    /// The enrolment that is gone.
    pub of: EnrolRef,
    /// The act that certified its destruction or expunged it, in the station's journal.
    pub certificate: String,
    /// Acts whose content goes with it: examinations, and the files that hang on them; the books fill them in.
    #[serde(default)]
    pub removed: Vec<String>,
}

impl Rule for SearchForget {
    fn basis(&self) -> &'static [&'static str] {
        &["IPA-7"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(NamedRow::at(office, &self.of.key()))];
        wants.extend(reach(&self.removed, office, known).wants);
        if let Ok(Some(row)) = known.get::<NamedRow>(office, &self.of.key()) {
            wants.extend(reach(&row.examinations, office, known).wants);
            wants.extend(row.searches.iter().map(|search| Want::Row(SearchRow::at(office, search))));
            wants.extend(row.joins.iter().map(|key| Want::Row(JoinRow::at(office, key))));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.of.check(&mut faults, "of");
        text::code(&mut faults, "certificate", &self.certificate);
        faults.done()?;
        let row = setting.row::<NamedRow>(&self.of.key())?;
        if row.as_ref().is_some_and(|row| row.forgotten.is_some()) {
            return Err(Refusal::order("order-candidate-destroyed", "IPA-7"));
        }
        let examinations = row.map(|row| row.examinations).unwrap_or_default();
        self.removed = reach(&examinations, setting.office, setting.known).acts;
        Ok(())
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::SearchForget(kept) = kept {
            self.removed.clone_from(&kept.removed);
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
        let row = book.get::<NamedRow>(office, &self.of.key())?;
        let mut row = row.unwrap_or_else(|| NamedRow::new(office, &self.of));
        row.examinations.clear();
        row.forgotten = Some(gone);
        book.put(&row)?;
        for search in &row.searches {
            let Some(mut row) = book.get::<SearchRow>(office, search)? else { continue };
            for listed in row.candidates.iter_mut().filter(|listed| listed.of == self.of) {
                listed.forgotten = true;
            }
            book.put(&row)?;
        }
        row.joins.iter().try_for_each(|key| part(rec, book, key, ""))
    }
}
