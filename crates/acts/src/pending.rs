//! Cases in the hands of the station, counted on its desk as acts take them there and away: a charge note is compared
//! with the count.

use crate::act::Recorded;
use crate::clock::Upon;
use crate::kinds::Body;
use crate::rows::{Book, ViewError};
use crate::views::{CaseRow, DeskRow, Stage, step};

/// What a case adds to the counts.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Share {
    pending: bool,
    untraced: bool,
}

fn share(case: Option<&CaseRow>) -> Share {
    let Some(case) = case.filter(|case| !case.is_stub()) else { return Share::default() };
    Share { pending: case.stage.is_pending(), untraced: case.stage == Stage::Untraced }
}

/// After an act upon a case.
pub(crate) fn count(body: &Body, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let rule = body.rule();
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let fir = rule.case_by(Upon { office, act, known: book.known() }).filter(|_| rule.bound());
    let Some(fir) = fir else { return Ok(()) };
    let before = book.known().get::<CaseRow>(office, &fir)?;
    let after = book.get::<CaseRow>(office, &fir)?;
    moves(office, (share(before.as_ref()), share(after.as_ref())), book)
}

/// A case leaves the books.
pub(crate) fn forget(office: &str, fir: &str, book: &mut Book<'_>) -> Result<(), ViewError> {
    let before = book.known().get::<CaseRow>(office, fir)?;
    moves(office, (share(before.as_ref()), Share::default()), book)
}

fn moves(office: &str, (before, after): (Share, Share), book: &mut Book<'_>) -> Result<(), ViewError> {
    if before == after {
        return Ok(());
    }
    let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    if before.pending != after.pending {
        step(&mut desk.tally.pending, after.pending);
    }
    if before.untraced != after.untraced {
        step(&mut desk.tally.untraced, after.untraced);
    }
    book.put(&desk)
}
