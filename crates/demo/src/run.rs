//! The making: minute by minute, all stations at once, so that the store commits their acts together.

use futures_util::future::join_all;
use roznamcha_acts::Body;
use roznamcha_records::{Caller, DoorError, FixedClock, Records, Role};
use std::collections::{HashMap, VecDeque};

use crate::calendar::{Calendar, DAY, LAST_MORNING};
use crate::district::{self, Post};
use crate::life::Life;
use crate::looks;
use crate::setup::{self, SignIn};
use crate::step::{Placed, Step};
use crate::walk;
use crate::words::Words;
use crate::{DemoError, DemoPlan};

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
        desks.push(Desk { life, due: VecDeque::new(), callers: HashMap::new(), acts: 0, firs: 0 });
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
    for minute in minutes {
        clock.set(calendar.clock(minute));
        for done in join_all(desks.iter_mut().map(|d| d.write(records, minute))).await {
            done?;
        }
        for desk in desks.iter_mut() {
            while let Some(placed) = desk.due.pop_front_if(|p| p.minute == minute) {
                // Only what is written by a clock that stands wrong is left: the others must not see it.
                clock.set(calendar.clock(minute - placed.step.slow));
                desk.perform(records, placed.step).await?;
                clock.set(calendar.clock(minute));
                desk.write(records, minute).await?;
            }
        }
    }
    Ok(())
}

impl Desk<'_> {
    /// Performs what is due at this minute, up to something for which the clock must stand wrong.
    async fn write(&mut self, records: &Records, minute: i64) -> Result<(), DemoError> {
        while let Some(placed) = self.due.pop_front_if(|p| p.minute == minute && p.step.slow == 0) {
            self.perform(records, placed.step).await?;
        }
        Ok(())
    }

    async fn perform(&mut self, records: &Records, step: Step) -> Result<(), DemoError> {
        let what = step.act.body.kind().to_owned();
        let office = self.life.station.code.clone();
        let moved = matches!(step.act.body, Body::StaffAppoint(_) | Body::StaffRelieve(_));
        let fir = matches!(step.act.body, Body::FirRegister(_));
        let by = step.by.clone();
        let done = self.through_the_door(records, step).await;
        done.map_err(|error| DemoError::Act { what: format!("{what} by {by}"), office, error })?;
        if moved {
            self.callers.clear();
        }
        self.acts += 1;
        self.firs += u64::from(fir);
        Ok(())
    }

    async fn through_the_door(&mut self, records: &Records, step: Step) -> Result<(), DoorError> {
        let caller = match self.callers.get(&step.by) {
            Some(caller) => caller.clone(),
            None => {
                let caller = records.system().as_officer(&step.by).await?;
                self.callers.insert(step.by.clone(), caller.clone());
                caller
            }
        };
        let caller = match step.purpose {
            Some(purpose) => caller.for_purpose(purpose, ""),
            None => caller,
        };
        match step.act.body {
            Body::DocumentPrint(print) => {
                records.count_print(&caller, step.act.id, &self.life.station.code, print).await?;
            }
            _ => {
                records.perform(&caller, step.act).await?;
            }
        }
        Ok(())
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
    all
}
