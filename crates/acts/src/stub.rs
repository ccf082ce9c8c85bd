//! What the views hold of an act whose content is gone. The same function serves the expungement itself and a
//! rebuild that meets the act already without content, so both leave the same rows.

use crate::act::Recorded;
use crate::kinds::{Body, CaseNominate, CaseStatement, CaseVersion, PrintsDestroy, case, cro, fir_book};
use crate::pending;
use crate::rows::{Book, View, ViewError};
use crate::timeline;
use crate::views::{
    AbsconderRow, CorrectionRow, CustodyRow, DeskRow, DocketRow, EnrolRow, EntryRow, FinalReportRow, FirRow,
    Gone, IncidentRow, InquiryRow, Strike, WatchRow, entry_key,
};

/// Replaces every row of the act by its stub.
pub(crate) fn remains(rec: &Recorded, gone: Option<&Gone>, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    if let Some(body) = &rec.body {
        timeline::forget(body, rec, book);
    }
    for index in 0..rec.header.entries.len() {
        book.put(&EntryRow::stub(rec, index, gone.cloned())?)?;
    }
    match rec.header.kind.as_str() {
        "fir.register" => {
            if let Some(Body::FirRegister(fir)) = &rec.body {
                case::remove_all(office, act, fir_book::parties(fir).len(), book);
            }
            if gone.is_some() {
                pending::forget(office, act, book)?;
            }
            let row = fir_book::stub(rec, gone.cloned())?;
            book.put(&case::stub(&row, gone.cloned()))?;
            book.put(&row)?;
        }
        "case.nominate" | "case.statement" | "case.version" => {
            if let Some(body) = &rec.body
                && let Some((fir, index)) = named(body)
            {
                case::remove(office, fir, index, book);
            }
        }
        "custody.lodge" | "case.arrest" => stay(rec, gone, book)?,
        "challan.submit" | "final.recommend" => {
            book.delete(FinalReportRow::at(office, act));
        }
        "attach.add" => {
            if let Some(Body::AttachAdd(attach)) = &rec.body {
                attach.withdraw(rec, book)?;
            }
        }
        "book.enter" => {
            if let Some(Body::BookEnter(enter)) = &rec.body {
                enter.forget(office, book);
            }
        }
        "clock.excuse" => {
            if let Some(Body::ClockExcuse(excuse)) = &rec.body {
                excuse.withdraw(rec, book)?;
            }
        }
        "docket.issue" => book.delete(DocketRow::at(office, act)),
        "absconder.enter" => {
            keep_desk(office, book)?;
            book.delete(AbsconderRow::at(office, act));
        }
        "surveillance.order" => {
            keep_desk(office, book)?;
            book.delete(WatchRow::at(office, act));
        }
        "inquest.open" | "missing.report" => book.delete(InquiryRow::at(office, act)),
        "entry.correct" => unstrike(rec, book)?,
        "legacy.incident" => {
            book.put(&IncidentRow { office: office.to_owned(), act: act.to_owned(), incident: None })?;
        }
        _ => of_prints(rec, gone, book)?,
    }
    Ok(())
}

/// The same of enrolments and of the record office.
fn of_prints(rec: &Recorded, gone: Option<&Gone>, book: &mut Book<'_>) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    match rec.header.kind.as_str() {
        "prints.enrol" => cro::forget(rec, gone, book)?,
        "prints.destroy" => {
            if let Some(Body::PrintsDestroy(certificate)) = &rec.body {
                uncertified(office, certificate, book)?;
            }
        }
        "search.open" => cro::withdraw_search(rec, gone, book)?,
        "search.list" => cro::withdraw_list(rec, book)?,
        "search.examine" => cro::withdraw_examination(rec, book)?,
        "search.answer" => cro::withdraw_answer(rec, book)?,
        "person.join" => cro::withdraw_join(rec, book)?,
        "lineup.make" => cro::withdraw_lineup(rec, book)?,
        // Others hold rows of their own only in registers, or go together with the act whose rows they changed.
        _ => {}
    }
    Ok(())
}

/// What remains of a stay in the lock-up.
fn stay(rec: &Recorded, gone: Option<&Gone>, book: &mut Book<'_>) -> Result<(), ViewError> {
    let at = rec.happened()?;
    book.put(&CustodyRow {
        office: rec.header.office.clone(),
        act: rec.header.act.clone(),
        person: None,
        sections: Vec::new(),
        arrested: at,
        lodged: at,
        released: None,
        release: None,
        accused: None,
        earlier: Vec::new(),
        returns: Vec::new(),
        gone: gone.cloned(),
    })
}

/// What a certificate destroyed stays destroyed when the certificate itself is gone; what removed it is not told any
/// more.
fn uncertified(office: &str, certificate: &PrintsDestroy, book: &mut Book<'_>) -> Result<(), ViewError> {
    for act in &certificate.removed {
        if let Some(mut row) = book.get::<EnrolRow>(office, act)? {
            (row.gone, row.since) = (None, row.enrolled);
            book.put(&row)?;
        }
    }
    Ok(())
}

/// The person an act brought into a case.
fn named(body: &Body) -> Option<(&str, u32)> {
    match body {
        Body::CaseNominate(CaseNominate { fir, party, .. })
        | Body::CaseStatement(CaseStatement { fir, party, .. })
        | Body::CaseVersion(CaseVersion { fir, party, .. }) => party.map(|index| (fir.as_str(), index)),
        _ => None,
    }
}

/// The desk on which an act was counted, and counted off again, stands whether its words do or not.
fn keep_desk(office: &str, book: &mut Book<'_>) -> Result<(), ViewError> {
    let desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
    book.put(&desk)
}

/// A correction whose words are gone leaves the entries it stood in.
fn unstrike(rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    book.delete(CorrectionRow::at(office, act));
    let Some(Body::EntryCorrect(correct)) = &rec.body else { return Ok(()) };
    let others = |s: &Strike| s.act != act;
    if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&correct.entry))? {
        entry.strikes.retain(others);
        book.put(&entry)?;
    }
    if let Some(mut fir) = book.get::<FirRow>(office, &correct.target)? {
        fir.strikes.retain(others);
        book.put(&fir)?;
    }
    Ok(())
}
