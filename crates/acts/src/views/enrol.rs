//! Who is enrolled: one row for each enrolment, without its templates, and one for each accused who has any.

use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::{EnrolBasis, Gang, Looks, Order, Party, Photograph, PrintsEnrol};
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, ViewError, int, text};
use crate::views::Gone;

/// How an enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnrolState {
    /// It stands: searches show it.
    Standing,
    /// He was freed: no search shows it, and its destruction is due.
    Suppressed,
    /// Its content is gone.
    Destroyed,
}

impl EnrolState {
    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standing => "standing",
            Self::Suppressed => "suppressed",
            Self::Destroyed => "destroyed",
        }
    }
}

/// What an enrolment holds beside its templates, which stand in the act alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// The legal basis.
    pub basis: EnrolBasis,
    /// The case: the act of its report.
    pub fir: Option<String>,
    /// His place in the case's list of persons.
    pub accused: Option<u32>,
    /// The order it rests on.
    pub order: Option<Order>,
    /// The person.
    pub person: Party,
    /// When the prints were taken.
    pub taken: Moment,
    /// Fingers of which there is a template.
    pub fingers: Vec<u8>,
    /// How he looks.
    pub looks: Looks,
    /// How he works, in codes.
    pub method: Vec<String>,
    /// The same in words.
    pub method_words: String,
    /// A gang he is said to be of.
    pub gang: Option<Gang>,
    /// Photographs.
    pub photographs: Vec<Photograph>,
}

/// One enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolRow {
    /// The station.
    pub office: String,
    /// The act.
    pub act: String,
    /// When it was written.
    pub enrolled: Moment,
    /// Who wrote it.
    pub officer: String,
    /// How it stands.
    pub state: EnrolState,
    /// Since when.
    pub since: Moment,
    /// What it holds; `None` once destroyed.
    pub enrolment: Option<Enrolment>,
    /// What removed it.
    pub gone: Option<Gone>,
}

impl EnrolRow {
    /// The row of an act as it is written.
    pub(crate) fn of(rec: &Recorded, body: &PrintsEnrol) -> Result<Self, ViewError> {
        let printed = body.prints.iter().filter(|print| print.missing.is_none());
        let enrolment = Enrolment {
            basis: body.basis,
            fir: body.fir.clone(),
            accused: body.accused,
            order: body.order.clone(),
            person: body.person.clone(),
            taken: body.taken,
            fingers: printed.map(|print| print.finger).collect(),
            looks: body.looks.clone(),
            method: body.method.clone(),
            method_words: body.method_words.clone(),
            gang: body.gang.clone(),
            photographs: body.photographs.clone(),
        };
        Ok(Self { state: EnrolState::Standing, enrolment: Some(enrolment), ..Self::stub(rec, None)? })
    }

    /// What remains of one whose content is gone.
    pub(crate) fn stub(rec: &Recorded, gone: Option<Gone>) -> Result<Self, ViewError> {
        let enrolled = rec.written()?;
        Ok(Self {
            office: rec.header.office.clone(),
            act: rec.header.act.clone(),
            enrolled,
            officer: rec.header.officer.clone(),
            state: EnrolState::Destroyed,
            since: gone.as_ref().map_or(enrolled, |gone| gone.at),
            enrolment: None,
            gone,
        })
    }

    /// Whether searches show it.
    pub fn is_standing(&self) -> bool {
        self.state == EnrolState::Standing
    }
}

impl View for EnrolRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "enrol",
        columns: &[text("fir"), text("state"), int("enrolled"), int("since")],
        indexes: &[&["state", "enrolled"], &["office", "fir"], &["office", "state", "enrolled"], &["since"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.act.clone()
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.enrolment.as_ref().and_then(|e| e.fir.clone()).into(),
            self.state.as_str().into(),
            self.enrolled.millis().into(),
            self.since.millis().into(),
        ]
    }
}

/// The enrolments of one accused of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolledRow {
    /// The station.
    pub office: String,
    /// The accused: the key of his [`crate::views::AccusedRow`].
    pub accused: String,
    /// The acts, oldest first; what was destroyed is not among them.
    pub acts: Vec<String>,
}

impl EnrolledRow {
    /// The key of an accused of a case.
    pub fn key_of(fir: &str, index: u32) -> String {
        crate::views::AccusedRow::key_of(fir, index)
    }

    /// None yet.
    pub(crate) fn new(office: &str, accused: &str) -> Self {
        Self { office: office.to_owned(), accused: accused.to_owned(), acts: Vec::new() }
    }
}

impl View for EnrolledRow {
    const TABLE: &'static TableDef = &TableDef { name: "enrolled", columns: &[], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.accused.clone()
    }
    fn columns(&self) -> Vec<Value> {
        Vec::new()
    }
}
