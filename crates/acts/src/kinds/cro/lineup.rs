//! `lineup.make` and `lineup.show`: a line-up of photographs for a witness, with others like the suspect, the order they
//! stand in and why it is fair; and what each witness said of it, in his own words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::EnrolRef;
use crate::act::Recorded;
use crate::kinds::{Body, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{LineupRow, NamedRow, Shown};

/// The fewest others beside the suspect. No law gives a number; it is our own.
const FEWEST: usize = 5;
/// The most.
const MOST: usize = 19;
/// The most times one line-up is shown.
const MOST_SHOWN: usize = 100;

/// Whose photograph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// His enrolment.
    pub of: EnrolRef,
    /// SHA-256 of the photograph, which is one of that enrolment's.
    pub photograph: String,
}

/// A line-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineupMake {
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// The suspect.
    pub suspect: Face,
    /// The others, who have nothing to do with the case.
    pub fillers: Vec<Face>,
    /// How they stand, from the first place: 0 the suspect, 1 the first of the others, and so on.
    pub order: Vec<u8>,
    /// What the witness had said of the person, and why these are like it.
    pub fair: String,
}

impl LineupMake {
    pub(crate) fn faces(&self) -> impl Iterator<Item = &Face> {
        [&self.suspect].into_iter().chain(&self.fillers)
    }

    fn check_faces(&self, faults: &mut Faults) {
        faults.when(self.fillers.len() < FEWEST, "fillers", "fault-too-few");
        faults.when(self.fillers.len() > MOST, "fillers", "fault-too-many");
        let mut seen: Vec<&Face> = Vec::new();
        for (i, face) in self.faces().enumerate().take(MOST + 1) {
            let path = i.checked_sub(1).map_or_else(|| "suspect".to_owned(), |i| format!("fillers.{i}"));
            face.of.check(faults, &format!("{path}.of"));
            text::hash(faults, &format!("{path}.photograph"), &face.photograph);
            let twice = seen.iter().any(|other| other.of == face.of || other.photograph == face.photograph);
            faults.when(twice, &format!("{path}.of"), "fault-twice");
            seen.push(face);
        }
        let mut places: Vec<usize> = self.order.iter().map(|place| usize::from(*place)).collect();
        places.sort_unstable();
        faults.when(!places.into_iter().eq(0..=self.fillers.len()), "order", "fault-order");
    }
}

impl Rule for LineupMake {
    fn basis(&self) -> &'static [&'static str] {
        &["QSO-22"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        self.faces().take(MOST + 1).map(|face| Want::Row(NamedRow::at(office, &face.of.key()))).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "asked_by", &self.asked_by);
        text::line_needed(&mut faults, "case", &self.case);
        text::text_needed(&mut faults, "fair", &self.fair);
        self.check_faces(&mut faults);
        faults.done()?;
        self.faces().try_for_each(|face| NamedRow::must_live(setting, &face.of))
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        for face in self.faces() {
            let act = rec.header.act.clone();
            NamedRow::note(book, &rec.header.office, &face.of, |row| row.lineups.push(act))?;
        }
        book.put(&LineupRow {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            made: rec.written()?,
            officer: rec.header.officer.clone(),
            asked_by: self.asked_by.clone(),
            case: self.case.clone(),
            suspect: self.suspect.clone(),
            fillers: self.fillers.clone(),
            order: self.order.clone(),
            fair: self.fair.clone(),
            shown: Vec::new(),
        })
    }
}

/// A line-up whose content is gone is nowhere noted any more.
pub(crate) fn withdraw(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    book.delete(LineupRow::at(office, act));
    let Some(Body::LineupMake(body)) = &rec.body else { return Ok(()) };
    body.faces().try_for_each(|face| {
        NamedRow::strike(book, office, &face.of, |row| row.lineups.retain(|lineup| lineup != act))
    })
}

/// It is shown to a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineupShow {
    /// The line-up: the act that made it.
    pub lineup: String,
    /// The witness.
    pub witness: Party,
    /// When.
    pub shown: Moment,
    /// Who showed it.
    pub shown_by: String,
    /// Whether he knew which of them is the suspect.
    pub knew: bool,
    /// Which place the witness pointed to, from 1; none where nobody.
    #[serde(default)]
    pub picked: Option<u8>,
    /// What the witness said, in his own words, also how sure he is.
    pub said: String,
}

impl Rule for LineupShow {
    fn basis(&self) -> &'static [&'static str] {
        &["QSO-22"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(LineupRow::at(office, &self.lineup))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<LineupRow>(&self.lineup)?.ok_or_else(|| Refusal::unknown(&self.lineup))?;
        let mut faults = Faults::default();
        self.witness.check(&mut faults, "witness", true);
        text::line_needed(&mut faults, "shown_by", &self.shown_by);
        text::text_needed(&mut faults, "said", &self.said);
        faults.when(self.shown > setting.happened, "shown", "fault-future");
        faults.when(self.shown.is_minutes_before(row.made), "shown", "fault-end-before-start");
        let beyond = self.picked.is_some_and(|place| place == 0 || usize::from(place) > row.order.len());
        faults.when(beyond, "picked", "fault-choice");
        faults.when(row.shown.len() >= MOST_SHOWN, "lineup", "fault-too-many");
        faults.done()
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<LineupRow>(&rec.header.office, &self.lineup)? else { return Ok(()) };
        row.shown.push(Shown {
            act: rec.header.act.clone(),
            at: self.shown,
            witness: self.witness.clone(),
            shown_by: self.shown_by.clone(),
            knew: self.knew,
            picked: self.picked,
            said: self.said.clone(),
        });
        book.put(&row)
    }
}
