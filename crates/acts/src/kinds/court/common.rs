//! What the acts of prosecutor and court have in common: the rows they ask for, who may do them and when, and how a
//! case and its accused come to an end.

use super::order::Order;
use crate::act::Recorded;
use crate::allowed;
use crate::clock::{Hand, Turn, Upon};
use crate::kinds::{case, cro};
use crate::lock_up;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Exit, Setting};
use crate::views::{
    AccusedRow, AccusedStatus, CaseRow, Cell, CellKind, ClockRow, CustodyClass, EntryRow, FinalReportRow,
    FirRow, Outcome, PartyRow, ReportKind, ReportState, Stage, entry_key,
};

/// A kind upon the case in its field `fir`, asking for those rows.
macro_rules! upon {
    ($wants:path) => {
        fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
            Some(&self.fir)
        }

        fn wants(&self, office: &str, known: &$crate::rows::Known) -> Vec<$crate::rows::Want> {
            $wants(office, &self.fir, known)
        }
    };
}
pub(crate) use upon;

/// A kind that makes no entry.
macro_rules! quiet {
    () => {
        fn slots(&self, _: $crate::moment::Moment, _: Option<jiff::civil::Date>) -> Vec<$crate::rule::Slot> {
            Vec::new()
        }
    };
}
pub(crate) use quiet;

/// The case and its line in register I.
pub(crate) fn want_case(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(CaseRow::at(office, fir)), Want::Row(FirRow::at(office, fir))];
    if let Ok(Some(row)) = known.get::<FirRow>(office, fir) {
        let one = row.entries.iter().filter(|e| e.register == "1");
        wants.extend(one.map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
    }
    wants
}

/// The case with every accused, his person, and the lines of the books in which he stands for it.
pub(crate) fn want_accused(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = want_case(office, fir, known);
    let Ok(Some(case)) = known.get::<CaseRow>(office, fir) else { return wants };
    for index in &case.accused {
        let key = AccusedRow::key_of(fir, *index);
        wants.push(Want::Row(AccusedRow::at(office, &key)));
        wants.push(Want::Row(PartyRow::at(office, &key)));
        if let Ok(Some(row)) = known.get::<AccusedRow>(office, &key) {
            wants.extend(lock_up::want(office, &row, known));
            wants.extend(cro::want_enrolled(office, &key, known));
            wants.extend(row.books.iter().map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
        }
    }
    wants
}

/// The same with the clocks that start or end when accused are charged or freed: who they are is told by the books.
pub(crate) fn want_freed(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = want_accused(office, fir, known);
    let of_case = AT_END.map(|deadline| Want::Row(ClockRow::at(office, &ClockRow::key_of(fir, deadline))));
    wants.extend(of_case);
    let case = known.get::<CaseRow>(office, fir).ok().flatten();
    for index in case.map(|c| c.accused).unwrap_or_default() {
        let subject = AccusedRow::key_of(fir, index);
        let deadlines = ["D12", "D17", "D26", "D30"].into_iter().chain(case::HELD);
        let clocks = deadlines.map(|deadline| ClockRow::key_of(&subject, deadline));
        wants.extend(clocks.map(|key| Want::Row(ClockRow::at(office, &key))));
    }
    wants
}

/// The case with its latest report under section 173 and the objections to it.
pub(crate) fn want_report(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = want_case(office, fir, known);
    let Ok(Some(case)) = known.get::<CaseRow>(office, fir) else { return wants };
    if let Some(report) = case.reports.last() {
        wants.push(Want::Row(FinalReportRow::at(office, report)));
        if let Ok(Some(row)) = known.get::<FinalReportRow>(office, report) {
            let entries = row.objections.iter().map(|o| &o.entry);
            wants.extend(entries.map(|e| Want::Row(EntryRow::at(office, &entry_key(e)))));
        }
    }
    wants
}

/// The case with accused and report.
pub(crate) fn want_all(office: &str, fir: &str, known: &Known) -> Vec<Want> {
    let mut wants = want_freed(office, fir, known);
    wants.extend(want_report(office, fir, known));
    wants
}

/// The case, where the act may follow upon it; `to` where the kind may lead to several stages.
pub(crate) fn standing(
    setting: &Setting<'_>,
    fir: &str,
    kind: &str,
    to: Option<Stage>,
) -> Result<CaseRow, Refusal> {
    let case = case::living(setting, fir)?;
    let (stage, who, day) = (case.stage, case::who(setting, &case), setting.written.day());
    match to {
        None => allowed::may(setting.law, kind, stage, who, setting.province, day)?,
        Some(to) => allowed::may_lead(setting.law, kind, (stage, to), who, setting.province, day)?,
    }
    Ok(case)
}

/// The case may stay where it stands.
pub(crate) fn stays(setting: &Setting<'_>, fir: &str, kind: &str) -> Result<(), Refusal> {
    let case = case::living(setting, fir)?;
    let (who, day) = (case::who(setting, &case), setting.written.day());
    allowed::may_stand(setting.law, kind, case.stage, who, setting.province, day)
}

/// The accused of that place in the case's list.
pub(crate) fn accused(setting: &Setting<'_>, fir: &str, index: u32) -> Result<AccusedRow, Refusal> {
    let key = AccusedRow::key_of(fir, index);
    let case = setting.row::<CaseRow>(fir)?;
    let there = case.is_some_and(|c| c.accused.contains(&index));
    let row = if there { setting.row::<AccusedRow>(&key)? } else { None };
    row.ok_or_else(|| Refusal::unknown(key))
}

/// The same, not decided yet.
pub(crate) fn undecided(setting: &Setting<'_>, fir: &str, index: u32) -> Result<AccusedRow, Refusal> {
    let row = accused(setting, fir, index)?;
    if row.is_decided() { Err(Refusal::order("order-accused-decided", "CrPC-403")) } else { Ok(row) }
}

/// The same, sent up in a challan.
pub(crate) fn sent_up(setting: &Setting<'_>, fir: &str, index: u32) -> Result<AccusedRow, Refusal> {
    let row = undecided(setting, fir, index)?;
    if row.class.is_none() { Err(Refusal::order("order-accused-not-sent-up", "CrPC-173")) } else { Ok(row) }
}

/// Proceedings are not stayed.
pub(crate) fn not_stayed(case: &CaseRow) -> Result<(), Refusal> {
    if case.is_stayed() { Err(Refusal::order("order-stayed", "CrPC-561-A")) } else { Ok(()) }
}

/// No earlier report still waits at the prosecutor's or the magistrate's. A complete one supersedes an interim one.
pub(crate) fn none_in_hand(setting: &Setting<'_>, case: &CaseRow, next: ReportKind) -> Result<(), Refusal> {
    let Some(id) = case.reports.last() else { return Ok(()) };
    let supersedes =
        |row: &FinalReportRow| row.kind == Some(ReportKind::Interim) && next != ReportKind::Interim;
    match setting.row::<FinalReportRow>(id)? {
        Some(row) if row.in_hand() && !supersedes(&row) => {
            Err(Refusal::order("order-report-in-hand", "CrPC-173"))
        }
        _ => Ok(()),
    }
}

/// The latest report: a challan or not, lying where it must lie.
pub(crate) fn in_hand(
    setting: &Setting<'_>,
    case: &CaseRow,
    challan: bool,
    state: ReportState,
) -> Result<FinalReportRow, Refusal> {
    let row = case.reports.last().map(|id| setting.row::<FinalReportRow>(id)).transpose()?.flatten();
    let right =
        |row: &FinalReportRow| row.kind.is_some_and(|k| k.is_challan() == challan) && row.state == state;
    row.filter(right).ok_or_else(|| Refusal::order(state.refusal(), "CrPC-173"))
}

/// Changes the case.
pub(crate) fn with_case(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    change: impl FnOnce(&mut CaseRow),
) -> Result<(), ViewError> {
    let Some(mut case) = living(rec, book, fir)? else { return Ok(()) };
    change(&mut case);
    book.put(&case)
}

/// The case, unless its content is gone.
pub(crate) fn living(rec: &Recorded, book: &Book<'_>, fir: &str) -> Result<Option<CaseRow>, ViewError> {
    Ok(book.get::<CaseRow>(&rec.header.office, fir)?.filter(|c| !c.is_stub()))
}

/// Changes the latest report.
pub(crate) fn with_report(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    change: impl FnOnce(&mut FinalReportRow),
) -> Result<(), ViewError> {
    let Some(case) = living(rec, book, fir)? else { return Ok(()) };
    let Some(id) = case.reports.last() else { return Ok(()) };
    let Some(mut row) = book.get::<FinalReportRow>(&rec.header.office, id)? else { return Ok(()) };
    change(&mut row);
    book.put(&row)
}

/// Changes an accused.
pub(crate) fn with_accused(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    index: u32,
    change: impl FnOnce(&mut AccusedRow),
) -> Result<(), ViewError> {
    let key = AccusedRow::key_of(fir, index);
    let Some(mut row) = book.get::<AccusedRow>(&rec.header.office, &key)? else { return Ok(()) };
    change(&mut row);
    book.put(&row)
}

/// The case moves to another stage, if it is not there.
pub(crate) fn moves(rec: &Recorded, book: &mut Book<'_>, fir: &str, to: Stage) -> Result<(), ViewError> {
    let at = rec.written()?;
    with_case(rec, book, fir, |case| {
        if case.stage != to {
            case.moves(to, &rec.header.act, at);
        }
    })
}

/// The report begins its way; one it supersedes has come to the end of its own.
pub(crate) fn put_report(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    kind: ReportKind,
    persons: Vec<(u32, CustodyClass)>,
) -> Result<(), ViewError> {
    with_report(rec, book, fir, |before| {
        if before.in_hand() {
            before.state = ReportState::Returned;
        }
    })?;
    let mut row = FinalReportRow::empty(rec, fir)?;
    row.kind = Some(kind);
    row.persons = persons;
    book.put(&row)?;
    with_case(rec, book, fir, |case| case.reports.push(rec.header.act.clone()))
}

/// A letter in register V about the case.
pub(crate) fn letter(rec: &Recorded, case: &CaseRow, subject: &str, to: &str) -> Vec<Cell> {
    vec![
        Cell::plain("to", CellKind::Text, to),
        Cell::plain("subject", CellKind::Code, subject),
        Cell::plain("fir_no", CellKind::Text, case.title()),
        Cell::plain("date", CellKind::Time, &rec.header.written),
    ]
}

/// The report leaves: its line in the diary and its letter.
pub(crate) fn letters(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    subject: &str,
    to: &str,
) -> Result<(), ViewError> {
    let Some(case) = living(rec, book, fir)? else { return Ok(()) };
    let cells = letter(rec, &case, subject, to);
    book.put(&EntryRow::of(rec, 0, "comm_out", cells.clone())?)?;
    book.put(&EntryRow::of(rec, 1, subject, cells)?)
}

/// Sections that must be in force today, each once.
pub(crate) fn check_sections(
    faults: &mut Faults,
    setting: &Setting<'_>,
    field: &str,
    sections: &[String],
    most: usize,
) {
    faults.when(sections.is_empty(), field, "fault-missing");
    faults.when(sections.len() > most, field, "fault-too-many");
    for (i, code) in sections.iter().enumerate().take(most) {
        let known = setting.law.section(code, setting.province, setting.written.day());
        faults.when(known.is_none(), &format!("{field}.{i}"), "fault-section-unknown");
        let twice = sections.iter().take(i).any(|earlier| earlier == code);
        faults.when(twice, &format!("{field}.{i}"), "fault-section-twice");
    }
}

/// What an end leaves in the case's line of register I. The line is never deleted: where nobody was convicted a red
/// line is drawn across it with the order's authority, number and date (rule 24.7).
fn note_in_one(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    stage: Stage,
    order: Option<&Order>,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let Some(row) = book.get::<FirRow>(office, fir)? else { return Ok(()) };
    for entry in row.entries.iter().filter(|e| e.register == "1") {
        let Some(mut line) = book.get::<EntryRow>(office, &entry_key(entry))? else { continue };
        line.cells.retain(|c| c.key != "outcome");
        line.cells.push(Cell::plain("outcome", CellKind::Code, stage.as_str()));
        if let Some(order) = order.filter(|_| stage.is_cleared()) {
            line.cells.push(Cell::personal("red_line", CellKind::Text, order.line()));
        }
        book.put(&line)?;
    }
    Ok(())
}

/// Accused of the case not decided yet, by their places: whom an end of the whole case frees.
pub(crate) fn open_accused(setting: &Setting<'_>, case: &CaseRow) -> Result<Vec<u32>, Refusal> {
    let mut open = Vec::new();
    for index in &case.accused {
        let row = setting.row::<AccusedRow>(&AccusedRow::key_of(&case.fir, *index))?;
        if row.is_some_and(|r| !r.is_decided()) {
            open.push(*index);
        }
    }
    Ok(open)
}

/// The clocks of those freed: finger-prints and photographs are due for destruction (Identification of Prisoners Act,
/// section 7), a child's trial is over, nobody is held any more.
pub(crate) fn freed(fir: &str, accused: &[u32]) -> Vec<Turn> {
    let keys = accused.iter().map(|index| AccusedRow::key_of(fir, *index));
    let turns = |key: String| {
        let ends = ["D12", "D17", "D30"].map(|deadline| Turn::meet(&key, deadline));
        [Turn::start(&key, "D26")].into_iter().chain(ends).chain(case::released(&key)).collect::<Vec<_>>()
    };
    keys.flat_map(turns).collect()
}

/// Clocks of a case that end with it: of the station, the prosecutor, the trial nothing more is awaited.
const AT_END: [&str; 6] = ["D8", "D9", "D10", "D18", "D19", "D25"];

/// They end.
pub(crate) fn at_end(fir: &str, ends: bool) -> Vec<Turn> {
    AT_END.iter().map(|deadline| Turn::meet(fir, deadline).when(ends)).collect()
}

/// They end with the last accused who is decided, where this is the last.
pub(crate) fn at_last(upon: Upon<'_>, fir: &str, decided: u32) -> Vec<Turn> {
    let case = upon.row::<CaseRow>(fir).filter(|c| matches!(c.stage, Stage::InCourt | Stage::Trial));
    let others = case.iter().flat_map(|c| &c.accused).filter(|index| **index != decided);
    let rows = others.filter_map(|index| upon.row::<AccusedRow>(&AccusedRow::key_of(fir, *index)));
    let open = rows.filter(|row| row.class.is_some()).any(|row| !row.is_decided());
    at_end(fir, case.is_some() && !open)
}

/// Those of them who are in the lock-up leave it.
pub(crate) fn let_out(upon: Upon<'_>, fir: &str, accused: &[u32], release: &'static str) -> Vec<Exit> {
    accused.iter().filter_map(|index| lock_up::exit(upon, fir, *index, release)).collect()
}

/// Clocks of a case that rest while a court stays it.
const STAYED: [&str; 4] = ["D8", "D9", "D10", "D19"];

/// Every clock of the case and of its accused, given the same hand.
pub(crate) fn every_clock(fir: &str, upon: Upon<'_>, hand: &Hand) -> Vec<Turn> {
    let turn = |subject: &str, deadline| Turn { hand: hand.clone(), ..Turn::meet(subject, deadline) };
    let mut turns: Vec<Turn> = STAYED.iter().map(|d| turn(fir, d)).collect();
    let accused = accused_of(upon, fir);
    turns.extend(accused.iter().map(|index| turn(&AccusedRow::key_of(fir, *index), "D17")));
    turns
}

/// Every accused of the case, by his place.
pub(crate) fn accused_of(upon: Upon<'_>, fir: &str) -> Vec<u32> {
    upon.row::<CaseRow>(fir).map(|c| c.accused).unwrap_or_default()
}

/// The case ends at that stage.
pub(crate) fn ends(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    stage: Stage,
    order: Option<&Order>,
) -> Result<(), ViewError> {
    let at = rec.written()?;
    moves(rec, book, fir, stage)?;
    with_case(rec, book, fir, |case| {
        case.outcome = Some(Outcome { act: rec.header.act.clone(), at });
        case.next_date = None;
    })?;
    note_in_one(rec, book, fir, stage, order)
}

/// Those accused stand so from now on, and the case ends.
pub(crate) fn end_all(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    (freed, status): (&[u32], AccusedStatus),
    (stage, order): (Stage, &Order),
) -> Result<(), ViewError> {
    for index in freed {
        clears(rec, book, fir, *index, status)?;
    }
    ends(rec, book, fir, stage, Some(order))
}

/// One accused is free of the case: his link says so, search, gallery and certificates leave him out at once, and the
/// lines of IV and IX in which he stands for this case are marked, never removed.
pub(crate) fn clears(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    index: u32,
    status: AccusedStatus,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let key = AccusedRow::key_of(fir, index);
    let Some(mut row) = book.get::<AccusedRow>(office, &key)? else { return Ok(()) };
    row.becomes(status, &rec.header.act, rec.written()?);
    row.custody = None;
    row.suppressed = Some(rec.header.act.clone());
    book.put(&row)?;
    if let Some(mut party) = book.get::<PartyRow>(office, &key)? {
        party.suppressed = true;
        book.put(&party)?;
    }
    cro::suppress(rec, book, &key)?;
    mark_books(rec, book, fir, index, status.as_str())
}

/// The lines of IV and IX in which an accused stands for this case are marked, never removed.
pub(crate) fn mark_books(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    index: u32,
    why: &str,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let row = book.get::<AccusedRow>(office, &AccusedRow::key_of(fir, index))?;
    for entry in row.map(|r| r.books).unwrap_or_default() {
        let Some(mut line) = book.get::<EntryRow>(office, &entry_key(&entry))? else { continue };
        if line.gone.is_some() {
            continue;
        }
        line.cells.retain(|c| c.key != "removed");
        line.cells.push(Cell::plain("removed", CellKind::Code, why));
        book.put(&line)?;
    }
    Ok(())
}

/// Where the case stands once these accused are decided; `None` while one sent up is not.
pub(crate) fn follows(rec: &Recorded, book: &Book<'_>, fir: &str) -> Result<Option<Stage>, ViewError> {
    let Some(case) = living(rec, book, fir)? else { return Ok(None) };
    let mut statuses = Vec::new();
    for index in &case.accused {
        let key = AccusedRow::key_of(fir, *index);
        let row = book.get::<AccusedRow>(&rec.header.office, &key)?;
        statuses.extend(row.filter(|r| r.class.is_some()).map(|r| (r.is_decided(), r.status())));
    }
    if statuses.is_empty() || statuses.iter().any(|(decided, _)| !decided) {
        return Ok(None);
    }
    let any = |status| statuses.iter().any(|(_, s)| *s == status);
    Ok(Some(match () {
        () if any(AccusedStatus::Convicted) => Stage::Convicted,
        () if any(AccusedStatus::Acquitted) => Stage::Acquitted,
        () => Stage::Discharged,
    }))
}

/// After an accused is decided in court: the case ends with the last of them.
pub(crate) fn ends_with_last(
    rec: &Recorded,
    book: &mut Book<'_>,
    fir: &str,
    order: Option<&Order>,
) -> Result<(), ViewError> {
    let Some(case) = living(rec, book, fir)? else { return Ok(()) };
    let before_court = matches!(case.stage, Stage::InCourt | Stage::Trial);
    match follows(rec, book, fir)? {
        Some(stage) if before_court => ends(rec, book, fir, stage, order),
        _ => Ok(()),
    }
}
