//! Each kind of limit, at the minute before and after.

use roznamcha_deadlines::{Pause, State, reckon};

use crate::{at, book, clock};

#[test]
fn a_report_is_due_at_the_end_of_the_fourteenth_day() {
    let book = book();
    let c = clock("D8", "2026-01-05T09:00:00", &[], &[]);
    let state = |now: &str| reckon(&book, &c, at(now)).unwrap().state;
    assert_eq!(reckon(&book, &c, at("2026-01-05T10:00:00")).unwrap().due, Some(at("2026-01-19T23:59:59")));
    assert_eq!(state("2026-01-14T12:00:00"), State::Running);
    assert_eq!(state("2026-01-16T00:00:00"), State::Warned);
    assert_eq!(state("2026-01-19T23:59:59"), State::Warned);
    assert_eq!(state("2026-01-20T00:00:00"), State::Overdue);
    let met = roznamcha_deadlines::ClockFacts { met: Some(at("2026-01-21T11:59:59")), ..c };
    let late = reckon(&book, &met, at("2026-03-01T00:00:00")).unwrap();
    assert_eq!((late.state, late.late_seconds), (State::Breached, 36 * 3600));
    assert_eq!(
        reckon(&book, &met, at("2026-01-20T12:00:00")).unwrap().state,
        State::Overdue,
        "not met yet then"
    );
}

#[test]
fn hours_run_from_the_minute() {
    let book = book();
    let c = clock("D5", "2026-01-05T22:30:00", &[], &[]);
    let r = reckon(&book, &c, at("2026-01-06T22:30:00")).unwrap();
    assert_eq!((r.due, r.state), (Some(at("2026-01-06T22:30:00")), State::Warned));
    assert_eq!(reckon(&book, &c, at("2026-01-06T22:30:01")).unwrap().state, State::Overdue);
}

#[test]
fn working_days_leave_out_holidays() {
    let book = book();
    // Friday 20 March 2026; the 21st and 22nd are a weekend, the 23rd is Pakistan Day.
    let c = clock("D25", "2026-03-20T15:00:00", &[], &[]);
    let due = reckon(&book, &c, at("2026-03-21T00:00:00")).unwrap().due;
    assert_eq!(due, Some(at("2026-04-01T23:59:59")));
}

#[test]
fn a_stay_stops_the_clock_and_what_remained_runs_on() {
    let book = book();
    let stay = [Pause { from: at("2026-01-10T12:00:00"), until: Some(at("2026-02-10T12:00:00")) }];
    let c = clock("D8", "2026-01-05T09:00:00", &stay, &[]);
    assert_eq!(reckon(&book, &c, at("2026-01-25T00:00:00")).unwrap().state, State::Paused);
    let after = reckon(&book, &c, at("2026-02-11T00:00:00")).unwrap();
    assert_eq!((after.due, after.state), (Some(at("2026-02-19T23:59:59")), State::Running));
}

#[test]
fn a_stay_after_the_limit_excuses_nothing() {
    let book = book();
    let stay = [Pause { from: at("2026-02-01T00:00:00"), until: None }];
    let c = clock("D8", "2026-01-05T09:00:00", &stay, &[]);
    assert_eq!(reckon(&book, &c, at("2026-02-05T00:00:00")).unwrap().state, State::Overdue);
}

#[test]
fn at_once_is_overdue_from_the_next_day_or_the_hard_flag() {
    let book = book();
    let copy = clock("D2", "2026-01-05T09:00:00", &[], &[]);
    assert_eq!(reckon(&book, &copy, at("2026-01-05T23:00:00")).unwrap().state, State::Running);
    assert_eq!(reckon(&book, &copy, at("2026-01-06T00:00:00")).unwrap().state, State::Overdue);
    let magistrate = clock("D3", "2026-01-05T09:00:00", &[], &[]);
    let r = reckon(&book, &magistrate, at("2026-01-06T09:00:01")).unwrap();
    assert_eq!((r.state, r.hard, r.late_seconds), (State::Overdue, true, 1));
}

#[test]
fn a_minimum_says_too_soon() {
    let book = book();
    let c = clock("D12", "2026-01-05T09:00:00", &[], &[]);
    assert_eq!(reckon(&book, &c, at("2026-01-20T00:00:00")).unwrap().state, State::TooSoon);
    assert_eq!(reckon(&book, &c, at("2026-02-05T00:00:00")).unwrap().state, State::Met);
    let early = roznamcha_deadlines::ClockFacts { met: Some(at("2026-01-10T00:00:00")), ..c };
    assert_eq!(reckon(&book, &early, at("2026-02-05T00:00:00")).unwrap().state, State::Breached);
}
