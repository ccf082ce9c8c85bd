//! The investigation passes from hand to hand.

use crate::act::Recorded;
use crate::kinds::case;
use crate::rows::{Book, ViewError};
use crate::views::{CaseRow, FirRow, IoSpan};

/// Clocks of a case that its investigating officer answers for.
pub(crate) const CASE_CLOCKS: [&str; 2] = ["D8", "D9"];

/// Another officer has the case from now on. Gives the row as it then stands, or nothing of a stub.
pub(crate) fn give(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    (officer, rank, special): (&str, &str, bool),
) -> Result<Option<CaseRow>, ViewError> {
    let Some(mut row) = case::open_row(rec, book, fir)? else { return Ok(None) };
    let from = rec.written()?;
    if let Some(before) = row.ios.last_mut() {
        before.until.get_or_insert(from);
    }
    let act = rec.header.act.clone();
    let (officer, rank) = (officer.to_owned(), Some(rank.to_owned()));
    if let Some(mut report) = book.get::<FirRow>(&rec.header.office, fir)? {
        report.io = Some(officer.clone());
        book.put(&report)?;
    }
    row.ios.push(IoSpan { officer, rank, special, from, until: None, act });
    book.put(&row)?;
    Ok(Some(row))
}
