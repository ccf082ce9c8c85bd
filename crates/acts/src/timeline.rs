//! What every act upon a case leaves beside its own changes: a step in the timeline, and, where it is part of the
//! case, the case's seal on its entries.

use crate::act::Recorded;
use crate::kinds::Body;
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::views::{CaseRow, ClockRow, EntryRow, StepRow, entry_key};

use crate::clock::{self, Owner, Upon};

/// The working register of case diaries; its part is the case.
pub(crate) const ZIMNI: &str = "w-zimni";

/// The rows of the case and of the clocks.
pub(crate) fn wants(body: &Body, upon: Upon<'_>) -> Vec<Want> {
    let rule = body.rule();
    let case = rule.case_by(upon);
    let mut wants: Vec<Want> = case.iter().map(|case| Want::Row(CaseRow::at(upon.office, case))).collect();
    for turn in rule.clocks(upon) {
        wants.push(Want::Row(ClockRow::at(upon.office, &turn.key())));
    }
    wants
}

/// After the act's own changes.
pub(crate) fn follow(body: &Body, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let rule = body.rule();
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let upon = Upon { office, act, known: book.known() };
    let (turns, fir) = (rule.clocks(upon), rule.case_by(upon));
    let Some(fir) = fir else { return clock::turn(turns, None, rec, book) };
    // What names no case of this office is upon none.
    let Some(mut case) = book.get::<CaseRow>(office, &fir)? else { return Ok(()) };
    book.put(&StepRow {
        office: office.to_owned(),
        fir,
        seq: rec.header.seq,
        act: act.to_owned(),
        kind: rec.header.kind.clone(),
        happened: rec.happened()?,
        written: rec.written()?,
        officer: rec.header.officer.clone(),
        rank: rec.header.rank.clone(),
        zimni: rec.header.entries.iter().find(|e| e.register == ZIMNI).map(|e| e.serial),
        entries: rec.header.entries.clone(),
        refs: rule.refs(),
    })?;
    // What is not part of the case stands when a court has the case removed, and so do its clocks, in which nothing
    // of the case is but its number.
    if !rule.bound() {
        return clock::turn(turns, Some((&case, Owner::Performer)), rec, book);
    }
    if case.is_stub() {
        return Ok(());
    }
    for entry in &rec.header.entries {
        if let Some(mut line) = book.get::<EntryRow>(office, &entry_key(entry))?
            && line.sealed != case.sealed
        {
            line.sealed = case.sealed;
            book.put(&line)?;
        }
    }
    case.steps.push(rec.header.seq);
    book.put(&case)?;
    clock::turn(turns, Some((&case, Owner::Investigator)), rec, book)
}

/// What goes with an act whose content a court removed. A rebuild, which meets it without content, leaves nothing
/// either.
pub(crate) fn forget(body: &Body, rec: &Recorded, book: &mut Book<'_>) {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    let rule = body.rule();
    if let Some(fir) = rule.case_by(Upon { office, act, known: book.known() }) {
        book.delete(StepRow::at(office, &StepRow::key_of(&fir, rec.header.seq)));
    }
    let nothing = Known::default();
    for turn in rule.clocks(Upon { office, act, known: &nothing }) {
        if matches!(turn.hand, clock::Hand::Start { .. }) {
            book.delete(ClockRow::at(office, &turn.key()));
        }
    }
}
