//! `record.expunge`: a court orders content removed. The headers stay, so the journal still verifies; the content,
//! its salt and everything computed from it go; a stub tells that something was there and by whose order it went.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

use crate::act::Recorded;
use crate::kinds::justice::REGISTRATION;
use crate::kinds::removable::REMOVABLE;
use crate::kinds::{Body, DocketKind, cro};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::stub;
use crate::text;
use crate::views::{
    AbsconderRow, AccusedRow, AttachedRow, CaseRow, ClockRow, CustodyRow, DocketRow, EnrolRow, EnrolledRow,
    EntryRow, FirRow, Gone, JoinRow, LineupRow, NamedRow, SearchRow, StepRow, WatchRow, entry_key,
};

/// The most acts one order names.
const MOST_NAMED: usize = 500;
/// The most acts that go at once, with those that the books add.
const MOST_GONE: usize = 5_000;

/// Content removed by a court's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordExpunge {
    /// The acts. The books add what hangs on them: corrections, despatches, the release of one lodged.
    pub acts: Vec<String>,
    /// The court.
    pub court: String,
    /// Number of the order.
    pub order_no: String,
    /// Its date.
    pub order_date: Date,
}

/// How far an expungement reaches, as far as is known yet.
pub(crate) struct Reach {
    /// The acts named, then those that go with them.
    pub acts: Vec<String>,
    /// What must be known to tell.
    pub wants: Vec<Want>,
}

/// Follows the named acts to everything that holds or builds on their words.
pub(crate) fn reach(named: &[String], office: &str, known: &Known) -> Reach {
    let mut reach = Reach { acts: named.to_vec(), wants: Vec::new() };
    if named.len() > MOST_GONE {
        return reach;
    }
    let mut seen: HashSet<String> = named.iter().cloned().collect();
    let mut next = 0;
    while let Some(id) = reach.acts.get(next).cloned() {
        next += 1;
        reach.wants.push(Want::Act(id.clone()));
        let Some(rec) = known.act(&id) else { continue };
        for more in hanging_on(rec, office, known, &mut reach.wants) {
            if seen.insert(more.clone()) {
                reach.acts.push(more);
            }
        }
    }
    reach
}

/// Acts that hold words of this one or build on them.
fn hanging_on(rec: &Recorded, office: &str, known: &Known, wants: &mut Vec<Want>) -> Vec<String> {
    let mut more = Vec::new();
    for entry in &rec.header.entries {
        let key = entry_key(entry);
        wants.push(Want::Row(EntryRow::at(office, &key)));
        if let Ok(Some(row)) = known.get::<EntryRow>(office, &key) {
            more.extend(row.strikes.into_iter().map(|s| s.act));
            more.extend(row.fills.into_iter().map(|f| f.act));
        }
    }
    let act = rec.header.act.as_str();
    wants.push(Want::Row(AttachedRow::at(office, act)));
    let attached = known.get::<AttachedRow>(office, act).ok().flatten();
    more.extend(attached.map(|row| row.acts).unwrap_or_default());
    if let Some(Body::AttachAdd(attach)) = &rec.body {
        let places = [Some(&attach.to), attach.case.as_ref()].into_iter().flatten();
        wants.extend(places.map(|place| Want::Row(AttachedRow::at(office, place))));
    }
    match rec.header.kind.as_str() {
        "fir.register" => {
            wants.push(Want::Row(FirRow::at(office, act)));
            more.extend(parts_of(act, office, known, wants));
            more.extend(enrolled_in(act, office, known, wants));
        }
        "clock.excuse" => {
            if let Some(Body::ClockExcuse(excuse)) = &rec.body {
                wants.push(Want::Row(ClockRow::at(office, &excuse.key())));
            }
        }
        "missing.report" => more.extend(reasons(act, "D20", office, known, wants)),
        "justice.order" => more.extend(reasons(act, REGISTRATION, office, known, wants)),
        // The timeline it stands in is told by the docket.
        "docket.report" => {
            if let Some(Body::DocketReport(report)) = &rec.body {
                wants.push(Want::Row(DocketRow::at(office, &report.docket)));
            }
        }
        "custody.release" | "custody.return" | "custody.escape" => {
            let stay = rec.body.as_ref().and_then(stay_of);
            wants.extend(stay.map(|custody| Want::Row(CustodyRow::at(office, custody))));
        }
        "absconder.enter" => wants.push(Want::Row(AbsconderRow::at(office, act))),
        "surveillance.order" => {
            wants.push(Want::Row(WatchRow::at(office, act)));
            more.extend(reasons(act, "D27", office, known, wants));
        }
        "custody.lodge" | "case.arrest" => {
            wants.push(Want::Row(CustodyRow::at(office, act)));
            let row = known.get::<CustodyRow>(office, act).ok().flatten();
            let of = |r: CustodyRow| r.earlier.into_iter().chain(r.returns).chain(r.released);
            more.extend(row.into_iter().flat_map(of).map(|(_, act)| act));
        }
        "entry.correct" => {
            if let Some(Body::EntryCorrect(correct)) = &rec.body {
                let key = entry_key(&correct.entry);
                wants.push(Want::Row(EntryRow::at(office, &key)));
                wants.push(Want::Row(FirRow::at(office, &correct.target)));
                if let Ok(Some(row)) = known.get::<EntryRow>(office, &key) {
                    more.extend(later_in_column(row, act));
                }
            }
        }
        _ => more.extend(hanging_on_prints(rec, office, known, wants)),
    }
    more
}

/// The same for the acts of the record office, and for what stations enrol.
fn hanging_on_prints(rec: &Recorded, office: &str, known: &Known, wants: &mut Vec<Want>) -> Vec<String> {
    let act = rec.header.act.as_str();
    match &rec.body {
        Some(Body::PrintsEnrol(body)) => {
            wants.push(Want::Row(EnrolRow::at(office, act)));
            wants.extend(cro::accused_of(body).map(|key| Want::Row(EnrolledRow::at(office, &key))));
        }
        Some(Body::PrintsDestroy(body)) => {
            wants.extend(body.removed.iter().map(|act| Want::Row(EnrolRow::at(office, act))));
        }
        Some(Body::SearchOpen(body)) => {
            wants.push(Want::Row(SearchRow::at(office, act)));
            wants.extend(body.enrolment.iter().map(|of| Want::Row(NamedRow::at(office, &of.key()))));
            let row = known.get::<SearchRow>(office, act).ok().flatten();
            return row.map(|row| row.acts()).unwrap_or_default();
        }
        Some(Body::SearchList(body)) => {
            wants.push(Want::Row(SearchRow::at(office, &body.search)));
            let of = |candidate: &crate::kinds::Candidate| NamedRow::at(office, &candidate.of.key());
            wants.extend(body.candidates.iter().map(of).map(Want::Row));
        }
        Some(Body::SearchExamine(body)) => wants.extend(cro::want_compared(office, body, known)),
        Some(Body::SearchAnswer(body)) => wants.extend(cro::want_answered(office, &body.search, known)),
        Some(Body::PersonJoin(body)) => {
            wants.push(Want::Row(JoinRow::at(office, &body.key())));
            let named = [&body.one, &body.other].map(|of| Want::Row(NamedRow::at(office, &of.key())));
            wants.extend(named);
        }
        Some(Body::LineupMake(body)) => {
            wants.push(Want::Row(LineupRow::at(office, act)));
            wants.extend(body.faces().map(|face| Want::Row(NamedRow::at(office, &face.of.key()))));
            let row = known.get::<LineupRow>(office, act).ok().flatten();
            return row.into_iter().flat_map(|row| row.shown).map(|shown| shown.act).collect();
        }
        _ => {}
    }
    Vec::new()
}

/// Enrolments of the accused of a case.
fn enrolled_in(fir: &str, office: &str, known: &Known, wants: &mut Vec<Want>) -> Vec<String> {
    let case = known.get::<CaseRow>(office, fir).ok().flatten();
    let keys = case.map(|case| case.accused).unwrap_or_default().into_iter();
    let mut acts = Vec::new();
    for key in keys.map(|index| AccusedRow::key_of(fir, index)) {
        wants.push(Want::Row(EnrolledRow::at(office, &key)));
        let row = known.get::<EnrolledRow>(office, &key).ok().flatten();
        acts.extend(row.map(|row| row.acts).unwrap_or_default());
    }
    acts
}

/// The stay in the lock-up that an act goes on with.
fn stay_of(body: &Body) -> Option<&str> {
    match body {
        Body::CustodyRelease(b) => Some(&b.custody),
        Body::CustodyReturn(b) => Some(&b.custody),
        Body::CustodyEscape(b) => Some(&b.custody),
        _ => None,
    }
}

/// Acts that gave the reasons of a breach: they may name whom the clock was about.
fn reasons(subject: &str, deadline: &str, office: &str, known: &Known, wants: &mut Vec<Want>) -> Vec<String> {
    let key = ClockRow::key_of(subject, deadline);
    wants.push(Want::Row(ClockRow::at(office, &key)));
    let Ok(Some(row)) = known.get::<ClockRow>(office, &key) else { return Vec::new() };
    let runs = row.earlier.into_iter().chain([row.run]);
    runs.flat_map(|run| run.reasons).map(|reason| reason.act).collect()
}

/// Acts that are part of a case.
fn parts_of(fir: &str, office: &str, known: &Known, wants: &mut Vec<Want>) -> Vec<String> {
    wants.push(Want::Row(CaseRow::at(office, fir)));
    let Ok(Some(case)) = known.get::<CaseRow>(office, fir) else { return Vec::new() };
    let mut parts = Vec::new();
    for seq in case.steps {
        let key = StepRow::key_of(fir, seq);
        wants.push(Want::Row(StepRow::at(office, &key)));
        parts.extend(known.get::<StepRow>(office, &key).ok().flatten().map(|step| step.act));
    }
    parts
}

/// Corrections made after this one in the same column: the words they struck may be words it wrote, and without it
/// they would strike elsewhere.
fn later_in_column(row: EntryRow, act: &str) -> Vec<String> {
    let field = row.strikes.iter().find(|s| s.act == act).map(|s| s.field.clone());
    let later = row.strikes.into_iter().skip_while(|s| s.act != act).skip(1);
    later.filter(|s| Some(&s.field) == field.as_ref()).map(|s| s.act).collect()
}

impl RecordExpunge {
    fn check_act(&self, id: &str, setting: &Setting<'_>) -> Result<(), Refusal> {
        let rec = setting.known.act(id).ok_or_else(|| Refusal::unknown(id))?;
        let Some(body) = &rec.body else {
            return Err(Refusal::order("order-expunged", "COURT-ORDER"));
        };
        let rule = body.rule();
        let case = rule.case(id).filter(|_| rule.bound());
        if case.is_none() && !REMOVABLE.contains(&body.kind()) {
            return Err(Refusal::order("order-not-expungible", "PPR-22.46"));
        }
        let goes = |other: &String| self.acts.contains(other);
        let alone = |code: &str, rule: &str| Err(Refusal::order(code, rule));
        if case.is_some_and(|fir| !self.acts.iter().any(|act| act == fir)) {
            return Err(Refusal::order("order-expunge-with-fir", "PPR-24.5"));
        }
        match body {
            // Someone still in the lock-up must leave it on the books before his record can go.
            Body::CustodyLodge(_) | Body::CaseArrest(_)
                if setting.row::<CustodyRow>(id)?.is_some_and(|c| c.released.is_none()) =>
            {
                alone("order-still-in-custody", "PPR-22.49")
            }
            // What an act did to another's rows cannot be undone while those stand.
            body if stay_of(body).is_some_and(|custody| !goes(&custody.to_owned())) => {
                alone("order-expunge-with-lodging", "PPR-22.49")
            }
            _ => self.check_book_act(id, body, setting),
        }
    }

    /// The same for the acts of the other books.
    fn check_book_act(&self, id: &str, body: &Body, setting: &Setting<'_>) -> Result<(), Refusal> {
        let goes = |other: &String| self.acts.contains(other);
        let opener = match body {
            Body::BookFill(b) => Some(&b.target),
            Body::DocketReport(b) => Some(&b.docket),
            Body::AbsconderRemove(b) => Some(&b.absconder),
            Body::SurveillanceVisit(b) => Some(&b.watch),
            Body::SurveillanceReview(b) => Some(&b.watch),
            Body::SurveillanceRemove(b) => Some(&b.watch),
            Body::InquestClose(b) => Some(&b.inquest),
            Body::MissingAlert(b) => Some(&b.missing),
            Body::MissingClose(b) => Some(&b.missing),
            Body::JusticeComply(b) => Some(&b.order),
            Body::SearchList(b) => Some(&b.search),
            Body::SearchExamine(b) => Some(&b.search),
            Body::SearchAnswer(b) => Some(&b.search),
            Body::LineupShow(b) => Some(&b.lineup),
            _ => None,
        };
        if opener.is_some_and(|act| !goes(act)) {
            return Err(Refusal::order("order-expunge-with-entry", "PPR-22.46"));
        }
        let listed = match body {
            Body::AbsconderEnter(_) => setting.row::<AbsconderRow>(id)?.is_some_and(|r| r.removed.is_none()),
            Body::SurveillanceOrder(_) => setting.row::<WatchRow>(id)?.is_some_and(|r| r.removed.is_none()),
            _ => false,
        };
        if listed {
            return Err(Refusal::order("order-still-listed", "PPR-22.54"));
        }
        // Articles and weapons are the office's own state.
        let of_things = match body {
            Body::DocketIssue(b) => b.to == DocketKind::Laboratory,
            Body::BookEnter(b) => b.is_weapon(),
            _ => false,
        };
        if of_things {
            return Err(Refusal::order("order-not-expungible", "PPR-22.46"));
        }
        Ok(())
    }
}
impl Rule for RecordExpunge {
    fn basis(&self) -> &'static [&'static str] {
        &["COURT-ORDER"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        reach(&self.acts, office, known).wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "court", &self.court);
        text::line_needed(&mut faults, "order_no", &self.order_no);
        faults.when(self.acts.is_empty(), "acts", "fault-missing");
        faults.when(self.acts.len() > MOST_NAMED, "acts", "fault-too-many");
        faults.when(self.order_date > setting.written.day(), "order_date", "fault-future");
        for (i, id) in self.acts.iter().enumerate().take(MOST_NAMED) {
            let twice = self.acts.iter().take(i).any(|earlier| earlier == id);
            faults.when(twice, &format!("acts.{i}"), "fault-twice");
        }
        faults.done()?;
        self.acts = reach(&self.acts, setting.office, setting.known).acts;
        let mut faults = Faults::default();
        faults.when(self.acts.len() > MOST_GONE, "acts", "fault-too-many");
        faults.done()?;
        self.acts.iter().try_for_each(|id| self.check_act(id, setting))
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::RecordExpunge(kept) = kept
            && kept.acts.starts_with(&self.acts)
        {
            self.acts.clone_from(&kept.acts);
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn expunges(&self) -> &[String] {
        &self.acts
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let gone = Gone { act: rec.header.act.clone(), at: rec.written()? };
        for id in &self.acts {
            let target = book.known().act(id).cloned();
            let target = target.ok_or_else(|| ViewError::NotAsked(id.clone()))?;
            stub::remains(&target, Some(&gone), book)?;
        }
        Ok(())
    }
}
