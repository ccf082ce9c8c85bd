//! The page of an office's health: each check with its count, since when, and how it went over the last months.

use jiff::civil::Date;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_statute::{Crosscheck, Province, Severity};
use std::collections::BTreeMap;

use super::{Count, Night};
use crate::{Caller, DoorError, Records};

/// One check of an office.
#[derive(Clone, Debug)]
pub struct HealthLine {
    /// The row of the law.
    pub law: Crosscheck,
    /// How many, last night.
    pub count: u64,
    /// The day of the oldest.
    pub since: Option<Date>,
    /// Each night that was checked, oldest first.
    pub trend: Vec<(Date, u64)>,
}

/// An office below, with its sums.
#[derive(Clone, Debug)]
pub struct HealthOffice {
    /// Its code.
    pub office: String,
    /// When it was last checked.
    pub at: Moment,
    /// What cannot be.
    pub defects: u64,
    /// What is late.
    pub late: u64,
    /// What is to be looked at.
    pub notices: u64,
}

/// The health of an office.
#[derive(Clone, Debug)]
pub struct HealthPage {
    /// The office.
    pub office: String,
    /// Whether its own books are checked; else it is the sum of the stations below.
    pub station: bool,
    /// When it was last checked.
    pub at: Option<Moment>,
    /// Every check of the law of the place, those that found something first, the gravest first.
    pub lines: Vec<HealthLine>,
    /// The offices right below that were checked.
    pub below: Vec<HealthOffice>,
}

impl Records {
    /// The health of an office. Counts only; no person and no officer in it.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's; store errors.
    pub async fn health(&self, caller: &Caller, office: &str) -> Result<HealthPage, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Office, office);
        let permit = self.ask(caller, Action::ReadHealth, &row, "health").await?;
        let outcome = self.health_page(office).await;
        self.finish(permit, outcome, |page| page.lines.len()).await
    }

    pub(crate) async fn health_page(&self, office: &str) -> Result<HealthPage, DoorError> {
        let info = self.office(office).await?;
        let today = self.clock.now().day();
        let last = self.last_night(office).await?;
        let nights = self.trend(office, today).await?;
        let mut lines: Vec<HealthLine> =
            self.laws_of(&info.province).map(|law| line(law, last.as_ref(), &nights)).collect();
        lines.sort_by_key(|l| (l.count == 0, l.law.severity));
        let mut below = Vec::new();
        for child in self.offices().children(office) {
            if let Some(night) = self.last_night(&child.code).await? {
                below.push(self.sums(&child.code, &night));
            }
        }
        let station = info.kind == "police_station";
        Ok(HealthPage { office: office.to_owned(), station, at: last.map(|n| n.at), lines, below })
    }

    /// The checks of the law of a province today.
    pub(super) fn laws_of(&self, province: &str) -> impl Iterator<Item = &Crosscheck> {
        let province = province.parse::<Province>().unwrap_or(Province::Pakistan);
        self.statute().crosschecks_on(province, self.clock.now().day())
    }

    /// How much of each gravity a night found.
    pub(super) fn sums(&self, office: &str, night: &Night) -> HealthOffice {
        let mut by: BTreeMap<Severity, u64> = BTreeMap::new();
        for (id, count) in &night.counts {
            if let Some(law) = self.statute().crosschecks().iter().find(|law| law.id == *id) {
                let sum = by.entry(law.severity).or_default();
                *sum = sum.saturating_add(count.count);
            }
        }
        let of = |severity| by.get(&severity).copied().unwrap_or_default();
        HealthOffice {
            office: office.to_owned(),
            at: night.at,
            defects: of(Severity::Defect),
            late: of(Severity::Late),
            notices: of(Severity::Notice),
        }
    }
}

fn line(law: &Crosscheck, last: Option<&Night>, nights: &[Night]) -> HealthLine {
    let of = |night: &Night| night.counts.get(&law.id).copied().unwrap_or_default();
    let Count { count, since } = last.map(of).unwrap_or_default();
    let trend = nights.iter().map(|night| (night.day, of(night).count)).collect();
    HealthLine { law: law.clone(), count, since, trend }
}
