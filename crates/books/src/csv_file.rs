//! A register as CSV: one column for each statutory column, then what the entry carries beside them.

use roznamcha_acts::views::{EntryRow, Strike};
use roznamcha_words::dates;
use std::io::Write;

use crate::error::BookError;
use crate::line::{Figure, Said, line};
use crate::plan::Plan;
use crate::sheet::flags;
use crate::speaker::Speaker;

/// Messages that head the columns after the statutory ones, in both files.
pub(crate) const AFTER: [&str; 8] = [
    "serial",
    "entered-at",
    "informed-at",
    "written-by",
    "book-flags",
    "book-strikes",
    "book-rest",
    "status",
];

/// A CSV file being written.
pub struct CsvFile<W: Write> {
    out: csv::Writer<W>,
    plan: Plan,
}

impl<W: Write> CsvFile<W> {
    /// Begins the file with its headings. Spreadsheets of one maker take UTF-8 for another writing without the mark at
    /// the beginning: `mark` writes it.
    ///
    /// # Errors
    /// [`BookError::Io`], [`BookError::Csv`].
    pub fn begin(mut to: W, mark: bool, plan: Plan, speaker: &Speaker<'_>) -> Result<Self, BookError> {
        if mark {
            to.write_all("\u{feff}".as_bytes())?;
        }
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
        let own = plan.columns.iter().map(|c| speaker.pick(&c.en, &c.ur).to_owned());
        let heads: Vec<String> = own.chain(AFTER.iter().map(|key| speaker.t(key))).collect();
        out.write_record(heads.iter().map(|h| harmless(h)))?;
        Ok(Self { out, plan })
    }

    /// Writes an entry.
    ///
    /// # Errors
    /// [`BookError::Csv`].
    pub fn entry(&mut self, speaker: &Speaker<'_>, row: &EntryRow) -> Result<(), BookError> {
        let (columns, rest) = line(&self.plan, speaker, row);
        let own = columns.iter().map(machine);
        let all: Vec<String> = own.chain(after(speaker, row, &columns, &rest)).collect();
        self.out.write_record(all.iter().map(|v| harmless(v)))?;
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// [`BookError::Io`].
    pub fn end(mut self) -> Result<(), BookError> {
        Ok(self.out.flush()?)
    }
}

/// What stands now in a column: days and hours as machines read them, words after all corrections.
fn machine(said: &Said<'_>) -> String {
    match (said.day, said.moment, said.figure) {
        (Some(day), _, _) => day.to_string(),
        (_, Some(at), _) => dates::machine(at.local().datetime()).replace('T', " "),
        (_, _, Some(Figure::Count(n))) => n.to_string(),
        (_, _, Some(Figure::Paisa(n))) => {
            let sign = if n < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", n.unsigned_abs() / 100, n.unsigned_abs() % 100)
        }
        _ => now(said),
    }
}

/// The words after all corrections.
pub(crate) fn now(said: &Said<'_>) -> String {
    let mut words = said.words.clone();
    for strike in said.strikes.iter().filter(|s| !s.wrong.is_empty()) {
        words = words.replacen(&strike.wrong, &strike.right, 1);
    }
    words
}

/// What the entry carries beside its statutory columns, in the order of [`AFTER`].
pub(crate) fn after(
    speaker: &Speaker<'_>,
    row: &EntryRow,
    columns: &[Said<'_>],
    rest: &[Said<'_>],
) -> [String; 8] {
    let moment = |at: roznamcha_acts::Moment| dates::machine(at.local().datetime()).replace('T', " ");
    let struck = columns.iter().chain(rest).flat_map(|s| &s.strikes).map(|s| strike(speaker, s));
    let rest = rest.iter().map(|s| format!("{}: {}", s.label, now(s)));
    let mut status = Vec::new();
    if let Some(gone) = &row.gone {
        status.push(format!("{} {}", speaker.t("entry-gone-short"), moment(gone.at)));
    }
    if row.sealed {
        status.push(speaker.t("sealed"));
    }
    [
        row.entry.serial.to_string(),
        moment(row.stated),
        row.informed.filter(|at| *at != row.stated).map(moment).unwrap_or_default(),
        speaker.officer_of(&row.officer, &row.rank),
        flags(speaker, row).join("; "),
        struck.collect::<Vec<_>>().join("; "),
        rest.collect::<Vec<_>>().join("; "),
        status.join("; "),
    ]
}

/// `[red → blue]` with who and when: a file without struck letters still tells what was struck.
fn strike(speaker: &Speaker<'_>, s: &Strike) -> String {
    let attested = s.attested_by.as_ref().map(|by| format!(", {}", speaker.officer(by))).unwrap_or_default();
    let at = dates::machine(s.at.local().datetime()).replace('T', " ");
    format!("[{} → {}] {} {at}{attested}", s.wrong, s.right, speaker.officer(&s.by))
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it, as the makers of spreadsheets advise.
/// Whitespace before the sign does not hide it. A plain negative number stays a number.
pub(crate) fn harmless(text: &str) -> String {
    let starts = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let formula = starts.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let control = text.starts_with(['\t', '\r', '\n']);
    if (formula && starts.parse::<f64>().is_err()) || control { format!("'{text}") } else { text.to_owned() }
}
