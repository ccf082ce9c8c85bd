//! Enrolments that are of one person, and where the record office names an enrolment at all.

use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::EnrolRef;
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::rows::{Book, TableDef, Value, View, ViewError, int, text};
use crate::rule::Setting;
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

    /// Every act that joined or parted them. What a destruction parted is no act of its own.
    pub(crate) fn acts(&self) -> Vec<String> {
        let of = |join: &Joined| {
            let parted = join.parted.as_ref().filter(|parted| !parted.reasons.is_empty());
            [Some(join.act.clone()), parted.map(|parted| parted.act.clone())]
        };
        self.joins.iter().flat_map(of).flatten().collect()
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
    /// Searches made at it.
    pub probes: Vec<String>,
    /// Acts that examined it, or others against it.
    pub examinations: Vec<String>,
    /// Keys of pairs it was ever joined in.
    pub joins: Vec<String>,
    /// Line-ups in which its photograph stands.
    pub lineups: Vec<String>,
    /// It is gone.
    pub forgotten: Option<Gone>,
}

impl NamedRow {
    /// Nowhere yet.
    fn new(office: &str, of: &EnrolRef) -> Self {
        Self {
            office: office.to_owned(),
            of: of.clone(),
            searches: Vec::new(),
            probes: Vec::new(),
            examinations: Vec::new(),
            joins: Vec::new(),
            lineups: Vec::new(),
            forgotten: None,
        }
    }

    /// Changes what is noted of an enrolment; the row is there from the first note on.
    pub(crate) fn note(
        book: &mut Book<'_>,
        office: &str,
        of: &EnrolRef,
        change: impl FnOnce(&mut Self),
    ) -> Result<(), ViewError> {
        let row = book.get::<Self>(office, &of.key())?;
        let mut row = row.unwrap_or_else(|| Self::new(office, of));
        change(&mut row);
        book.put(&row)
    }

    /// Takes something out of what is noted of an enrolment; the row is there while it says anything.
    pub(crate) fn strike(
        book: &mut Book<'_>,
        office: &str,
        of: &EnrolRef,
        change: impl FnOnce(&mut Self),
    ) -> Result<(), ViewError> {
        let Some(mut row) = book.get::<Self>(office, &of.key())? else { return Ok(()) };
        change(&mut row);
        let lists = [&row.searches, &row.probes, &row.examinations, &row.joins, &row.lineups];
        if row.forgotten.is_some() || lists.iter().any(|list| !list.is_empty()) {
            return book.put(&row);
        }
        book.delete(Self::at(office, &of.key()));
        Ok(())
    }

    /// Refuses to write anything more of an enrolment that is destroyed.
    pub(crate) fn must_live(setting: &Setting<'_>, of: &EnrolRef) -> Result<(), Refusal> {
        match setting.row::<Self>(&of.key())? {
            Some(row) if row.forgotten.is_some() => Err(Refusal::order("order-candidate-destroyed", "IPA-7")),
            _ => Ok(()),
        }
    }
}

impl View for NamedRow {
    const TABLE: &'static TableDef =
        &TableDef { name: "named", columns: &[text("enrolment")], indexes: &[&["enrolment"]] };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        self.of.key()
    }
    fn columns(&self) -> Vec<Value> {
        vec![self.of.key().into()]
    }
}
