//! Forms being filled in, kept as typed, so that a crash or a power cut loses nothing.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_store::Draft;

use crate::{Caller, DoorError, Records};

/// A draft, as saved.
#[derive(Clone, Debug)]
pub struct DraftForm {
    /// The id of the act it will become.
    pub id: String,
    /// Which form: the act's kind.
    pub form: String,
    /// The fields, as JSON.
    pub body: String,
    /// When saved, milliseconds since 1970.
    pub saved_ms: i64,
}

/// The largest draft, in bytes.
const LARGEST: usize = 512 * 1024;

impl Records {
    /// Saves a draft of the officer's own.
    pub async fn save_draft(
        &self,
        caller: &Caller,
        id: &str,
        form: &str,
        body: &str,
    ) -> Result<i64, DoorError> {
        let row = self.at(ResourceKind::Draft, caller.office());
        self.allow(caller, Action::UseDraft, &row, id).await?;
        let readable = serde_json::from_str::<serde_json::Value>(body).is_ok();
        let known = roznamcha_acts::kinds::KINDS.contains(&form);
        if id.parse::<roznamcha_acts::ActId>().is_err() || !known || !readable || body.len() > LARGEST {
            let fault = roznamcha_acts::FieldFault { field: "draft".into(), code: "fault-draft".into() };
            return Err(roznamcha_acts::Refusal::Fields { faults: vec![fault] }.into());
        }
        let saved_ms = self.clock.now().millis();
        let draft = Draft {
            id: id.to_owned(),
            officer: caller.officer().to_owned(),
            office: caller.office().to_owned(),
            form: form.to_owned(),
            body: body.to_owned(),
            saved_ms,
        };
        self.store.put_draft(&draft).await?;
        Ok(saved_ms)
    }

    /// A draft of the officer's own.
    pub async fn draft(&self, caller: &Caller, id: &str) -> Result<DraftForm, DoorError> {
        let row = self.at(ResourceKind::Draft, caller.office());
        let permit = self.ask(caller, Action::UseDraft, &row, id).await?;
        let found = self.store.draft(caller.officer(), id).await.map_err(DoorError::from);
        let outcome = found.and_then(|d| d.map(shown).ok_or(DoorError::NotFound));
        self.finish(permit, outcome, |_| 1).await
    }

    /// The officer's own drafts, newest first; what they hold is not in the list.
    pub async fn drafts(&self, caller: &Caller) -> Result<Vec<DraftForm>, DoorError> {
        let row = self.at(ResourceKind::Draft, caller.office());
        self.allow(caller, Action::UseDraft, &row, "drafts").await?;
        let drafts = self.store.drafts(caller.officer()).await?;
        let bare = |d: Draft| DraftForm { body: String::new(), ..shown(d) };
        Ok(drafts.into_iter().map(bare).collect())
    }

    /// Throws a draft away: it became an act, or is not wanted.
    pub async fn discard_draft(&self, caller: &Caller, id: &str) -> Result<(), DoorError> {
        let row = self.at(ResourceKind::Draft, caller.office());
        self.allow(caller, Action::UseDraft, &row, id).await?;
        Ok(self.store.delete_draft(caller.officer(), id).await?)
    }
}

fn shown(draft: Draft) -> DraftForm {
    DraftForm { id: draft.id, form: draft.form, body: draft.body, saved_ms: draft.saved_ms }
}
