//! One entry, column by column, in words.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::views::{Cell, CellKind, EntryRow, Strike};

use crate::plan::{Fill, Plan};
use crate::speaker::Speaker;

/// What stands in one column, as first written.
#[derive(Clone, Debug, Default)]
pub struct Said<'a> {
    /// Heading, where no column gives one.
    pub label: String,
    /// The words.
    pub words: String,
    /// A civil day, where it is one and nothing is struck in it.
    pub day: Option<Date>,
    /// A moment, likewise.
    pub moment: Option<Moment>,
    /// A figure, likewise: a count, or a sum in paisa.
    pub figure: Option<Figure>,
    /// What was struck in it, in order.
    pub strikes: Vec<&'a Strike>,
}

/// A figure that a spreadsheet may add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count(i64),
    /// Paisa.
    Paisa(i64),
}

impl<'a> Said<'a> {
    fn words(words: String) -> Self {
        Self { words, ..Self::default() }
    }

    fn cell(speaker: &Speaker<'_>, row: &'a EntryRow, cell: &Cell) -> Self {
        let strikes: Vec<&Strike> = row.strikes.iter().filter(|s| s.field == cell.key).collect();
        let mut said = Self { words: speaker.value(cell), strikes, ..Self::default() };
        if said.strikes.is_empty() {
            match cell.kind {
                CellKind::Day => said.day = cell.value.parse().ok(),
                CellKind::Time => said.moment = cell.value.parse().ok(),
                CellKind::Number => said.figure = cell.value.parse().ok().map(Figure::Count),
                CellKind::Money => said.figure = cell.value.parse().ok().map(Figure::Paisa),
                _ => {}
            }
        }
        said
    }

    fn moment(speaker: &Speaker<'_>, at: Moment) -> Self {
        Self { words: speaker.moment(at), moment: Some(at), ..Self::default() }
    }
}

/// What stands in each column of the plan, and what stands beside them.
pub fn line<'a>(plan: &Plan, speaker: &Speaker<'_>, row: &'a EntryRow) -> (Vec<Said<'a>>, Vec<Said<'a>>) {
    let (dealt, rest) = plan.deal(row);
    let labelled = |cell: &&Cell| {
        let said = Said::cell(speaker, row, cell);
        Said { label: speaker.label(&cell.key), ..said }
    };
    let mut rest: Vec<Said<'a>> = rest.iter().map(labelled).filter(|s| !s.words.is_empty()).collect();
    let mut columns = Vec::with_capacity(plan.columns.len());
    for (column, cell) in plan.columns.iter().zip(dealt) {
        let said = match (cell, column.fill) {
            (Some(cell), _) => Said::cell(speaker, row, cell),
            (None, Some(Fill::Rest)) => running(std::mem::take(&mut rest)),
            (None, Some(fill)) if row.gone.is_none() || matches!(fill, Fill::Serial) => {
                filled(speaker, row, fill)
            }
            (None, _) => Said::default(),
        };
        columns.push(said);
    }
    (columns, rest)
}

fn filled<'a>(speaker: &Speaker<'_>, row: &'a EntryRow, fill: Fill) -> Said<'a> {
    let serial = row.entry.serial;
    match fill {
        Fill::Serial => Said {
            words: serial.to_string(),
            figure: i64::try_from(serial).ok().map(Figure::Count),
            ..Said::default()
        },
        Fill::SerialOfYear => Said::words(format!("{serial}/{}", row.entry.period)),
        Fill::Entered => Said::moment(speaker, row.stated),
        Fill::Informed => match row.informed.filter(|at| *at != row.stated) {
            Some(at) => Said::moment(speaker, at),
            None => Said::default(),
        },
        Fill::Subject => Said::words(speaker.subject(&row.subject)),
        Fill::Writer => Said::words(speaker.officer_of(&row.officer, &row.rank)),
        Fill::Station => Said::words(speaker.station.clone()),
        Fill::District => Said::words(speaker.district.clone()),
        Fill::Rest => Said::default(),
    }
}

/// Several cells as the running words of one column.
fn running(rest: Vec<Said<'_>>) -> Said<'_> {
    let mut out = Said::default();
    for said in rest {
        if !out.words.is_empty() {
            out.words.push('\n');
        }
        if !said.label.is_empty() {
            out.words.push_str(&said.label);
            out.words.push_str(": ");
        }
        out.words.push_str(&said.words);
        out.strikes.extend(said.strikes);
    }
    out
}
