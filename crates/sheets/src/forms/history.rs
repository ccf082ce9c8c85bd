//! The record of a person as the criminal record office keeps it: every enrolment that was joined as his, each with its
//! case and how that stands for him. *Accused* is not *criminal*, and the sheet says so.

use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{EnrolBasis, Party};
use roznamcha_print::{Block, Form};

use super::arrest::particulars;
use super::pen::{self, Pen};
use super::slip::counted;

/// One enrolment.
#[derive(Clone, Debug)]
pub struct Entered {
    /// When.
    pub enrolled: Moment,
    /// Under which name.
    pub name: String,
    /// Under which section.
    pub basis: EnrolBasis,
    /// Number of the case; empty without one.
    pub number: String,
    /// The station, by name.
    pub station: String,
    /// Sections of the case.
    pub sections: Vec<String>,
    /// How the person stands in it, and since when; `None` without a case.
    pub status: Option<(&'static str, Option<Moment>)>,
}

/// The record of a person.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// The person, as enrolled last.
    pub person: &'a Party,
    /// His enrolments, oldest first.
    pub entries: &'a [Entered],
    /// The moment of this print.
    pub at: Moment,
    /// Who printed it.
    pub by: String,
}

pub(super) fn form(pen: &Pen<'_>, record: &Record<'_>) -> Form {
    Form {
        title: pen.both("cro-history-title"),
        under: pen.both("cro-history-under"),
        sideways: true,
        head: vec![
            pen.field("cro-as-of", 6, pen::when(record.at)),
            pen.field("cro-printed-by", 12, record.by.as_str()),
        ],
        blocks: vec![
            Block::Fields { fields: particulars(pen, Some(record.person)) },
            Block::Says { words: counted(pen, record.entries.len()) },
            entries(pen, record.entries),
            Block::Sign { signers: vec![pen.signs("sign-cro", None)] },
        ],
        notice: Some(pen.both("cro-history-notice")),
    }
}

/// Every entry with how its case stands.
pub(super) fn entries(pen: &Pen<'_>, entries: &[Entered]) -> Block {
    let row = |entry: &Entered| {
        let case = if entry.number.is_empty() {
            pen.word("cro-no-case")
        } else {
            format!("{} · {}", entry.number, pen.sections(entry.sections.iter().map(String::as_str)))
        };
        let status = entry.status.map(|(status, since)| {
            let status = pen.status(status);
            since.map_or_else(|| status.clone(), |at| format!("{status} · {}", pen::day(at.day())))
        });
        vec![
            pen::when(entry.enrolled),
            entry.name.clone(),
            pen.code("cro-basis", entry.basis.as_str()),
            case,
            entry.station.clone(),
            status.unwrap_or_default(),
        ]
    };
    let columns = [
        ("cro-enrolled", 3),
        ("cro-under-name", 4),
        ("cro-basis", 3),
        ("cro-case", 4),
        ("cro-station", 3),
        ("cro-status", 4),
    ];
    pen.table("cro-entries", &columns, entries.iter().map(row).collect(), 0)
}
