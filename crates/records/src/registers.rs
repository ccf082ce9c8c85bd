//! The registers as books: any of the 25, by part and period, a page at a time.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CorrectionRow, CounterRow, EntryRow};
use roznamcha_store::{After, Op, Query};
use roznamcha_words::fold::fold;

use crate::mask::Seen;
use crate::{Caller, DoorError, EntryView, Records, totp};

/// Which page of which register.
#[derive(Clone, Debug, Default)]
pub struct RegisterQuestion {
    /// The office.
    pub office: String,
    /// The register's number, or a working register's word.
    pub register: String,
    /// Only this part.
    pub part: Option<String>,
    /// Only this period: a year, or a day.
    pub period: Option<String>,
    /// Only entries with a flag.
    pub flagged: bool,
    /// Only this serial number.
    pub serial: Option<u64>,
    /// Only what this officer wrote: code, or part of the name in either language.
    pub officer: Option<String>,
    /// Only entries in which these words stand, as far as this officer may read them.
    pub words: Option<String>,
    /// Where the page before ended: key of its last entry.
    pub after: Option<String>,
    /// Newest first.
    pub newest_first: bool,
    /// Entries to the page, at most 200.
    pub limit: u32,
}

/// A page of a register.
#[derive(Clone, Debug, Default)]
pub struct RegisterPage {
    /// Entries in order.
    pub entries: Vec<EntryView>,
    /// Where the next page begins: give it as `after`.
    pub next: Option<String>,
    /// The words were sought as far as `next` and no further: the book goes on.
    pub unfinished: bool,
    /// Periods that have entries in this part, oldest first; empty where no part was named, and for the diary, whose
    /// days have a list of their own.
    pub periods: Vec<String>,
}

impl Records {
    /// A page of a register.
    pub async fn register(&self, caller: &Caller, q: &RegisterQuestion) -> Result<RegisterPage, DoorError> {
        self.office(&q.office).await?;
        let diary = q.register == "2";
        let kind = if diary { ResourceKind::Diary } else { ResourceKind::Register };
        let mut key = format!(
            "{}/{}/{}",
            q.register,
            q.part.as_deref().unwrap_or("*"),
            q.period.as_deref().unwrap_or("*")
        );
        if let Some(words) = q.words.as_deref().filter(|w| !w.trim().is_empty()) {
            // The words may be a name: the audit row keeps their hash, as of every search.
            key.push_str(&format!(
                " sha256:{}",
                totp::digest(&fold(words)).chars().take(16).collect::<String>()
            ));
        }
        let row = self.at(kind, &q.office);
        let action = if diary { Action::ReadDiary } else { Action::ReadRegister };
        let permit = self.ask(caller, action, &row, &key).await?;
        let outcome = async {
            let mut page = self.register_page(caller, q, action).await?;
            if let Some(part) = q.part.as_deref().filter(|_| !diary) {
                page.periods = self.periods(&q.office, &q.register, part).await?;
            }
            Ok(page)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |p| p.entries.len()).await
    }

    async fn register_page(
        &self,
        caller: &Caller,
        q: &RegisterQuestion,
        action: Action,
    ) -> Result<RegisterPage, DoorError> {
        let limit = q.limit.clamp(1, 200);
        let mut query = Query::of::<EntryRow>(&q.office).eq("register", q.register.as_str()).limit(limit);
        if let Some(part) = &q.part {
            query = query.eq("part", part.as_str());
        }
        if let Some(period) = &q.period {
            query = query.eq("period", period.as_str());
        }
        if q.flagged {
            query = query.filter("flagged", Op::Eq, 1i64);
        }
        if let Some(serial) = q.serial {
            query = query.filter("serial", Op::Eq, i64::try_from(serial).unwrap_or(i64::MAX));
        }
        if let Some(officer) = q.officer.as_deref().filter(|o| !o.trim().is_empty()) {
            let Some(code) = self.writer(&q.office, officer).await? else {
                return Ok(RegisterPage::default());
            };
            query = query.eq("officer", code);
        }
        if q.newest_first {
            query = query.newest_key_first();
        }
        query.after = q.after.clone().map(|key| After { value: None, office: q.office.clone(), key });
        if let Some(words) = q.words.as_deref().map(fold).filter(|w| !w.is_empty()) {
            return self.find_words(caller, action, query, &words).await;
        }
        let rows: Vec<EntryRow> = self.all(query).await?;
        let full = rows.len() == limit as usize;
        let next = rows.last().filter(|_| full).map(View::key);
        let mut seen = Seen::default();
        let entries = rows.into_iter().map(|r| self.veil(caller, action, r, &mut seen)).collect();
        Ok(RegisterPage { entries, next, ..RegisterPage::default() })
    }

    /// The periods of a part, by its counters.
    async fn periods(&self, office: &str, register: &str, part: &str) -> Result<Vec<String>, DoorError> {
        let series = format!("{register}/{part}/");
        let mut query = Query::of::<CounterRow>(office).limit(100);
        query.after = Some(After { value: None, office: office.to_owned(), key: series.clone() });
        let rows: Vec<CounterRow> = self.all(query).await?;
        Ok(rows.iter().filter_map(|r| r.series.strip_prefix(&series)).map(str::to_owned).collect())
    }

    /// One entry, by its key `register/part/period/serial`.
    pub async fn entry(&self, caller: &Caller, office: &str, key: &str) -> Result<EntryView, DoorError> {
        self.office(office).await?;
        let parsed: roznamcha_journal::EntryRef = key.parse().map_err(|_| DoorError::NotFound)?;
        let at = EntryRow::at(office, &roznamcha_acts::views::entry_key(&parsed));
        let found = self.store.row(&at).await?.map(|b| EntryRow::read(&b)).transpose()?;
        let action = if parsed.register == "2" { Action::ReadDiary } else { Action::ReadRegister };
        let Some(row) = found else {
            // Asked for all the same, so that the attempt is on record and absence tells nothing.
            let kind = if parsed.register == "2" { ResourceKind::Diary } else { ResourceKind::Register };
            let permit = self.ask(caller, action, &self.at(kind, office), key).await?;
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let permit = self.ask(caller, action, &self.of_entry(&row), key).await?;
        let view = self.veil(caller, action, row, &mut Seen::default());
        self.done(permit, 1).await;
        Ok(view)
    }

    /// Corrections that await attestation at an office, oldest first: what, where, by whom. No words of them.
    pub async fn unattested(&self, caller: &Caller, office: &str) -> Result<Vec<CorrectionRow>, DoorError> {
        self.office(office).await?;
        let permit = self
            .ask(caller, Action::ReadRegister, &self.at(ResourceKind::Register, office), "corrections")
            .await?;
        let query = Query::of::<CorrectionRow>(office).eq("attested", false).by("at", false).limit(200);
        let outcome = self.all(query).await;
        self.finish(permit, outcome, Vec::len).await
    }
}
