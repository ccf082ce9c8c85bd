//! Persons of a case beside the report: each takes the next place in its list.

use roznamcha_journal::EntryRef;

use crate::act::Recorded;
use crate::kinds::Party;
use crate::rows::{Book, View, ViewError};
use crate::views::{AccusedRow, AccusedStatus, CaseRow, EnrolledRow, Link, NamedBy, PartyRole, PartyRow};

/// Somebody is accused: he takes the next place in the case's list of persons.
pub(crate) fn accuse(
    case: &mut CaseRow,
    party: &Party,
    named_by: NamedBy,
    rec: &Recorded,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let index = case.parties;
    join(case, party, PartyRole::Accused, book)?;
    case.accused.push(index);
    let link = Link { status: AccusedStatus::Nominated, act: rec.header.act.clone(), at: rec.written()? };
    book.put(&AccusedRow {
        office: case.office.clone(),
        fir: case.fir.clone(),
        index,
        named_by,
        links: vec![link],
        custody: None,
        warrants: 0,
        absconder: None,
        arrests: Vec::new(),
        police_days: 0,
        woman: party.is_woman(),
        juvenile: party.is_child(),
        class: None,
        sent_up: Vec::new(),
        charged: None,
        suppressed: None,
        books: suspected(rec),
        sealed: case.sealed,
    })
}

/// Somebody else takes the next place in the case's list of persons.
pub(crate) fn join(
    case: &mut CaseRow,
    party: &Party,
    role: PartyRole,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let index = case.parties;
    case.parties = index.saturating_add(1);
    book.put(&PartyRow {
        office: case.office.clone(),
        fir: case.fir.clone(),
        index,
        role,
        party: party.clone(),
        sealed: case.sealed,
        suppressed: false,
    })
}

/// The lines of register IX, part III, that the act naming him makes.
fn suspected(rec: &Recorded) -> Vec<EntryRef> {
    rec.header.entries.iter().filter(|e| e.register == "9" && e.part == "III").cloned().collect()
}

/// A person leaves the books with the act that named him.
pub(crate) fn remove(office: &str, fir: &str, index: u32, book: &mut Book<'_>) {
    book.delete(PartyRow::at(office, &PartyRow::key_of(fir, index)));
    book.delete(AccusedRow::at(office, &AccusedRow::key_of(fir, index)));
    book.delete(EnrolledRow::at(office, &AccusedRow::key_of(fir, index)));
}

/// The same for the first persons of a case, whom its report named.
pub(crate) fn remove_all(office: &str, fir: &str, count: usize, book: &mut Book<'_>) {
    for index in 0..u32::try_from(count).unwrap_or(0) {
        remove(office, fir, index, book);
    }
}
