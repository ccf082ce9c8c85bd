//! One room through which every read and every refusal passes: policies, then the audit row, then the answer.

use roznamcha_access::{Action, Actor, Decision, FieldSet, Purpose, Resource, ResourceKind};
use roznamcha_store::{AuditClose, AuditOpen, AuditOutcome};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Caller, DoorError, Records};

/// Leave to read, with its audit row open. Completed by [`Records::done`]; one that is dropped stays open and is
/// later marked as timed out.
#[must_use = "an audit row stays open until it is completed"]
pub(crate) struct Permit {
    audit: String,
    policies: String,
    /// What may be shown.
    pub fields: FieldSet,
}

/// Everything on which the policies decide.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Question {
    actor: Actor,
    action: Action,
    row: Resource,
    purpose: Option<Purpose>,
}

/// Answers of the policies that are remembered. The policies do not change while the node runs.
pub(crate) type Answers = Mutex<HashMap<Question, Arc<Decision>>>;

/// Answers remembered, at most.
const MOST_ANSWERS: usize = 5_000;

impl Records {
    /// What is asked for, with the offices above it.
    pub(crate) fn at(&self, kind: ResourceKind, office: &str) -> Resource {
        Resource::plain(kind, office, self.offices().above(office))
    }

    fn audit_row(&self, caller: &Caller, action: Action, row: &Resource, key: &str) -> AuditOpen {
        AuditOpen {
            at_ms: self.clock.now().millis(),
            officer: caller.actor.officer.clone(),
            role: caller.actor.role.as_str().to_owned(),
            office: caller.actor.office.clone(),
            action: action.as_str().to_owned(),
            purpose: caller.purpose.map(|p| p.as_str().to_owned()).unwrap_or_default(),
            case: caller.case.clone(),
            kind: row.kind.as_str().to_owned(),
            of_office: row.office.clone(),
            of_key: key.to_owned(),
            request: caller.request.clone(),
        }
    }

    /// Asks for leave. Denied, the attempt is in the audit log and the answer tells no more than it must: a row this
    /// officer may not know of is not found.
    pub(crate) async fn ask(
        &self,
        caller: &Caller,
        action: Action,
        row: &Resource,
        key: &str,
    ) -> Result<Permit, DoorError> {
        let decision = self.gate.decide(&caller.actor, action, row, caller.purpose);
        let policies = decision.policies.join(" ");
        let open = self.audit_row(caller, action, row, key);
        // Fail closed: an audit log that cannot be written answers nothing.
        let audit = self.store.open_audit(&open).await.map_err(|_| DoorError::AuditDown)?;
        if decision.allowed {
            let fields = self.gate.fields(&caller.actor, action, row);
            return Ok(Permit { audit, policies, fields });
        }
        self.complete(&audit, &policies, AuditOutcome::Denied, 0).await;
        let purposes = self.gate.purposes(&caller.actor, action, row);
        if !purposes.is_empty() {
            let purposes = purposes.iter().map(|p| p.as_str().to_owned()).collect();
            return Err(DoorError::PurposeNeeded { purposes });
        }
        Err(DoorError::NotFound)
    }

    /// The read is answered.
    pub(crate) async fn done(&self, permit: Permit, rows: usize) {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        self.complete(&permit.audit, &permit.policies, AuditOutcome::Done, rows).await;
    }

    /// The read failed.
    pub(crate) async fn failed(&self, permit: Permit) {
        self.complete(&permit.audit, &permit.policies, AuditOutcome::Failed, 0).await;
    }

    /// Completes the audit row according to how the work went, and hands the outcome on.
    pub(crate) async fn finish<T>(
        &self,
        permit: Permit,
        outcome: Result<T, DoorError>,
        rows: impl FnOnce(&T) -> usize,
    ) -> Result<T, DoorError> {
        match &outcome {
            Ok(value) => self.done(permit, rows(value)).await,
            Err(_) => self.failed(permit).await,
        }
        outcome
    }

    async fn complete(&self, id: &str, policies: &str, outcome: AuditOutcome, rows: u32) {
        let at_ms = self.clock.now().millis();
        let close = AuditClose { id: id.to_owned(), at_ms, outcome, policies: policies.to_owned(), rows };
        // The row is already there; one that cannot be completed is later marked as timed out.
        if let Err(error) = self.store.close_audit(&close).await {
            tracing::warn!(%error, "audit row not completed");
        }
    }

    /// What the policies say, remembered: the same officer before a row with the same marks gets the same answer.
    pub(crate) fn decided(&self, caller: &Caller, action: Action, row: &Resource) -> Arc<Decision> {
        let question =
            Question { actor: caller.actor.clone(), action, row: row.clone(), purpose: caller.purpose };
        let answers = || self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = answers().get(&question) {
            return Arc::clone(known);
        }
        let decision = Arc::new(self.gate.decide(&caller.actor, action, row, caller.purpose));
        let mut all = answers();
        if all.len() >= MOST_ANSWERS {
            all.clear();
        }
        all.insert(question, Arc::clone(&decision));
        decision
    }

    /// Leave to write an act. What is allowed is in the journal itself; what is denied is in the audit log.
    pub(crate) async fn allow(
        &self,
        caller: &Caller,
        action: Action,
        row: &Resource,
        key: &str,
    ) -> Result<(), DoorError> {
        let decision = self.decided(caller, action, row);
        if decision.allowed {
            return Ok(());
        }
        let open = self.audit_row(caller, action, row, key);
        let audit = self.store.open_audit(&open).await.map_err(|_| DoorError::AuditDown)?;
        self.complete(&audit, &decision.policies.join(" "), AuditOutcome::Denied, 0).await;
        let purposes = self.gate.purposes(&caller.actor, action, row);
        if !purposes.is_empty() {
            let purposes = purposes.iter().map(|p| p.as_str().to_owned()).collect();
            return Err(DoorError::PurposeNeeded { purposes });
        }
        Err(DoorError::NotAllowed { key: decision.reason_key.clone().unwrap_or_else(|| "denied".to_owned()) })
    }

    /// Whether the pages may offer this: asked before showing a button, never instead of asking again.
    pub fn may(&self, caller: &Caller, action: Action, kind: ResourceKind, office: &str) -> bool {
        let row = self.at(kind, office);
        let decide = |p| self.gate.decide(&caller.actor, action, &row, p).allowed;
        decide(caller.purpose) || !self.gate.purposes(&caller.actor, action, &row).is_empty()
    }
}
