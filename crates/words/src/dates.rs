//! Dates and hours as an officer writes them, always the Gregorian calendar and the 24-hour clock.

use crate::{Lang, digits};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_UR: [&str; 12] =
    ["جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_UR: [&str; 7] = ["پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"];

/// `5 January 2026`, `۵ جنوری ۲۰۲۶`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    digits::localise(lang, &format!("{} {} {}", date.day(), month(lang, date), date.year()))
}

/// `Monday, 5 January 2026`, `پیر، ۵ جنوری ۲۰۲۶`.
#[must_use]
pub fn long_date(lang: Lang, day: Date) -> String {
    let index = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    let names = match lang {
        Lang::En => &DAYS_EN,
        Lang::Ur => &DAYS_UR,
    };
    let weekday = names.get(index).copied().unwrap_or_default();
    format!("{weekday}{} {}", comma(lang), date(lang, day))
}

/// `05-01-2026`, `۰۵-۰۱-۲۰۲۶`: the day first, as in the registers' narrow columns. Isolated in Urdu, where
/// the hyphens would otherwise turn the parts round.
#[must_use]
pub fn short_date(lang: Lang, date: Date) -> String {
    let plain = format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year());
    match lang {
        Lang::En => plain,
        Lang::Ur => crate::bidi::ltr(&digits::urdu(&plain)),
    }
}

/// `09:30`, `۰۹:۳۰ بجے`.
#[must_use]
pub fn time(lang: Lang, time: Time) -> String {
    let plain = format!("{:02}:{:02}", time.hour(), time.minute());
    match lang {
        Lang::En => plain,
        Lang::Ur => format!("{} بجے", digits::urdu(&plain)),
    }
}

/// `5 January 2026, 09:30`, `۵ جنوری ۲۰۲۶، ۰۹:۳۰ بجے`.
#[must_use]
pub fn date_time(lang: Lang, at: DateTime) -> String {
    format!("{}{} {}", date(lang, at.date()), comma(lang), time(lang, at.time()))
}

/// An instant on the clock of `zone` (Pakistan: `Asia/Karachi`), written as [`date_time`].
#[must_use]
pub fn at(lang: Lang, instant: Timestamp, zone: &TimeZone) -> String {
    date_time(lang, zone.to_datetime(instant))
}

/// The machine form for `<time datetime>` and `<input type="datetime-local">`: `2026-01-05T09:30`.
#[must_use]
pub fn machine(at: DateTime) -> String {
    format!("{:04}-{:02}-{:02}T{:02}:{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute())
}

fn month(lang: Lang, date: Date) -> &'static str {
    let names = match lang {
        Lang::En => &MONTHS_EN,
        Lang::Ur => &MONTHS_UR,
    };
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    names.get(index).copied().unwrap_or_default()
}

fn comma(lang: Lang) -> char {
    match lang {
        Lang::En => ',',
        Lang::Ur => '،',
    }
}
