//! Points in time as the books write them: RFC 3339, always with Pakistan's offset, to the millisecond.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Hours east of Greenwich of every station's clock (Pakistan Standard Time; no summer time is in force).
const OFFSET_HOURS: i8 = 5;

/// A point in time, to the millisecond; prints as `2026-01-05T09:30:00+05:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

/// The first moment that can be written, in the year 1: an earlier one has no four-digit year, so it would be
/// written in a form that does not read back.
const FIRST_MILLIS: i64 = -62_135_596_800_000;
/// The last whole second of which every offset's local time is still in the year 9999.
const LAST_MILLIS: i64 = 253_402_207_200_000;

/// The text was not an RFC 3339 time.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a date and time; write it as 2026-01-05T09:30:00+05:00")]
pub struct MomentError(String);

impl Moment {
    /// A moment from a timestamp, cut to the millisecond and to the years 1 to 9999.
    pub fn new(at: Timestamp) -> Self {
        let millis = at.as_millisecond().clamp(FIRST_MILLIS, LAST_MILLIS);
        Self(Timestamp::from_millisecond(millis).unwrap_or(at))
    }

    /// The timestamp behind it.
    pub fn timestamp(self) -> Timestamp {
        self.0
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// A moment from milliseconds since 1970; out of the years 1 to 9999 gives `None`.
    pub fn from_millis(millis: i64) -> Option<Self> {
        let written = (FIRST_MILLIS..=LAST_MILLIS).contains(&millis);
        Timestamp::from_millisecond(millis).ok().filter(|_| written).map(Self)
    }

    /// With the office's offset, to read hours and days from.
    pub fn local(self) -> ZonedDateTime {
        let zone = Offset::from_hours(OFFSET_HOURS).map_or(TimeZone::UTC, TimeZone::fixed);
        self.0.to_zoned_datetime(zone)
    }

    /// The civil day at the office.
    pub fn day(self) -> Date {
        self.local().date()
    }

    /// The civil year at the office.
    pub fn year(self) -> i16 {
        self.local().year()
    }

    /// Whole seconds from `earlier` to this moment; negative when this one is earlier.
    pub fn seconds_since(self, earlier: Moment) -> i64 {
        (self.millis() - earlier.millis()) / 1000
    }

    /// Whether it lies in a minute before the other's. What an officer types has no seconds, so of two moments of one
    /// minute neither is before the other.
    pub fn is_minutes_before(self, other: Moment) -> bool {
        self.millis().div_euclid(60_000) < other.millis().div_euclid(60_000)
    }

    /// This moment moved by whole seconds; stays put at the ends of time.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_millis(self.millis().saturating_add(seconds.saturating_mul(1000))).unwrap_or(self)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let zoned = self.local();
        let millis = self.millis().rem_euclid(1000);
        write!(f, "{}", zoned.strftime("%Y-%m-%dT%H:%M:%S"))?;
        if millis != 0 {
            write!(f, ".{millis:03}")?;
        }
        write!(f, "+{OFFSET_HOURS:02}:00")
    }
}

impl FromStr for Moment {
    type Err = MomentError;
    fn from_str(text: &str) -> Result<Self, MomentError> {
        let at = text.parse::<Timestamp>().ok().and_then(|at| Self::from_millis(at.as_millisecond()));
        at.ok_or_else(|| MomentError(text.chars().take(40).collect()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_with_the_offset_and_reads_back() {
        let m: Moment = "2026-01-05T04:30:00Z".parse().unwrap();
        assert_eq!(m.to_string(), "2026-01-05T09:30:00+05:00");
        assert_eq!(m.to_string().parse::<Moment>().unwrap(), m);
        let m: Moment = "2026-01-05T04:30:00.0251Z".parse().unwrap();
        assert_eq!(m.to_string(), "2026-01-05T09:30:00.025+05:00");
    }

    #[test]
    fn the_day_is_the_offices_day() {
        let m: Moment = "2025-12-31T20:00:00Z".parse().unwrap();
        assert_eq!(m.year(), 2026);
        assert!("yesterday".parse::<Moment>().is_err());
    }

    #[test]
    fn within_a_minute_nothing_is_before() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let (typed, written) = (at("2026-01-05T09:30:00+05:00"), at("2026-01-05T09:30:59.9+05:00"));
        assert!(!typed.is_minutes_before(written) && !written.is_minutes_before(typed));
        assert!(at("2026-01-05T09:29:59+05:00").is_minutes_before(typed));
        assert!(at("1969-12-31T23:59:59Z").is_minutes_before(at("1970-01-01T00:00:00Z")));
    }

    #[test]
    fn what_is_written_reads_back_to_the_ends_of_time() {
        assert!("-000001-01-01T00:00:00Z".parse::<Moment>().is_err(), "no four-digit year");
        for at in [Timestamp::MIN, Timestamp::MAX, Timestamp::UNIX_EPOCH] {
            let m = Moment::new(at);
            assert_eq!(m.to_string().parse::<Moment>(), Ok(m), "{m}");
            assert_eq!(Moment::from_millis(m.millis()), Some(m));
            assert_eq!(m.plus_seconds(i64::MAX).plus_seconds(i64::MIN), m, "stays put");
        }
    }
}
