//! What a pack is made of.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_journal::EntryRef;

/// Lines of one section at most; its total counts all.
pub(super) const MOST_LINES: u32 = 50;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackCell {
    /// Nothing.
    Empty,
    /// Words of an officer about the station's work.
    Words(String),
    /// A number or key that must not turn round.
    Key(String),
    /// A number.
    Count(u64),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(Moment),
    /// Paisa.
    Money(i64),
    /// A code; the message is the first word and the code.
    Code(&'static str, String),
    /// A row of the law in both languages.
    Law(String, String),
    /// An officer.
    Officer(String),
}

/// Where a line leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackLead {
    /// An entry.
    Entry(EntryRef),
    /// A case: the act of its FIR.
    Case(String),
    /// What a check finds.
    Check(String),
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRow {
    /// Its values, as the section's columns.
    pub cells: Vec<PackCell>,
    /// Where it leads.
    pub lead: Option<PackLead>,
}

impl PackRow {
    /// A line that leads to an entry.
    pub(super) fn of(entry: &EntryRef, mut cells: Vec<PackCell>) -> Self {
        cells.insert(0, PackCell::Key(entry.to_string()));
        Self { cells, lead: Some(PackLead::Entry(entry.clone())) }
    }
}

/// One thing to see. Its name is the message `inspection-{code}`, its columns `inspection-col-{column}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSection {
    /// Its code.
    pub code: &'static str,
    /// How many there are in all.
    pub total: u64,
    /// Whether a total other than none asks for something to be done.
    pub wants: bool,
    /// Columns.
    pub columns: &'static [&'static str],
    /// Some of them, the most pressing first.
    pub rows: Vec<PackRow>,
}

/// What an inspecting officer must see of a station on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionPack {
    /// The station.
    pub office: String,
    /// When the books were looked at.
    pub at: Moment,
    /// When the nightly check last ran.
    pub checked: Option<Moment>,
    /// What there is to see.
    pub sections: Vec<PackSection>,
}
