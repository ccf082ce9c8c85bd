//! The inspection pack: what an inspecting officer must see of a station on the day, filled from its books. Numbers,
//! days, officers and entries; no person of a case.

mod books;
mod held;
mod pack;
mod things;
mod work;

pub use pack::{InspectionPack, PackCell, PackLead, PackRow, PackSection};

use roznamcha_access::{Action, ResourceKind};

use crate::{Caller, DoorError, OfficeInfo, Records};

impl Records {
    /// What an inspecting officer must see of a station today. Read as a register: with a purpose, on record.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] where the station is none of the caller's or the office is no station,
    /// [`DoorError::PurposeNeeded`], store errors.
    pub async fn inspection(&self, caller: &Caller, station: &str) -> Result<InspectionPack, DoorError> {
        let info = self.office(station).await?;
        let row = self.at(ResourceKind::Office, station);
        // Who may not see what the nightly check found may not see this either.
        let health = self.ask(caller, Action::ReadHealth, &row, "inspection").await?;
        self.done(health, 0).await;
        let row = self.at(ResourceKind::Register, station);
        let permit = self.ask(caller, Action::ReadRegister, &row, "inspection").await?;
        let outcome = self.pack(&info).await;
        self.finish(permit, outcome, |pack| pack.sections.len()).await
    }

    async fn pack(&self, info: &OfficeInfo) -> Result<InspectionPack, DoorError> {
        if info.kind != "police_station" {
            return Err(DoorError::NotFound);
        }
        let office = info.code.as_str();
        let sections = vec![
            self.pack_health(office).await?,
            self.pack_overdue(office).await?,
            self.pack_pendency(office).await?,
            self.pack_justice(office).await?,
            self.pack_lockup(office).await?,
            self.pack_store(office).await?,
            self.pack_roads(office).await?,
            self.pack_cash(office).await?,
            self.pack_arms(office).await?,
            self.pack_reviews(office).await?,
            self.pack_unattested(office).await?,
            self.pack_unread(office).await?,
            self.pack_directions(office).await?,
            self.pack_visits(office).await?,
        ];
        let checked = self.last_night(office).await?.map(|night| night.at);
        Ok(InspectionPack { office: office.to_owned(), at: self.clock.now(), checked, sections })
    }
}
