//! Who leaves the lock-up by an act of a court or of the investigation that ends his keeping. The opening entry of the
//! next day lists only who is there, and the diary says of each why he is not.

use crate::act::Recorded;
use crate::clock::Upon;
use crate::kinds::{Body, custody};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Exit, Slot};
use crate::views::{AccusedRow, Cell, CellKind, CounterRow, CustodyRow, DeskRow, EntryRow};

/// His stay in the lock-up and, while there may be one, the counter of the diary in which his leaving is entered.
pub(crate) fn want(office: &str, accused: &AccusedRow, known: &Known) -> Vec<Want> {
    let Some(arrest) = accused.arrests.last() else { return Vec::new() };
    let mut wants = vec![Want::Row(CustodyRow::at(office, &arrest.act))];
    let desk = known.get::<DeskRow>(office, DeskRow::KEY).ok().flatten();
    if let Some(slot) = Slot::diary(desk.and_then(|d| d.open_day)) {
        wants.push(Want::Row(CounterRow::at(office, &slot.series())));
    }
    wants
}

/// The exit of an accused, if he is in the lock-up.
pub(crate) fn exit(upon: Upon<'_>, fir: &str, index: u32, release: &'static str) -> Option<Exit> {
    let row = upon.row::<AccusedRow>(&AccusedRow::key_of(fir, index))?;
    let custody = row.arrests.last()?.act.clone();
    let held = upon.row::<CustodyRow>(&custody).is_some_and(|stay| stay.is_held());
    held.then_some(Exit { custody, release })
}

/// They leave; the diary says so, where the act has a line for each.
pub(crate) fn let_out(body: &Body, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let upon = Upon { office: &rec.header.office, act: &rec.header.act, known: book.known() };
    let exits = body.rule().lets_out(upon);
    let lines = rec.header.entries.iter().rposition(|e| e.register != "2").map_or(0, |last| last + 1);
    for (i, exit) in exits.iter().enumerate() {
        custody::leave(rec, &exit.custody, exit.release, book)?;
        if rec.header.entries.get(lines + i).is_some() {
            let cells = vec![
                Cell::plain("custody", CellKind::Act, &exit.custody),
                Cell::plain("release", CellKind::Code, exit.release),
            ];
            book.put(&EntryRow::of(rec, lines + i, "lockup_out", cells)?)?;
        }
    }
    Ok(())
}
