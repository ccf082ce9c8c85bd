//! `book.fill`: a later column of an entry: the reply to a letter, the return of a process, a standing order read
//! over. A column is filled once; a list takes one value more. What stands is corrected only by strike-through.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::kinds::book::{basis_of, page, rule_of};
use crate::kinds::column::{self, Written};
use crate::law::Filled;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::views::{EntryRow, entry_key};

/// A column filled after its entry was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookFill {
    /// The entry.
    pub entry: EntryRef,
    /// The column.
    pub field: String,
    /// What is written there.
    pub value: String,
    /// How the column was written that day; the books fill it in.
    #[serde(default)]
    pub column: Option<Written>,
    /// The act that made the entry; the books fill it in.
    #[serde(default)]
    pub target: String,
}

impl Rule for BookFill {
    fn basis(&self) -> &'static [&'static str] {
        basis_of(&self.entry.register)
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(EntryRow::at(office, &entry_key(&self.entry)))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let rule = rule_of(&self.entry.register);
        let entry = setting.row::<EntryRow>(&entry_key(&self.entry))?;
        let entry = entry.ok_or_else(|| Refusal::unknown(self.entry.to_string()))?;
        if entry.gone.is_some() || entry.cells.is_empty() {
            return Err(Refusal::order("order-expunged", "PPR-22.46"));
        }
        let page = page(setting, &self.entry.register, &self.entry.part)?;
        let mut faults = Faults::default();
        let Some(column) = page.columns.iter().find(|c| c.key == self.field) else {
            faults.add("field", "fault-no-such-column");
            return faults.done();
        };
        let mut standing = entry.cells.iter().filter(|c| c.key == self.field && !c.value.is_empty());
        match column.filled {
            Filled::Entry | Filled::Act => return Err(Refusal::order("order-column-not-later", rule)),
            Filled::Later if standing.next().is_some() => {
                return Err(Refusal::order("order-column-filled", "PPR-22.46"));
            }
            Filled::List => faults.when(standing.any(|c| c.value == self.value), "value", "fault-twice"),
            Filled::Later => {}
        }
        column::check(&mut faults, "value", column, &self.value, setting);
        faults.done()?;
        self.column = Some(Written::of(column));
        self.target = entry.act;
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::BookFill(kept) = kept {
            self.column.clone_from(&kept.column);
            self.target.clone_from(&kept.target);
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(column) = &self.column else { return Ok(()) };
        let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&self.entry))? else { return Ok(()) };
        if entry.cells.is_empty() {
            return Ok(());
        }
        entry.fill(rec, column.cell(&self.value))?;
        book.put(&entry)
    }
}
