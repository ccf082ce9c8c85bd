//! A case opens with its report: its own row, and one for each accused.

use crate::act::Recorded;
use crate::kinds::case::is_special;
use crate::kinds::{FirRegister, case, fir_book};
use crate::rows::{Book, ViewError};
use crate::views::{CaseRow, CaseSection, FirRow, Gone, IoSpan, NamedBy, PartyRole, StaffRow, Stage};

/// The case of a report.
pub(crate) fn open(
    fir: &FirRegister,
    row: &FirRow,
    rec: &Recorded,
    book: &mut Book<'_>,
) -> Result<(), ViewError> {
    let mut opened = empty(row);
    opened.sections = written(fir, row);
    if let Some(officer) = &fir.io {
        let staff = book.get::<StaffRow>(&row.office, officer)?;
        opened.ios.push(IoSpan { special: is_special(staff.as_ref()), ..first_io(officer, row) });
    }
    opened.sealed = row.sealed.is_some();
    for (role, party) in fir_book::parties(fir) {
        if role == PartyRole::Accused {
            case::accuse(&mut opened, party, NamedBy::Report, rec, book)?;
        } else {
            opened.parties = opened.parties.saturating_add(1);
        }
    }
    book.put(&opened)
}

/// The sections as the report has them.
pub(crate) fn written(fir: &FirRegister, row: &FirRow) -> Vec<CaseSection> {
    let section = |code: &String| CaseSection {
        code: code.clone(),
        act: row.act.clone(),
        at: row.registered,
        zimni: None,
        struck: None,
    };
    fir.sections.iter().map(section).collect()
}

fn first_io(officer: &str, row: &FirRow) -> IoSpan {
    IoSpan {
        officer: officer.to_owned(),
        rank: None,
        special: false,
        from: row.registered,
        until: None,
        act: row.act.clone(),
    }
}

/// What remains of a case whose content a court removed: what the header of its report tells.
pub(crate) fn stub(row: &FirRow, gone: Option<Gone>) -> CaseRow {
    CaseRow { gone, ..empty(row) }
}

fn empty(row: &FirRow) -> CaseRow {
    CaseRow {
        office: row.office.clone(),
        fir: row.act.clone(),
        no: row.no,
        year: row.year,
        registered: row.registered,
        stage: Stage::Investigation,
        since: row.registered,
        by: row.act.clone(),
        sections: Vec::new(),
        ios: Vec::new(),
        transfers: 0,
        transfer: None,
        versions: Vec::new(),
        parties: 0,
        accused: Vec::new(),
        zimnis: 0,
        prosecutor: None,
        reports: Vec::new(),
        next_date: None,
        stays: Vec::new(),
        outcome: None,
        steps: Vec::new(),
        sealed: false,
        gone: None,
    }
}
