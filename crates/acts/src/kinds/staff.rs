//! `staff.appoint` and `staff.relieve`: an officer is posted to an office and leaves it (register XVI, part I).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, PostingRow, StaffRow};

/// An officer posted to this office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffAppoint {
    /// The officer's code, unique in the country.
    pub officer: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Urdu.
    pub name_ur: String,
    /// Belt number.
    pub belt_no: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Rank code.
    pub rank: String,
    /// Role code.
    pub role: String,
    /// From which day.
    pub from: Date,
    /// Number of the order.
    pub order_no: String,
    /// A woman officer.
    pub woman: bool,
    /// May interrogate juveniles.
    pub juvenile_trained: bool,
}

impl Rule for StaffAppoint {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.67"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(StaffRow::at(office, &self.officer))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "officer", &self.officer);
        text::code(&mut faults, "rank", &self.rank);
        text::code(&mut faults, "role", &self.role);
        text::name(&mut faults, "name_en", &self.name_en);
        text::name(&mut faults, "name_ur", &self.name_ur);
        text::line_needed(&mut faults, "belt_no", &self.belt_no);
        text::line_needed(&mut faults, "order_no", &self.order_no);
        text::phone(&mut faults, "phone", &self.phone);
        faults.done()?;
        let posted = setting.row::<StaffRow>(&self.officer)?.is_some_and(|s| s.current().is_some());
        if posted { Err(Refusal::order("order-already-posted", "PPR-22.67")) } else { Ok(()) }
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("16", "I", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let mut row = book.get::<StaffRow>(office, &self.officer)?.unwrap_or_else(|| StaffRow {
            office: office.to_owned(),
            officer: self.officer.clone(),
            name_ur: String::new(),
            name_en: String::new(),
            belt_no: String::new(),
            phone: None,
            woman: false,
            juvenile_trained: false,
            postings: Vec::new(),
        });
        row.name_en.clone_from(&self.name_en);
        row.name_ur.clone_from(&self.name_ur);
        row.belt_no.clone_from(&self.belt_no);
        row.phone.clone_from(&self.phone);
        row.woman = self.woman;
        row.juvenile_trained = self.juvenile_trained;
        row.postings.push(PostingRow {
            rank: self.rank.clone(),
            role: self.role.clone(),
            from: self.from,
            until: None,
            order_no: self.order_no.clone(),
            act: rec.header.act.clone(),
        });
        book.put(&row)?;
        let cells = vec![
            Cell::plain("officer", CellKind::Officer, &self.officer),
            Cell::plain("belt_no", CellKind::Text, &self.belt_no),
            Cell::plain("rank", CellKind::Code, &self.rank),
            Cell::plain("name", CellKind::Text, &self.name_ur),
            Cell::plain("posted_from", CellKind::Day, self.from),
            Cell::plain("order_no", CellKind::Text, &self.order_no),
            Cell::plain("duty", CellKind::Code, &self.role),
        ];
        book.put(&EntryRow::of(rec, 0, "posted", cells)?)
    }
}

/// An officer relieved of his posting at this office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffRelieve {
    /// The officer.
    pub officer: String,
    /// Last day.
    pub until: Date,
    /// Number of the order.
    pub order_no: String,
    /// Why or whither.
    pub reason: String,
}

impl Rule for StaffRelieve {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.67"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(StaffRow::at(office, &self.officer))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "order_no", &self.order_no);
        text::line_needed(&mut faults, "reason", &self.reason);
        let row = setting.row::<StaffRow>(&self.officer)?;
        let row = row.ok_or_else(|| Refusal::unknown(&self.officer))?;
        let posting = row.current().ok_or_else(|| Refusal::order("order-not-posted", "PPR-22.67"))?;
        faults.when(self.until < posting.from, "until", "fault-before-start");
        faults.done()
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("16", "I", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        if let Some(mut row) = book.get::<StaffRow>(&rec.header.office, &self.officer)? {
            if let Some(posting) = row.postings.last_mut() {
                posting.until = Some(self.until);
            }
            book.put(&row)?;
        }
        let cells = vec![
            Cell::plain("officer", CellKind::Officer, &self.officer),
            Cell::plain("posted_to", CellKind::Day, self.until),
            Cell::plain("order_no", CellKind::Text, &self.order_no),
            Cell::plain("reason", CellKind::Text, &self.reason),
        ];
        book.put(&EntryRow::of(rec, 0, "relieved", cells)?)
    }
}
