//! The protection of a case's persons reaches every row of the case, or ends in every row.

use roznamcha_journal::EntryRef;

use crate::act::Recorded;
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::views::{AccusedRow, CaseRow, EntryRow, FirRow, PartyRow, SealRow, StepRow, entry_key};

/// The case with its report, steps, entries and persons, as far as they are known yet.
pub(crate) fn want_all(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(FirRow::at(office, fir)), Want::Row(CaseRow::at(office, fir))];
    let Ok(Some(case)) = known.get::<CaseRow>(office, fir) else { return wants };
    for seq in &case.steps {
        let key = StepRow::key_of(fir, *seq);
        wants.push(Want::Row(StepRow::at(office, &key)));
        let step = known.get::<StepRow>(office, &key).ok().flatten();
        let entries: Vec<EntryRef> = step.map(|s| s.entries).unwrap_or_default();
        wants.extend(entries.iter().map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
    }
    for index in 0..case.parties {
        wants.push(Want::Row(PartyRow::at(office, &PartyRow::key_of(fir, index))));
        wants.push(Want::Row(AccusedRow::at(office, &AccusedRow::key_of(fir, index))));
    }
    wants
}

/// Seals a case, or lifts its seal. Of a case whose content is gone nothing is left to protect.
pub(crate) fn seal(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    seal: Option<SealRow>,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let Some(mut row) = book.get::<FirRow>(office, fir)? else { return Ok(()) };
    let Some(mut case) = book.get::<CaseRow>(office, fir)? else { return Ok(()) };
    if case.is_stub() || row.fir.is_none() {
        return Ok(());
    }
    let sealed = seal.is_some();
    (row.sealed, case.sealed) = (seal, sealed);
    for seq in &case.steps {
        let step = book.get::<StepRow>(office, &StepRow::key_of(fir, *seq))?;
        for entry in step.map(|s| s.entries).unwrap_or_default() {
            if let Some(mut line) = book.get::<EntryRow>(office, &entry_key(&entry))? {
                line.sealed = sealed;
                book.put(&line)?;
            }
        }
    }
    for index in 0..case.parties {
        if let Some(mut party) = book.get::<PartyRow>(office, &PartyRow::key_of(fir, index))? {
            party.sealed = sealed;
            book.put(&party)?;
        }
        if let Some(mut accused) = book.get::<AccusedRow>(office, &AccusedRow::key_of(fir, index))? {
            accused.sealed = sealed;
            book.put(&accused)?;
        }
    }
    book.put(&case)?;
    book.put(&row)
}
