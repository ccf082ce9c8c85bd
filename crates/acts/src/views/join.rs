//! Enrolments that are of one person, and where the record office names an enrolment at all.

use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::EnrolRef;
use crate::moment::Moment;
use crate::rows::{Book, TableDef, Value, View, ViewError, int, text};
use crate::views::Gone;

/// How a join ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// Who parted them.
    pub officer: String,
    /// Why; empty where one of them was destroyed.
    pub reasons: String,
}

/// A join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The act.
    pub act: String,
    /// When.
    pub at: Moment,
    /// Who joined them.
    pub officer: String,
    /// The search in which one of them was traced.
    pub search: Option<String>,
    /// Why.
    pub reasons: String,
    /// How it ended.
    pub parted: Option<Parted>,
}

/// Two enrolments that were joined, once or again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRow {
    /// The record office.
    pub office: String,
    /// The lesser of the two.
    pub one: EnrolRef,
    /// The greater.
    pub other: EnrolRef,
    /// Joins, oldest first.
    pub joins: Vec<Joined>,
}

impl JoinRow {
    /// The key of a pair, whichever is named first.
    pub fn key_of(one: &EnrolRef, other: &EnrolRef) -> String {
        let (less, more) = if one <= other { (one, other) } else { (other, one) };
        format!("{}+{}", less.key(), more.key())
    }

    /// Not joined yet.
    pub(crate) fn new(office: &str, one: &EnrolRef, other: &EnrolRef) -> Self {
        let (less, more) = if one <= other { (one, other) } else { (other, one) };
        Self { office: office.to_owned(), one: less.clone(), other: more.clone(), joins: Vec::new() }
    }

    /// Whether they are one person now.
    pub fn is_live(&self) -> bool {
        self.joins.last().is_some_and(|last| last.parted.is_none())
    }

    /// Ends the join that stands; whether there was one.
    pub(crate) fn part(&mut self, rec: &Recorded, reasons: &str) -> Result<bool, ViewError> {
        let Some(last) = self.joins.last_mut().filter(|last| last.parted.is_none()) else { return Ok(false) };
        last.parted = Some(Parted {
            act: rec.header.act.clone(),
            at: rec.written()?,
            officer: rec.header.officer.clone(),
            reasons: reasons.to_owned(),
        });
        Ok(true)
    }
}

impl View for JoinRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "person_join",
        columns: &[text("one"), text("other"), int("live")],
        indexes: &[&["one", "live"], &["other", "live"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        Self::key_of(&self.one, &self.other)
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.one.key().into(), self.other.key().into(), self.is_live().into()]
    }
}

/// Where the record office names an enrolment: what must follow when that is destroyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedRow {
    /// The record office.
    pub office: String,
    /// The enrolment.
    pub of: EnrolRef,
    /// Searches that list it.
    pub searches: Vec<String>,
    /// Acts that examined it.
    pub examinations: Vec<String>,
    /// Keys of pairs it was ever joined in.
    pub joins: Vec<String>,
    /// It is gone.
    pub forgotten: Option<Gone>,
}

impl NamedRow {
    /// Nowhere yet.
    pub(crate) fn new(office: &str, of: &EnrolRef) -> Self {
        Self {
            office: office.to_owned(),
            of: of.clone(),
            searches: Vec::new(),
            examinations: Vec::new(),
            joins: Vec::new(),
            forgotten: None,
        }
    }

    /// Keeps the row while it says anything.
    pub(crate) fn keep(&self, book: &mut Book<'_>) -> Result<(), ViewError> {
        let named = !(self.searches.is_empty() && self.examinations.is_empty() && self.joins.is_empty());
        if named || self.forgotten.is_some() {
            return book.put(self);
        }
        book.delete(Self::at(&self.office, &self.key()));
        Ok(())
    }
}

impl View for NamedRow {
    const TABLE: &'static TableDef = &TableDef { name: "named", columns: &[], indexes: &[] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.of.key()
    }
    fn columns(&self) -> Vec<Value> {
        Vec::new()
    }
}
