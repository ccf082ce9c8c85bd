//! A page of a register as a book: its statutory columns where an entry fills them, what else it says below.

use roznamcha_records::EntryView;
use roznamcha_statute::RegisterNo;

use super::line::Line;
use super::show::Shown;
use super::sight::Sight;
use crate::Pages;

/// A page of a register.
pub(crate) struct Book {
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// The lines.
    pub rows: Vec<BookRow>,
}

/// A line: the values of the columns, and the rest.
pub(crate) struct BookRow {
    /// The line; its cells are those that no column takes.
    pub line: Line,
    /// The columns' values.
    pub values: Vec<Option<Shown>>,
}

impl BookRow {
    /// Whether something stands below the columns.
    pub(crate) fn has_rest(&self) -> bool {
        !self.line.cells.is_empty() || !self.line.gone.is_empty()
    }
}

/// A column's heading and the cell that fills it.
struct Column {
    heading: String,
    cell: String,
}

/// Cells of several lines: they stand below, where there is room.
const LONG: [&str; 10] = [
    "text",
    "brief",
    "property",
    "action",
    "delay_reason",
    "narrative",
    "narrative_en",
    "justification",
    "reasons",
    "purpose",
];

/// Columns of Form 24.5(1) that stand below too: a page is not as wide as the printed book.
const LONG_IN_FIRST: [&str; 7] =
    ["sections", "e_tag", "occurred_from", "occurred_to", "beat", "despatched", "seal"];

fn below(register: &str, cell: &str) -> bool {
    LONG.contains(&cell) || (register == "1" && LONG_IN_FIRST.contains(&cell))
}

/// The cell that fills a statutory column, where it has another name.
fn cell_of<'a>(register: &str, column: &'a str) -> &'a str {
    match (register, column) {
        ("20", "cash_in") | ("22", "amount") => "in",
        ("20", "cash_out") => "out",
        ("22", "what") => "head",
        ("22", "from") => "party",
        ("5", "from") => "to",
        ("5", "marked_to") => "carrier",
        ("5", "disposed_at") => "despatched",
        ("9", "fir_ref") => "fir_no",
        ("9", "place") => "village",
        _ => column,
    }
}

/// A part as the journal names it: registers without parts, and the first of register I, have `-`.
pub(crate) fn part_of(part: &str) -> &str {
    if matches!(part, "main" | "fir") { "-" } else { part }
}

impl Book {
    /// The page of these entries.
    pub(crate) fn of(pages: &Pages, sight: &Sight, register: &str, entries: &[EntryView]) -> Self {
        let columns = columns(pages, sight, register, entries);
        let row = |view: &EntryView| {
            let mut line = Line::of(sight, view, None);
            let values = columns.iter().map(|c| line.take(&c.cell)).collect();
            BookRow { line, values }
        };
        let rows = entries.iter().map(row).collect();
        Self { headings: columns.into_iter().map(|c| c.heading).collect(), rows }
    }

    /// Columns of the table, for a line that spans all: serial, hour, writer and the register's own.
    pub(crate) fn width(&self) -> usize {
        self.headings.len() + 3
    }
}

fn columns(pages: &Pages, sight: &Sight, register: &str, entries: &[EntryView]) -> Vec<Column> {
    let Some(number) = register.parse::<RegisterNo>().ok() else { return Vec::new() };
    let book = pages.records.statute();
    let mut found: Vec<Column> = Vec::new();
    for part in book.parts(number) {
        let here = part_of(&part.part);
        let used = |key: &str| {
            let filled = |e: &EntryView| {
                e.row.entry.part == here && e.row.cells.iter().any(|c| c.key == key && !c.value.is_empty())
            };
            entries.iter().any(filled)
        };
        for column in book.columns(number, &part.part) {
            let cell = cell_of(register, &column.key);
            if !below(register, cell) && used(cell) && found.iter().all(|c| c.cell != cell) {
                let heading = sight.voice.pick(&column.en, &column.ur).to_owned();
                found.push(Column { heading, cell: cell.to_owned() });
            }
        }
    }
    found
}
