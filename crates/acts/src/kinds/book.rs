//! `book.enter`: an entry typed into a register that has no act of its own. Which registers may be typed, and what
//! each column takes, is the statute book's; the crime and surveillance books are never typed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::act::Recorded;
use crate::kinds::Body;
use crate::kinds::column::{self, NUMBER_MAX, Written};
use crate::law::{Entering, Filled, Page, Takes};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::views::{ArmRow, Cell, CellKind, CounterRow, DeskRow, EntryRow, TakenRow, step};

/// The most columns an entry fills.
const MOST_CELLS: usize = 40;

/// An entry typed into a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookEnter {
    /// The register: `3`, `w-visitor`.
    pub register: String,
    /// The part; `-` of a register that has only one.
    #[serde(default = "whole")]
    pub part: String,
    /// What is typed, by column.
    pub cells: BTreeMap<String, String>,
    /// How those columns were written that day, in the order of the book; the books fill it in.
    #[serde(default)]
    pub columns: Vec<Written>,
    /// The kind of diary entry it also makes; the books fill it in.
    #[serde(default)]
    pub diary: Option<String>,
}

fn whole() -> String {
    "-".to_owned()
}

/// The rule of a register: what an entry in it rests on.
pub(crate) fn basis_of(register: &str) -> &'static [&'static str] {
    match register {
        "1" => &["PPR-24.9"],
        "3" => &["PPR-22.53"],
        "4" => &["PPR-22.54"],
        "5" => &["PPR-22.55"],
        "6" => &["PPR-22.56"],
        "7" => &["PPR-22.57"],
        "8" => &["PPR-22.58"],
        "9" => &["PPR-22.59"],
        "10" => &["PPR-22.61"],
        "11" => &["PPR-22.62"],
        "12" => &["PPR-22.63"],
        "13" => &["PPR-22.64"],
        "14" => &["PPR-22.65"],
        "16" => &["PPR-22.67"],
        "17" => &["PPR-22.68"],
        "18" => &["PPR-22.69"],
        "19" => &["PPR-22.70"],
        "20" => &["PPR-22.71"],
        "21" => &["PPR-22.72"],
        "22" => &["PPR-22.73"],
        "23" => &["PPR-22.74"],
        "24" => &["PPR-22.75"],
        "25" => &["PPR-22.76"],
        _ => &["PPR-22.45"],
    }
}

/// The same, to cite in a refusal.
pub(crate) fn rule_of(register: &str) -> &'static str {
    basis_of(register).first().copied().unwrap_or("PPR-22.45")
}

/// The page to write on, or why it cannot be written.
pub(crate) fn page(setting: &Setting<'_>, register: &str, part: &str) -> Result<Page, Refusal> {
    let page = setting.law.page(register, part, setting.province, setting.written.day());
    let page = page.ok_or_else(|| Refusal::unknown(format!("{register}/{part}")))?;
    if page.entering == Entering::Closed {
        return Err(Refusal::order("order-register-obsolete", rule_of(register)));
    }
    Ok(page)
}

impl BookEnter {
    /// Whether it brings a government weapon on charge.
    pub(crate) fn is_weapon(&self) -> bool {
        self.register == "16" && self.part == "III"
    }

    /// Keys of the numbers it would take for itself.
    fn numbers(&self) -> impl Iterator<Item = (&String, String)> {
        let may = |key: &str| key == "no" || key.ends_with("_no");
        let short = |value: &str| value.chars().count() <= NUMBER_MAX;
        self.cells
            .iter()
            .filter(move |(key, value)| may(key) && short(value))
            .map(|(key, value)| (key, TakenRow::number(&self.register, &self.part, key, value)))
    }

    fn check_cells(&self, setting: &Setting<'_>, page: &Page) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.cells.len() > MOST_CELLS, "cells", "fault-too-many");
        for (key, value) in self.cells.iter().take(MOST_CELLS) {
            let field = format!("cells.{key}");
            match page.columns.iter().find(|c| c.key == *key && c.filled != Filled::Act) {
                None => faults.add(field, "fault-no-such-column"),
                Some(column) => column::check(&mut faults, &field, column, value, setting),
            }
        }
        for column in page.columns.iter().filter(|c| c.needed && !self.cells.contains_key(&c.key)) {
            faults.add(format!("cells.{}", column.key), "fault-missing");
        }
        let numbers: Vec<(&String, String)> = self.numbers().collect();
        for column in page.columns.iter().filter(|c| c.unique) {
            if let Some((key, number)) = numbers.iter().find(|(key, _)| **key == column.key)
                && setting.row::<TakenRow>(number)?.is_some()
            {
                faults.add(format!("cells.{key}"), "fault-number-taken");
            }
        }
        faults.done()
    }

    /// The columns filled, and those that bear the writer's signature.
    fn written(&self, page: &Page) -> Vec<Written> {
        let signed = |c: &&crate::law::PageColumn| {
            c.filled == Filled::Act && c.takes == Takes::Officer && c.key.ends_with("_by")
        };
        page.columns
            .iter()
            .filter(|c| self.cells.contains_key(&c.key) || signed(c))
            .map(Written::of)
            .collect()
    }

    /// The kind of diary entry, with what was chosen put in.
    fn diary_kind(&self, page: &Page) -> Option<String> {
        let kind = page.diary.as_deref()?;
        let Some((before, rest)) = kind.split_once('{') else { return Some(kind.to_owned()) };
        let (key, after) = rest.split_once('}')?;
        Some(format!("{before}{}{after}", self.cells.get(key)?))
    }

    fn cells_of(&self, rec: &Recorded) -> Vec<Cell> {
        let value = |c: &Written| self.cells.get(&c.key).unwrap_or(&rec.header.officer).clone();
        self.columns.iter().map(|c| c.cell(&value(c))).collect()
    }

    /// What must go from the views with its words.
    pub(crate) fn forget(&self, office: &str, book: &mut Book<'_>) {
        for (key, number) in self.numbers() {
            if self.columns.iter().any(|c| c.unique && c.key == *key) {
                book.delete(TakenRow::at(office, &number));
            }
        }
    }
}

impl Rule for BookEnter {
    fn basis(&self) -> &'static [&'static str] {
        basis_of(&self.register)
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants: Vec<Want> =
            self.numbers().take(MOST_CELLS).map(|(_, n)| Want::Row(TakenRow::at(office, &n))).collect();
        // Whether it makes a diary entry is the law's to say, when it is decided.
        let desk = known.get::<DeskRow>(office, DeskRow::KEY).ok().flatten();
        if let Some(slot) = Slot::diary(desk.and_then(|d| d.open_day)) {
            wants.push(Want::Row(CounterRow::at(office, &slot.series())));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let page = page(setting, &self.register, &self.part)?;
        if page.entering == Entering::Posted {
            let code = match self.register.as_str() {
                "10" | "11" => "order-by-superintendents-order",
                _ => "order-posted-by-its-act",
            };
            return Err(Refusal::order(code, rule_of(&self.register)));
        }
        self.check_cells(setting, &page)?;
        self.diary = self.diary_kind(&page);
        if self.diary.is_some() {
            setting.open_day()?;
        }
        self.columns = self.written(&page);
        Ok(())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly(&self.register, &self.part, written)];
        if self.diary.is_some() {
            slots.extend(Slot::diary(day));
        }
        slots
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::BookEnter(kept) = kept {
            self.columns.clone_from(&kept.columns);
            self.diary.clone_from(&kept.diary);
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let cells = self.cells_of(rec);
        if let (Some(kind), Some(entry)) = (&self.diary, rec.header.entries.first()) {
            let mut gist = vec![Cell::plain("entry", CellKind::Text, entry)];
            let short = |c: &&Cell| c.value.chars().count() <= 200 && !c.value.contains('\n');
            gist.extend(cells.iter().filter(short).cloned());
            book.put(&EntryRow::of(rec, 1, kind, gist)?)?;
        }
        for (key, number) in self.numbers() {
            if self.columns.iter().any(|c| c.unique && c.key == *key) {
                let act = rec.header.act.clone();
                book.put(&TakenRow { office: office.to_owned(), number, act })?;
            }
        }
        let entry = EntryRow::of(rec, 0, "entered", cells)?;
        if self.is_weapon() {
            let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
            step(&mut desk.tally.arms, true);
            book.put(&desk)?;
            book.put(&ArmRow { office: office.to_owned(), entry: entry.entry.clone(), issued: None })?;
        }
        book.put(&entry)
    }
}
