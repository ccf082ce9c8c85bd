//! The cases of the stations at or below an office: headings, no person in them.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::Moment;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CaseRow, Stage};
use roznamcha_store::{After, Offices, Op, Query};

use jiff::civil::Date;

use crate::{Caller, DoorError, Records};

/// Milliseconds of a day.
pub(super) const DAY_MS: i64 = 86_400_000;

/// Where a page of the list ended: (registered, office, case).
pub type CaseSeek = (i64, String, String);

/// Which cases.
#[derive(Clone, Debug, Default)]
pub struct CaseFilter {
    /// The office; all stations at or below it.
    pub office: String,
    /// Only those at this stage.
    pub stage: Option<Stage>,
    /// Only those that police, prosecutor or court have in hand.
    pub open: bool,
    /// Only those of this investigating officer; `-` for those nobody has.
    pub officer: Option<String>,
    /// Only those registered this many days ago or longer.
    pub older: Option<u32>,
    /// Only those registered fewer days ago than this.
    pub younger: Option<u32>,
    /// Only those with this number.
    pub no: Option<u64>,
    /// Only those of this year.
    pub year: Option<i16>,
    /// Oldest first.
    pub oldest_first: bool,
    /// Where the page before ended.
    pub after: Option<CaseSeek>,
    /// Cases to the page, at most 200.
    pub limit: u32,
}

/// A case in the list.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// The station.
    pub office: String,
    /// The case: the act that registered its report.
    pub fir: String,
    /// FIR number.
    pub no: u64,
    /// The year.
    pub year: i16,
    /// When registered.
    pub registered: Moment,
    /// How it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Moment,
    /// Sections that stand.
    pub sections: Vec<String>,
    /// The present investigating officer.
    pub officer: Option<String>,
    /// How many are accused.
    pub accused: usize,
    /// Case diaries written.
    pub zimnis: u64,
    /// Next date before the court.
    pub next_date: Option<Date>,
    /// A court's stay holds.
    pub stayed: bool,
    /// Its persons are protected.
    pub sealed: bool,
    /// Its content was removed.
    pub gone: bool,
    /// Days since it was registered.
    pub days: i64,
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct CaseList {
    /// The cases.
    pub lines: Vec<CaseLine>,
    /// Where the next page begins.
    pub next: Option<CaseSeek>,
}

impl CaseFilter {
    fn query(&self, offices: Vec<String>, now: Moment, limit: u32) -> Query {
        let by = |query: Query| query.by("registered", !self.oldest_first).limit(limit);
        let mut query = by(Query::of::<CaseRow>("").within(Offices::In(offices)));
        if let Some(stage) = self.stage {
            query = query.eq("stage", stage.as_str());
        }
        if self.open {
            query = query.eq("open", true);
        }
        match self.officer.as_deref() {
            Some("-") => query = query.eq("io", roznamcha_acts::rows::Value::Null),
            Some(officer) => query = query.eq("io", officer),
            None => {}
        }
        let ago = |days: u32| now.millis() - i64::from(days) * DAY_MS;
        if let Some(days) = self.older {
            query = query.filter("registered", Op::Le, ago(days));
        }
        if let Some(days) = self.younger {
            query = query.filter("registered", Op::Gt, ago(days));
        }
        if let Some(no) = self.no {
            query = query.eq("no", i64::try_from(no).unwrap_or(i64::MAX));
        }
        if let Some(year) = self.year {
            query = query.eq("year", i64::from(year));
        }
        let after = self.after.clone();
        query.after(after.map(|(at, office, key)| After { value: Some(at.into()), office, key }))
    }
}

fn line(row: &CaseRow, now: Moment) -> CaseLine {
    CaseLine {
        office: row.office.clone(),
        fir: row.fir.clone(),
        no: row.no,
        year: row.year,
        registered: row.registered,
        stage: row.stage,
        since: row.since,
        sections: row.charged().map(str::to_owned).collect(),
        officer: row.io().map(|io| io.officer.clone()),
        accused: row.accused.len(),
        zimnis: row.zimnis,
        next_date: row.next_date,
        stayed: row.is_stayed(),
        sealed: row.sealed,
        gone: row.is_stub() || row.gone.is_some(),
        days: (now.millis() - row.registered.millis()).max(0) / DAY_MS,
    }
}

impl Records {
    /// The office whose cases an officer begins with: a court's and a prosecutor's district, everybody else's own.
    pub fn cases_office(&self, caller: &Caller) -> String {
        let serves = matches!(caller.role(), Role::Court | Role::Prosecutor);
        let seat = caller.above().first().filter(|_| serves);
        seat.map_or_else(|| caller.office().to_owned(), Clone::clone)
    }

    /// The cases at or below an office that a filter names. One that this officer may not know of is left out.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's; store errors.
    pub async fn cases(&self, caller: &Caller, filter: &CaseFilter) -> Result<CaseList, DoorError> {
        self.office(&filter.office).await?;
        let row = self.at(ResourceKind::Fir, &filter.office);
        let permit = self.ask(caller, Action::ReadCase, &row, "cases").await?;
        let outcome = self.case_lines(caller, filter).await;
        self.finish(permit, outcome, |list| list.lines.len()).await
    }

    async fn case_lines(&self, caller: &Caller, filter: &CaseFilter) -> Result<CaseList, DoorError> {
        let limit = filter.limit.clamp(1, 200);
        let (now, tree) = (self.clock.now(), self.offices());
        let offices = tree.stations(&filter.office).iter().map(|o| o.code.clone()).collect();
        let rows: Vec<CaseRow> = self.all(filter.query(offices, now, limit)).await?;
        let full = rows.len() == limit as usize;
        let next = rows.last().filter(|_| full).map(|r| (r.registered.millis(), r.office.clone(), r.key()));
        let may = |row: &&CaseRow| self.decided(caller, Action::ReadCase, &self.of_case(row)).allowed;
        Ok(CaseList { lines: rows.iter().filter(may).map(|row| line(row, now)).collect(), next })
    }
}
