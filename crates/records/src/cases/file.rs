//! One case file: the case, its report, its accused and other persons, its clocks, reports to the court, articles and
//! dockets. The timeline, the papers and the case diaries are read a page at a time by methods of their own.

use roznamcha_access::{Action, FieldSet};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{
    AccusedRow, CaseRow, ClockRow, CustodyRow, DocketRow, EntryRow, FinalReportRow, FirRow, PartyRow,
    PropertyRow, RoadRow, entry_key,
};
use roznamcha_statute::Province;
use roznamcha_store::Query;

use super::Opened;
use super::mask::{veil_articles, veil_line, veil_parties};
use crate::mask::veil_fir;
use crate::{Caller, DeadlineLine, DoorError, EntryView, Records};

/// Persons, clocks, articles of one case, at most.
const MOST: u32 = 2_000;

/// An accused of the case.
#[derive(Clone, Debug)]
pub struct AccusedView {
    /// How he stands.
    pub row: AccusedRow,
    /// Who he is, masked; `None` where persons are not shown.
    pub person: Option<PartyRow>,
    /// His stays in the lock-up, oldest first; `None` of the person in them where persons are not shown.
    pub stays: Vec<CustodyRow>,
}

/// A report under section 173 with the objections raised to it.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// How it stands.
    pub row: FinalReportRow,
    /// The lines of its objections in the working register, masked.
    pub objections: Vec<EntryView>,
}

/// A case as this officer sees it.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// How it stands.
    pub case: CaseRow,
    /// Its report, masked.
    pub fir: FirRow,
    /// What of the report and its persons is shown.
    pub fields: FieldSet,
    /// Persons and papers are shown; else only how it stands.
    pub persons: bool,
    /// This officer may ask for the case diaries.
    pub diaries: bool,
    /// The accused, in the order of the case's list of persons.
    pub accused: Vec<AccusedView>,
    /// The other persons in that order, masked; none where persons are not shown.
    pub parties: Vec<PartyRow>,
    /// Its clocks with what the law says of them now: those that still run first, by when they are due.
    pub clocks: Vec<DeadlineLine>,
    /// Reports under section 173, oldest first.
    pub reports: Vec<ReportView>,
    /// Its articles in register XIX, masked, by serial.
    pub articles: Vec<PropertyRow>,
    /// Road certificates with which articles of it travelled.
    pub roads: Vec<RoadRow>,
    /// Dockets to laboratory and doctor.
    pub dockets: Vec<DocketRow>,
}

impl CaseFile {
    /// The person in that place of the case's list; `None` where he is not shown.
    pub fn person(&self, index: u32) -> Option<&PartyRow> {
        let accused = self.accused.iter().filter_map(|a| a.person.as_ref());
        accused.chain(&self.parties).find(|p| p.index == index)
    }
}

impl Records {
    /// A case file. Who may see its persons states a purpose; who may not, sees how it stands.
    ///
    /// # Errors
    /// [`DoorError::PurposeNeeded`]; [`DoorError::NotFound`]; store errors.
    pub async fn case_file(&self, caller: &Caller, fir: &str) -> Result<CaseFile, DoorError> {
        let persons = match self.case_rows(fir).await? {
            Some((_, report)) => self.opens(caller, Action::ReadCasePersons, &self.of_fir(&report)),
            None => false,
        };
        let action = if persons { Action::ReadCasePersons } else { Action::ReadCase };
        let opened = self.open_case(caller, action, fir).await?;
        let Opened { case, fir, resource, permit } = opened;
        let fields = permit.fields.clone();
        let diaries = !case.is_stub() && self.opens(caller, Action::ReadZimni, &resource);
        let outcome = self.fill(case, fir, (fields, persons, diaries)).await;
        self.finish(permit, outcome, |_| 1).await
    }

    async fn fill(
        &self,
        case: CaseRow,
        mut fir: FirRow,
        (fields, persons, diaries): (FieldSet, bool, bool),
    ) -> Result<CaseFile, DoorError> {
        veil_fir(&mut fir, &fields);
        let mut parties = if persons { self.parties_of(&case).await? } else { Vec::new() };
        veil_parties(&mut parties, &fields);
        let mut articles: Vec<PropertyRow> = self.all(upon::<PropertyRow>(&case)).await?;
        veil_articles(&mut articles, &fields);
        Ok(CaseFile {
            accused: self.accused_of(&case, &mut parties).await?,
            clocks: self.clocks_of(&case).await?,
            reports: self.reports_of(&case, &fields).await?,
            roads: self.roads_of(&case, &articles).await?,
            dockets: self.all(upon::<DocketRow>(&case)).await?,
            case,
            fir,
            fields,
            persons,
            diaries,
            parties,
            articles,
        })
    }

    pub(crate) async fn parties_of(&self, case: &CaseRow) -> Result<Vec<PartyRow>, DoorError> {
        self.all(upon::<PartyRow>(case)).await
    }

    /// The accused; each takes his person out of the list.
    async fn accused_of(
        &self,
        case: &CaseRow,
        parties: &mut Vec<PartyRow>,
    ) -> Result<Vec<AccusedView>, DoorError> {
        let mut all = Vec::new();
        for row in self.all::<AccusedRow>(upon::<AccusedRow>(case)).await? {
            let mut stays = Vec::new();
            for arrest in &row.arrests {
                let body = self.store.row(&CustodyRow::at(&case.office, &arrest.act)).await?;
                if let Some(mut stay) = body.map(|b| CustodyRow::read(&b)).transpose()? {
                    // Who he is stands once, masked, in `person`.
                    stay.person = None;
                    stays.push(stay);
                }
            }
            let place = parties.iter().position(|p| p.index == row.index);
            let person = place.map(|place| parties.remove(place));
            all.push(AccusedView { row, person, stays });
        }
        Ok(all)
    }

    async fn clocks_of(&self, case: &CaseRow) -> Result<Vec<DeadlineLine>, DoorError> {
        let office = self.office(&case.office).await?;
        let Ok(province) = office.province.parse::<Province>() else { return Ok(Vec::new()) };
        let rows: Vec<ClockRow> = self.all(upon::<ClockRow>(case)).await?;
        let mut lines: Vec<DeadlineLine> =
            rows.into_iter().filter_map(|clock| self.line(clock, province)).collect();
        lines.sort_by_key(|l| (!l.state.is_open(), l.due, l.law.id.clone(), l.subject.clone()));
        Ok(lines)
    }

    pub(crate) async fn reports_of(
        &self,
        case: &CaseRow,
        fields: &FieldSet,
    ) -> Result<Vec<ReportView>, DoorError> {
        let mut rows: Vec<FinalReportRow> = self.all(upon::<FinalReportRow>(case)).await?;
        rows.sort_by_key(|r| case.reports.iter().position(|act| *act == r.act));
        let mut all = Vec::new();
        for row in rows {
            let mut objections = Vec::new();
            for objection in &row.objections {
                let at = EntryRow::at(&case.office, &entry_key(&objection.entry));
                if let Some(body) = self.store.row(&at).await? {
                    objections.push(veil_line(EntryRow::read(&body)?, fields));
                }
            }
            all.push(ReportView { row, objections });
        }
        Ok(all)
    }

    async fn roads_of(&self, case: &CaseRow, articles: &[PropertyRow]) -> Result<Vec<RoadRow>, DoorError> {
        let mut acts: Vec<&str> = Vec::new();
        for act in articles.iter().flat_map(|a| &a.chain).filter_map(|link| link.road.as_deref()) {
            if !acts.contains(&act) {
                acts.push(act);
            }
        }
        let mut roads = Vec::with_capacity(acts.len());
        for act in acts {
            let body = self.store.row(&RoadRow::at(&case.office, act)).await?;
            roads.extend(body.map(|b| RoadRow::read(&b)).transpose()?);
        }
        Ok(roads)
    }
}

/// Rows of that type upon a case.
pub(crate) fn upon<T: View>(case: &CaseRow) -> Query {
    Query::of::<T>(&case.office).eq("fir", case.fir.as_str()).limit(MOST)
}
