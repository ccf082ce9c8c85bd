//! Who looked at what. An officer sees who looked at a record he may see; the auditor sees the log.

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::EntryRow;
use roznamcha_store::{AuditQuery, AuditRow};

use crate::{Caller, DoorError, Records};

impl Records {
    /// Who looked at a record, newest first: a case by its act, an entry or page by its key.
    pub async fn who_looked(
        &self,
        caller: &Caller,
        office: &str,
        key: &str,
    ) -> Result<Vec<AuditRow>, DoorError> {
        self.office(office).await?;
        let resource = self.marks_of(office, key).await?;
        let permit = self.ask(caller, Action::ReadWhoLooked, &resource, key).await?;
        let query = AuditQuery {
            of_offices: vec![office.to_owned()],
            of_key: Some(key.to_owned()),
            limit: 200,
            ..AuditQuery::default()
        };
        let outcome = self.store.audit(&query).await.map_err(DoorError::from);
        self.finish(permit, outcome, Vec::len).await
    }

    async fn marks_of(&self, office: &str, key: &str) -> Result<Resource, DoorError> {
        if let Some(row) = self.fir_row(key).await?.filter(|r| r.office == office) {
            return Ok(self.of_fir(&row));
        }
        if let Ok(entry) = key.parse::<roznamcha_journal::EntryRef>() {
            let at = EntryRow::at(office, &roznamcha_acts::views::entry_key(&entry));
            if let Some(body) = self.store.row(&at).await? {
                return Ok(self.of_entry(&EntryRow::read(&body)?));
            }
        }
        let kind = if key.starts_with("2/") { ResourceKind::Diary } else { ResourceKind::Register };
        Ok(self.at(kind, office))
    }

    /// The audit log of records at or below an office, newest first.
    pub async fn audit_log(
        &self,
        caller: &Caller,
        office: &str,
        officer: Option<String>,
        before: Option<String>,
    ) -> Result<Vec<AuditRow>, DoorError> {
        self.office(office).await?;
        let permit =
            self.ask(caller, Action::ReadAudit, &self.at(ResourceKind::Audit, office), "audit").await?;
        let query = AuditQuery {
            officer,
            of_offices: self.offices().within(office),
            before,
            limit: 200,
            ..AuditQuery::default()
        };
        let outcome = self.store.audit(&query).await.map_err(DoorError::from);
        self.finish(permit, outcome, Vec::len).await
    }
}
