//! The record office's desk: what is due, what is open, what waits for this officer.

use roznamcha_access::Action;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{EnrolRef, ProbeKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{ClockRow, EnrolRow, EnrolState, EnrolledRow, SearchRow, SearchState};
use roznamcha_journal::EntryRef;
use roznamcha_statute::Province;
use roznamcha_store::{Offices, Query};

use super::searches::is_new_to;
use super::views::{CaseHead, SearchLine};
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
    /// Whose enrolment.
    pub of: EnrolRef,
    /// 100 times the decimal logarithm of the likelihood ratio.
    pub centibans: i32,
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
    /// Candidates of open searches whom this officer has not examined, the likeliest first.
    pub candidates: Vec<NewCandidate>,
    /// How many enrolments of the district stand.
    pub standing: u64,
    /// Among how many people a search looks at this node.
    pub gallery: Option<usize>,
}

impl Records {
    /// The desk of the caller's record office: no person is named on it.
    ///
    /// # Errors
    /// By policy; store errors.
    pub async fn cro_desk(&self, caller: &Caller) -> Result<CroDesk, DoorError> {
        let office = caller.office().to_owned();
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(&office), "desk").await?;
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
                of: listed.of.clone(),
                centibans: listed.centibans,
            });
        }
        Ok(())
    }

    /// Enrolments of the stations that a record office serves.
    fn enrolments_in(&self, office: &str, state: EnrolState) -> Query {
        let tree = self.offices();
        let seat = tree.above(office).into_iter().next().unwrap_or_else(|| office.to_owned());
        let stations = tree.stations(&seat).into_iter().map(|o| o.code.clone()).collect();
        Query::of::<EnrolRow>("").within(Offices::In(stations)).eq("state", state.as_str())
    }

    /// Suppressed enrolments whose clock of destruction runs.
    async fn due_destructions(&self, office: &str) -> Result<Vec<DueDestruction>, DoorError> {
        let query = self.enrolments_in(office, EnrolState::Suppressed).by("enrolled", false).limit(MOST);
        let mut all = Vec::new();
        for row in self.all::<EnrolRow>(query).await? {
            let Some(enrolment) = &row.enrolment else { continue };
            let (Some(fir), Some(accused)) = (enrolment.fir.clone(), enrolment.accused) else { continue };
            let key = ClockRow::key_of(&EnrolledRow::key_of(&fir, accused), DESTRUCTION);
            let Some(body) = self.store.row(&ClockRow::at(&row.office, &key)).await? else { continue };
            let clock = ClockRow::read(&body)?;
            let province = self.office(&row.office).await?.province.parse::<Province>();
            let (true, Ok(province)) = (clock.is_open(), province) else { continue };
            let Some(deadline) = self.line(clock, province) else { continue };
            all.push(DueDestruction {
                of: EnrolRef { office: row.office.clone(), act: row.act.clone() },
                case: self.case_head(&row).await?,
                fir,
                accused,
                since: row.since,
                deadline,
            });
        }
        all.sort_by_key(|due| due.since);
        Ok(all)
    }
}
