//! Whether an enrolment may be shown at all, and what of it: the one place where that is decided.

use roznamcha_access::{Action, Field, FieldSet, Resource, ResourceKind};
use roznamcha_acts::kinds::{EnrolRef, PrintsEnrol};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AccusedRow, CaseRow, EnrolRow};
use roznamcha_acts::{Body, Refusal};

use super::views::CaseHead;
use crate::mask::blot_party;
use crate::{Caller, DoorError, MASK, Records};

impl Records {
    /// An enrolment that stands. One that was suppressed or destroyed is as one that never was.
    pub(super) async fn standing(&self, of: &EnrolRef) -> Result<Option<EnrolRow>, DoorError> {
        Ok(self.enrol_row(&of.office, &of.act).await?.filter(EnrolRow::is_standing))
    }

    /// Refuses to name an enrolment that does not stand.
    pub(super) async fn must_stand(&self, of: &EnrolRef) -> Result<EnrolRow, DoorError> {
        let unknown = || DoorError::Refused(Refusal::unknown(of.act.as_str()));
        self.standing(of).await?.ok_or_else(unknown)
    }

    /// What an enrolment holds, from its act.
    pub(super) async fn enrolment(&self, of: &EnrolRef) -> Result<Option<PrintsEnrol>, DoorError> {
        match self.store.act(&of.office, &of.act).await?.and_then(|rec| rec.body) {
            Some(Body::PrintsEnrol(body)) => Ok(Some(body)),
            _ => Ok(None),
        }
    }

    /// The marks of an enrolment on which the policies decide: those of its case, where it has one.
    pub(super) async fn of_enrolment(&self, row: &EnrolRow) -> Result<Resource, DoorError> {
        let fir = row.enrolment.as_ref().and_then(|e| e.fir.as_deref());
        if let Some(fir) = fir
            && let Some(report) = self.fir_row(fir).await?
        {
            return Ok(self.of_fir(&report));
        }
        Ok(self.at(ResourceKind::Fir, &row.office))
    }

    /// An enrolment as this officer may see it: masked by the marks of its own case; `None` where he may not read it.
    pub(super) async fn shown(&self, caller: &Caller, row: EnrolRow) -> Result<Option<EnrolRow>, DoorError> {
        let resource = self.of_enrolment(&row).await?;
        if !self.decided(caller, Action::ReadEnrolment, &resource).allowed {
            return Ok(None);
        }
        let fields = self.gate.fields(&caller.actor, Action::ReadEnrolment, &resource);
        Ok(Some(veil_enrolment(row, &fields)))
    }

    /// The case of an enrolment, and how he stands in it.
    pub(super) async fn case_head(&self, row: &EnrolRow) -> Result<Option<CaseHead>, DoorError> {
        let Some(enrolment) = &row.enrolment else { return Ok(None) };
        let (Some(fir), Some(index)) = (&enrolment.fir, enrolment.accused) else { return Ok(None) };
        let Some(body) = self.store.row(&CaseRow::at(&row.office, fir)).await? else { return Ok(None) };
        let case = CaseRow::read(&body)?;
        let accused = self.store.row(&AccusedRow::at(&row.office, &AccusedRow::key_of(fir, index))).await?;
        let accused = accused.map(|b| AccusedRow::read(&b)).transpose()?;
        Ok(Some(CaseHead {
            sections: case.charged().map(str::to_owned).collect(),
            fir: case.fir,
            no: case.no,
            year: case.year,
            stage: case.stage,
            status: accused.as_ref().map(AccusedRow::status),
            since: accused.and_then(|a| a.links.last().map(|link| link.at)),
        }))
    }
}

/// Masks who an enrolment is of.
pub(super) fn veil_enrolment(mut row: EnrolRow, fields: &FieldSet) -> EnrolRow {
    if let Some(enrolment) = &mut row.enrolment {
        let named = fields.shows(Field::FirAccused);
        let identified = fields.shows(Field::FirAccusedIdentifiers);
        blot_party(&mut enrolment.person, named, identified, fields.shows(Field::FirAddress));
        if !named {
            MASK.clone_into(&mut enrolment.method_words);
            enrolment.gang = None;
            enrolment.photographs.clear();
        }
    }
    row
}
