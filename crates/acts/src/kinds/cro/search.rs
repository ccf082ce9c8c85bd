//! `search.open`: whose prints are these? Ten prints, one, or one left at a scene. A search slip, numbered in its
//! working register.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::{EnrolRef, TakenPrint, check_prints};
use crate::act::Recorded;
use crate::kinds::Party;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, HeldRow, SearchRow};

/// What is searched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProbeKind {
    /// The fingers of a person who is there.
    Tenprint,
    /// One finger of a person who is there.
    Single,
    /// A print left at a scene.
    Latent,
}

impl ProbeKind {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Tenprint, Self::Single, Self::Latent];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tenprint => "tenprint",
            Self::Single => "single",
            Self::Latent => "latent",
        }
    }

    /// How many different officers must identify.
    pub fn examiners(self) -> usize {
        if self == Self::Latent { 2 } else { 1 }
    }
}

/// A search slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchOpen {
    /// What is searched with.
    pub probe: ProbeKind,
    /// The enrolment at which the search is made. Its prints and its person stand there alone: `prints` and `person`
    /// are then left out, so that nothing is left here when it is destroyed.
    #[serde(default)]
    pub enrolment: Option<EnrolRef>,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written; may be empty.
    #[serde(default)]
    pub case: String,
    /// Who is asked about, where he is there.
    #[serde(default)]
    pub person: Option<Party>,
    /// Of a latent: where it was, on what, who lifted it.
    #[serde(default)]
    pub scene: String,
    /// The prints.
    #[serde(default)]
    pub prints: Vec<TakenPrint>,
}

impl SearchOpen {
    fn check_fields(&self) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        let latent = self.probe == ProbeKind::Latent;
        text::code(&mut faults, "asked_by", &self.asked_by);
        text::line(&mut faults, "case", &self.case);
        text::text(&mut faults, "scene", &self.scene);
        faults.when(latent && self.scene.trim().is_empty(), "scene", "fault-missing");
        faults.when(latent && self.person.is_some(), "person", "fault-latent-person");
        faults.when(latent && self.enrolment.is_some(), "enrolment", "fault-latent-person");
        check_prints(&mut faults, &self.prints, self.probe == ProbeKind::Tenprint);
        if let Some(enrolment) = &self.enrolment {
            enrolment.check(&mut faults, "enrolment");
            faults.when(!self.prints.is_empty(), "prints", "fault-prints-at-enrolment");
            faults.when(self.person.is_some(), "person", "fault-prints-at-enrolment");
        } else {
            faults.when(self.prints.is_empty(), "prints", "fault-missing");
        }
        let one = self.probe != ProbeKind::Tenprint;
        faults.when(one && self.prints.len() > 1, "prints", "fault-too-many");
        if let Some(person) = &self.person {
            person.check(&mut faults, "person", false);
        }
        faults.done()
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = &String> {
        self.prints.iter().filter_map(|print| print.file.as_ref())
    }
}

impl Rule for SearchOpen {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, _: &str, _: &Known) -> Vec<Want> {
        self.files().map(|file| Want::File(file.clone())).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields()?;
        let mut faults = Faults::default();
        for (i, print) in self.prints.iter().enumerate() {
            let absent = print.file.as_ref().is_some_and(|file| setting.known.file(file).is_none());
            faults.when(absent, &format!("prints.{i}.file"), "fault-file-absent");
        }
        faults.done()
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly(SearchRow::REGISTER, "-", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::plain("date", CellKind::Day, rec.written()?.day()),
            Cell::plain("probe", CellKind::Code, self.probe.as_str()),
            Cell::plain("asked_by", CellKind::Text, &self.asked_by),
        ];
        if !self.case.is_empty() {
            cells.push(Cell::plain("fir_no", CellKind::Text, &self.case));
        }
        let named = self.person.as_ref().filter(|person| !person.name.is_empty());
        cells.extend(named.map(|person| Cell::personal("person", CellKind::Text, person.line())));
        book.put(&EntryRow::of(rec, 0, "search_slip", cells)?)?;
        HeldRow::hold((&rec.header.office, &rec.header.act), self.files(), book)?;
        book.put(&SearchRow::of(rec, self)?)
    }
}
