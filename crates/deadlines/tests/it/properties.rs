//! What must hold of any clock.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use roznamcha_deadlines::{ClockFacts, Pause, State, reckon};
use roznamcha_statute::{Bound, Province};

use crate::{at, book};

fn later(from: Timestamp, minutes: i64) -> Timestamp {
    from + SignedDuration::from_mins(minutes)
}

proptest! {
    /// A clock only gets worse with time, a stay never makes it due earlier, and a met clock never changes.
    #[test]
    fn time_runs_one_way(
        which in 0usize..33, start in 0i64..1_000_000, pause in 0i64..50_000, stood in 0i64..50_000,
        met in proptest::option::of(0i64..1_000_000), nows in proptest::collection::vec(0i64..2_000_000, 2..8),
    ) {
        let book = book();
        let id = book.deadlines()[which % book.deadlines().len()].id.split('-').next().unwrap().to_owned();
        let started = later(at("2025-06-01T00:00:00"), start);
        let from = later(started, pause);
        let stays = [Pause { from, until: Some(later(from, stood)) }];
        let plain = ClockFacts {
            deadline: &id, province: Province::Punjab, started, met: met.map(|m| later(started, m)), pauses: &[],
            marks: &[],
        };
        let stayed = ClockFacts { pauses: &stays, ..plain };
        let mut nows: Vec<Timestamp> = nows.into_iter().map(|m| later(started, m)).collect();
        nows.sort_unstable();
        let mut last = None;
        for now in nows {
            let Some(r) = reckon(&book, &plain, now) else { return Ok(()) };
            if let Some(with) = reckon(&book, &stayed, now).and_then(|w| w.due) {
                prop_assert!(Some(with) >= r.due);
            }
            if r.deadline.bound == Bound::AtMost {
                prop_assert!(r.state != State::TooSoon && r.state != State::Paused);
                prop_assert_eq!(r.late_seconds > 0, matches!(r.state, State::Overdue | State::Breached));
            }
            if let Some((before, lateness)) = last {
                prop_assert!(r.late_seconds >= lateness);
                let done = |s| matches!(s, State::Met | State::Breached);
                prop_assert!(!done(before) || r.state == before);
                prop_assert!(!(before == State::Overdue && r.state == State::Running));
            }
            last = Some((r.state, r.late_seconds));
        }
    }
}
