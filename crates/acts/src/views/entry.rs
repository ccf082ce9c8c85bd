//! A line in a statutory register, with what was struck through in it.

use roznamcha_journal::{EntryRef, Flag};
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::rows::{TableDef, Value, View, ViewError, int, text};

/// How a cell's value is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Words as typed.
    Text,
    /// A moment, RFC 3339.
    Time,
    /// A civil day.
    Day,
    /// Paisa.
    Money,
    /// Codes of sections, one space between.
    Sections,
    /// A code with a name in both languages.
    Code,
    /// The id of another act, or several with a space between.
    Act,
    /// Code of an officer, or several with a space between.
    Officer,
    /// A plain number.
    Number,
}

/// One column of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The column's key in the statute book.
    pub key: String,
    /// Its value.
    pub value: String,
    /// How to show it.
    pub kind: CellKind,
    /// Whether it may name a person; such cells are masked for those who may not see persons.
    pub personal: bool,
}

impl Cell {
    /// A cell that names no person.
    pub fn plain(key: &str, kind: CellKind, value: impl ToString) -> Self {
        Self { key: key.to_owned(), value: value.to_string(), kind, personal: false }
    }

    /// Whether a pen may correct it: words, but not the number of a case, complaint or entry, text only in form.
    pub fn is_words(&self) -> bool {
        self.kind == CellKind::Text
            && !matches!(
                self.key.as_str(),
                "fir_no" | "e_tag" | "entry" | "items" | "missing" | "seal_broken"
            )
    }

    /// A cell that may name a person.
    pub fn personal(key: &str, kind: CellKind, value: impl ToString) -> Self {
        Self { key: key.to_owned(), value: value.to_string(), kind, personal: true }
    }
}

/// Words struck through, and the right words written after them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strike {
    /// The act of correction.
    pub act: String,
    /// The cell.
    pub field: String,
    /// The words struck, as they stood.
    pub wrong: String,
    /// The words written after them; empty where words were only struck.
    pub right: String,
    /// Why.
    pub reason: String,
    /// Who corrected.
    pub by: String,
    /// When, by the clock.
    pub at: Moment,
    /// Who countersigned, once someone has.
    pub attested_by: Option<String>,
    /// When.
    pub attested_at: Option<Moment>,
}

/// A column filled after the entry was made: a reply, a return, a reading over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fill {
    /// The act that filled it.
    pub act: String,
    /// The column.
    pub field: String,
    /// Who filled it.
    pub by: String,
    /// When, by the clock.
    pub at: Moment,
}

/// What an expungement left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The act of expungement.
    pub act: String,
    /// When, by the clock.
    pub at: Moment,
}

/// A line in a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRow {
    /// The office.
    pub office: String,
    /// Register, part, period, serial.
    pub entry: EntryRef,
    /// The act that made it.
    pub act: String,
    /// The act's number in the journal.
    pub seq: u64,
    /// The act's kind.
    pub kind: String,
    /// What it is about, a code: `arrival`, `fir`, `seizure`; for the diary the kind of entry.
    pub subject: String,
    /// Who wrote it.
    pub officer: String,
    /// The writer's rank then.
    pub rank: String,
    /// When it happened.
    pub happened: Moment,
    /// When information reached the office.
    pub informed: Option<Moment>,
    /// The hour of entry stated.
    pub stated: Moment,
    /// The clock when it was written.
    pub written: Moment,
    /// Flags that stand for ever.
    pub flags: Vec<Flag>,
    /// Its columns. Empty after expungement.
    pub cells: Vec<Cell>,
    /// Corrections, in order.
    pub strikes: Vec<Strike>,
    /// Columns filled later, in order; their values are among the cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<Fill>,
    /// Whether the persons in it are protected.
    pub sealed: bool,
    /// Set when the content was removed by a court's order.
    pub gone: Option<Gone>,
}

/// The key of an entry: sorts in the order of the book.
pub fn entry_key(entry: &EntryRef) -> String {
    format!("{}/{}/{}/{:09}", entry.register, entry.part, entry.period, entry.serial)
}

impl EntryRow {
    /// Key of the cell that says what was wrong with the clock.
    pub const CLOCK_FAULT: &'static str = "clock_fault";

    /// Whether a mark stands against it for ever: a flag of its hours, or a fault of the clock that it records.
    pub fn is_flagged(&self) -> bool {
        !self.flags.is_empty() || self.cells.iter().any(|c| c.key == Self::CLOCK_FAULT)
    }

    /// The entry of an act at that place of its header, with cells and no corrections.
    pub fn of(rec: &Recorded, index: usize, subject: &str, cells: Vec<Cell>) -> Result<Self, ViewError> {
        let h = &rec.header;
        let entry = h.entries.get(index).ok_or_else(|| ViewError::NoEntry(h.act.clone()))?.clone();
        let time = |text: &str| text.parse::<Moment>().map_err(|_| ViewError::Time(h.act.clone()));
        Ok(Self {
            office: h.office.clone(),
            entry,
            act: h.act.clone(),
            seq: h.seq,
            kind: h.kind.clone(),
            subject: subject.to_owned(),
            officer: h.officer.clone(),
            rank: h.rank.clone(),
            happened: time(&h.happened)?,
            informed: h.informed.as_deref().map(time).transpose()?,
            stated: time(&h.stated)?,
            written: time(&h.written)?,
            flags: h.flags.clone(),
            cells,
            strikes: Vec::new(),
            fills: Vec::new(),
            sealed: false,
            gone: None,
        })
    }

    /// What remains of an entry whose content a court removed.
    pub fn stub(rec: &Recorded, index: usize, gone: Option<Gone>) -> Result<Self, ViewError> {
        let mut row = Self::of(rec, index, "", Vec::new())?;
        row.gone = gone;
        Ok(row)
    }

    /// Writes a value that comes after the entry was made, with who and when.
    pub(crate) fn fill(&mut self, rec: &Recorded, cell: Cell) -> Result<(), ViewError> {
        self.filled(rec, &cell.key)?;
        self.cells.push(cell);
        Ok(())
    }

    /// Notes who gave a column its value after the entry was made, and when.
    pub(crate) fn filled(&mut self, rec: &Recorded, field: &str) -> Result<(), ViewError> {
        self.fills.push(Fill {
            act: rec.header.act.clone(),
            field: field.to_owned(),
            by: rec.header.officer.clone(),
            at: rec.written()?,
        });
        Ok(())
    }

    /// Codes of every officer it names: who wrote it, whom its columns name, who corrected it and who attested that.
    pub fn officers(&self) -> Vec<String> {
        let cells = self.cells.iter().filter(|c| c.kind == CellKind::Officer);
        let named = cells.flat_map(|c| c.value.split_whitespace().map(str::to_owned));
        let pens = self.strikes.iter().flat_map(|s| [Some(s.by.clone()), s.attested_by.clone()]);
        std::iter::once(self.officer.clone()).chain(named).chain(pens.flatten()).collect()
    }

    /// The value of a cell after all corrections.
    pub fn current(&self, field: &str) -> Option<String> {
        let cell = self.cells.iter().find(|c| c.key == field)?;
        let mut value = cell.value.clone();
        for strike in self.strikes.iter().filter(|s| s.field == field && !s.wrong.is_empty()) {
            value = value.replacen(&strike.wrong, &strike.right, 1);
        }
        Some(value)
    }
}

impl View for EntryRow {
    const TABLE: &'static TableDef = &TableDef {
        name: "entry",
        columns: &[
            text("register"),
            text("part"),
            text("period"),
            int("serial"),
            text("act"),
            text("subject"),
            text("officer"),
            int("written"),
            int("flagged"),
            int("sealed"),
        ],
        indexes: &[&["office", "act"], &["office", "register", "written"]],
    };
    fn office(&self) -> &str {
        &self.office
    }
    fn key(&self) -> String {
        entry_key(&self.entry)
    }
    fn columns(&self) -> Vec<Value> {
        vec![
            self.entry.register.as_str().into(),
            self.entry.part.as_str().into(),
            self.entry.period.as_str().into(),
            i64::try_from(self.entry.serial).unwrap_or(i64::MAX).into(),
            self.act.as_str().into(),
            self.subject.as_str().into(),
            self.officer.as_str().into(),
            self.written.millis().into(),
            self.is_flagged().into(),
            self.sealed.into(),
        ]
    }
}
