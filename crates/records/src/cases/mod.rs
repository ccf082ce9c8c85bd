//! The case file: how a case stands, who is in it, what was done upon it and what is due.
//!
//! Four leaves, each with its own audit row before the answer. *How it stands* (`read_case`) shows stage, officers,
//! dates and the timeline, no person and no word. *The file* (`read_case_persons`) shows persons and papers, masked.
//! *The case diaries* (`read_zimni`) are for the few who may read them. A case that is not there and one that may not
//! be known of answer alike: not found.

mod file;
mod list;
pub(crate) mod mask;
mod next;
mod papers;
mod pending;
mod steps;
mod zimnis;

pub(crate) use file::upon;
pub use file::{AccusedView, CaseFile, ReportView};
pub use list::{CaseFilter, CaseLine, CaseList, CaseSeek};
pub use next::{NextAct, posts_of};
pub use papers::{PAPERS, Paper, PaperPage};
pub use pending::{AGE_BANDS, Pending};
pub use steps::StepPage;
pub use zimnis::{ZimniIndex, ZimniLine, ZimniPage, ZimniView};

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CaseRow, FirRow};

use crate::permit::Permit;
use crate::{Caller, DoorError, Records};

/// A case and its report, and leave to read them.
pub(crate) struct Opened {
    pub case: CaseRow,
    pub fir: FirRow,
    pub resource: Resource,
    pub permit: Permit,
}

impl Records {
    /// The marks of a case on which the policies decide, without its report.
    pub(crate) fn of_case(&self, row: &CaseRow) -> Resource {
        let mut resource = self.at(ResourceKind::Fir, &row.office);
        resource.sealed = row.sealed;
        resource.expunged = row.is_stub() || row.gone.is_some();
        resource.io = row.io().map(|io| io.officer.clone());
        resource
    }

    /// The case and its report, wherever they are kept.
    async fn case_rows(&self, fir: &str) -> Result<Option<(CaseRow, FirRow)>, DoorError> {
        let Some(report) = self.fir_row(fir).await? else { return Ok(None) };
        let body = self.store.row(&CaseRow::at(&report.office, fir)).await?;
        Ok(body.map(|b| CaseRow::read(&b)).transpose()?.map(|case| (case, report)))
    }

    /// Leave to read a case. Asked also of one that is not there, so that the attempt is on record and the answer
    /// tells nothing.
    async fn open_case(&self, caller: &Caller, action: Action, fir: &str) -> Result<Opened, DoorError> {
        let Some((case, report)) = self.case_rows(fir).await? else {
            let row = self.at(ResourceKind::Fir, caller.office());
            let permit = self.ask(caller, action, &row, fir).await?;
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let resource = self.of_fir(&report);
        let permit = self.ask(caller, action, &resource, fir).await?;
        Ok(Opened { case, fir: report, resource, permit })
    }

    /// Whether a purpose, stated or not yet, opens this to the caller.
    fn opens(&self, caller: &Caller, action: Action, resource: &Resource) -> bool {
        self.decided(caller, action, resource).allowed
            || !self.gate.purposes(&caller.actor, action, resource).is_empty()
    }
}
