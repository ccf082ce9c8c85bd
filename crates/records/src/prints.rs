//! Printing: leave is asked, the print is counted as an act, and what is to be printed is given with its count.

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, DocumentPrint};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{EntryRow, PrintRow, StepRow};
use roznamcha_store::{Query, Receipt};

use crate::{Caller, DoorError, NewAct, Records};

/// Leave to print, counted.
#[derive(Clone, Debug)]
pub struct PrintGrant {
    /// The print's own act.
    pub receipt: Receipt,
    /// Which print of this document this is: 1 for the first.
    pub count: u32,
    /// The leaf hash of the act printed, where it is of one.
    pub leaf: Option<String>,
}

impl Records {
    /// Counts a print of a document of this office, durably, before it is printed. The same id again is the same print.
    pub async fn count_print(
        &self,
        caller: &Caller,
        id: ActId,
        office: &str,
        print: DocumentPrint,
    ) -> Result<PrintGrant, DoorError> {
        self.office(office).await?;
        let resource = match print.form.as_str() {
            "fir" | "complainant_copy" => {
                let row = self.fir_row(&print.of).await?.filter(|r| r.office == office);
                self.of_fir(&row.ok_or(DoorError::NotFound)?)
            }
            "extract" | "road" | "charge" => {
                let query =
                    Query::of::<EntryRow>(office).eq("act", print.of.as_str()).eq("register", "2").limit(1);
                let rows: Vec<EntryRow> = self.all(query).await?;
                self.of_entry(rows.first().ok_or(DoorError::NotFound)?)
            }
            "search_slip" | "person_history" | "lineup" => self.at(ResourceKind::Office, office),
            "register" if !print.of.starts_with("2.") => self.at(ResourceKind::Register, office),
            _ => self.at(ResourceKind::Diary, office),
        };
        self.count(caller, id, office, &resource, print).await
    }

    /// The same for a paper of a case: leave to print the case is asked, and the hash of the act by which the paper can
    /// be checked is given with the count.
    ///
    /// # Errors
    /// [`DoorError::NotFound`], also where the act is not of that case; by policy; store errors.
    pub async fn count_case_print(
        &self,
        caller: &Caller,
        id: ActId,
        (fir, act): (&str, &str),
        print: DocumentPrint,
    ) -> Result<(PrintGrant, String), DoorError> {
        let report = self.fir_row(fir).await?.ok_or(DoorError::NotFound)?;
        let rec = self.store.act(&report.office, act).await?.ok_or(DoorError::NotFound)?;
        let step = StepRow::at(&report.office, &StepRow::key_of(fir, rec.header.seq));
        if act != fir && self.store.row(&step).await?.is_none() {
            return Err(DoorError::NotFound);
        }
        let resource = self.of_fir(&report);
        let grant = self.count(caller, id, &report.office, &resource, print).await?;
        Ok((grant, rec.leaf.to_string()))
    }

    async fn count(
        &self,
        caller: &Caller,
        id: ActId,
        office: &str,
        resource: &Resource,
        print: DocumentPrint,
    ) -> Result<PrintGrant, DoorError> {
        let info = self.office(office).await?;
        let key = print.document();
        let permit = self.ask(caller, Action::PrintDocument, resource, &key).await?;
        let outcome = async {
            let leaf = self.store.act(office, &print.of).await?.map(|rec| rec.leaf.to_string());
            let new = NewAct::now(id, Body::DocumentPrint(print));
            let receipt = self.write(caller, new, &info, None).await?;
            let body = self.store.row(&PrintRow::at(office, &key)).await?;
            let row = body.map(|b| PrintRow::read(&b)).transpose()?.ok_or(DoorError::NotFound)?;
            let place = row.acts.iter().position(|a| *a == receipt.act);
            let count = place.and_then(|p| u32::try_from(p + 1).ok()).unwrap_or(row.count);
            Ok(PrintGrant { receipt, count, leaf })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }
}
