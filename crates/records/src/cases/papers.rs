//! The papers of a case: statements, memos, orders, hearings. Each is an act with its words, masked. The case diaries
//! are not among them, nor the report, which the case file holds.

use roznamcha_access::{Action, FieldSet};
use roznamcha_acts::kinds::Body;
use roznamcha_acts::views::{CaseRow, StepRow};

use super::mask::veil_paper;
use super::steps::{after, steps};
use crate::{Caller, DoorError, Records};

/// Kinds of act that are papers of a case, in the order of a file.
pub const PAPERS: &[&str] = &[
    "case.nominate",
    "case.assign",
    "case.apply",
    "case.reassign",
    "case.sections",
    "case.version",
    "case.statement",
    "case.memo",
    "case.medical",
    "case.arrest",
    "case.inform",
    "case.remand",
    "case.bail",
    "case.release",
    "case.warrant",
    "case.proclaim",
    "challan.submit",
    "challan.object",
    "challan.answer",
    "challan.forward",
    "challan.receive",
    "final.recommend",
    "final.agree",
    "final.order",
    "case.hearing",
    "case.charge",
    "case.stay",
    "case.unstay",
    "case.transfer",
    "case.quash",
    "case.compound",
    "case.withdraw",
    "case.shelve",
    "case.reopen",
    "case.falsehood",
    "accused.convict",
    "accused.acquit",
    "accused.discharge",
    "accused.abate",
    "accused.review",
    "appeal.decide",
    "prints.destroy",
];

/// A paper.
#[derive(Clone, Debug)]
pub struct Paper {
    /// When, by whom, where it stands in the registers.
    pub step: StepRow,
    /// What it says, masked; `None` where it is not shown or a court removed it.
    pub body: Option<Body>,
    /// The legal basis cited.
    pub basis: Vec<String>,
    /// It is there, and not shown to this officer.
    pub masked: bool,
}

/// A page of papers.
#[derive(Clone, Debug, Default)]
pub struct PaperPage {
    /// Papers in the order of the journal.
    pub papers: Vec<Paper>,
    /// The journal number after which the next page begins.
    pub next: Option<u64>,
}

impl Records {
    /// Papers of those kinds (what is not among [`PAPERS`] is passed over) from after a journal number on.
    ///
    /// # Errors
    /// [`DoorError::PurposeNeeded`]; [`DoorError::NotFound`], also for who may not see persons; store errors.
    pub async fn case_papers(
        &self,
        caller: &Caller,
        fir: &str,
        kinds: &[&str],
        from: Option<u64>,
        limit: u32,
    ) -> Result<PaperPage, DoorError> {
        let opened = self.open_case(caller, Action::ReadCasePersons, fir).await?;
        let fields = opened.permit.fields.clone();
        let outcome = self.papers_of(&opened.case, kinds, from, limit.clamp(1, 200), &fields).await;
        self.finish(opened.permit, outcome, |page| page.papers.len()).await
    }

    async fn papers_of(
        &self,
        case: &CaseRow,
        kinds: &[&str],
        from: Option<u64>,
        limit: u32,
        fields: &FieldSet,
    ) -> Result<PaperPage, DoorError> {
        let mut found: Vec<StepRow> = Vec::new();
        for kind in PAPERS.iter().filter(|kind| kinds.contains(kind)) {
            let query = steps(case).eq("kind", *kind).limit(limit).after(from.map(|seq| after(case, seq)));
            found.extend(self.all::<StepRow>(query).await?);
        }
        found.sort_by_key(|step| step.seq);
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next = found.last().filter(|_| more || found.len() == limit as usize).map(|s| s.seq);
        let mut papers = Vec::with_capacity(found.len());
        for step in found {
            papers.push(self.paper(step, fields).await?);
        }
        Ok(PaperPage { papers, next })
    }

    async fn paper(&self, step: StepRow, fields: &FieldSet) -> Result<Paper, DoorError> {
        let act = self.store.act(&step.office, &step.act).await?;
        let basis = act.as_ref().map(|a| a.header.basis.clone()).unwrap_or_default();
        let mut body = act.and_then(|act| act.body);
        let masked = body.as_mut().is_some_and(|body| !veil_paper(body, fields));
        if masked {
            body = None;
        }
        Ok(Paper { step, body, basis, masked })
    }
}
