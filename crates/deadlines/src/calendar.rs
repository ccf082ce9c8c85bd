//! Days as offices count them.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp, ZonedDateTime};
use roznamcha_statute::{Province, StatuteBook, Unit};

/// Hours east of Greenwich: Pakistan Standard Time, no summer time.
const OFFSET_HOURS: i8 = 5;
/// Working days are looked for no further than this many days for each that is wanted.
const FURTHEST: u32 = 30;

/// With the offices' offset.
pub fn local(at: Timestamp) -> ZonedDateTime {
    at.to_zoned_datetime(zone())
}

fn zone() -> TimeZone {
    Offset::from_hours(OFFSET_HOURS).map_or(TimeZone::UTC, TimeZone::fixed)
}

/// Whether offices of the province are open on that day.
pub fn is_working(book: &StatuteBook, province: Province, day: Date) -> bool {
    !book.holidays().iter().any(|h| h.datum.in_force(province, day) && h.day.falls_on(day))
}

/// The day that is `count` working days after `day`. Where the holidays leave none, the days are counted plainly.
pub fn working_days_after(book: &StatuteBook, province: Province, day: Date, count: u32) -> Date {
    let (mut at, mut left) = (day, count);
    for _ in 0..count.saturating_mul(FURTHEST) {
        if left == 0 {
            return at;
        }
        at = at.saturating_add(Span::new().days(1));
        left -= u32::from(is_working(book, province, at));
    }
    if left == 0 { at } else { add(day, count, Unit::Days) }
}

/// The day that many units after `day`; hours count as no day.
pub(crate) fn add(day: Date, limit: u32, unit: Unit) -> Date {
    let limit = i64::from(limit);
    let span = match unit {
        Unit::Hours => Ok(Span::new()),
        Unit::Days => Span::new().try_days(limit),
        Unit::Months => Span::new().try_months(limit),
        Unit::Years => Span::new().try_years(limit),
    };
    span.map_or(Date::MAX, |span| day.saturating_add(span))
}

/// The last moment of a day: its midnight less a second.
pub(crate) fn end_of(day: Date) -> Timestamp {
    let next = day.saturating_add(Span::new().days(1));
    next.to_zoned_datetime(zone()).map_or(Timestamp::MAX, |z| {
        z.timestamp().saturating_sub(Span::new().seconds(1)).unwrap_or(z.timestamp())
    })
}
