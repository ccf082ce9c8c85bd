//! Days of birth, of which often only the year is known, and compared as clerks get them wrong.

use std::fmt;

/// A day, or a year of which the day is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    /// 0 where only the year is known.
    month: u8,
    day: u8,
}

/// The same day.
pub(crate) const SAME: u8 = 1;
/// One side has only the year, and it is the same.
pub(crate) const SAME_YEAR_ONLY: u8 = 2;
/// Day and month exchanged, or one digit another.
pub(crate) const SLIP: u8 = 3;
/// Two of year, month and day are the same.
pub(crate) const TWO_PARTS: u8 = 4;
/// One side has only the year ("age about"), and it is at most two away.
pub(crate) const ABOUT: u8 = 5;
/// At most two years apart.
pub(crate) const NEAR: u8 = 6;
/// At most fifteen years apart.
pub(crate) const DIFFERS: u8 = 7;
/// Further.
pub(crate) const FAR: u8 = 8;

/// What each level says, for explanations.
pub(crate) const LEVELS: [&str; 9] = [
    "missing",
    "same",
    "same year, the day not known",
    "slip of the pen",
    "two parts the same",
    "about the same year",
    "within two years",
    "differs",
    "more than fifteen years apart",
];

impl Date {
    /// A day as it is written, though there be no such month or day: one digit of it may be wrong. `None` of noughts and of
    /// three digits.
    #[must_use]
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        ((1..=99).contains(&month) && (1..=99).contains(&day) && (1..=9999).contains(&year)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// A year of which the day is not known.
    #[must_use]
    pub fn year_only(year: u16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The same, the day forgotten.
    #[must_use]
    pub fn blurred(self) -> Self {
        Self { month: 0, day: 0, ..self }
    }

    /// Whether the day is known.
    #[must_use]
    pub fn whole(self) -> bool {
        self.month > 0
    }

    pub(crate) fn packed(self) -> u32 {
        u32::from(self.year) << 14 | u32::from(self.month) << 7 | u32::from(self.day)
    }

    /// What was packed; `None` of nought, which stands for missing.
    pub(crate) fn unpacked(packed: u32) -> Option<Self> {
        let low = |bits: u32| u8::try_from(bits).unwrap_or(0);
        let year = u16::try_from(packed >> 14).unwrap_or(0);
        (packed != 0).then_some(Self { year, month: low(packed >> 7 & 127), day: low(packed & 127) })
    }

    fn digits(self) -> [u16; 8] {
        let (year, month, day) = (self.year, u16::from(self.month), u16::from(self.day));
        [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole() {
            write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
        } else {
            write!(out, "{:04}", self.year)
        }
    }
}

/// The level at which two days agree.
pub(crate) fn level(a: Date, b: Date) -> u8 {
    let apart = a.year.abs_diff(b.year);
    if !a.whole() || !b.whole() {
        return match apart {
            0 => SAME_YEAR_ONLY,
            1 | 2 => ABOUT,
            3..=15 => DIFFERS,
            _ => FAR,
        };
    }
    if a == b {
        return SAME;
    }
    let exchanged = a.year == b.year && a.month == b.day && a.day == b.month;
    let wrong = a.digits().iter().zip(b.digits()).filter(|(x, y)| **x != *y).count();
    if exchanged || wrong == 1 {
        return SLIP;
    }
    let same = [apart == 0, a.month == b.month, a.day == b.day].iter().filter(|same| **same).count();
    match (same, apart) {
        (2.., _) => TWO_PARTS,
        (_, 0..=2) => NEAR,
        (_, 3..=15) => DIFFERS,
        _ => FAR,
    }
}
