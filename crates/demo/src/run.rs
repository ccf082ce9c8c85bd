//! The making: minute by minute, all stations at once, so that the store commits their acts together.

use roznamcha_acts::{ActId, Body};
use roznamcha_journal::EntryRef;
use roznamcha_records::{Caller, DoorError, FixedClock, Records, Role};
use std::collections::{HashMap, VecDeque};

use crate::calendar::{Calendar, DAY, LAST_MORNING};
use crate::district::{self, Post, SECOND_EXAMINER};
use crate::life::Life;
use crate::looks;
use crate::setup::{self, SignIn};
use crate::step::{Placed, Step};
use crate::walk;
use crate::words::Words;
use crate::{DemoError, DemoPlan};

/// The books are checked against each other at two in the morning, in the last nights.
const NIGHT: i64 = DAY + 121;
const NIGHTS: i64 = 7;

/// What was made.
#[derive(Clone, Debug)]
pub struct DemoMade {
    /// Who can sign in, and how.
    pub sign_ins: Vec<SignIn>,
    /// Codes of the offices opened.
    pub offices: Vec<String>,
    /// Acts performed.
    pub acts: u64,
    /// First Information Reports among them.
    pub firs: u64,
}

/// A station's officers at work.
struct Desk<'a> {
    life: Life<'a>,
    due: VecDeque<Placed>,
    callers: HashMap<String, Caller>,
    /// The diary entries of narrated acts, by act: what a correction strikes.
    entries: HashMap<ActId, EntryRef>,
    acts: u64,
    firs: u64,
}

/// Makes the district of a plan in empty records. `clock` must be the clock of these records; it is left at the
/// last day's noon or a little before. `progress` is told station-days done and in all.
///
/// # Errors
/// [`DemoError`]: a plan that cannot be carried out, or the door's refusal.
pub async fn make(
    records: &Records,
    clock: &FixedClock,
    plan: &DemoPlan,
    progress: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<DemoMade, DemoError> {
    let words = Words::read();
    let calendar = Calendar::of(plan)?;
    clock.set(calendar.clock(360));
    let offices = district::offices(plan.stations);
    let command = district::command(&words, plan.seed);
    let stations = district::stations(&words, plan.seed, plan.stations);
    let posts: Vec<Post> = command.iter().chain(stations.iter().flat_map(|s| &s.posts)).cloned().collect();
    let begun = setup::begin(records, plan.seed, &offices, &posts, calendar.day(0)).await?;
    let mut desks = Vec::new();
    for (index, station) in stations.into_iter().enumerate() {
        let life = Life::new(&words, plan, station, index)?;
        desks.push(Desk {
            life,
            due: VecDeque::new(),
            callers: HashMap::new(),
            entries: HashMap::new(),
            acts: 0,
            firs: 0,
        });
    }
    let mut moving = None;
    for number in 0..i64::from(plan.days) {
        transfer(&mut desks, plan, number, &mut moving);
        one_day(records, clock, calendar, plan, &mut desks, number).await?;
        let done = u64::try_from(number + 1).unwrap_or(0);
        let stations = u64::try_from(desks.len()).unwrap_or(1);
        progress(done * stations, u64::from(plan.days) * stations);
    }
    clock.set(calendar.clock((i64::from(plan.days) - 1) * DAY + LAST_MORNING));
    if let Some(first) = desks.first() {
        looks::look(records, &first.life.station.code).await?;
    }
    let sign_ins = setup::accounts(records, &chosen(&command, &desks, plan.small)).await?;
    let acts = begun + desks.iter().map(|d| d.acts).sum::<u64>();
    let firs = desks.iter().map(|d| d.firs).sum();
    Ok(DemoMade { sign_ins, offices: offices.into_iter().map(|o| o.code).collect(), acts, firs })
}

/// An investigating officer of the second station goes to the first: relieved one day, posted the next.
fn transfer(desks: &mut [Desk<'_>], plan: &DemoPlan, number: i64, moving: &mut Option<Post>) {
    let day = (i64::from(plan.days) - 1) * 6 / 10;
    let [first, second, ..] = desks else { return };
    if number == day
        && let Some(code) = second.life.ios.pop()
    {
        let found = second.life.station.posts.iter().position(|p| p.officer == code);
        *moving = found.map(|at| second.life.station.posts.remove(at));
        second.life.relieve(number * DAY + 610, &code, "تبادلہ");
    }
    if number == day + 1
        && let Some(mut post) = moving.take()
    {
        post.office.clone_from(&first.life.station.code);
        first.life.appoint(number * DAY + 495, &post);
        first.life.ios.push(post.officer);
    }
}

async fn one_day(
    records: &Records,
    clock: &FixedClock,
    calendar: Calendar,
    plan: &DemoPlan,
    desks: &mut [Desk<'_>],
    number: i64,
) -> Result<(), DemoError> {
    let last = number == i64::from(plan.days) - 1;
    let mut minutes = walk::minutes(plan.seed, number, last);
    for desk in desks.iter_mut() {
        desk.due = desk.life.day(number, &minutes).into();
    }
    minutes.extend((!last).then_some(number * DAY + crate::calendar::CLOSE));
    let night = number * DAY + NIGHT;
    let mut unchecked = !last && number >= i64::from(plan.days) - 1 - NIGHTS;
    for minute in minutes {
        if unchecked && minute > night {
            clock.set(calendar.clock(night));
            let nightly = records.system().crosscheck_if_due().await;
            nightly.map_err(|error| DemoError::Check { error })?;
            unchecked = false;
        }
        clock.set(calendar.clock(minute));
        write_due(records, desks, minute).await?;
        for place in 0..desks.len() {
            while let Some(placed) =
                desks.get_mut(place).and_then(|d| d.due.pop_front_if(|p| p.minute == minute))
            {
                // Only what is written by a clock that stands wrong is left: the others must not see it.
                clock.set(calendar.clock(minute - placed.step.slow));
                if let Some(desk) = desks.get_mut(place) {
                    desk.perform(records, placed.step).await?;
                }
                clock.set(calendar.clock(minute));
                write_due(records, desks, minute).await?;
            }
        }
    }
    Ok(())
}

/// Writes what is due at this minute at every station, in rounds, each round together; at each station up to
/// something for which the clock must stand wrong.
async fn write_due(records: &Records, desks: &mut [Desk<'_>], minute: i64) -> Result<(), DemoError> {
    loop {
        let (mut officers, mut acts) = (Vec::new(), Vec::new());
        for (place, desk) in desks.iter_mut().enumerate() {
            for step in desk.round(records, minute).await? {
                let caller = desk.caller(records, &step).await.map_err(|error| desk.refused(&step, error))?;
                officers.push((place, step.by));
                acts.push((caller, step.act));
            }
        }
        if acts.is_empty() {
            return Ok(());
        }
        let bodies: Vec<(ActId, String, Made)> =
            acts.iter().map(|(_, act)| (act.id, act.body.kind().to_owned(), Made::of(&act.body))).collect();
        let station = desks.first().map(|d| d.life.station.code.clone()).unwrap_or_default();
        let written = records.perform_together(acts).await;
        let written =
            written.map_err(|error| DemoError::Act { what: "a round".to_owned(), office: station, error })?;
        for ((done, (place, by)), (id, kind, made)) in written.into_iter().zip(officers).zip(bodies) {
            let Some(desk) = desks.get_mut(place) else { continue };
            let receipt = done.map_err(|error| DemoError::Act {
                what: format!("{kind} by {by}"),
                office: desk.life.station.code.clone(),
                error,
            })?;
            desk.note(id, made, receipt.entries);
        }
    }
}

/// What must be noted of an act once it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    Report,
    Narrated,
    Moved,
    Other,
}

impl Made {
    fn of(body: &Body) -> Self {
        match body {
            Body::FirRegister(_) => Self::Report,
            Body::DiaryWrite(_) => Self::Narrated,
            Body::StaffAppoint(_) | Body::StaffRelieve(_) => Self::Moved,
            _ => Self::Other,
        }
    }
}

impl Desk<'_> {
    /// What this station can write now in one go. A print has a door of its own, and goes at once.
    async fn round(&mut self, records: &Records, minute: i64) -> Result<Vec<Step>, DemoError> {
        let mut round = Vec::new();
        while let Some(placed) =
            self.due.pop_front_if(|p| p.minute == minute && p.step.slow == 0 && !p.step.waits_for(&round))
        {
            let mut step = self.corrected(placed.step);
            self.counted(records, &mut step).await?;
            if step.is_print() {
                self.perform(records, step).await?;
                continue;
            }
            let last = step.must_stand_first();
            round.push(step);
            if last {
                break;
            }
        }
        Ok(round)
    }

    /// A correction with the entry it strikes.
    fn corrected(&self, mut step: Step) -> Step {
        if let (Body::EntryCorrect(body), Some(of)) = (&mut step.act.body, step.corrects)
            && let Some(entry) = self.entries.get(&of)
        {
            body.entry.clone_from(entry);
        }
        step
    }

    /// A note of charge with the files of pending cases counted.
    async fn counted(&mut self, records: &Records, step: &mut Step) -> Result<(), DemoError> {
        if !step.hands_over() {
            return Ok(());
        }
        let caller = self.caller(records, step).await.map_err(|error| self.refused(step, error))?;
        let desk = records.desk(&caller).await.map_err(|error| self.refused(step, error))?;
        if let Body::ChargeHandOver(note) = &mut step.act.body {
            note.pending = Some(desk.tally.pending);
        }
        Ok(())
    }

    fn refused(&self, step: &Step, error: DoorError) -> DemoError {
        let what = format!("{} by {}", step.act.body.kind(), step.by);
        DemoError::Act { what, office: self.life.station.code.clone(), error }
    }

    fn note(&mut self, id: ActId, made: Made, entries: Vec<EntryRef>) {
        self.acts += 1;
        match made {
            Made::Report => self.firs += 1,
            Made::Narrated => {
                if let Some(entry) = entries.into_iter().next() {
                    self.entries.insert(id, entry);
                }
            }
            Made::Moved => self.callers.clear(),
            Made::Other => {}
        }
    }

    /// Performs one act by itself.
    async fn perform(&mut self, records: &Records, step: Step) -> Result<(), DemoError> {
        let step = self.corrected(step);
        let (id, made) = (step.act.id, Made::of(&step.act.body));
        let caller = self.caller(records, &step).await.map_err(|error| self.refused(&step, error))?;
        let failed = step.clone();
        let done = match step.act.body {
            Body::DocumentPrint(print) => {
                let office = self.life.station.code.clone();
                records.count_print(&caller, id, &office, print).await.map(|_| Vec::new())
            }
            _ => records.perform(&caller, step.act).await.map(|receipt| receipt.entries),
        };
        let entries = done.map_err(|error| self.refused(&failed, error))?;
        self.note(id, made, entries);
        Ok(())
    }

    async fn caller(&mut self, records: &Records, step: &Step) -> Result<Caller, DoorError> {
        let caller = match self.callers.get(&step.by) {
            Some(caller) => caller.clone(),
            None => {
                let caller = records.system().as_officer(&step.by).await?;
                self.callers.insert(step.by.clone(), caller.clone());
                caller
            }
        };
        Ok(match step.purpose {
            Some(purpose) => caller.for_purpose(purpose, ""),
            None => caller,
        })
    }
}

/// Who gets an account: one for each role in a small district; else the whole first station and everyone in charge.
fn chosen(command: &[Post], desks: &[Desk<'_>], small: bool) -> Vec<Post> {
    let at_stations = desks.iter().flat_map(|d| d.life.station.posts.iter().map(move |p| (d.life.index, p)));
    let mut all: Vec<Post> = Vec::new();
    for (index, post) in command.iter().map(|p| (0, p)).chain(at_stations) {
        let taken = all.iter().any(|p| p.role == post.role);
        let leads = matches!(post.role, Role::Sho | Role::Moharrar);
        if !taken || (!small && (index == 0 || leads)) {
            all.push(post.clone());
        }
    }
    let signs_in = |post: &&Post| all.iter().any(|p| p.officer == post.officer);
    let second = command.iter().find(|post| post.officer == SECOND_EXAMINER && !signs_in(post)).cloned();
    all.extend(second);
    all
}
