//! Searches: opened with what the engine gives in the same breath, read, examined, answered.

use roznamcha_access::{Action, Resource, ResourceKind};
use roznamcha_acts::kinds::{
    EnrolRef, ProbeKind, SearchAnswer, SearchExamine, SearchList as ListBody, SearchOpen, TakenPrint,
};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{Listed, SearchRow, SearchState};
use roznamcha_acts::{ActId, Body};
use roznamcha_store::{After, Offices, Query, Receipt};

use super::blind::seen;
use super::enrol::derived;
use super::gallery::templates;
use super::views::{CandidateView, PrintLine, SearchLine, SearchView};
use crate::mask::blot_party;
use crate::{Caller, DoorError, Field, FieldSet, NewAct, Records};

/// Which searches.
#[derive(Clone, Debug, Default)]
pub struct SearchFilter {
    /// The record office; the caller's own where left empty.
    pub office: String,
    /// Only those that stand so.
    pub state: Option<SearchState>,
    /// Only those with this.
    pub probe: Option<ProbeKind>,
    /// Where the page before ended: when opened, office, act.
    pub after: Option<(i64, String, String)>,
    /// Searches to the page, at most 200.
    pub limit: u32,
}

/// A page of searches, newest first.
#[derive(Clone, Debug, Default)]
pub struct SearchList {
    /// The searches.
    pub lines: Vec<SearchLine>,
    /// Where the next page begins.
    pub next: Option<(i64, String, String)>,
}

/// How prints are told of, without their templates.
pub(super) fn print_lines(prints: &[TakenPrint]) -> Vec<PrintLine> {
    let line = |print: &TakenPrint| PrintLine {
        finger: print.finger,
        quality: print.quality,
        minutiae: templates(std::slice::from_ref(print))
            .ok()
            .and_then(|all| u16::try_from(all.first()?.1.minutiae.len()).ok())
            .unwrap_or(0),
        image: print.file.is_some(),
        missing: print.missing,
    };
    prints.iter().map(line).collect()
}

impl Records {
    /// Opens a search slip and makes its list; gives how many candidates it has, `None` where the list could not be made:
    /// the slip stands, and says so. Templates are made of the images it names. Sent again, it is the same search with
    /// the same list.
    ///
    /// # Errors
    /// As [`Records::perform`]; [`DoorError::Unavailable`] where no gallery is open.
    pub async fn search_open(
        &self,
        caller: &Caller,
        id: ActId,
        open: SearchOpen,
        dpi: Option<u16>,
    ) -> Result<(Receipt, Option<usize>), DoorError> {
        let mut new = NewAct::now(id, Body::SearchOpen(open));
        let place = self.place_of(caller, &new).await?;
        self.leave_to_perform(caller, &new, &place).await?;
        self.gallery()?;
        self.read_prints(&mut new.body, dpi).await?;
        let receipt = self.write(caller, new, &place, None).await?;
        let listed = self.list_search(caller, &place.code, &receipt.act).await;
        let listed = listed.inspect_err(|error| tracing::error!(%error, "the list of a search was not made"));
        Ok((receipt, listed.ok()))
    }

    /// Makes the list of a search that has none, where the engine could not look when it was opened.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; those of the search.
    pub async fn list_again(&self, caller: &Caller, search: &str) -> Result<(), DoorError> {
        let office = caller.office();
        self.allow(caller, Action::SearchPrints, &self.at(ResourceKind::Office, office), search).await?;
        self.may_look(caller, search).await?;
        self.list_search(caller, office, search).await.map(|_| ())
    }

    /// Makes the list of a search that has none yet. Gives how many candidates it has.
    pub(super) async fn list_search(
        &self,
        caller: &Caller,
        office: &str,
        search: &str,
    ) -> Result<usize, DoorError> {
        let row = self.search_row(office, search).await?.ok_or(DoorError::NotFound)?;
        if !row.lists.is_empty() || !row.is_open() {
            return Ok(row.candidates.len());
        }
        let taken = match &row.enrolment {
            Some(of) => self.enrolment(of).await?.map(|body| body.prints).unwrap_or_default(),
            None => row.prints,
        };
        let (found, people) = self.candidates(row.probe, templates(&taken)?, row.enrolment.as_ref()).await?;
        let count = found.len();
        let list = ListBody {
            search: search.to_owned(),
            engine: self.print_engine(),
            people: people as u64,
            after: None,
            candidates: found,
        };
        let place = self.office(office).await?;
        let id = derived("list of search", &[office, search]);
        let new = NewAct { office: Some(place.code.clone()), ..NewAct::now(id, Body::SearchList(list)) };
        self.write_once(caller, new, &place).await?;
        Ok(count)
    }

    pub(super) async fn search_row(&self, office: &str, act: &str) -> Result<Option<SearchRow>, DoorError> {
        let body = self.store.row(&SearchRow::at(office, act)).await?;
        Ok(body.map(|b| SearchRow::read(&b)).transpose()?)
    }

    /// The marks of a record office's own papers: they are of persons, as a report is.
    pub(super) fn of_record_office(&self, office: &str) -> Resource {
        self.at(ResourceKind::Fir, office)
    }

    /// A search with its candidates, as this officer may see them.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; store errors.
    pub async fn search_view(
        &self,
        caller: &Caller,
        office: &str,
        act: &str,
    ) -> Result<SearchView, DoorError> {
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), act).await?;
        let fields = permit.fields.clone();
        let outcome = self.search_seen(caller, (office, act), fields).await;
        self.finish(permit, outcome, |view| view.candidates.len()).await
    }

    async fn search_seen(
        &self,
        caller: &Caller,
        (office, act): (&str, &str),
        fields: FieldSet,
    ) -> Result<SearchView, DoorError> {
        let mut row = self.search_row(office, act).await?.ok_or(DoorError::NotFound)?;
        let (named, identified) =
            (fields.shows(Field::FirAccused), fields.shows(Field::FirAccusedIdentifiers));
        if let Some(person) = &mut row.person {
            blot_party(person, named, identified, fields.shows(Field::FirAddress));
        }
        let enrolled = match &row.enrolment {
            Some(of) => self.standing(of).await?,
            None => None,
        };
        if row.enrolment.is_some() && enrolled.is_none() {
            // Of who was freed nothing is told, nor whom he was like.
            row.enrolment = None;
            row.candidates.clear();
        }
        let prints = print_lines(&self.searched_with(&row).await?);
        let enrolled = match enrolled {
            Some(row) => self.shown(caller, row).await?,
            None => None,
        };
        if enrolled.is_none() {
            row.enrolment = None;
        }
        let (mut candidates, withdrawn) = self.candidate_views(caller, &row).await?;
        candidates.sort_by_key(|one| std::cmp::Reverse(one.listed.centibans));
        for (n, one) in (1..).zip(&mut candidates) {
            one.n = n;
        }
        let blind = candidates.iter().any(|one| one.blind);
        if blind {
            // What the office answered so far tells what the first examiner found.
            row.answers.clear();
        }
        for answer in &mut row.answers {
            let stands = |of: &EnrolRef| candidates.iter().any(|one| one.listed.of == *of);
            answer.of = answer.of.take().filter(stands);
        }
        row.candidates.clear();
        row.prints.clear();
        Ok(SearchView { row, prints, fields, enrolled, candidates, withdrawn, blind })
    }

    async fn candidate_views(
        &self,
        caller: &Caller,
        search: &SearchRow,
    ) -> Result<(Vec<CandidateView>, usize), DoorError> {
        let (mut all, mut withdrawn) = (Vec::new(), 0);
        for listed in &search.candidates {
            let Some(row) = self.standing(&listed.of).await? else {
                withdrawn += 1;
                continue;
            };
            let seen = seen(search, listed, caller.officer());
            let case = self.case_head(&row).await?;
            let row = if seen.named { self.shown(caller, row).await? } else { None };
            all.push(CandidateView {
                n: 0,
                listed: seen.listed,
                named: seen.named,
                case: case.filter(|_| row.is_some()),
                row,
                mine: seen.mine,
                blind: seen.blind,
                examiners: seen.examiners,
                identified: seen.identified,
            });
        }
        Ok((all, withdrawn))
    }

    /// Searches of a record office, newest first: numbers and how they stand, no person.
    ///
    /// # Errors
    /// By policy; store errors.
    pub async fn searches(&self, caller: &Caller, filter: &SearchFilter) -> Result<SearchList, DoorError> {
        let office = if filter.office.is_empty() { caller.office() } else { &filter.office };
        let permit =
            self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), "searches").await?;
        let outcome = async {
            let limit = filter.limit.clamp(1, 200);
            let mut query = Query::of::<SearchRow>(office).by("opened", true).limit(limit);
            if let Some(state) = filter.state {
                query = query.eq("state", state.as_str());
            }
            if let Some(probe) = filter.probe {
                query = query.eq("probe", probe.as_str());
            }
            query.after =
                filter.after.clone().map(|(at, office, key)| After { value: Some(at.into()), office, key });
            let rows: Vec<SearchRow> = self.all(query).await?;
            let full = rows.len() >= limit as usize;
            let next = rows.last().filter(|_| full);
            let next = next.map(|row| (row.opened.millis(), row.office.clone(), row.act.clone()));
            let mut lines = Vec::with_capacity(rows.len());
            for row in &rows {
                lines.push(self.search_line(caller, row).await?);
            }
            Ok(SearchList { lines, next })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |list| list.lines.len()).await
    }

    /// A search in one line; candidates who do not stand any more are not counted.
    pub(super) async fn search_line(
        &self,
        caller: &Caller,
        row: &SearchRow,
    ) -> Result<SearchLine, DoorError> {
        let (mut candidates, mut not_examined) = (0, 0);
        let told = match &row.enrolment {
            Some(of) => self.standing(of).await?.is_some(),
            None => true,
        };
        for listed in row.candidates.iter().filter(|_| told) {
            if self.standing(&listed.of).await?.is_some() {
                candidates += 1;
                not_examined += usize::from(row.is_open() && is_new_to(listed, caller.officer()));
            }
        }
        Ok(SearchLine {
            office: row.office.clone(),
            act: row.act.clone(),
            entry: row.entry.clone(),
            opened: row.opened,
            probe: row.probe,
            state: row.state,
            asked_by: row.asked_by.clone(),
            case: row.case.clone(),
            candidates,
            not_examined,
            searched: !row.lists.is_empty(),
            // Before it is closed an answer would tell the second examiner what the first found.
            traced: row.answers.last().filter(|_| !row.is_open()).map(|answer| answer.traced),
        })
    }

    /// The search made at an enrolment.
    pub(super) async fn search_upon(&self, of: &EnrolRef) -> Result<Option<SearchRow>, DoorError> {
        let query = Query::of::<SearchRow>("").within(Offices::All).eq("enrolment", of.key()).limit(1);
        Ok(self.all::<SearchRow>(query).await?.into_iter().next())
    }

    /// An examiner's conclusion on one candidate. Who is freed or destroyed meanwhile is not examined any more.
    ///
    /// # Errors
    /// As [`Records::perform`].
    pub async fn examine(
        &self,
        caller: &Caller,
        id: ActId,
        examination: SearchExamine,
    ) -> Result<Receipt, DoorError> {
        self.may_look(caller, &examination.search).await?;
        self.perform(caller, NewAct::now(id, Body::SearchExamine(examination))).await
    }

    /// Whoever works upon a search may read it, and his purpose is on record; else it is as none.
    async fn may_look(&self, caller: &Caller, search: &str) -> Result<(), DoorError> {
        let own = self.of_record_office(caller.office());
        let permit = self.ask(caller, Action::ReadEnrolment, &own, search).await?;
        let found =
            async { self.search_row(caller.office(), search).await?.ok_or(DoorError::NotFound) }.await;
        self.finish(permit, found, |_| 1).await.map(|_| ())
    }

    /// The office's answer to a search slip.
    ///
    /// # Errors
    /// As [`Records::perform`].
    pub async fn answer(
        &self,
        caller: &Caller,
        id: ActId,
        answer: SearchAnswer,
    ) -> Result<Receipt, DoorError> {
        self.may_look(caller, &answer.search).await?;
        self.perform(caller, NewAct::now(id, Body::SearchAnswer(answer))).await
    }
}

/// Whether a candidate waits for this officer.
pub(super) fn is_new_to(listed: &Listed, officer: &str) -> bool {
    !listed.forgotten && listed.examinations.iter().all(|one| one.officer != officer)
}
