//! What a check finds at a station now, each violation with where it leads; above stations, where to look.

use jiff::civil::Date;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_crosscheck::{Finding, Window};
use roznamcha_statute::Crosscheck;

use super::{Count, Night};
use crate::{Caller, DoorError, OfficeInfo, Records};

/// Violations of one answer.
const LISTED: usize = 100;

/// One violation.
#[derive(Clone, Debug)]
pub struct Violation {
    /// What was found.
    pub finding: Finding,
    /// Number and year of the case it leads to.
    pub title: Option<String>,
}

/// The violations of one check.
#[derive(Clone, Debug)]
pub struct Violations {
    /// The row of the law.
    pub law: Crosscheck,
    /// The office.
    pub office: String,
    /// Whether they are of the office's own books, counted now; else of the stations below, last night.
    pub station: bool,
    /// How many.
    pub total: u64,
    /// Some of them, of a station.
    pub list: Vec<Violation>,
    /// So many were passed over.
    pub skipped: u64,
    /// How many lead to each officer, the most first; of a station.
    pub officers: Vec<(String, u64)>,
    /// Each night that was checked in the last three months, oldest first.
    pub trend: Vec<(Date, u64)>,
    /// The offices right below that have some.
    pub below: Vec<(String, Count)>,
}

impl Violations {
    /// Where the next page begins, if there is one.
    pub fn next(&self) -> Option<u64> {
        let shown = self.skipped.saturating_add(self.list.len() as u64);
        (self.station && shown < self.total).then_some(shown)
    }
}

impl Records {
    /// The violations of a check at an office, computed now from a station's books.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's, or there is no such check; store errors.
    pub async fn violations(
        &self,
        caller: &Caller,
        office: &str,
        check: &str,
        skip: u64,
    ) -> Result<Violations, DoorError> {
        let info = self.office(office).await?;
        let row = self.at(ResourceKind::Office, office);
        let permit = self.ask(caller, Action::ReadHealth, &row, &format!("health {check}")).await?;
        let law = self.laws_of(&info.province).find(|law| law.id == check).cloned();
        let outcome = match law {
            Some(law) => self.list_with_trend(&info, law, skip).await,
            None => Err(DoorError::NotFound),
        };
        self.finish(permit, outcome, |page| page.list.len()).await
    }

    async fn list_with_trend(
        &self,
        info: &OfficeInfo,
        law: Crosscheck,
        skip: u64,
    ) -> Result<Violations, DoorError> {
        let nights = self.trend(&info.code, self.clock.now().day()).await?;
        let of = |night: &Night| night.counts.get(&law.id).map_or(0, |count| count.count);
        let trend = nights.iter().map(|night| (night.day, of(night))).collect();
        let page = if info.kind == "police_station" {
            self.station_list(&info.code, law, skip).await?
        } else {
            self.below_list(&info.code, law).await?
        };
        Ok(Violations { trend, ..page })
    }

    async fn station_list(&self, office: &str, law: Crosscheck, skip: u64) -> Result<Violations, DoorError> {
        let info = self.office(office).await?;
        let window = Window { skip, keep: LISTED };
        let outcome = self.check_office(&info, Some((&law.id, window)), &mut 0, &|_, _| {}).await?;
        let total = outcome.tallies.values().map(|tally| tally.count).sum();
        let mut list = Vec::with_capacity(outcome.listed.len());
        for finding in outcome.listed {
            let fir = match &finding.lead.fir {
                Some(fir) => self.fir_row(fir).await?.filter(|row| row.office == office),
                None => None,
            };
            list.push(Violation { title: fir.map(|row| format!("{}/{}", row.no, row.year)), finding });
        }
        let mut officers: Vec<(String, u64)> = outcome.by_officer.into_iter().collect();
        officers.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let office = office.to_owned();
        Ok(Violations {
            law,
            office,
            station: true,
            total,
            list,
            skipped: skip,
            officers,
            trend: Vec::new(),
            below: Vec::new(),
        })
    }

    async fn below_list(&self, office: &str, law: Crosscheck) -> Result<Violations, DoorError> {
        let mut below = Vec::new();
        for child in self.offices().children(office) {
            let night = self.last_night(&child.code).await?;
            if let Some(count) = night.and_then(|n| n.counts.get(&law.id).copied()) {
                below.push((child.code.clone(), count));
            }
        }
        below.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        let total = below.iter().map(|(_, count)| count.count).sum();
        Ok(Violations {
            law,
            office: office.to_owned(),
            station: false,
            total,
            list: Vec::new(),
            skipped: 0,
            officers: Vec::new(),
            trend: Vec::new(),
            below,
        })
    }
}
