//! What examiners wrote of a candidate, with their reasons and marks: to each his own, and once the search is closed to
//! whoever may read it.

use roznamcha_access::Action;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::{EnrolRef, SearchExamine};
use roznamcha_acts::views::Examination;

use crate::{Caller, DoorError, Records};

/// An examination as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Who, when, and what he found.
    pub by: Examination,
    /// His reasons, marks and pairs.
    pub body: SearchExamine,
}

impl Records {
    /// The examinations of a candidate that this officer may read, oldest first: his own, and those of others once the
    /// search is closed.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`] for whom the search does not list or who does not stand; store errors.
    pub async fn examinations(
        &self,
        caller: &Caller,
        (office, search): (&str, &str),
        of: &EnrolRef,
        (finger, probe_finger): (u8, u8),
    ) -> Result<Vec<Examined>, DoorError> {
        let key = format!("{search} {}", of.key());
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), &key).await?;
        let outcome = async {
            let row = self.search_row(office, search).await?.ok_or(DoorError::NotFound)?;
            let listed = row.candidate(of, finger, probe_finger).ok_or(DoorError::NotFound)?;
            self.standing(of).await?.ok_or(DoorError::NotFound)?;
            let told = |one: &&Examination| !row.is_open() || one.officer == caller.officer();
            let mut all = Vec::new();
            for by in listed.examinations.iter().filter(told) {
                // The content of one that was ordered out of the journal is gone.
                let body = self.store.act(office, &by.act).await?.and_then(|rec| rec.body);
                if let Some(Body::SearchExamine(body)) = body {
                    all.push(Examined { by: by.clone(), body });
                }
            }
            Ok(all)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, Vec::len).await
    }
}
