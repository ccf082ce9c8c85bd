//! What a form upon a case needs of it: whether the act may follow now, and the persons it may name.

use roznamcha_access::{Action, FieldSet};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AccusedRow, AccusedStatus, CaseRow, PartyRole, PartyRow};

use crate::cases::mask::veil_parties;
use crate::cases::upon;
use crate::firs::line_for;
use crate::{Caller, DoorError, FirLine, Records};

/// A person of the case.
#[derive(Clone, Debug)]
pub struct Named {
    /// His place in the case's list, as an act names him.
    pub index: u32,
    /// What he is in it.
    pub role: PartyRole,
    /// Name, relation and residence, as this officer sees them.
    pub line: String,
    /// How he stands, where he is accused.
    pub status: Option<AccusedStatus>,
    /// Nothing has been decided about him yet.
    pub open: bool,
}

/// A prosecutor's objection that has no answer.
#[derive(Clone, Debug)]
pub struct OpenObjection {
    /// Its number.
    pub no: u32,
    /// What he objects to.
    pub text: String,
}

/// The case as a form has it.
#[derive(Clone, Debug)]
pub struct CaseDesk {
    /// Its heading.
    pub line: FirLine,
    /// How it stands.
    pub row: CaseRow,
    /// Its persons, in order.
    pub persons: Vec<Named>,
    /// Objections that have no answer.
    pub objections: Vec<OpenObjection>,
}

impl Records {
    /// The case for a form upon it, with its persons as far as this officer may see them.
    ///
    /// # Errors
    /// [`DoorError::PurposeNeeded`] for its persons, [`DoorError::NotFound`], store errors.
    pub async fn case_desk(&self, caller: &Caller, fir: &str) -> Result<CaseDesk, DoorError> {
        let row = self.fir_row(fir).await?.ok_or(DoorError::NotFound)?;
        let permit = self.ask(caller, Action::ReadFirPersons, &self.of_fir(&row), fir).await?;
        let fields = permit.fields.clone();
        let outcome = self.desk_of(line_for(&row), &fields).await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// The case for taking prints of an accused: for whoever may read enrolments in it, also where the rest of the case
    /// is shut to him.
    ///
    /// # Errors
    /// As [`Records::case_desk`].
    pub async fn enrol_desk(&self, caller: &Caller, fir: &str) -> Result<CaseDesk, DoorError> {
        let row = self.fir_row(fir).await?.ok_or(DoorError::NotFound)?;
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_fir(&row), fir).await?;
        let fields = permit.fields.clone();
        let outcome = self.desk_of(line_for(&row), &fields).await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// Whether this kind of act may follow upon the case now, done by this officer.
    ///
    /// # Errors
    /// [`DoorError::NotAllowed`] by policy, [`DoorError::Refused`] with the citation by the table of allowed acts.
    pub async fn may_follow(
        &self,
        caller: &Caller,
        case: &CaseRow,
        kind: &str,
        action: Action,
    ) -> Result<(), DoorError> {
        let row = self.fir_row(&case.fir).await?.ok_or(DoorError::NotFound)?;
        self.allow(caller, action, &self.of_fir(&row), &case.fir).await?;
        let province = self.office(&case.office).await?.province;
        self.lawful(caller, case, kind, &province).map_err(DoorError::Refused)
    }

    async fn desk_of(&self, line: FirLine, fields: &FieldSet) -> Result<CaseDesk, DoorError> {
        let (office, fir) = (line.office.clone(), line.act.clone());
        let body = self.store.row(&CaseRow::at(&office, &fir)).await?.ok_or(DoorError::NotFound)?;
        let row = CaseRow::read(&body)?;
        let mut parties = self.parties_of(&row).await?;
        veil_parties(&mut parties, fields);
        let accused: Vec<AccusedRow> = self.all(upon::<AccusedRow>(&row)).await?;
        let named = |party: &PartyRow| {
            let row = accused.iter().find(|a| a.index == party.index);
            Named {
                index: party.index,
                role: party.role,
                line: party.party.line(),
                status: row.map(AccusedRow::status),
                open: row.is_some_and(|a| !a.is_decided()),
            }
        };
        let persons = parties.iter().map(named).collect();
        let objections = self.open_objections(&row, fields).await?;
        Ok(CaseDesk { line, row, persons, objections })
    }

    async fn open_objections(
        &self,
        case: &CaseRow,
        fields: &FieldSet,
    ) -> Result<Vec<OpenObjection>, DoorError> {
        let mut open = Vec::new();
        for report in self.reports_of(case, fields).await? {
            for objection in report.row.open_objections() {
                let line = report.objections.iter().find(|line| line.row.entry == objection.entry);
                let cells = line.into_iter().flat_map(|line| &line.row.cells);
                let text = cells.filter(|cell| cell.key == "objection").map(|cell| cell.value.clone());
                open.push(OpenObjection { no: objection.no, text: text.collect() });
            }
        }
        Ok(open)
    }
}
