//! Incidents of a legacy system: written in bulk by an import, read as a list.

use roznamcha_access::{Action, Field, ResourceKind};
use roznamcha_acts::refusal::Refusal;
use roznamcha_acts::views::{IncidentRow, ReconcileRow};
use roznamcha_acts::{Act, ActId, Body, Moment};
use roznamcha_store::{After, Offices, Op, Proposal, Query, Receipt};

use crate::{Caller, DoorError, NewAct, Records};

/// A page of legacy incidents.
#[derive(Clone, Debug)]
pub struct IncidentPage {
    /// The incidents, newest first.
    pub rows: Vec<IncidentRow>,
    /// Where the next page begins.
    pub next: Option<(i64, String, String)>,
}

/// Writes an import in batches; each batch is one transaction with the mark of how far it came.
pub struct LegacyWriter<'a> {
    records: &'a Records,
    caller: Caller,
}

impl Records {
    /// Leave to import into offices below the caller's, asked once for the run and once for each new office.
    pub async fn import_legacy(&self, caller: &Caller) -> Result<LegacyWriter<'_>, DoorError> {
        let row = self.at(ResourceKind::Legacy, caller.office());
        let permit = self.ask(caller, Action::ImportLegacy, &row, "import").await?;
        self.done(permit, 0).await;
        Ok(LegacyWriter { records: self, caller: caller.clone() })
    }

    /// Legacy incidents at or below an office, newest first.
    pub async fn incidents(
        &self,
        caller: &Caller,
        office: &str,
        class: Option<&str>,
        after: Option<(i64, String, String)>,
    ) -> Result<IncidentPage, DoorError> {
        self.office(office).await?;
        let permit =
            self.ask(caller, Action::ReadLegacy, &self.at(ResourceKind::Legacy, office), "incidents").await?;
        let text = permit.fields.shows(Field::LegacyText);
        let outcome = async {
            let offices = Offices::In(self.offices().within(office));
            let mut query = Query::of::<IncidentRow>("").within(offices).by("occurred", true).limit(100);
            query = query.filter("occurred", Op::Ge, i64::MIN);
            if let Some(class) = class {
                query = query.eq("class", class);
            }
            query.after = after.map(|(value, office, key)| After { value: Some(value.into()), office, key });
            let mut rows: Vec<IncidentRow> = self.all(query).await?;
            let next = rows.last().filter(|_| rows.len() == 100).and_then(|r| {
                r.incident.as_ref().map(|i| (i.occurred_from.millis(), r.office.clone(), r.act.clone()))
            });
            if !text {
                for incident in rows.iter_mut().filter_map(|r| r.incident.as_mut()) {
                    incident.place.clear();
                    incident.rest.clear();
                    (incident.lat_e6, incident.lon_e6) = (None, None);
                }
            }
            Ok(IncidentPage { rows, next })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |p| p.rows.len()).await
    }

    /// Reconciliations of imports at or below an office.
    pub async fn reconciliations(
        &self,
        caller: &Caller,
        office: &str,
    ) -> Result<Vec<ReconcileRow>, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Legacy, office);
        let permit = self.ask(caller, Action::ImportLegacy, &row, "reconciliations").await?;
        let offices = Offices::In(self.offices().within(office));
        let query = Query::of::<ReconcileRow>("").within(offices).by("at", true).limit(200);
        let outcome = self.all(query).await;
        self.finish(permit, outcome, Vec::len).await
    }
}

impl LegacyWriter<'_> {
    /// Writes a batch: each item is an office, an act id, when it happened, and the body. The mark is set with it.
    pub async fn write(
        &self,
        batch: Vec<(String, ActId, Moment, Body)>,
        mark: (String, String),
    ) -> Result<Vec<Result<Receipt, Refusal>>, DoorError> {
        let now = self.records.now();
        let mut proposals = Vec::with_capacity(batch.len());
        for (office, id, happened, body) in batch {
            let info = self.records.office(&office).await?;
            let above = self.records.offices().above(&office);
            if office != self.caller.office() && !above.iter().any(|a| a == self.caller.office()) {
                return Err(DoorError::NotAllowed { key: "office-not-below".to_owned() });
            }
            let act = Act {
                id,
                office,
                officer: self.caller.officer().to_owned(),
                rank: self.caller.rank.clone(),
                happened,
                informed: None,
                stated: now,
                basis: Vec::new(),
                body,
            };
            proposals.push(Proposal { act, province: info.province, by: None });
        }
        Ok(self.records.store.write_many(proposals, Some(mark)).await?)
    }

    /// How far an import of that name came.
    pub async fn mark(&self, name: &str) -> Result<Option<String>, DoorError> {
        Ok(self.records.store.mark(name).await?)
    }

    /// Records the outcome of the import in the journal of the caller's office.
    pub async fn reconcile(&self, id: ActId, body: Body) -> Result<Receipt, DoorError> {
        let new = NewAct::now(id, body);
        self.records.perform(&self.caller, new).await
    }
}
