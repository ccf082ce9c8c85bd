//! What a First Information Report makes in the books: its own row, its entries in I, II, V and IX, and the index
//! of persons in it. Names stay out of V and IX, and of the diary's gist when the persons are protected.

use crate::act::Recorded;
use crate::kinds::{FirRegister, Party, case};
use crate::rows::{Book, ViewError};
use crate::views::{Cell, CellKind, CopyTo, EntryRow, FirRow, Gone, PartyRole, PartyRow, SealRow};

/// Number and year of the FIR an act registered, from its header.
fn number(rec: &Recorded) -> Result<(u64, i16), ViewError> {
    let missing = || ViewError::NoEntry(rec.header.act.clone());
    let entry = rec.header.entries.iter().find(|e| e.register == "1").ok_or_else(missing)?;
    Ok((entry.serial, entry.period.parse().map_err(|_| missing())?))
}

fn empty_row(rec: &Recorded) -> Result<FirRow, ViewError> {
    let (no, year) = number(rec)?;
    Ok(FirRow {
        office: rec.header.office.clone(),
        act: rec.header.act.clone(),
        seq: rec.header.seq,
        leaf: rec.leaf.to_string(),
        no,
        year,
        entries: rec.header.entries.clone(),
        registered: rec.written()?,
        writer: rec.header.officer.clone(),
        writer_rank: rec.header.rank.clone(),
        fir: None,
        sections: Vec::new(),
        io: None,
        signed: None,
        copies: Vec::new(),
        sealed: None,
        strikes: Vec::new(),
        gone: None,
    })
}

/// What remains of a case whose content a court removed.
pub(crate) fn stub(rec: &Recorded, gone: Option<Gone>) -> Result<FirRow, ViewError> {
    let mut row = empty_row(rec)?;
    row.gone = gone;
    Ok(row)
}

/// All persons of a case, each with what he is in it.
pub(crate) fn parties(fir: &FirRegister) -> Vec<(PartyRole, &Party)> {
    let informant = std::iter::once((PartyRole::Informant, &fir.informant));
    let victims = fir.victims.iter().map(|v| (PartyRole::Victim, v));
    let accused = fir.accused.iter().map(|a| (PartyRole::Accused, &a.person));
    informant.chain(victims).chain(accused).collect()
}

/// The case opens.
pub(crate) fn open_case(fir: &FirRegister, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let mut row = empty_row(rec)?;
    row.fir = Some(fir.clone());
    row.io.clone_from(&fir.io);
    row.sections = case::written(fir, &row);
    if let Some(reason) = &fir.seal {
        let at = rec.written()?;
        row.sealed = Some(SealRow { reason: reason.clone(), act: rec.header.act.clone(), at });
    }
    let sealed = row.sealed.is_some();
    let title = format!("{}/{}", row.no, row.year);
    case::open(fir, &row, rec, book)?;
    for (i, (role, party)) in parties(fir).into_iter().enumerate() {
        let index = u32::try_from(i).unwrap_or(u32::MAX);
        let (office, fir) = (row.office.clone(), row.act.clone());
        book.put(&PartyRow { office, fir, index, role, party: party.clone(), sealed, suppressed: false })?;
    }
    let mut enter = |index: usize, subject: &str, cells: Vec<Cell>| -> Result<(), ViewError> {
        let mut entry = EntryRow::of(rec, index, subject, cells)?;
        entry.sealed = sealed;
        book.put(&entry)
    };
    enter(0, "fir", register_cells(fir))?;
    enter(1, "info_cognizable", diary_cells(fir, &title, sealed))?;
    for (index, to) in [(2, CopyTo::Dpo), (3, CopyTo::Magistrate)] {
        enter(index, "fir_copy", letter_cells(&title, to, &rec.header.written))?;
    }
    enter(4, "crime", village_cells(fir, &title))?;
    book.put(&row)
}

/// The columns of Form 24.5(1), as register I shows them.
fn register_cells(fir: &FirRegister) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut add = |key: &str, kind, value: Option<String>, personal: bool| {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            cells.push(Cell { key: key.to_owned(), value, kind, personal });
        }
    };
    use CellKind::{Code, Officer, Sections, Text, Time};
    add("e_tag", Text, fir.e_tag.clone(), false);
    add("occurred_from", Time, Some(fir.occurred_from.to_string()), false);
    add("occurred_to", Time, fir.occurred_to.map(|t| t.to_string()), false);
    add("reported", Time, Some(fir.reported.to_string()), false);
    add("informant", Text, Some(fir.informant.line()), true);
    add("sections", Sections, Some(fir.sections.join(" ")), false);
    add("brief", Text, Some(fir.brief.clone()), true);
    add("property", Text, Some(property_line(fir)), true);
    add("place", Text, Some(fir.place.text.clone()), true);
    add("beat", Text, fir.place.beat.clone(), false);
    add("action", Text, Some(fir.action.clone()), true);
    add("delay_reason", Text, fir.delay_reason.clone(), true);
    add("despatched", Time, fir.despatched.map(|t| t.to_string()), false);
    add("narrative", Text, Some(fir.narrative.clone()), true);
    add("narrative_en", Text, fir.narrative_en.clone(), true);
    add("io", Officer, fir.io.clone(), false);
    add("seal", Code, fir.seal.clone(), false);
    cells
}

fn property_line(fir: &FirRegister) -> String {
    let item = |p: &crate::kinds::Property| {
        let value = p.value_rupees.map(|v| format!("Rs {v}")).unwrap_or_default();
        let id = p.identifier.clone().unwrap_or_default();
        let parts = [p.description.clone(), p.quantity.clone(), id, value];
        parts.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" — ")
    };
    fir.property.iter().map(item).collect::<Vec<_>>().join("؛ ")
}

/// The gist in the diary. A protected informant is not named there.
fn diary_cells(fir: &FirRegister, title: &str, sealed: bool) -> Vec<Cell> {
    let mut cells = vec![
        Cell::plain("fir_no", CellKind::Text, title),
        Cell::plain("sections", CellKind::Sections, fir.sections.join(" ")),
        Cell::plain("reported", CellKind::Time, fir.reported),
    ];
    if !sealed {
        cells.push(Cell::personal("informant", CellKind::Text, fir.informant.line()));
        cells.push(Cell::personal("place", CellKind::Text, &fir.place.text));
        if !fir.brief.is_empty() {
            cells.push(Cell::personal("text", CellKind::Text, &fir.brief));
        }
    }
    cells
}

fn letter_cells(title: &str, to: CopyTo, date: &str) -> Vec<Cell> {
    vec![
        Cell::plain("to", CellKind::Code, to.as_str()),
        Cell::plain("subject", CellKind::Code, "fir_copy"),
        Cell::plain("fir_no", CellKind::Text, title),
        Cell::plain("date", CellKind::Time, date),
    ]
}

fn village_cells(fir: &FirRegister, title: &str) -> Vec<Cell> {
    let mut cells = vec![
        Cell::plain("fir_no", CellKind::Text, title),
        Cell::plain("date", CellKind::Time, fir.occurred_from),
        Cell::plain("offence", CellKind::Sections, fir.sections.join(" ")),
    ];
    for (key, value) in [("village", &fir.place.village), ("beat", &fir.place.beat)] {
        if let Some(value) = value {
            cells.push(Cell::plain(key, CellKind::Text, value));
        }
    }
    cells
}
