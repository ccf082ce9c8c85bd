//! Which row of the law holds for a clock.

use jiff::Timestamp;
use roznamcha_statute::{Deadline, Province, StatuteBook};
use std::cmp::Reverse;

use crate::calendar::local;

/// A suffix that tells periods apart, not circumstances.
const PERIODS: [&str; 1] = ["old"];

/// The row of that deadline in force in the province when the clock started, the most special of those whose
/// suffixes are all among the marks.
pub fn choose<'a>(
    book: &'a StatuteBook,
    deadline: &str,
    province: Province,
    started: Timestamp,
    marks: &[String],
) -> Option<&'a Deadline> {
    let day = local(started).date();
    book.deadlines()
        .iter()
        .filter(|row| row.datum.in_force(province, day))
        .filter_map(|row| Some((row, suffixes(&row.id, deadline)?)))
        .filter(|(_, wanted)| wanted.iter().all(|w| marks.iter().any(|m| m == w)))
        .min_by_key(|(row, wanted)| (Reverse(wanted.len()), Reverse(row.datum.effective_from)))
        .map(|(row, _)| row)
}

/// The circumstances an id asks for: `D11-woman-capital` of `D11` gives both words; another deadline gives `None`.
fn suffixes<'a>(id: &'a str, deadline: &str) -> Option<Vec<&'a str>> {
    let mut words = id.split('-');
    (words.next() == Some(deadline)).then(|| words.filter(|w| !PERIODS.contains(w)).collect())
}
