//! A year of a district's clocks, looked at every day.

use jiff::SignedDuration;
use roznamcha_deadlines::{ClockFacts, State, reckon};
use roznamcha_statute::Province;

use crate::{at, book};

/// 30 stations, a report a day each, each with a clock for its challan; looked at on each of 365 days. Every clock
/// that no act met is overdue from the fifteenth day on and not before.
#[test]
fn a_year_passes_day_by_day() {
    let book = book();
    let first = at("2026-01-01T10:00:00");
    let day = |n: i64| first + SignedDuration::from_hours(24 * n);
    for today in 0..365 {
        let now = day(today);
        let states: Vec<State> = (0..=today)
            .map(|n| {
                let met = (n % 3 == 0).then(|| day(n + 10));
                let clock = ClockFacts {
                    deadline: "D8",
                    province: Province::Punjab,
                    started: day(n),
                    met,
                    pauses: &[],
                    marks: &[],
                };
                reckon(&book, &clock, now).unwrap().state
            })
            .collect();
        let overdue = states.iter().filter(|s| **s == State::Overdue).count();
        let expected = (0..=today).filter(|n| n % 3 != 0 && today - n >= 15).count();
        assert_eq!(overdue, expected, "day {today}");
    }
}
