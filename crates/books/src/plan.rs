//! Which statutory column of a part is filled by what.

use roznamcha_acts::views::{Cell, EntryRow};
use roznamcha_statute::{RegisterNo, StatuteBook};

use crate::error::BookError;

/// What the entry itself knows, for a column that none of its cells fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Its serial number.
    Serial,
    /// Serial number and year, as a case is numbered.
    SerialOfYear,
    /// The hour of entry.
    Entered,
    /// The hour of information, where it differs.
    Informed,
    /// What it is about.
    Subject,
    /// Who wrote it.
    Writer,
    /// The office.
    Station,
    /// The district.
    District,
    /// The entry's own words: all cells that no other column takes.
    Rest,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanColumn {
    /// Its key in the statute book.
    pub key: String,
    /// English heading.
    pub en: String,
    /// Urdu heading.
    pub ur: String,
    /// The numbered box of the printed form.
    pub printed_box: Option<u8>,
    /// Cells that fill it, the surest first.
    cells: Vec<&'static str>,
    /// What fills it when no cell does.
    pub fill: Option<Fill>,
}

/// The columns of one part of a register, in the order of the statute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The register as the journal writes it.
    pub register: String,
    /// The part as the journal writes it.
    pub part: String,
    /// Its columns.
    pub columns: Vec<PlanColumn>,
}

/// Cells of other names that fill a column; the column's own name comes first.
fn others(register: &str, column: &str) -> &'static [&'static str] {
    match (register, column) {
        ("20", "cash_in") | ("22", "amount") => &["in"],
        ("20", "cash_out") => &["out"],
        ("22", "what") => &["head"],
        ("22", "from") => &["party"],
        ("5", "from") => &["to"],
        ("5", "marked_to") => &["carrier"],
        ("5", "disposed_at") => &["despatched"],
        ("9", "fir_ref") => &["fir_no"],
        ("9", "place") => &["village"],
        (_, "fir_no") => &["fir_ref"],
        (_, "fir_ref" | "fir_refs" | "reference") => &["fir_no"],
        _ => &[],
    }
}

/// What of the entry itself fills a column without a cell.
fn fill(register: &str, column: &str) -> Option<Fill> {
    Some(match (register, column) {
        (_, "serial") | ("5", "diary_no") | ("12", "no") | ("18" | "22", "receipt_no") | ("21", "rc_no") => {
            Fill::Serial
        }
        ("1", "fir_no") => Fill::SerialOfYear,
        ("1", "station") => Fill::Station,
        ("1", "district") => Fill::District,
        ("1", "writer") | ("2", "signature") | ("9", "signed_by") => Fill::Writer,
        ("2", "hour") | ("4", "entered_on") | ("19", "entered_at") | ("20" | "22", "date") => Fill::Entered,
        ("2", "informed_at") => Fill::Informed,
        ("2", "subject") => Fill::Subject,
        ("2", "entry") => Fill::Rest,
        _ => return None,
    })
}

impl Plan {
    /// The plan of a part, named as the journal names it.
    ///
    /// # Errors
    /// [`BookError::NoPart`] where the statute book has none.
    pub fn of(book: &StatuteBook, number: RegisterNo, part: &str) -> Result<Self, BookError> {
        let register = number.written();
        let Some(found) = book.part(number, part) else {
            return Err(BookError::NoPart { register, part: part.to_owned() });
        };
        let column = |c: &roznamcha_statute::Column| PlanColumn {
            key: c.key.clone(),
            en: c.en.clone(),
            ur: c.ur.clone(),
            printed_box: c.printed_box,
            cells: others(&register, &c.key).to_vec(),
            fill: fill(&register, &c.key),
        };
        let columns = book.columns(number, &found.part).into_iter().map(column).collect();
        Ok(Self { register, part: part.to_owned(), columns })
    }

    /// Whether the serial number stands in one of the columns.
    pub fn has_serial(&self) -> bool {
        self.columns.iter().any(|c| matches!(c.fill, Some(Fill::Serial | Fill::SerialOfYear)))
    }

    /// For each column the cell that fills it, and the cells that none takes, in their order.
    pub fn deal<'a>(&self, row: &'a EntryRow) -> (Vec<Option<&'a Cell>>, Vec<&'a Cell>) {
        let filled: Vec<&Cell> = row.cells.iter().filter(|c| !c.value.is_empty()).collect();
        let mut taken = vec![false; filled.len()];
        let mut dealt: Vec<Option<&Cell>> = vec![None; self.columns.len()];
        // Own names first, so that no column takes by another name what a later column has by its own.
        let mut pass = |by_own: bool| {
            for (column, slot) in self.columns.iter().zip(dealt.iter_mut()).filter(|(_, s)| s.is_none()) {
                let fits = |key: &str| {
                    if by_own { key == column.key } else { column.cells.contains(&key) }
                };
                let found = filled.iter().zip(taken.iter_mut()).find(|(c, t)| !**t && fits(&c.key));
                if let Some((cell, taken)) = found {
                    (*slot, *taken) = (Some(*cell), true);
                }
            }
        };
        pass(true);
        pass(false);
        let rest = filled.iter().zip(&taken).filter(|(_, t)| !**t).map(|(c, _)| *c).collect();
        (dealt, rest)
    }
}
