//! Several acts in one transaction: what many officers write at the same minute is synced to disk once.

use roznamcha_acts::Body;
use roznamcha_store::{Proposal, Receipt};

use crate::perform::reaches_beyond;
use crate::{Caller, DoorError, NewAct, Records};

/// Acts that reach beyond their own transaction, or have a door of their own.
fn alone(body: &Body) -> bool {
    matches!(body, Body::OfficeOpen(_)) || reaches_beyond(body)
}

impl Records {
    /// Performs acts in this order, in as few transactions as it takes; one result for each. Authority for an act is
    /// asked as things stand before the transaction it is in, so an act upon something that an act before it brings
    /// about belongs in the next call. The rules see each act after those before it. One that is refused leaves the
    /// others.
    ///
    /// # Errors
    /// Store errors, upon which nothing of that transaction stands; an id taken by another act is one.
    pub async fn perform_together(
        &self,
        acts: Vec<(Caller, NewAct)>,
    ) -> Result<Vec<Result<Receipt, DoorError>>, DoorError> {
        let mut all = Vec::with_capacity(acts.len());
        let mut waiting = Vec::new();
        for (caller, new) in acts {
            let by_itself = alone(&new.body) || self.cro.concerns(&new.body);
            let asked = if by_itself { None } else { Some(self.proposed(&caller, new.clone()).await) };
            match asked {
                Some(Ok(proposal)) => waiting.push(proposal),
                Some(Err(error)) => {
                    all.extend(self.write_waiting(&mut waiting).await?);
                    all.push(Err(error));
                }
                None => {
                    all.extend(self.write_waiting(&mut waiting).await?);
                    all.push(self.perform(&caller, new).await);
                }
            }
        }
        all.extend(self.write_waiting(&mut waiting).await?);
        Ok(all)
    }

    async fn write_waiting(
        &self,
        waiting: &mut Vec<Proposal>,
    ) -> Result<Vec<Result<Receipt, DoorError>>, DoorError> {
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let written = self.store.write_many(std::mem::take(waiting), None).await?;
        Ok(written.into_iter().map(|one| one.map_err(DoorError::Refused)).collect())
    }
}
