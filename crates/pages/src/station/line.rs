//! A line of a register as it is shown.

use jiff::civil::Date;
use roznamcha_acts::views::EntryRow;
use roznamcha_journal::Flag;
use roznamcha_records::EntryView;
use roznamcha_sheets::Sight;
use roznamcha_sheets::say::flag_key;
use roznamcha_words::{dates, digits};

use super::show::{self, Shown};
use crate::ctx::Voice;
use crate::office::show::when;

/// A mark on an entry.
pub(crate) struct Mark {
    /// Class of its chip.
    pub class: &'static str,
    /// What it says.
    pub text: String,
}

/// A line of a register.
pub(crate) struct Line {
    /// Its number.
    pub serial: String,
    /// The page of the entry.
    pub href: String,
    /// Hour of entry, in words.
    pub hour: String,
    /// The day of entry, where it is not the page's; empty where it is.
    pub day: String,
    /// Hour of entry, for the machine.
    pub machine: String,
    /// Hour of information where it differs; empty where it does not.
    pub informed: String,
    /// What it is about.
    pub subject: String,
    /// Its cells.
    pub cells: Vec<Shown>,
    /// Who wrote it: name.
    pub writer: String,
    /// The same with rank and belt number.
    pub writer_full: String,
    /// Marks, which stand for ever.
    pub marks: Vec<Mark>,
    /// Whether a flag is among them.
    pub flagged: bool,
    /// What stands in place of content that a court had removed; empty where nothing was.
    pub gone: String,
}

impl Line {
    /// The line of an entry. Of an entry in the diary of `day` only the hour is shown.
    pub(crate) fn of(sight: &Sight, view: &EntryView, day: Option<Date>) -> Self {
        let (voice, row) = (&sight.voice, &view.row);
        let informed = row.informed.filter(|i| show::machine(*i) != show::machine(row.stated));
        let gone = row.gone.as_ref().map(|g| {
            let when = when(voice, g.at);
            voice.with("entry-gone", &[("when", when.as_str().into())])
        });
        Self {
            serial: serial(voice, row),
            href: format!("/entry?office={}&key={}", row.office, row.entry),
            hour: dates::time(voice.lang, row.stated.local().time()),
            day: other_day(voice, row.stated, day),
            machine: show::machine(row.stated),
            informed: informed.map(|i| hour(voice, i, day)).unwrap_or_default(),
            subject: show::subject(voice, &row.subject),
            cells: row
                .cells
                .iter()
                .filter(|c| !c.value.is_empty())
                .map(|c| show::cell(sight, row, c))
                .collect(),
            writer: sight.short(&row.officer),
            writer_full: sight.officer(&row.officer),
            marks: marks(voice, row),
            flagged: row.is_flagged(),
            gone: gone.unwrap_or_default(),
        }
    }

    /// The cell of a key, taken out of the others.
    pub(crate) fn take(&mut self, key: &str) -> Option<Shown> {
        let at = self.cells.iter().position(|c| c.key == key)?;
        Some(self.cells.remove(at))
    }
}

/// Number within the day, or number and year.
fn serial(voice: &Voice, row: &EntryRow) -> String {
    let serial = row.entry.serial.to_string();
    if row.entry.register == "1" {
        return format!("{serial}/{}", row.entry.period);
    }
    digits::localise(voice.lang, &serial)
}

/// The day of a moment, where it is not the day of the page.
fn other_day(voice: &Voice, at: roznamcha_acts::Moment, day: Option<Date>) -> String {
    if day == Some(at.day()) { String::new() } else { dates::date(voice.lang, at.day()) }
}

fn hour(voice: &Voice, at: roznamcha_acts::Moment, day: Option<Date>) -> String {
    match day {
        Some(day) if at.day() == day => dates::time(voice.lang, at.local().time()),
        _ => when(voice, at),
    }
}

fn marks(voice: &Voice, row: &EntryRow) -> Vec<Mark> {
    let flag = |f: &Flag| Mark { class: "chip-wait", text: voice.t(flag_key(*f)) };
    let mut marks: Vec<Mark> = row.flags.iter().map(flag).collect();
    if row.cells.iter().any(|c| c.key == EntryRow::CLOCK_FAULT) {
        marks.push(Mark { class: "chip-wait", text: voice.t("flag-clock-fault") });
    }
    if row.sealed {
        marks.push(Mark { class: "chip-seal", text: voice.t("sealed") });
    }
    if row.strikes.iter().any(|s| s.attested_by.is_none()) {
        marks.push(Mark { class: "chip-wait", text: voice.t("correct-unattested") });
    }
    marks
}
