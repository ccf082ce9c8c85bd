//! An inspection pack in words, whether it goes to a page, a file or paper.

use roznamcha_acts::views::StaffRow;
use roznamcha_records::{DoorError, InspectionPack, PackCell, PackLead, PackSection, Records};
use roznamcha_words::{Voice, bidi, dates, digits};
use std::collections::HashMap;

use crate::people;
use crate::say::{rupees, when};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidCell {
    /// What is read.
    pub text: String,
    /// A number or key that must not turn round.
    pub ltr: bool,
}

/// A line.
#[derive(Clone, Debug)]
pub struct SaidRow {
    /// Its values.
    pub cells: Vec<SaidCell>,
    /// Where it leads.
    pub lead: Option<PackLead>,
}

/// One thing to see.
#[derive(Clone, Debug)]
pub struct SaidSection {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub title: String,
    /// What is counted.
    pub counts: String,
    /// How many there are in all.
    pub total: u64,
    /// Whether something is to be done.
    pub wants: bool,
    /// Headings of the columns.
    pub heads: Vec<String>,
    /// Some of them.
    pub rows: Vec<SaidRow>,
}

impl SaidSection {
    /// Its first line, each value after its heading.
    pub fn first(&self) -> String {
        let Some(row) = self.rows.first() else { return String::new() };
        let cells = self.heads.iter().zip(&row.cells).filter(|(_, cell)| !cell.text.is_empty());
        let said = cells.map(|(head, cell)| {
            let text = if cell.ltr { bidi::ltr(&cell.text) } else { cell.text.clone() };
            format!("{head}: {text}")
        });
        said.collect::<Vec<_>>().join(" · ")
    }
}

/// How values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// As an officer reads them.
    Words,
    /// As machines read them: days, hours and numbers in plain figures.
    Machine,
}

/// The pack in words.
///
/// # Errors
/// Store errors.
pub async fn said(
    records: &Records,
    voice: &Voice,
    pack: &InspectionPack,
    writing: Writing,
) -> Result<Vec<SaidSection>, DoorError> {
    let cells = pack.sections.iter().flat_map(|s| &s.rows).flat_map(|row| &row.cells);
    let officers = cells.filter_map(|cell| match cell {
        PackCell::Officer(code) => Some(code.clone()),
        _ => None,
    });
    let staff = people::rows(records, &pack.office, officers.collect()).await?;
    let speaker = Speaker { voice, writing, staff: &staff };
    Ok(pack.sections.iter().map(|section| speaker.section(section)).collect())
}

struct Speaker<'a> {
    voice: &'a Voice,
    writing: Writing,
    staff: &'a HashMap<String, StaffRow>,
}

impl Speaker<'_> {
    fn section(&self, section: &PackSection) -> SaidSection {
        let row = |row: &roznamcha_records::PackRow| SaidRow {
            cells: row.cells.iter().map(|cell| self.cell(cell)).collect(),
            lead: row.lead.clone(),
        };
        SaidSection {
            code: section.code,
            title: self.voice.t(&format!("inspection-{}", section.code)),
            counts: self.voice.t(&format!("inspection-{}-counts", section.code)),
            total: section.total,
            wants: section.wants && section.total > 0,
            heads: section.columns.iter().map(|c| self.voice.t(&format!("inspection-col-{c}"))).collect(),
            rows: section.rows.iter().map(row).collect(),
        }
    }

    fn cell(&self, cell: &PackCell) -> SaidCell {
        let (voice, machine) = (self.voice, self.writing == Writing::Machine);
        let plain = |text: String| SaidCell { text, ltr: false };
        let key = |text: String| SaidCell { text, ltr: true };
        match cell {
            PackCell::Empty => plain(String::new()),
            PackCell::Words(text) => plain(text.clone()),
            PackCell::Key(text) => key(text.clone()),
            PackCell::Count(n) if machine => key(n.to_string()),
            PackCell::Count(n) => plain(digits::grouped(voice.lang, i64::try_from(*n).unwrap_or(i64::MAX))),
            PackCell::Day(day) if machine => key(day.to_string()),
            PackCell::Day(day) => plain(dates::date(voice.lang, *day)),
            PackCell::Moment(at) if machine => key(dates::machine(at.local().datetime()).replace('T', " ")),
            PackCell::Moment(at) => plain(when(voice, *at)),
            PackCell::Money(paisa) if machine => {
                let sign = if *paisa < 0 { "-" } else { "" };
                key(format!("{sign}{}.{:02}", paisa.unsigned_abs() / 100, paisa.unsigned_abs() % 100))
            }
            PackCell::Money(paisa) => plain(rupees(voice, *paisa)),
            PackCell::Code(before, code) => {
                let message = format!("{before}{}", code.to_lowercase().replace('_', "-"));
                plain(if voice.has(&message) { voice.t(&message) } else { code.clone() })
            }
            PackCell::Law(en, ur) => plain(voice.pick(en, ur).to_owned()),
            PackCell::Officer(code) => plain(
                self.staff
                    .get(code)
                    .map_or_else(|| code.clone(), |row| voice.pick(&row.name_en, &row.name_ur).to_owned()),
            ),
        }
    }
}
