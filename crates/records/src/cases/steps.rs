//! The timeline of a case, a page at a time: what was done, when, by whom; no person and no word.

use roznamcha_access::Action;
use roznamcha_acts::views::{CaseRow, StepRow};
use roznamcha_store::{After, Op, Query};

use crate::{Caller, DoorError, Records};

/// A page of the timeline.
#[derive(Clone, Debug, Default)]
pub struct StepPage {
    /// Steps in order.
    pub steps: Vec<StepRow>,
    /// The journal number after which the next page begins.
    pub next: Option<u64>,
}

/// Every step of a case, in the order of the journal.
pub(super) fn steps(case: &CaseRow) -> Query {
    Query::of::<StepRow>(&case.office).filter("key", Op::Prefix, format!("{}/", case.fir))
}

/// The place of a step in that order.
pub(super) fn after(case: &CaseRow, seq: u64) -> After {
    After { value: None, office: case.office.clone(), key: StepRow::key_of(&case.fir, seq) }
}

impl Records {
    /// Steps of a case from after a journal number on, or before it backwards, newest first.
    ///
    /// # Errors
    /// [`DoorError::NotFound`]; store errors.
    pub async fn case_steps(
        &self,
        caller: &Caller,
        fir: &str,
        from: Option<u64>,
        newest_first: bool,
        limit: u32,
    ) -> Result<StepPage, DoorError> {
        let opened = self.open_case(caller, Action::ReadCase, fir).await?;
        let limit = limit.clamp(1, 500);
        let mut query = steps(&opened.case).limit(limit).after(from.map(|seq| after(&opened.case, seq)));
        query.descending = newest_first;
        let outcome = self.all::<StepRow>(query).await.map(|steps| {
            let full = steps.len() == limit as usize;
            let next = steps.last().filter(|_| full).map(|s| s.seq);
            StepPage { steps, next }
        });
        self.finish(opened.permit, outcome, |page| page.steps.len()).await
    }
}
