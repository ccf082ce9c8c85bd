//! The case diaries of section 172. Their index tells number, date and officer, nothing else; what was written is read
//! by those the policies name, each reading with its own audit row.

use roznamcha_access::Action;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{Body, CaseZimni};
use roznamcha_acts::views::{CaseRow, EntryRow, entry_key};
use roznamcha_journal::EntryRef;
use roznamcha_store::{After, Op, Query};

use crate::{Caller, DoorError, Records};

/// The working register of case diaries; its part is the case.
const REGISTER: &str = "w-zimni";

/// A line of the index.
#[derive(Clone, Debug)]
pub struct ZimniLine {
    /// Its number within the case.
    pub no: u64,
    /// The act.
    pub act: String,
    /// When the officer closed it; when it was written, where a court removed its content.
    pub date: Moment,
    /// Who wrote it.
    pub officer: String,
    /// His rank then.
    pub rank: String,
    /// A court removed what it said.
    pub gone: bool,
}

/// A page of the index.
#[derive(Clone, Debug, Default)]
pub struct ZimniIndex {
    /// Lines by number.
    pub lines: Vec<ZimniLine>,
    /// The number after which the next page begins.
    pub next: Option<u64>,
}

/// A case diary with what it says.
#[derive(Clone, Debug)]
pub struct ZimniView {
    /// Its line in the index.
    pub line: ZimniLine,
    /// What was written; `None` where a court removed it.
    pub body: Option<CaseZimni>,
}

/// Case diaries in order.
#[derive(Clone, Debug, Default)]
pub struct ZimniPage {
    /// The diaries by number.
    pub zimnis: Vec<ZimniView>,
    /// The number after which the next page begins.
    pub next: Option<u64>,
}

fn key(case: &CaseRow, no: u64) -> String {
    let (register, part, period) = (REGISTER.to_owned(), case.fir.clone(), "-".to_owned());
    entry_key(&EntryRef { register, part, period, serial: no })
}

fn line(row: &EntryRow) -> ZimniLine {
    let closed = row.current("date").and_then(|date| date.parse().ok());
    ZimniLine {
        no: row.entry.serial,
        act: row.act.clone(),
        date: closed.unwrap_or(row.written),
        officer: row.officer.clone(),
        rank: row.rank.clone(),
        gone: row.gone.is_some() || row.cells.is_empty(),
    }
}

impl Records {
    /// The index of a case's diaries, after a number.
    ///
    /// # Errors
    /// [`DoorError::NotFound`]; store errors.
    pub async fn zimni_index(
        &self,
        caller: &Caller,
        fir: &str,
        after: u64,
        limit: u32,
    ) -> Result<ZimniIndex, DoorError> {
        let opened = self.open_case(caller, Action::ReadCase, fir).await?;
        let outcome = self.zimni_lines(&opened.case, after, limit).await;
        self.finish(opened.permit, outcome, |index| index.lines.len()).await
    }

    /// The case diaries themselves, after a number.
    ///
    /// # Errors
    /// [`DoorError::PurposeNeeded`]; [`DoorError::NotFound`], also for who may not read them; store errors.
    pub async fn zimnis(
        &self,
        caller: &Caller,
        fir: &str,
        after: u64,
        limit: u32,
    ) -> Result<ZimniPage, DoorError> {
        let opened = self.open_case(caller, Action::ReadZimni, fir).await?;
        let outcome = self.zimni_texts(&opened.case, after, limit).await;
        self.finish(opened.permit, outcome, |page| page.zimnis.len()).await
    }

    async fn zimni_lines(&self, case: &CaseRow, after: u64, limit: u32) -> Result<ZimniIndex, DoorError> {
        let limit = limit.clamp(1, 500);
        let prefix = format!("{REGISTER}/{}/", case.fir);
        let after = After { value: None, office: case.office.clone(), key: key(case, after) };
        let query = Query::of::<EntryRow>(&case.office).filter("key", Op::Prefix, prefix).limit(limit);
        let rows: Vec<EntryRow> = self.all(query.after(Some(after))).await?;
        let full = rows.len() == limit as usize;
        let next = rows.last().filter(|_| full).map(|r| r.entry.serial);
        Ok(ZimniIndex { lines: rows.iter().map(line).collect(), next })
    }

    async fn zimni_texts(&self, case: &CaseRow, after: u64, limit: u32) -> Result<ZimniPage, DoorError> {
        let index = self.zimni_lines(case, after, limit.min(100)).await?;
        let mut zimnis = Vec::with_capacity(index.lines.len());
        for line in index.lines {
            let act = self.store.act(&case.office, &line.act).await?;
            let body = act.and_then(|act| act.body).and_then(|body| match body {
                Body::CaseZimni(zimni) => Some(zimni),
                _ => None,
            });
            zimnis.push(ZimniView { line, body });
        }
        Ok(ZimniPage { zimnis, next: index.next })
    }
}
