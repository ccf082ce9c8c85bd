//! Performing an act: authority is asked for the row it touches, then the store decides and writes.

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{ClockRow, CorrectionRow, EntryRow, FirRow, entry_key};
use roznamcha_acts::{Act, ActId, Body, Moment};
use roznamcha_store::{Proposal, Receipt, Standing, StoredFile};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use crate::cro::takes_out;
use crate::{Caller, DoorError, OfficeInfo, Records};

/// An act as a client sends it. Hours left out are now.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewAct {
    /// The client's id: the same act sent again has the same id.
    pub id: ActId,
    /// The office; the officer's own when left out.
    #[serde(default)]
    pub office: Option<String>,
    /// When it happened.
    #[serde(default)]
    pub happened: Option<Moment>,
    /// When information of it reached the office.
    #[serde(default)]
    pub informed: Option<Moment>,
    /// The hour of entry stated.
    #[serde(default)]
    pub stated: Option<Moment>,
    /// Legal basis, when other than the kind's own.
    #[serde(default)]
    pub basis: Vec<String>,
    /// What is done.
    pub body: Body,
}

impl NewAct {
    /// An act now, at the officer's office.
    pub fn now(id: ActId, body: Body) -> Self {
        Self { id, office: None, happened: None, informed: None, stated: None, basis: Vec::new(), body }
    }
}

/// One line an action, with the kinds of act that need it. Every kind is in one of them, or this does not compile.
macro_rules! actions {
    ($table:ident { $($action:ident: $($kind:ident)+;)+ }) => {
        fn $table(body: &Body) -> Action {
            match body { $($(Body::$kind(_))|+ => Action::$action,)+ }
        }

        /// Each kind by its name in the programme.
        const NAMED: &[(&str, Action)] = &[$($((stringify!($kind), Action::$action)),+),+];
    };
}

/// Acts that reach beyond their own transaction, to files or to the gallery, or have a door of their own.
pub(crate) fn reaches_beyond(body: &Body) -> bool {
    matches!(
        body,
        Body::DocumentPrint(_)
            | Body::AttachAdd(_)
            | Body::RecordExpunge(_)
            | Body::PrintsEnrol(_)
            | Body::PrintsDestroy(_)
            | Body::SearchOpen(_)
            | Body::SearchList(_)
            | Body::SearchExamine(_)
            | Body::SearchAnswer(_)
            | Body::SearchForget(_)
            | Body::PersonJoin(_)
            | Body::LineupMake(_)
            | Body::LineupShow(_)
    )
}

/// The action a kind of act needs leave for.
pub fn action_of(body: &Body) -> Action {
    match body {
        Body::DiaryOpen(b) if b.clock_fault.is_some() => return Action::OpenDayAfterFault,
        Body::BookEnter(b) if matches!(b.register.as_str(), "13" | "14") => return Action::WriteMinute,
        Body::BookEnter(b) if b.register == "9" && b.part == "V" => return Action::WriteVillageNote,
        _ => {}
    }
    plain_action(body)
}

/// The action a kind of act needs leave for, by the kind's name; what an act's content changes of it is not asked.
pub fn action_of_kind(kind: &str) -> Option<Action> {
    let name = kind.replace(['.', '_'], "");
    NAMED.iter().find(|(named, _)| named.eq_ignore_ascii_case(&name)).map(|(_, action)| *action)
}

actions! {
    plain_action {
        OpenOffice: OfficeOpen;
        AppointStaff: StaffAppoint;
        RelieveStaff: StaffRelieve;
        OpenDiary: DiaryOpen;
        WriteDiary: DiaryWrite;
        CloseDiary: DiaryClose;
        WriteNonCognizable: ReportNoncognizable;
        WriteRefusal: ReportRefuse;
        RegisterFir: FirRegister;
        SignFir: FirSign;
        DespatchCopy: FirDespatch;
        SealFir: FirSeal;
        UnsealFir: FirUnseal;
        SubmitChallan: ChallanSubmit;
        RecommendFinal: FinalRecommend;
        AnswerObjections: ChallanAnswer;
        WriteScrutiny: ChallanObject ChallanForward FinalAgree;
        WriteCourt: ChallanReceive CaseHearing CaseCharge CaseStay CaseUnstay CaseTransfer CaseQuash
            CaseCompound CaseWithdraw CaseShelve AccusedConvict AccusedAcquit AccusedDischarge
            AccusedAbate AppealDecide FinalOrder;
        ReopenCase: CaseReopen;
        ProceedFalse: CaseFalsehood;
        ReviewConvict: AccusedReview;
        CertifyPrints: PrintsDestroy;
        EnrolPrints: PrintsEnrol;
        SearchPrints: SearchOpen SearchList SearchAnswer SearchForget;
        ExaminePrints: SearchExamine;
        JoinPersons: PersonJoin PersonPart;
        MakeLineup: LineupMake LineupShow;
        AssignInvestigation: CaseAssign CaseApply CaseReassign;
        InvestigateCase: CaseNominate CaseSections CaseZimni CaseVersion CaseStatement CaseMemo
            CaseArrest CaseInform CaseRemand CaseBail CaseRelease CaseWarrant CaseProclaim
            CaseMedical;
        ExcuseClock: ClockExcuse;
        CorrectEntry: EntryCorrect;
        AttestCorrection: EntryAttest;
        LodgeCustody: CustodyLodge CustodyReturn;
        ReleaseCustody: CustodyRelease CustodyEscape;
        MoveCash: CashMove;
        PrintDocument: DocumentPrint;
        Expunge: RecordExpunge;
        AddFile: AttachAdd;
        ImportLegacy: LegacyIncident LegacyReconcile;
        KeepBook: BookEnter BookFill;
        KeepProperty: PropertyEnter PropertyMove RoadIssue RoadReceive RoadReturn DocketIssue
            DocketReport;
        OrderProperty: PropertyOrder PropertyDispose PropertyCheck;
        KeepArms: WeaponMove ArmsDeposit ArmsReturn;
        HandOverCharge: ChargeHandOver ChargeTakeOver;
        CountersignCharge: ChargeCountersign;
        ListAbsconder: AbsconderEnter;
        StrikeAbsconder: AbsconderRemove;
        OrderSurveillance: SurveillanceOrder SurveillanceReview SurveillanceRemove;
        VisitWatched: SurveillanceVisit;
        HoldInquest: InquestOpen InquestClose;
        ReportMissing: MissingReport MissingAlert MissingClose;
        RecordJustice: JusticeOrder JusticeComply;
        CallInformant: InformantCall;
    }
}

impl Records {
    /// Performs an act, durably.
    ///
    /// # Errors
    /// [`DoorError::NotAllowed`] by policy, [`DoorError::Refused`] by the rules, [`DoorError::IdTaken`], store errors.
    pub async fn perform(&self, caller: &Caller, new: NewAct) -> Result<Receipt, DoorError> {
        let place = self.place_of(caller, &new).await?;
        let enrols = matches!(new.body, Body::PrintsEnrol(_));
        self.leave_to_perform(caller, &new, &place).await?;
        let receipt = self.write(caller, new, &place, None).await?;
        if enrols {
            self.search_after(caller, &place.code, &receipt).await;
        }
        Ok(receipt)
    }

    /// The act as the store is asked to write it, when this caller may.
    pub(crate) async fn proposed(&self, caller: &Caller, new: NewAct) -> Result<Proposal, DoorError> {
        let place = self.place_of(caller, &new).await?;
        self.leave_to_perform(caller, &new, &place).await?;
        Ok(Proposal { act: self.act_of(caller, new, &place), province: place.province, by: None })
    }

    pub(crate) async fn leave_to_perform(
        &self,
        caller: &Caller,
        new: &NewAct,
        place: &OfficeInfo,
    ) -> Result<(), DoorError> {
        let row = self.touched(&place.code, &new.body).await?;
        self.allow(caller, action_of(&new.body), &row, &new.id.to_string()).await?;
        // Printing is asked for through its own door, which also reads what is printed.
        match &new.body {
            Body::DocumentPrint(_) => Err(DoorError::NotAllowed { key: "print-through-its-page".to_owned() }),
            // What the engine gave is evidence: the engine alone writes it.
            Body::SearchList(_) | Body::SearchForget(_) => {
                Err(DoorError::NotAllowed { key: "list-by-engine".to_owned() })
            }
            // Whether it is fair, and who knew the suspect, is found out by its own door.
            Body::LineupMake(_) | Body::LineupShow(_) => {
                Err(DoorError::NotAllowed { key: "lineup-through-its-page".to_owned() })
            }
            body => self.check_named(&place.code, body).await,
        }
    }

    /// The office an act is of.
    pub(crate) async fn place_of(&self, caller: &Caller, new: &NewAct) -> Result<OfficeInfo, DoorError> {
        self.office(new.office.as_deref().unwrap_or_else(|| caller.office())).await
    }

    /// The office an act may be written at, if this caller plainly may; nothing is told and nothing is audited where
    /// not.
    pub(crate) async fn leave_to_write(
        &self,
        caller: &Caller,
        new: &NewAct,
    ) -> Result<Option<OfficeInfo>, DoorError> {
        let place = self.place_of(caller, new).await?;
        let row = self.touched(&place.code, &new.body).await?;
        // What reaches beyond the act's own transaction has a door that does the rest of it.
        let elsewhere = reaches_beyond(&new.body);
        let allowed = !elsewhere && self.decided(caller, action_of(&new.body), &row).allowed;
        Ok(allowed.then_some(place))
    }

    /// Writes without asking again; only for callers in this crate that have asked.
    pub(crate) async fn write(
        &self,
        caller: &Caller,
        mut new: NewAct,
        office: &OfficeInfo,
        by: Option<Arc<Standing>>,
    ) -> Result<Receipt, DoorError> {
        if let Body::SearchAnswer(answer) = &mut new.body {
            answer.withdrawn = self.withdrawn(&office.code, &answer.search).await?;
        }
        let now = self.clock.now();
        let (opens_office, takes_out) = (matches!(new.body, Body::OfficeOpen(_)), takes_out(&new.body));
        let act = self.act_of(caller, new, office);
        for sha256 in act.body.files() {
            self.store.touch_file(&sha256, now.millis()).await?;
        }
        let touched = self.enrolments_touched(&office.code, &act).await?;
        let enrolments = self.enrolments_leaving(&office.code, &act.body, &touched).await?;
        let leaving = self.files_leaving(&office.code, &act.body, &enrolments).await?;
        let proposal = Proposal { act, province: office.province.clone(), by };
        let receipt = if leaving.is_empty() {
            self.store.write(proposal).await?
        } else {
            self.write_and_remove(proposal, leaving).await?
        };
        if takes_out {
            self.note_gone(&office.code, &receipt.act).await;
        }
        self.follow_act(caller, &office.code, &touched).await;
        if opens_office {
            self.refresh_offices().await?;
        }
        Ok(receipt)
    }

    /// Writes an act that takes files away, and removes their objects: what is to be removed is noted before, so that
    /// a start after a crash removes it.
    async fn write_and_remove(
        &self,
        proposal: Proposal,
        leaving: Vec<StoredFile>,
    ) -> Result<Receipt, DoorError> {
        let _one = self.cro.leaving.lock().await;
        self.note_leaving(&leaving).await?;
        let receipt = self.store.write(proposal).await?;
        if self.remove_left(leaving).await {
            self.note_leaving(&[]).await?;
        }
        Ok(receipt)
    }

    /// The act with who does it and when; hours left out are now.
    pub(crate) fn act_of(&self, caller: &Caller, new: NewAct, office: &OfficeInfo) -> Act {
        let now = self.clock.now();
        Act {
            id: new.id,
            office: office.code.clone(),
            officer: caller.officer().to_owned(),
            rank: caller.rank.clone(),
            happened: new.happened.unwrap_or(now),
            informed: new.informed,
            stated: new.stated.unwrap_or(now),
            basis: new.basis,
            body: new.body,
        }
    }

    /// The row an act touches, with the marks on which policies decide.
    pub(crate) async fn touched(&self, office: &str, body: &Body) -> Result<Resource, DoorError> {
        match body {
            Body::FirSign(b) => self.fir_resource(office, &b.fir).await,
            Body::FirDespatch(b) => self.fir_resource(office, &b.fir).await,
            Body::FirSeal(b) => self.fir_resource(office, &b.fir).await,
            Body::FirUnseal(b) => self.fir_resource(office, &b.fir).await,
            Body::EntryCorrect(b) => self.entry_resource(office, &entry_key(&b.entry)).await,
            Body::EntryAttest(b) => {
                let row = self.store.row(&CorrectionRow::at(office, &b.correction)).await?;
                let row = CorrectionRow::read(&row.ok_or(DoorError::NotFound)?)?;
                self.entry_resource(office, &entry_key(&row.entry)).await
            }
            Body::ClockExcuse(b) => {
                let row = self.store.row(&ClockRow::at(office, &b.key())).await?;
                let row = ClockRow::read(&row.ok_or(DoorError::NotFound)?)?;
                let mut resource = match &row.fir {
                    Some(fir) => self.fir_resource(office, fir).await?,
                    None => self.at(ResourceKind::Office, office),
                };
                // Whoever answers for the deadline, which need not be who investigates the case.
                resource.io = row.officer;
                Ok(resource)
            }
            Body::BookFill(b) => self.entry_resource(office, &entry_key(&b.entry)).await,
            Body::RecordExpunge(b) => {
                for act in &b.acts {
                    if let Some(body) = self.store.row(&FirRow::at(office, act)).await? {
                        return Ok(self.of_fir(&FirRow::read(&body)?));
                    }
                }
                Ok(self.at(ResourceKind::Diary, office))
            }
            Body::PrintsEnrol(b) => match &b.fir {
                Some(fir) => self.fir_resource(office, fir).await,
                None => Ok(self.at(ResourceKind::Office, office)),
            },
            // Without a case it is of a person all the same, as a report is.
            Body::PrintsDestroy(b) if b.enrolment.is_some() => Ok(self.at(ResourceKind::Fir, office)),
            Body::AttachAdd(b) => self.file_resource(office, &b.to, b.case.as_deref()).await,
            Body::LegacyIncident(_) | Body::LegacyReconcile(_) => Ok(self.at(ResourceKind::Legacy, office)),
            Body::StaffAppoint(_) | Body::StaffRelieve(_) => Ok(self.at(ResourceKind::Staff, office)),
            _ => match body.case() {
                Some(fir) => self.fir_resource(office, fir).await,
                None => Ok(self.at(ResourceKind::Office, office)),
            },
        }
    }

    /// The marks of a case.
    pub(crate) fn of_fir(&self, row: &FirRow) -> Resource {
        let mut resource = self.at(ResourceKind::Fir, &row.office);
        resource.sealed = row.sealed.is_some();
        let reason = row.sealed.as_ref().map_or("", |s| s.reason.as_str());
        resource.juvenile = matches!(reason, "juvenile-accused" | "child-victim");
        resource.expunged = row.gone.is_some() || row.fir.is_none();
        resource.io.clone_from(&row.io);
        resource.created_by = Some(row.writer.clone());
        resource
    }

    async fn fir_resource(&self, office: &str, fir: &str) -> Result<Resource, DoorError> {
        let body = self.store.row(&FirRow::at(office, fir)).await?.ok_or(DoorError::NotFound)?;
        Ok(self.of_fir(&FirRow::read(&body)?))
    }

    async fn entry_resource(&self, office: &str, key: &str) -> Result<Resource, DoorError> {
        let body = self.store.row(&EntryRow::at(office, key)).await?.ok_or(DoorError::NotFound)?;
        Ok(self.of_entry(&EntryRow::read(&body)?))
    }

    /// The marks of a register entry.
    pub(crate) fn of_entry(&self, row: &EntryRow) -> Resource {
        let kind = if row.entry.register == "2" { ResourceKind::Diary } else { ResourceKind::Register };
        let mut resource = self.at(kind, &row.office);
        resource.sealed = row.sealed;
        resource.expunged = row.gone.is_some();
        resource.created_by = Some(row.officer.clone());
        resource
    }
}
