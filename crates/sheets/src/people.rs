//! Officers by name.

use roznamcha_acts::views::StaffRow;
use roznamcha_records::{DoorError, Records};
use roznamcha_statute::StatuteBook;
use roznamcha_words::Voice;
use std::collections::HashMap;

/// Officers by code: those of the office, and those of other offices who acted in its books. One who is known nowhere
/// is left out.
pub async fn rows(
    records: &Records,
    office: &str,
    codes: Vec<String>,
) -> Result<HashMap<String, StaffRow>, DoorError> {
    let mut codes = codes;
    codes.sort();
    codes.dedup();
    let rows = records.officer_names(office, &codes).await?;
    let mut known: HashMap<String, StaffRow> = rows.into_iter().map(|r| (r.officer.clone(), r)).collect();
    codes.retain(|code| !known.contains_key(code));
    let others = records.officer_names_anywhere(&codes).await?;
    known.extend(others.into_iter().map(|r| (r.officer.clone(), r)));
    Ok(known)
}

/// The same as names to show: name, rank, belt number.
pub fn names(voice: &Voice, book: &StatuteBook, rows: &HashMap<String, StaffRow>) -> HashMap<String, String> {
    let rank = |r: &StaffRow| r.postings.last().map(|p| p.rank.clone()).unwrap_or_default();
    rows.iter().map(|(code, row)| (code.clone(), named(voice, book, row, &rank(row)))).collect()
}

/// Name, rank and belt number.
pub fn named(voice: &Voice, book: &StatuteBook, row: &StaffRow, rank: &str) -> String {
    let name = voice.pick(&row.name_en, &row.name_ur);
    let belt = roznamcha_words::bidi::ltr(&row.belt_no);
    let parts = [name, &self::rank(voice, book, rank), &belt];
    let comma = voice.pick(", ", "، ");
    let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join(comma)
}

/// A rank in words.
pub fn rank(voice: &Voice, book: &StatuteBook, code: &str) -> String {
    crate::say::rank(book, voice, code)
}
