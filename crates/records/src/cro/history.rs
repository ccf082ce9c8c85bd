//! An enrolment, and the history of the person it is of: each entry with the status of its case.

use roznamcha_access::Action;
use roznamcha_acts::kinds::EnrolRef;

use super::searches::print_lines;
use super::standing::veil_enrolment;
use super::views::{EnrolView, History, HistoryLine};
use crate::permit::Permit;
use crate::{Caller, DoorError, Records};
use roznamcha_acts::views::EnrolRow;

impl Records {
    /// Leave to read an enrolment that stands. One that does not, and one that never was, answer alike.
    pub(super) async fn open_enrolment(
        &self,
        caller: &Caller,
        of: &EnrolRef,
    ) -> Result<(EnrolRow, Permit), DoorError> {
        let Some(row) = self.standing(of).await? else {
            let nowhere = self.of_record_office(caller.office());
            let permit = self.ask(caller, Action::ReadEnrolment, &nowhere, &of.key()).await?;
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let resource = self.of_enrolment(&row).await?;
        let permit = self.ask(caller, Action::ReadEnrolment, &resource, &of.key()).await?;
        Ok((row, permit))
    }

    /// Whether this officer may read an enrolment that stands.
    async fn may_read(&self, caller: &Caller, of: &EnrolRef) -> Result<bool, DoorError> {
        let Some(row) = self.standing(of).await? else { return Ok(false) };
        let resource = self.of_enrolment(&row).await?;
        Ok(self.decided(caller, Action::ReadEnrolment, &resource).allowed)
    }

    /// An enrolment with its case and the search made at it.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`], also once he was freed; store errors.
    pub async fn enrolment_view(&self, caller: &Caller, of: &EnrolRef) -> Result<EnrolView, DoorError> {
        let (row, permit) = self.open_enrolment(caller, of).await?;
        let fields = permit.fields.clone();
        let outcome = async {
            let body = self.enrolment(of).await?.ok_or(DoorError::NotFound)?;
            let search = match self.search_upon(of).await? {
                Some(row) => {
                    let office = self.of_record_office(&row.office);
                    let open = self.decided(caller, Action::ReadEnrolment, &office).allowed;
                    if open { Some(self.search_line(caller, &row).await?) } else { None }
                }
                None => None,
            };
            Ok(EnrolView {
                of: of.clone(),
                prints: print_lines(&body.prints),
                case: self.case_head(&row).await?,
                search,
                row: veil_enrolment(row, &fields),
                fields,
            })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// The history of the person an enrolment is of.
    ///
    /// # Errors
    /// As [`Records::enrolment_view`].
    pub async fn person_history(&self, caller: &Caller, of: &EnrolRef) -> Result<History, DoorError> {
        let (_, permit) = self.open_enrolment(caller, of).await?;
        let fields = permit.fields.clone();
        let outcome = async {
            let (members, all) = self.cluster(of).await?;
            let mut joins = Vec::with_capacity(all.len());
            for join in all {
                // A join tells of both: to whom one of them is shut it is not told.
                if self.may_read(caller, &join.one).await? && self.may_read(caller, &join.other).await? {
                    joins.push(join);
                }
            }
            let mut lines = Vec::with_capacity(members.len());
            for of in members {
                let Some(row) = self.standing(&of).await? else { continue };
                let Some(basis) = row.enrolment.as_ref().map(|e| e.basis) else { continue };
                let (state, case) = (row.state, self.case_head(&row).await?);
                // Each entry is asked for by itself: a case may be sealed.
                let Some(row) = self.shown(caller, row).await? else { continue };
                lines.push(HistoryLine { of, basis, state, case, row });
            }
            lines.sort_by_key(|line| (line.row.enrolled, line.of.clone()));
            Ok(History { lines, joins, fields })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |history| history.lines.len()).await
    }
}
