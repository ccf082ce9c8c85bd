//! The verdict on one clock at one moment.

use jiff::{SignedDuration, Timestamp};
use roznamcha_statute::{Bound, Count, Deadline, StatuteBook, Unit};
use serde::{Deserialize, Serialize};

use crate::calendar::{add, end_of, local, working_days_after};
use crate::choose::choose;
use crate::facts::ClockFacts;

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A minimum not reached yet: the act would come too soon.
    TooSoon,
    /// Running, nothing to warn of.
    Running,
    /// Running, a warning point is passed.
    Warned,
    /// The limit is passed and the act not done.
    Overdue,
    /// Stopped by a court's stay.
    Paused,
    /// Done in time; of a minimum: reached.
    Met,
    /// Done, but late; of a minimum: done too soon.
    Breached,
}

impl State {
    /// Whether somebody must still act.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Running | Self::Warned | Self::Overdue)
    }
}

/// What the law says of a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reckoning<'a> {
    /// The row of the law.
    pub deadline: &'a Deadline,
    /// Until when; `None` while a stay holds.
    pub due: Option<Timestamp>,
    /// When to warn, before the limit.
    pub warn: Vec<Timestamp>,
    /// How it stands.
    pub state: State,
    /// Seconds past the limit, now or when it was met; 0 when not late.
    pub late_seconds: i64,
    /// Past the hard flag of the law's row.
    pub hard: bool,
}

/// Reckons a clock at `now`. `None` where no such deadline was in force in the province when the clock started.
pub fn reckon<'a>(book: &'a StatuteBook, clock: &ClockFacts<'_>, now: Timestamp) -> Option<Reckoning<'a>> {
    let law = choose(book, clock.deadline, clock.province, clock.started, clock.marks)?;
    let reach = |n: u32| stretch(clock, base(book, law, clock, n), now);
    let due = if law.limit == 0 { stretch(clock, at_once(law, clock), now) } else { reach(law.limit) };
    let mut warn: Vec<Timestamp> =
        law.flags.iter().filter(|f| **f < law.limit).filter_map(|f| reach(*f)).collect();
    warn.sort_unstable();
    let done = clock.met.filter(|met| *met <= now);
    let until = done.unwrap_or(now);
    let passed = due.is_some_and(|due| until > due);
    let hard = law.flags.iter().filter(|f| **f >= law.limit).any(|f| reach(*f).is_some_and(|at| until > at));
    let state = match (law.bound, done, due) {
        (Bound::AtLeast, Some(_), _) => {
            if passed {
                State::Met
            } else {
                State::Breached
            }
        }
        (Bound::AtLeast, None, _) => {
            if passed {
                State::Met
            } else {
                State::TooSoon
            }
        }
        (Bound::AtMost, Some(_), _) => {
            if passed {
                State::Breached
            } else {
                State::Met
            }
        }
        (Bound::AtMost, None, None) => State::Paused,
        (Bound::AtMost, None, Some(_)) if passed => State::Overdue,
        (Bound::AtMost, None, Some(_)) if warn.iter().any(|at| now >= *at) => State::Warned,
        (Bound::AtMost, None, Some(_)) => State::Running,
    };
    let late = law.bound == Bound::AtMost && passed;
    let late_seconds = due.filter(|_| late).map_or(0, |due| seconds(due, until));
    Some(Reckoning {
        deadline: law,
        due,
        warn,
        state,
        late_seconds,
        hard: hard && law.bound == Bound::AtMost,
    })
}

/// At once: by the end of the day, or by the hard flag where the law's row has one.
fn at_once(law: &Deadline, clock: &ClockFacts<'_>) -> Timestamp {
    let hard = law.flags.iter().min();
    match (hard, law.unit) {
        (Some(hours), Unit::Hours) => after_hours(clock.started, *hours),
        _ => end_of(local(clock.started).date()),
    }
}

/// Where the limit ends if nothing stops the clock.
fn base(book: &StatuteBook, law: &Deadline, clock: &ClockFacts<'_>, limit: u32) -> Timestamp {
    let day = local(clock.started).date();
    match (law.unit, law.count) {
        (Unit::Hours, _) => after_hours(clock.started, limit),
        (Unit::Days, Count::Working) => end_of(working_days_after(book, clock.province, day, limit)),
        (unit, _) => end_of(add(day, limit, unit)),
    }
}

fn after_hours(start: Timestamp, hours: u32) -> Timestamp {
    start.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

/// Moves the end by the stays that began before it; `None` when one of them still holds at `now`.
fn stretch(clock: &ClockFacts<'_>, end: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let mut end = end;
    for pause in clock.pauses.iter().filter(|p| p.from <= now) {
        if pause.from >= end {
            break;
        }
        let until = pause.until.filter(|u| *u <= now)?;
        let stood = until.duration_since(pause.from.max(clock.started)).max(SignedDuration::ZERO);
        end = end.saturating_add(stood).unwrap_or(Timestamp::MAX);
    }
    Some(end)
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_secs()
}
