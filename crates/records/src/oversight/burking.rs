//! What came to the stations beside what they registered: reports refused or entered as non-cognizable, calls,
//! complaints, petitions, delays, call-backs. Counts of stations and periods; nobody in them.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::InformantCall;
use roznamcha_acts::rows::Value;
use roznamcha_acts::views::{EntryRow, FirRow};
use roznamcha_store::{Offices, Op, Query};
use std::collections::BTreeMap;

use super::span::Millis;
use super::{Fact, Indicator, Span};
use crate::{Caller, DoorError, OfficeInfo, Records};

/// So many stations are read entry by entry; of more only what an index counts.
pub(super) const MOST_READ: usize = 60;

/// The numbers of a station, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BurkingCounts {
    /// Of each indicator; one that was not read is not there.
    pub counts: BTreeMap<Indicator, u64>,
    /// Seconds from occurrence to information: half of the reports took longer.
    pub to_report: Option<i64>,
    /// Seconds from information to registration: half of the reports took longer.
    pub to_register: Option<i64>,
    /// Seconds from the receipt of a direction to compliance: half took longer.
    pub to_comply: Option<i64>,
}

impl BurkingCounts {
    fn of<'a>(facts: impl Iterator<Item = &'a Fact> + Clone) -> Self {
        let mut counts: BTreeMap<Indicator, u64> = Indicator::ALL.into_iter().map(|i| (i, 0)).collect();
        for of in facts.clone().flat_map(|fact| &fact.of) {
            *counts.entry(*of).or_default() += 1;
        }
        let half = |seconds: fn(&Fact) -> Option<i64>| median(facts.clone().filter_map(seconds).collect());
        Self {
            counts,
            to_report: half(|f| f.to_report),
            to_register: half(|f| f.to_register),
            to_comply: half(|f| f.to_comply),
        }
    }
}

/// The value in the middle; of an even number the lower of the two.
fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

/// A station, or an office of many, with its numbers.
#[derive(Clone, Debug)]
pub struct BurkingOffice {
    /// Its code.
    pub office: String,
    /// Its numbers.
    pub counts: BurkingCounts,
}

/// What came to the stations at or below an office.
#[derive(Clone, Debug)]
pub struct BurkingPage {
    /// The office.
    pub office: String,
    /// The days.
    pub span: Span,
    /// Whether it is a station.
    pub station: bool,
    /// Whether the lines are stations, read entry by entry; else offices of stations, counted.
    pub read: bool,
    /// Each of them; none for a station.
    pub lines: Vec<BurkingOffice>,
    /// All together.
    pub total: BurkingCounts,
}

impl Records {
    /// The numbers of the stations at or below an office.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's; store errors.
    pub async fn burking(&self, caller: &Caller, office: &str, span: Span) -> Result<BurkingPage, DoorError> {
        let info = self.office(office).await?;
        let row = self.at(ResourceKind::Office, office);
        let key = format!("burking {} {}", span.from, span.to);
        let permit = self.ask(caller, Action::ReadHealth, &row, &key).await?;
        let outcome = self.burking_page(&info, span).await;
        self.finish(permit, outcome, |page| page.lines.len()).await
    }

    async fn burking_page(&self, info: &OfficeInfo, span: Span) -> Result<BurkingPage, DoorError> {
        let (tree, time) = (self.offices(), self.millis(span)?);
        let stations = tree.stations(&info.code);
        let station = info.kind == "police_station";
        let read = stations.len() <= MOST_READ;
        let mut lines = Vec::new();
        let total = if read {
            let mut all: Vec<Fact> = Vec::new();
            for place in stations {
                let facts = self.facts(place, time, span.to).await?;
                lines.push(BurkingOffice {
                    office: place.code.clone(),
                    counts: BurkingCounts::of(facts.iter()),
                });
                all.extend(facts);
            }
            BurkingCounts::of(all.iter())
        } else {
            for child in tree.children(&info.code) {
                let below: Vec<String> = tree.stations(&child.code).iter().map(|o| o.code.clone()).collect();
                if !below.is_empty() {
                    let counts = self.counted(below, time).await?;
                    lines.push(BurkingOffice { office: child.code.clone(), counts });
                }
            }
            summed(&lines)
        };
        if station {
            lines.clear();
        }
        Ok(BurkingPage { office: info.code.clone(), span, station, read, lines, total })
    }

    /// What indexes alone can count, of many stations.
    async fn counted(
        &self,
        stations: Vec<String>,
        (from, until): Millis,
    ) -> Result<BurkingCounts, DoorError> {
        let within = |query: Query, by: &'static str| {
            let query = query.within(Offices::In(stations.clone()));
            query.filter(by, Op::Ge, from).filter(by, Op::Lt, until)
        };
        let mut counts = BTreeMap::new();
        let firs = self.store.count(&within(Query::of::<FirRow>(""), "registered")).await?;
        counts.insert(Indicator::Firs, firs);
        let entries = |register: &str| within(Query::of::<EntryRow>("").eq("register", register), "written");
        for (of, register, subject) in [
            (Indicator::Refused, "2", "refusal"),
            (Indicator::Noncognizable, "2", "info_noncognizable"),
            (Indicator::Petitions, "5", "justice"),
            (Indicator::Callbacks, "13", "callback"),
        ] {
            counts.insert(of, self.store.count(&entries(register).eq("subject", subject)).await?);
        }
        counts.extend([(Indicator::Calls, 0), (Indicator::Complaints, 0)]);
        for (values, n) in self.store.tally(&entries(InformantCall::COMPLAINTS), &["part"]).await? {
            let call = values.first() == Some(&Value::Text("call".to_owned()));
            let of = if call { Indicator::Calls } else { Indicator::Complaints };
            *counts.entry(of).or_default() += n;
        }
        Ok(BurkingCounts { counts, ..BurkingCounts::default() })
    }
}

fn summed(lines: &[BurkingOffice]) -> BurkingCounts {
    let mut total = BurkingCounts::default();
    for (of, n) in lines.iter().flat_map(|line| &line.counts.counts) {
        *total.counts.entry(*of).or_default() += n;
    }
    total
}
