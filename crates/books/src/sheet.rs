//! A register for the press.

use roznamcha_acts::views::{EntryRow, Strike};
use roznamcha_journal::Flag;
use roznamcha_print as print;
use roznamcha_statute::{Part, Register};
use roznamcha_words::Lang;

use crate::line::{Said, line};
use crate::plan::Plan;
use crate::speaker::Speaker;

/// What is printed on the outside of the book.
pub struct Binding<'a> {
    /// The register.
    pub register: &'a Register,
    /// Station and district in both languages.
    pub office: print::Office,
    /// Year or day; empty where there is none.
    pub period: String,
    /// Name of who prints it.
    pub printed_by: String,
    /// Where the journal stands.
    pub checkpoint: print::CheckpointLine,
    /// Hash of the last act, QR code, print number.
    pub stamp: print::Stamp,
}

/// What a flag says, a key of the messages.
fn flag_key(flag: Flag) -> &'static str {
    match flag {
        Flag::BeforeInformation => "flag-before-information",
        Flag::AfterClock => "flag-after-clock",
        Flag::ClockBack => "flag-clock-back",
    }
}

/// The flags of an entry in words of one language.
pub(crate) fn flags(speaker: &Speaker<'_>, row: &EntryRow) -> Vec<String> {
    row.flags.iter().map(|f| speaker.t(flag_key(*f))).collect()
}

/// The register as a book. Rows stand in the order of the book.
pub fn sheet(
    speaker: &Speaker<'_>,
    binding: Binding<'_>,
    parts: &[(&Part, &Plan, &[EntryRow])],
) -> print::RegisterSheet {
    let register = binding.register;
    let parts = parts.iter().map(|(part, plan, rows)| {
        let head = |c: &crate::plan::PlanColumn| print::ColumnHead {
            en: c.en.clone(),
            ur: c.ur.clone(),
            printed_box: c.printed_box,
            share: 0,
        };
        let columns = plan.columns.iter().map(head).collect();
        let entries = rows.iter().map(|row| entry(plan, speaker, row)).collect();
        print::RegisterPart::new(print::Bilingual::new(&part.en, &part.ur), columns, entries)
    });
    print::RegisterSheet {
        language: if speaker.lang == Lang::Ur { print::Language::Ur } else { print::Language::En },
        office: binding.office,
        number: register.number.roman(),
        name: print::Bilingual::new(&register.en, &register.ur),
        rule: speaker.pick(&register.rule, &register.rule_ur).to_owned(),
        obsolete: register.obsolete,
        period: binding.period,
        printed_by: binding.printed_by,
        parts: parts.collect(),
        checkpoint: binding.checkpoint,
        stamp: binding.stamp,
    }
}

fn entry(plan: &Plan, speaker: &Speaker<'_>, row: &EntryRow) -> print::RegisterEntry {
    let (columns, rest) = line(plan, speaker, row);
    let text = |said: &Said<'_>| text(speaker, said);
    let both = |f: &Flag| print::Bilingual {
        en: speaker.words.say(Lang::En, flag_key(*f)),
        ur: speaker.words.say(Lang::Ur, flag_key(*f)),
    };
    let other = |said: &Said<'_>| print::Other { label: said.label.clone(), value: text(said) };
    print::RegisterEntry {
        serial: row.entry.serial.to_string(),
        cells: columns.iter().map(text).collect(),
        others: rest.iter().map(other).collect(),
        entered_at: row.stated.local().datetime(),
        informed_at: row.informed.filter(|at| *at != row.stated).map(|at| at.local().datetime()),
        writer: speaker.officer_of(&row.officer, &row.rank),
        flags: row.flags.iter().map(both).collect(),
        sealed: row.sealed,
        gone: row.gone.as_ref().map(|g| g.at.local().datetime()),
    }
}

fn text(speaker: &Speaker<'_>, said: &Said<'_>) -> print::Text {
    let correction = |s: &&Strike| print::Correction {
        wrong: s.wrong.clone(),
        right: s.right.clone(),
        by: speaker.officer(&s.by),
        at: s.at.local().datetime(),
        attested_by: match &s.attested_by {
            Some(code) => speaker.officer(code),
            None => speaker.t("correct-unattested"),
        },
    };
    print::Text { words: said.words.clone(), corrections: said.strikes.iter().map(correction).collect() }
}
