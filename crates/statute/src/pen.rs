//! How a register is written: which parts are typed by hand, and what each column takes.

use serde::Serialize;

use crate::error::{Problem, RowError};
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// How entries come into a part of a register.
    Entering {
        /// Typed by hand.
        Typed = "typed",
        /// Posted by the acts it is the book of, never typed.
        Posted = "posted",
        /// Nothing is entered any more.
        Closed = "closed",
    }
}

text_enum! {
    /// What a column holds.
    ColumnKind {
        /// Words on one line.
        Text = "text",
        /// Words of many lines.
        Lines = "lines",
        /// A civil day.
        Day = "day",
        /// A day and hour.
        Time = "time",
        /// Paisa.
        Money = "money",
        /// A whole number.
        Number = "number",
        /// Codes of sections, one space between.
        Sections = "sections",
        /// One of the column's choices.
        Code = "code",
        /// An officer's code.
        Officer = "officer",
        /// An identity card number.
        Cnic = "cnic",
    }
}

text_enum! {
    /// When a column is filled.
    Filled {
        /// With the entry.
        Entry = "entry",
        /// With the entry or once later.
        Later = "later",
        /// Again and again, each time a further value.
        List = "list",
        /// By acts alone: a number, a signature, a movement.
        Act = "act",
    }
}

/// How one column is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pen {
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether an entry cannot stand without it.
    pub needed: bool,
    /// When it is filled.
    pub filled: Filled,
    /// Whether it may name a person.
    pub personal: bool,
    /// Whether no two entries of the part may have the same; only of numbers (`no`, `…_no`).
    pub unique: bool,
    /// The words a `code` column chooses from.
    pub choices: Vec<String>,
}

impl Pen {
    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let pen = Self {
            kind: row.parse("kind")?,
            needed: row.yes_no("needed")?,
            filled: row.parse("filled")?,
            personal: row.yes_no("personal")?,
            unique: row.yes_no("unique")?,
            choices: row.text("choices").split_whitespace().map(str::to_owned).collect(),
        };
        let wrong = |column: &str, value: String, reason: &str| {
            Err(row.fault(column, Problem::Malformed { value, reason: reason.to_owned() }))
        };
        if (pen.kind == ColumnKind::Code) == pen.choices.is_empty() {
            return wrong("choices", pen.choices.join(" "), "a `code` column has choices, and no other");
        }
        if pen.needed && pen.filled != Filled::Entry {
            return wrong("needed", "yes".to_owned(), "only what is filled with the entry can be needed");
        }
        if pen.filled == Filled::List && matches!(pen.kind, ColumnKind::Text | ColumnKind::Lines) {
            return wrong("filled", "list".to_owned(), "a list holds days, hours, numbers or officers");
        }
        let key = row.text("key");
        if pen.unique && key != "no" && !key.ends_with("_no") {
            return wrong("unique", "yes".to_owned(), "only a number (`no`, `…_no`) can be unique");
        }
        Ok(pen)
    }
}

/// The kind of diary entry a part's entries make, or none: a word, or a word with a `{column}` of choices in it.
pub(crate) fn diary(row: &Row<'_>) -> Result<Option<String>, RowError> {
    let text = row.text("diary");
    let shape = text.replacen('{', "", 1).replacen('}', "", 1);
    if shape.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
        return Ok((!text.is_empty()).then(|| text.to_owned()));
    }
    let reason = "expected a kind of diary entry such as `misc` or `comm_{direction}`".to_owned();
    Err(row.fault("diary", Problem::Malformed { value: text.to_owned(), reason }))
}
