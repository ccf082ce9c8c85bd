//! Days and minutes as whole numbers, and the few ways in which dates are written.

/// The order of the parts of a date that is written with slashes, dots or hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 2015-03-31
    #[default]
    YearMonthDay,
    /// 31/03/2015
    DayMonthYear,
    /// 03/31/2015
    MonthDayYear,
}

/// Minutes of a day.
pub(crate) const DAY: i32 = 1440;
/// Nothing happened before this year as far as a loader is concerned, nor after the last.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The day of a date, counted from 1970-01-01; `None` when the calendar has no such date.
#[must_use]
pub fn day(year: i32, month: u32, day: u32) -> Option<i32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    if !YEARS.contains(&year) || day == 0 || day > length {
        return None;
    }
    // Years begin in March, so that the leap day is the last: 153 days in any five months.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let within = (153 * i32::try_from(m).ok()? + 2) / 5 + i32::try_from(day).ok()? - 1;
    Some(365 * y + y / 4 - y / 100 + y / 400 + within - 719_468)
}

/// Year, month and day of a day counted from 1970-01-01.
#[must_use]
pub fn date(day: i32) -> (i32, u32, u32) {
    let shifted = i64::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (of_month, month) = (of_year - (153 * month + 2) / 5 + 1, (month + 2) % 12 + 1);
    let year = year + era * 400 + i64::from(month <= 2);
    (
        i32::try_from(year).unwrap_or(i32::MAX),
        u32::try_from(month).unwrap_or(0),
        u32::try_from(of_month).unwrap_or(0),
    )
}

/// A day as 2015-03-31.
#[must_use]
pub fn written(day: i32) -> String {
    let (year, month, day) = date(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The minute, counted from 1970-01-01 00:00, of a text as `2015-03-31`, `2015-03-31 14:05[:09]`, `2015-03-31T14:05Z`,
/// `03/31/2015 02:05:09 PM`. An offset from UTC is passed over: crimes are dated by the clock of their place.
#[must_use]
pub fn minute(text: &[u8], order: DateOrder) -> Option<i32> {
    let text = text.trim_ascii();
    let (first, rest) = number(text)?;
    let (second, rest) = number(after(rest, b"-/.")?)?;
    let (third, rest) = number(after(rest, b"-/.")?)?;
    let (year, month, of_month) = match order {
        DateOrder::YearMonthDay => (first, second, third),
        DateOrder::DayMonthYear => (third, second, first),
        DateOrder::MonthDayYear => (third, first, second),
    };
    let day = day(i32::try_from(year).ok()?, month, of_month)?;
    Some(day * DAY + of_day(rest)?)
}

/// The minute of the day from what follows a date: nothing, or a time.
fn of_day(rest: &[u8]) -> Option<i32> {
    let Some(rest) = after(rest, b" T") else { return rest.is_empty().then_some(0) };
    let (mut hour, rest) = number(rest.trim_ascii_start())?;
    let (minute, mut rest) = number(after(rest, b":")?)?;
    while let Some(next) = after(rest, b":.") {
        rest = number(next)?.1;
    }
    let half = rest.trim_ascii_start().get(..2).map(<[u8]>::to_ascii_lowercase);
    match half.as_deref() {
        Some(b"am") if hour == 12 => hour = 0,
        Some(b"pm") if hour < 12 => hour += 12,
        _ => {}
    }
    (hour < 24 && minute < 60).then(|| i32::try_from(hour * 60 + minute).unwrap_or(0))
}

fn after<'a>(text: &'a [u8], any_of: &[u8]) -> Option<&'a [u8]> {
    let (first, rest) = text.split_first()?;
    any_of.contains(first).then_some(rest)
}

/// A whole number of at most nine digits, and what follows it.
fn number(text: &[u8]) -> Option<(u32, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(digits)?;
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    Some((digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')), rest))
}
