//! `search.list`: what the engine gave for a search. It is evidence for whoever examines, never a verdict: a candidate
//! is no match before a person decides.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Listed, Listing, NamedRow, SearchRow};

/// The most candidates of one list.
const MOST: usize = 200;

/// Somebody whose print is like the one searched with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Whose enrolment.
    pub of: EnrolRef,
    /// Which of his fingers; 0 where all of them together.
    pub finger: u8,
    /// With which of the prints searched with, by its finger; 0 where it is not known, or all of them together.
    pub probe_finger: u8,
    /// How much likelier the prints are if they are of one finger than if not: 100 times the decimal logarithm of the
    /// likelihood ratio. It speaks of two prints, not of a person.
    pub centibans: i32,
}

/// The list of a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchList {
    /// The search: the act that opened it.
    pub search: String,
    /// The engine and its version.
    pub engine: String,
    /// Among how many people it looked.
    pub people: u64,
    /// The enrolment after which an open latent was searched again.
    #[serde(default)]
    pub after: Option<EnrolRef>,
    /// Best first; none is an answer too.
    pub candidates: Vec<Candidate>,
}

impl Rule for SearchList {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let of = self.candidates.iter().take(MOST).map(|c| Want::Row(NamedRow::at(office, &c.of.key())));
        [Want::Row(SearchRow::at(office, &self.search))].into_iter().chain(of).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = open_search(setting, &self.search)?;
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "engine", &self.engine);
        faults.when(self.candidates.len() > MOST, "candidates", "fault-too-many");
        if let Some(after) = &self.after {
            after.check(&mut faults, "after");
        }
        for (i, one) in self.candidates.iter().enumerate().take(MOST) {
            let at = |name: &str| format!("candidates.{i}.{name}");
            one.of.check(&mut faults, &at("of"));
            faults.when(one.finger > 10, &at("finger"), "fault-finger");
            faults.when(one.probe_finger > 10, &at("probe_finger"), "fault-finger");
            // Whoever is enrolled is not found in his own search.
            faults.when(row.enrolment.as_ref() == Some(&one.of), &at("of"), "fault-candidate-self");
            let alike = |other: &&Candidate| {
                other.of == one.of && other.finger == one.finger && other.probe_finger == one.probe_finger
            };
            faults.when(self.candidates.iter().take(i).find(alike).is_some(), &at("of"), "fault-twice");
        }
        faults.done()
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
        row.lists.push(Listing {
            act: rec.header.act.clone(),
            at: rec.written()?,
            engine: self.engine.clone(),
            people: self.people,
            after: self.after.clone(),
        });
        for candidate in &self.candidates {
            NamedRow::note(book, office, &candidate.of, |named| {
                if row.listed(candidate).is_none() {
                    let forgotten = named.forgotten.is_some();
                    row.candidates.push(Listed::of(candidate, &rec.header.act, forgotten));
                }
                if !named.searches.contains(&self.search) {
                    named.searches.push(self.search.clone());
                }
            })?;
        }
        book.put(&row)
    }
}

/// A search that is not closed.
pub(crate) fn open_search(setting: &Setting<'_>, search: &str) -> Result<SearchRow, Refusal> {
    let row = setting.row::<SearchRow>(search)?.ok_or_else(|| Refusal::unknown(search))?;
    if row.gone.is_some() {
        return Err(Refusal::order("order-expunged", "COURT-ORDER"));
    }
    if !row.is_open() {
        return Err(Refusal::order("order-search-closed", "PPR-27"));
    }
    Ok(row)
}

/// Takes a list whose content is gone out of its search, and out of what is noted of enrolments.
pub(crate) fn withdraw(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let Some(Body::SearchList(list)) = &rec.body else { return Ok(()) };
    let row = book.get::<SearchRow>(office, &list.search)?.filter(|row| row.gone.is_none());
    let mut left = Vec::new();
    if let Some(mut row) = row {
        row.lists.retain(|other| other.act != act);
        row.candidates.retain(|listed| listed.list != act);
        left.extend(row.candidates.iter().map(|listed| listed.of.clone()));
        book.put(&row)?;
    }
    list.candidates.iter().filter(|candidate| !left.contains(&candidate.of)).try_for_each(|candidate| {
        NamedRow::strike(book, office, &candidate.of, |named| {
            named.searches.retain(|search| *search != list.search);
        })
    })
}
