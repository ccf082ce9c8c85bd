//! What may follow now upon a case: the table of allowed acts asked for this officer, his post, his rank and the stage,
//! and the policies for the row. The rules ask the same function again when it is done.

use roznamcha_access::Role;
use roznamcha_acts::Refusal;
use roznamcha_acts::allowed::{self, Who};
use roznamcha_acts::law::By;
use roznamcha_acts::views::{CaseRow, FirRow, Stage};
use roznamcha_statute::{Allowed, Province};

use crate::{Caller, CaseFile, DoorError, Records, action_of_kind};

/// An act that this officer may do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextAct {
    /// The kind of act.
    pub kind: String,
    /// What it is upon: `case`, `accused`.
    pub subject: String,
    /// The stage it leads to; `None` where the case stays where it stands, or where it depends on the act.
    pub to: Option<Stage>,
    /// The law, as the table cites it.
    pub citation: String,
}

/// By which posts an officer of that role acts upon a case; an investigating officer by having it.
#[must_use]
pub fn posts_of(role: Role) -> &'static [By] {
    match role {
        Role::Moharrar => &[By::Clerk],
        Role::DutyOfficer => &[By::DutyOfficer],
        Role::Sho => &[By::InCharge],
        Role::Sdpo => &[By::Supervisor],
        Role::Dpo => &[By::Supervisor, By::Superintendent],
        Role::Prosecutor => &[By::Prosecutor],
        Role::Court => &[By::Court],
        Role::Cro => &[By::RecordOffice],
        _ => &[],
    }
}

impl Records {
    /// The acts of the table that this officer may do upon this case now, in the order of the table.
    ///
    /// # Errors
    /// Store errors.
    pub async fn next_acts(&self, caller: &Caller, file: &CaseFile) -> Result<Vec<NextAct>, DoorError> {
        let office = self.office(&file.case.office).await?;
        let mut next: Vec<NextAct> = Vec::new();
        let Ok(province) = office.province.parse::<Province>() else { return Ok(next) };
        let (day, stage) = (self.clock.now().day(), file.case.stage.as_str());
        let here =
            |a: &&Allowed| a.datum.in_force(province, day) && a.from.iter().any(|s| s.as_str() == stage);
        for row in self.statute().allowed().iter().filter(here) {
            let kind = row.kind.as_str();
            let leads = row.to.and_then(|to| Stage::of(to.as_str()));
            if let Some(offer) = next.iter_mut().find(|o| o.kind == kind) {
                offer.to = offer.to.filter(|to| Some(*to) == leads);
                continue;
            }
            if self.follows(caller, (&file.case, &file.fir), kind, row.subject.as_str(), &office.province) {
                next.push(NextAct {
                    kind: kind.to_owned(),
                    subject: row.subject.as_str().to_owned(),
                    to: leads,
                    citation: row.datum.citation.clone(),
                });
            }
        }
        Ok(next)
    }

    /// What the table of allowed acts says of this kind, this officer, and the case as it stands.
    pub(crate) fn lawful(
        &self,
        caller: &Caller,
        case: &CaseRow,
        kind: &str,
        province: &str,
    ) -> Result<(), Refusal> {
        let own = case.io().map(|io| io.officer == caller.officer());
        let who = Who { rank: caller.rank(), own, posts: Some(posts_of(caller.role())) };
        allowed::may(&*self.law, kind, case.stage, who, province, self.clock.now().day())
    }

    fn follows(
        &self,
        caller: &Caller,
        (case, fir): (&CaseRow, &FirRow),
        kind: &str,
        subject: &str,
        province: &str,
    ) -> bool {
        if case.is_stub() || (subject == "accused" && kind != "case.nominate" && case.accused.is_empty()) {
            return false;
        }
        let lawful = self.lawful(caller, case, kind, province).is_ok();
        let resource = self.of_fir(fir);
        lawful && action_of_kind(kind).is_some_and(|action| self.opens(caller, action, &resource))
    }
}
