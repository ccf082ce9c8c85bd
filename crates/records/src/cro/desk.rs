//! The record office's desk: what is due, what is open, what waits for this officer.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{EnrolRef, ProbeKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{ClockRow, EnrolRow, EnrolState, EnrolledRow, SearchRow, SearchState};
use roznamcha_journal::EntryRef;
use roznamcha_statute::Province;
use roznamcha_store::{Offices, Query};
use std::collections::HashSet;

use super::searches::is_new_to;
use super::views::{CaseHead, SearchLine};
use crate::permit::Permit;
use crate::{Caller, DeadlineLine, DoorError, Records};

/// The deadline of destruction.
const DESTRUCTION: &str = "D26";
/// Lines of each list, at most.
const MOST: u32 = 200;

/// An enrolment that must be destroyed.
#[derive(Clone, Debug)]
pub struct DueDestruction {
    /// The enrolment; nobody is named.
    pub of: EnrolRef,
    /// The case: the act of its report.
    pub fir: String,
    /// His place in its list of persons.
    pub accused: u32,
    /// The case, and how he was freed of it.
    pub case: Option<CaseHead>,
    /// Since when no search shows it.
    pub since: Moment,
    /// Until when, by law, and whether that is past.
    pub deadline: DeadlineLine,
}

/// A candidate whom this officer has not examined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCandidate {
    /// The record office.
    pub office: String,
    /// The search.
    pub search: String,
    /// Its number.
    pub entry: EntryRef,
    /// What is searched with.
    pub probe: ProbeKind,
    /// 100 times the decimal logarithm of the likelihood ratio.
    pub centibans: i32,
}

/// An enrolment that stands, for which no search was made.
#[derive(Clone, Debug)]
pub struct NotSearched {
    /// The enrolment; nobody is named.
    pub of: EnrolRef,
    /// When it was written.
    pub enrolled: Moment,
    /// Its case.
    pub case: Option<CaseHead>,
}

/// The desk.
#[derive(Clone, Debug, Default)]
pub struct CroDesk {
    /// Destructions that are due, the longest first.
    pub due: Vec<DueDestruction>,
    /// Open searches with a person's fingers, newest first.
    pub open: Vec<SearchLine>,
    /// Open latents, newest first.
    pub latents: Vec<SearchLine>,
    /// The newest enrolments of the district that were not searched for.
    pub not_searched: Vec<NotSearched>,
    /// Candidates of open searches whom this officer has not examined, the likeliest first.
    pub candidates: Vec<NewCandidate>,
    /// How many enrolments of the district stand.
    pub standing: u64,
    /// Among how many people a search looks at this node.
    pub gallery: Option<usize>,
}

impl Records {
    /// Leave to sit at the caller's record office: of whoever searches prints there, and of nobody else.
    async fn at_cro_desk(&self, caller: &Caller, key: &str) -> Result<Permit, DoorError> {
        let office = caller.office();
        let desk = self.at(ResourceKind::Office, office);
        self.allow(caller, Action::SearchPrints, &desk, key).await?;
        self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), key).await
    }

    /// The desk of the caller's record office: no person is named on it.
    ///
    /// # Errors
    /// By policy; store errors.
    pub async fn cro_desk(&self, caller: &Caller) -> Result<CroDesk, DoorError> {
        let office = caller.office().to_owned();
        let permit = self.at_cro_desk(caller, "desk").await?;
        let outcome = async {
            let mut desk = CroDesk { due: self.due_destructions(&office).await?, ..CroDesk::default() };
            let query = Query::of::<SearchRow>(&office)
                .eq("state", SearchState::Open.as_str())
                .by("opened", true)
                .limit(MOST);
            for row in self.all::<SearchRow>(query).await? {
                let line = self.search_line(caller, &row).await?;
                if line.not_examined > 0 {
                    self.new_candidates(caller, &row, &mut desk.candidates).await?;
                }
                match row.probe {
                    ProbeKind::Latent => desk.latents.push(line),
                    ProbeKind::Tenprint | ProbeKind::Single => desk.open.push(line),
                }
            }
            desk.candidates.sort_by_key(|one| std::cmp::Reverse(one.centibans));
            desk.not_searched = self.not_searched(&office).await?;
            desk.standing = self.store.count(&self.enrolments_in(&office, EnrolState::Standing)).await?;
            if let Ok(gallery) = self.gallery() {
                desk.gallery = Some(gallery.look(|gallery| Ok(gallery.count().people)).await?);
            }
            Ok(desk)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |desk| desk.candidates.len() + desk.due.len()).await
    }

    async fn new_candidates(
        &self,
        caller: &Caller,
        row: &SearchRow,
        into: &mut Vec<NewCandidate>,
    ) -> Result<(), DoorError> {
        for listed in row.candidates.iter().filter(|one| is_new_to(one, caller.officer())) {
            if self.standing(&listed.of).await?.is_none() {
                continue;
            }
            into.push(NewCandidate {
                office: row.office.clone(),
                search: row.act.clone(),
                entry: row.entry.clone(),
                probe: row.probe,
                centibans: listed.centibans,
            });
        }
        Ok(())
    }

    /// Of the newest enrolments those that no search names.
    async fn not_searched(&self, office: &str) -> Result<Vec<NotSearched>, DoorError> {
        let query = Query::of::<SearchRow>(office).by("opened", true).limit(2 * MOST);
        let searches = self.all::<SearchRow>(query).await?;
        let known: HashSet<EnrolRef> = searches.into_iter().filter_map(|row| row.enrolment).collect();
        let query = self.enrolments_in(office, EnrolState::Standing).by("enrolled", true).limit(MOST);
        let mut all = Vec::new();
        for row in self.all::<EnrolRow>(query).await? {
            let of = EnrolRef { office: row.office.clone(), act: row.act.clone() };
            if known.contains(&of) || self.search_upon(&of).await?.is_some() {
                continue;
            }
            let case = self.case_head(&row).await?;
            all.push(NotSearched { of, enrolled: row.enrolled, case });
        }
        Ok(all)
    }

    /// Enrolments of the stations that a record office serves.
    fn enrolments_in(&self, office: &str, state: EnrolState) -> Query {
        let tree = self.offices();
        let seat = tree.above(office).into_iter().next().unwrap_or_else(|| office.to_owned());
        // Whoever is bound over without a case may be enrolled in the record office's own journal.
        let own = std::iter::once(office.to_owned());
        let offices = tree.stations(&seat).into_iter().map(|o| o.code.clone()).chain(own).collect();
        Query::of::<EnrolRow>("").within(Offices::In(offices)).eq("state", state.as_str())
    }

    /// Suppressed enrolments whose clock of destruction runs.
    async fn due_destructions(&self, office: &str) -> Result<Vec<DueDestruction>, DoorError> {
        let query = self.enrolments_in(office, EnrolState::Suppressed).by("enrolled", false).limit(MOST);
        let mut all = Vec::new();
        for row in self.all::<EnrolRow>(query).await? {
            all.extend(self.due_of(&row).await?);
        }
        all.sort_by_key(|due| due.since);
        Ok(all)
    }

    async fn due_of(&self, row: &EnrolRow) -> Result<Option<DueDestruction>, DoorError> {
        let Some(enrolment) = &row.enrolment else { return Ok(None) };
        let (Some(fir), Some(accused)) = (enrolment.fir.clone(), enrolment.accused) else { return Ok(None) };
        let key = ClockRow::key_of(&EnrolledRow::key_of(&fir, accused), DESTRUCTION);
        let Some(body) = self.store.row(&ClockRow::at(&row.office, &key)).await? else { return Ok(None) };
        let clock = ClockRow::read(&body)?;
        let province = self.office(&row.office).await?.province.parse::<Province>();
        let (true, Ok(province)) = (clock.is_open(), province) else { return Ok(None) };
        let Some(deadline) = self.line(clock, province) else { return Ok(None) };
        Ok(Some(DueDestruction {
            of: EnrolRef { office: row.office.clone(), act: row.act.clone() },
            case: self.case_head(row).await?,
            fir,
            accused,
            since: row.since,
            deadline,
        }))
    }

    /// The destruction that is due of one accused of a case.
    ///
    /// # Errors
    /// As [`Records::cro_desk`]; [`DoorError::NotFound`] where none is due.
    pub async fn due_destruction(
        &self,
        caller: &Caller,
        fir: &str,
        accused: u32,
    ) -> Result<DueDestruction, DoorError> {
        let permit = self.at_cro_desk(caller, fir).await?;
        let outcome = async {
            let query = self.enrolments_in(caller.office(), EnrolState::Suppressed).eq("fir", fir);
            for row in self.all::<EnrolRow>(query.limit(MOST)).await? {
                if let Some(due) = self.due_of(&row).await?.filter(|due| due.accused == accused) {
                    return Ok(due);
                }
            }
            Err(DoorError::NotFound)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }
}
