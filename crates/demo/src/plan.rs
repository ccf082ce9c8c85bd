//! What is to be made.

use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_acts::Moment;

/// How large a district, for how long, and when its last day is.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoPlan {
    /// The same seed makes the same district.
    pub seed: u64,
    /// Police stations, 1 to 6.
    pub stations: usize,
    /// Days of diary, the last one included, at least 2.
    pub days: u32,
    /// The last day. It is left open, with the entries of its morning (until about 11:30).
    pub until: Date,
    /// First Information Reports per station and day, on average.
    pub firs_per_station_day: f64,
    /// One account for each role only, and a quieter day.
    pub small: bool,
}

impl DemoPlan {
    /// The district makes the same officers from this seed, whatever the size.
    pub const SEED: u64 = 1934;
    /// Stations of the largest district.
    pub const MOST_STATIONS: usize = 6;

    /// Six stations, a year.
    pub fn year(until: Date) -> Self {
        Self {
            seed: Self::SEED,
            stations: Self::MOST_STATIONS,
            days: 365,
            until,
            firs_per_station_day: 1.3,
            small: false,
        }
    }

    /// Two stations, ten days: for tests.
    pub fn small(until: Date) -> Self {
        Self { seed: Self::SEED, stations: 2, days: 10, until, firs_per_station_day: 2.0, small: true }
    }

    /// The latest last day whose morning is already over at `now`, so that no act lies in the future of a clock
    /// that goes on from there.
    pub fn until_before(now: Moment) -> Date {
        let local = now.local();
        let day = local.date();
        if local.hour() >= 12 { day } else { day.checked_sub(1.day()).unwrap_or(day) }
    }
}
