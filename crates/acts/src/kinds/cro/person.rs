//! `person.join` and `person.part`: two enrolments prove to be one person, or prove not to be after all. Never by a name
//! alone, always with reasons, and reversibly: a person is a cluster of enrolments over joins that stand.

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
use crate::views::{JoinRow, Joined, NamedRow, SearchRow};

/// Two enrolments are of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonJoin {
    /// One enrolment.
    pub one: EnrolRef,
    /// The other.
    pub other: EnrolRef,
    /// The search in which one of them was traced.
    #[serde(default)]
    pub search: Option<String>,
    /// Why they are of one person.
    pub reasons: String,
}

impl PersonJoin {
    pub(crate) fn key(&self) -> String {
        JoinRow::key_of(&self.one, &self.other)
    }
}

impl Rule for PersonJoin {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let rows = [&self.one, &self.other].map(|of| Want::Row(NamedRow::at(office, &of.key())));
        let search = self.search.iter().map(|search| Want::Row(SearchRow::at(office, search)));
        let join = Want::Row(JoinRow::at(office, &self.key()));
        rows.into_iter().chain(search).chain([join]).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.one.check(&mut faults, "one");
        self.other.check(&mut faults, "other");
        faults.when(self.one == self.other, "other", "fault-twice");
        text::text_needed(&mut faults, "reasons", &self.reasons);
        faults.done()?;
        for of in [&self.one, &self.other] {
            NamedRow::must_live(setting, of)?;
        }
        if let Some(search) = &self.search {
            let row = setting.row::<SearchRow>(search)?.ok_or_else(|| Refusal::unknown(search))?;
            if !row.traced().is_some_and(|of| *of == self.one || *of == self.other) {
                return Err(Refusal::order("order-not-traced", "PPR-27"));
            }
        }
        match setting.row::<JoinRow>(&self.key())? {
            Some(row) if row.is_live() => Err(Refusal::order("order-joined-already", "PPR-27")),
            _ => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, key) = (rec.header.office.as_str(), self.key());
        let mut row = book
            .get::<JoinRow>(office, &key)?
            .unwrap_or_else(|| JoinRow::new(office, &self.one, &self.other));
        row.joins.push(Joined {
            act: rec.header.act.clone(),
            at: rec.written()?,
            officer: rec.header.officer.clone(),
            search: self.search.clone(),
            reasons: self.reasons.clone(),
            parted: None,
        });
        book.put(&row)?;
        [&self.one, &self.other].into_iter().try_for_each(|of| {
            NamedRow::note(book, office, of, |row| {
                if !row.joins.contains(&key) {
                    row.joins.push(key.clone());
                }
            })
        })
    }
}

/// A join whose content is gone joined nobody.
pub(crate) fn withdraw(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let Some(Body::PersonJoin(body)) = &rec.body else { return Ok(()) };
    let key = body.key();
    let Some(mut row) = book.get::<JoinRow>(office, &key)? else { return Ok(()) };
    row.joins.retain(|join| join.act != act);
    if !row.joins.is_empty() {
        return book.put(&row);
    }
    book.delete(JoinRow::at(office, &key));
    [&body.one, &body.other]
        .into_iter()
        .try_for_each(|of| NamedRow::strike(book, office, of, |row| row.joins.retain(|other| *other != key)))
}

/// They are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonPart {
    /// The act that joined them.
    pub join: String,
    /// Why they are not of one person.
    pub reasons: String,
}

/// The row of the pair that an act joined.
fn joined(known: &Known, join: &str) -> Option<String> {
    match known.act(join).and_then(|rec| rec.body.as_ref()) {
        Some(Body::PersonJoin(body)) => Some(body.key()),
        _ => None,
    }
}

impl Rule for PersonPart {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-27"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let row = joined(known, &self.join).map(|key| Want::Row(JoinRow::at(office, &key)));
        [Want::Act(self.join.clone())].into_iter().chain(row).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let key = joined(setting.known, &self.join).ok_or_else(|| Refusal::unknown(&self.join))?;
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "reasons", &self.reasons);
        faults.done()?;
        let row = setting.row::<JoinRow>(&key)?;
        let live = row.as_ref().and_then(|row| row.joins.last()).filter(|last| last.parted.is_none());
        if live.is_none_or(|last| last.act != self.join) {
            return Err(Refusal::order("order-not-joined", "PPR-27"));
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(key) = joined(book.known(), &self.join) else { return Ok(()) };
        part(rec, book, &key, &self.reasons)
    }
}

/// The pair stands joined no longer.
pub(super) fn part(rec: &Recorded, book: &mut Book<'_>, key: &str, reasons: &str) -> Result<(), ViewError> {
    let Some(mut row) = book.get::<JoinRow>(&rec.header.office, key)? else { return Ok(()) };
    if row.part(rec, reasons)? { book.put(&row) } else { Ok(()) }
}
