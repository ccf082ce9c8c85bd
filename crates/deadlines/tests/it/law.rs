//! The law decides, and the law is data.

use roznamcha_deadlines::{State, choose, reckon};
use roznamcha_statute::Province;

use crate::{at, book, clock, edited, marks};

#[test]
fn the_most_special_row_holds() {
    let book = book();
    let of = |words: &[&str]| {
        let marks = marks(words);
        choose(&book, "D11", Province::Punjab, at("2026-01-05T00:00:00"), &marks).unwrap().id.clone()
    };
    assert_eq!(of(&[]), "D11");
    assert_eq!(of(&["capital", "juvenile"]), "D11-capital");
    assert_eq!(of(&["woman"]), "D11-woman");
    assert_eq!(of(&["capital", "woman"]), "D11-woman-capital");
}

#[test]
fn the_row_of_the_day_the_clock_started_holds() {
    let book = book();
    let hours = |day: &str| choose(&book, "D21", Province::Punjab, at(day), &[]).map(|d| d.limit);
    assert_eq!(hours("2024-12-31T12:00:00"), Some(8));
    assert_eq!(hours("2025-01-01T12:00:00"), Some(24));
    assert_eq!(hours("2019-01-01T12:00:00"), None);
    assert_eq!(choose(&book, "D21", Province::Sindh, at("2026-01-01T00:00:00"), &[]), None, "Punjab's own");
    assert_eq!(choose(&book, "D1", Province::Sindh, at("2026-01-01T00:00:00"), &[]).unwrap().id, "D1");
}

/// The same history under a changed effective date gives the other verdict; no code is touched.
#[test]
fn a_changed_date_in_the_data_changes_the_verdict() {
    let before = book();
    let after = edited("deadlines.csv", |text| {
        let row = text.lines().find(|l| l.starts_with("D8,")).unwrap();
        let old = row.replacen("1992-01-01,", "1992-01-01,2026-01-01", 1);
        let new = row.replacen("1992-01-01", "2026-01-01", 1).replacen("max,14,", "max,30,", 1);
        text.replace(row, &format!("{old}\n{new}"))
    });
    let c = clock("D8", "2026-01-05T09:00:00", &[], &[]);
    let now = at("2026-01-25T09:00:00");
    assert_eq!(reckon(&before, &c, now).unwrap().state, State::Overdue);
    assert_eq!(reckon(&after, &c, now).unwrap().state, State::Warned, "thirty days from 2026 on");
    let older = clock("D8", "2025-12-31T09:00:00", &[], &[]);
    assert_eq!(reckon(&after, &older, now).unwrap().state, State::Overdue, "started under the old row");
}

#[test]
fn a_holiday_added_by_an_administrator_counts() {
    let with_eid = edited("holidays.csv", |text| {
        let head = "eid-2026,2026-03-24,Eid,عید,Notification,PK,2026-01-01,,no,M,";
        format!("{text}{head}\n")
    });
    let c = clock("D25", "2026-03-20T15:00:00", &[], &[]);
    let plain = book();
    let due = |book| reckon(book, &c, at("2026-03-21T00:00:00")).unwrap().due;
    assert_eq!(due(&plain), Some(at("2026-04-01T23:59:59")));
    assert_eq!(due(&with_eid), Some(at("2026-04-02T23:59:59")));
}
