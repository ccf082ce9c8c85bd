//! One night: each station's rows pass through the checks, a page at a time; the offices above get the sums.

use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_crosscheck::{Item, Outcome, Round, Scene, Window};
use roznamcha_statute::{Province, Severity};
use roznamcha_store::{After, Offices, Progress, Query};
use std::collections::BTreeMap;

use super::{Count, Night};
use crate::upkeep::System;
use crate::{DoorError, OfficeInfo, Records};

/// Rows read at a time: what is in memory at once.
const PAGE: u32 = 1_000;
/// Rounds over an office whose journal moves meanwhile.
const MOST_ROUNDS: u32 = 5;
/// The hour of the office's clock from which a night's check is due.
const HOUR: i8 = 2;
/// The day whose check was last done.
const DONE: &str = "health-done";

/// What was found at an office.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The office.
    pub office: String,
    /// What was found.
    pub night: Night,
}

impl System<'_> {
    /// Checks every station, or those at or below an office, and keeps the counts. Progress is told in rows.
    ///
    /// # Errors
    /// Store errors; a row that does not read.
    pub async fn crosscheck(
        &self,
        office: Option<&str>,
        progress: Progress<'_>,
    ) -> Result<Vec<Checked>, DoorError> {
        let records = self.0;
        records.refresh_offices().await?;
        let now = records.clock.now();
        let tree = records.offices();
        let under = |code: &str| office.is_none_or(|o| o == code || tree.above(code).iter().any(|a| a == o));
        let mut above: BTreeMap<String, BTreeMap<String, Count>> = BTreeMap::new();
        let (mut all, mut rows) = (Vec::new(), 0);
        for code in records.store.journals().await? {
            let Some(info) = tree.get(&code).filter(|o| o.kind == "police_station" && under(&o.code)) else {
                continue;
            };
            let outcome = records.check_office(info, None, &mut rows, progress).await?;
            let count = |(id, t): (&str, roznamcha_crosscheck::Tally)| {
                (id.to_owned(), Count { count: t.count, since: t.since })
            };
            let counts = outcome.tallies.into_iter().map(count).collect();
            let night = Night { day: now.day(), at: now, counts };
            records.keep_night(&code, &night).await?;
            for upper in tree.above(&code) {
                let sums = above.entry(upper).or_default();
                for (id, count) in &night.counts {
                    let sum = sums.entry(id.clone()).or_default();
                    *sum = sum.with(*count);
                }
            }
            all.push(Checked { office: code, night });
        }
        // A run over a part says nothing of the whole above it.
        for (upper, counts) in above.into_iter().filter(|(upper, _)| under(upper)) {
            records.keep_night(&upper, &Night { day: now.day(), at: now, counts }).await?;
        }
        Ok(all)
    }

    /// Checks all stations if the night's check is due: once a day from two in the morning, and at once where it was
    /// missed. Gives what was done.
    ///
    /// # Errors
    /// As [`System::crosscheck`].
    pub async fn crosscheck_if_due(&self) -> Result<Option<Vec<Checked>>, DoorError> {
        let now = self.0.clock.now();
        let due = if now.local().hour() >= HOUR { now.day() } else { yesterday(now.day()) };
        let done = self.0.store.mark(DONE).await?.and_then(|day| day.parse::<Date>().ok());
        if done.is_some_and(|done| done >= due) {
            return Ok(None);
        }
        let all = self.crosscheck(None, &|_, _| {}).await?;
        self.0.store.put_mark(DONE, &due.to_string()).await?;
        Ok(Some(all))
    }
}

fn yesterday(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}

impl Records {
    /// A round over one office. Where its journal moved meanwhile and something was found that cannot be, the rows may
    /// have been read before and after one act: it is done again.
    pub(super) async fn check_office(
        &self,
        office: &OfficeInfo,
        only: Option<(&str, Window)>,
        rows: &mut u64,
        progress: Progress<'_>,
    ) -> Result<Outcome, DoorError> {
        let mut round = 1;
        loop {
            let before = self.store.head(&office.code).await?.map(|head| head.seq);
            let outcome = self.one_round(office, only, rows, progress).await?;
            let after = self.store.head(&office.code).await?.map(|head| head.seq);
            if before == after || round >= MOST_ROUNDS || !self.finds_defects(&outcome) {
                return Ok(outcome);
            }
            round += 1;
        }
    }

    fn finds_defects(&self, outcome: &Outcome) -> bool {
        let defect = |id: &&str| {
            self.statute().crosschecks().iter().any(|law| law.id == **id && law.severity == Severity::Defect)
        };
        outcome.tallies.keys().any(defect)
    }

    async fn one_round(
        &self,
        office: &OfficeInfo,
        only: Option<(&str, Window)>,
        rows: &mut u64,
        progress: Progress<'_>,
    ) -> Result<Outcome, DoorError> {
        let province = office.province.parse::<Province>().unwrap_or(Province::Pakistan);
        let scene = Scene { office: &office.code, province, now: self.clock.now(), book: self.statute() };
        let mut round = match only {
            Some((check, window)) => Round::one(scene, check, window),
            None => Round::all(scene),
        };
        for table in round.tables() {
            let mut query = Query {
                table,
                offices: Offices::In(vec![office.code.clone()]),
                filters: Vec::new(),
                order: None,
                descending: false,
                after: None,
                limit: PAGE,
            };
            loop {
                let page = self.store.rows(&query).await?;
                for (_, body) in &page {
                    if let Some(item) = Item::read(table.name, body)? {
                        round.take(&item);
                    }
                }
                *rows += page.len() as u64;
                progress(*rows, None);
                let Some((last, _)) = page.last().filter(|_| page.len() == PAGE as usize) else { break };
                let (office, key) = (last.office.clone(), last.key.clone());
                query.after = Some(After { value: None, office, key });
            }
        }
        Ok(round.end())
    }
}
