//! A page of a register as a book: its statutory columns in their order, and below them what no column takes.

use roznamcha_books::{Fill, Plan, PlanColumn};
use roznamcha_records::EntryView;

use super::line::Line;
use super::show::{Shown, Value};
use roznamcha_sheets::Sight;

/// A page of a register.
pub(crate) struct Book {
    /// Headings of the columns.
    pub headings: Vec<Heading>,
    /// Whether the serial number stands before the columns, because none of them has it.
    pub serial_first: bool,
    /// The lines.
    pub rows: Vec<BookRow>,
}

/// The heading of a column.
pub(crate) struct Heading {
    /// In words.
    pub text: String,
    /// The numbered box of the printed form; empty where there is none.
    pub printed_box: String,
}

/// What stands in a column.
pub(crate) struct Slot {
    /// The heading, for a phone.
    pub heading: String,
    /// The serial number stands here.
    pub serial: bool,
    /// Its value.
    pub value: Option<Shown>,
}

/// A line: the values of the columns, and the rest.
pub(crate) struct BookRow {
    /// The line; its cells are those that no column takes.
    pub line: Line,
    /// The columns.
    pub slots: Vec<Slot>,
}

impl BookRow {
    /// Whether something stands below the columns.
    pub(crate) fn has_rest(&self) -> bool {
        !self.line.cells.is_empty() || !self.line.gone.is_empty()
    }
}

/// The station and its district, where columns ask for them.
#[derive(Default)]
pub(crate) struct Place {
    /// The station.
    pub station: String,
    /// The district.
    pub district: String,
}

impl Book {
    /// The page of these entries.
    pub(crate) fn of(sight: &Sight, plan: &Plan, place: &Place, entries: &[EntryView]) -> Self {
        let heading = |c: &PlanColumn| Heading {
            text: sight.voice.pick(&c.en, &c.ur).to_owned(),
            printed_box: c.printed_box.map(|n| n.to_string()).unwrap_or_default(),
        };
        Self {
            headings: plan.columns.iter().map(heading).collect(),
            serial_first: !plan.has_serial(),
            rows: entries.iter().map(|view| row(sight, plan, place, view)).collect(),
        }
    }

    /// Columns of the table, for a line that spans all: the register's own and the entry's.
    pub(crate) fn width(&self) -> usize {
        self.headings.len() + 1 + usize::from(self.serial_first)
    }
}

fn row(sight: &Sight, plan: &Plan, place: &Place, view: &EntryView) -> BookRow {
    let mut line = Line::of(sight, view, None);
    let (dealt, _) = plan.deal(&view.row);
    let mut slots = Vec::with_capacity(plan.columns.len());
    for (column, cell) in plan.columns.iter().zip(dealt) {
        let heading = sight.voice.pick(&column.en, &column.ur).to_owned();
        let serial = cell.is_none() && matches!(column.fill, Some(Fill::Serial | Fill::SerialOfYear));
        let value = match (cell, column.fill) {
            (Some(cell), _) => line.take(&cell.key),
            (None, Some(fill)) if !serial => filled(&line, place, &column.key, fill),
            (None, _) => None,
        };
        let value = value.map(|shown| Shown { label: heading.clone(), ..shown });
        slots.push(Slot { heading, serial, value });
    }
    BookRow { line, slots }
}

/// What the entry itself knows, where no cell fills the column.
fn filled(line: &Line, place: &Place, key: &str, fill: Fill) -> Option<Shown> {
    let text = match fill {
        Fill::Entered if line.day.is_empty() => line.hour.clone(),
        Fill::Entered => format!("{} · {}", line.day, line.hour),
        Fill::Informed => line.informed.clone(),
        Fill::Subject => line.subject.clone(),
        Fill::Writer => line.writer.clone(),
        Fill::Station => place.station.clone(),
        Fill::District => place.district.clone(),
        Fill::Serial | Fill::SerialOfYear | Fill::Rest => String::new(),
    };
    let value = Value::Plain(text);
    let empty = matches!(&value, Value::Plain(t) if t.is_empty());
    (!empty).then(|| Shown { key: key.to_owned(), label: String::new(), value, figure: false })
}
