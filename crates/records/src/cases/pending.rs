//! Pendency: open cases counted by officer, stage and age. The databases count from an index; no row is read.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::rows::Value;
use roznamcha_acts::views::{CaseRow, Stage};
use roznamcha_store::{Offices, Op, Query};
use std::collections::BTreeMap;

use super::list::DAY_MS;
use crate::{Caller, DoorError, Records};

/// The last day of each age band; the last band is open.
pub const AGE_BANDS: [u32; 4] = [14, 30, 90, 365];

/// Open cases of one station, officer and stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The station.
    pub office: String,
    /// The investigating officer; `None` where nobody has the case.
    pub officer: Option<String>,
    /// How they stand.
    pub stage: Stage,
    /// How many in each age band.
    pub ages: [u64; AGE_BANDS.len() + 1],
}

impl Records {
    /// Open cases at or below an office, by station, officer, stage and days since registration.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the office is none of the caller's; store errors.
    pub async fn pendency(&self, caller: &Caller, office: &str) -> Result<Vec<Pending>, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Fir, office);
        let permit = self.ask(caller, Action::ReadCase, &row, "pendency").await?;
        let outcome = self.pending(office).await;
        self.finish(permit, outcome, Vec::len).await
    }

    pub(crate) async fn pending(&self, office: &str) -> Result<Vec<Pending>, DoorError> {
        let offices: Vec<String> = self.offices().stations(office).iter().map(|o| o.code.clone()).collect();
        let now = self.clock.now().millis();
        let mut found: BTreeMap<(String, Option<String>, Stage), Pending> = BTreeMap::new();
        for band in 0..=AGE_BANDS.len() {
            let mut query = Query::of::<CaseRow>("").within(Offices::In(offices.clone())).eq("open", true);
            let last = |band: usize| AGE_BANDS.get(band).map(|days| now - (i64::from(*days) + 1) * DAY_MS);
            if let Some(from) = last(band) {
                query = query.filter("registered", Op::Gt, from);
            }
            if let Some(until) = band.checked_sub(1).and_then(last) {
                query = query.filter("registered", Op::Le, until);
            }
            for (values, count) in self.store.tally(&query, &["office", "io", "stage"]).await? {
                let Some((office, officer, stage)) = group(values) else {
                    return Err(DoorError::Defect("a case is at no stage there is".to_owned()));
                };
                let key = (office.clone(), officer.clone(), stage);
                let ages = [0; AGE_BANDS.len() + 1];
                let line = found.entry(key).or_insert(Pending { office, officer, stage, ages });
                if let Some(age) = line.ages.get_mut(band) {
                    *age = count;
                }
            }
        }
        Ok(found.into_values().collect())
    }
}

fn group(values: Vec<Value>) -> Option<(String, Option<String>, Stage)> {
    let [Value::Text(office), officer, Value::Text(stage)] = <[Value; 3]>::try_from(values).ok()? else {
        return None;
    };
    let officer = match officer {
        Value::Text(officer) => Some(officer),
        _ => None,
    };
    Some((office, officer, Stage::of(&stage)?))
}
