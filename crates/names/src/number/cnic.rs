//! Identity card numbers. No check digit is published, so a typing error cannot be told from a number.

use std::fmt;

use super::Hint;
use roznamcha_words::ids::cnic_digits;

/// Thirteen digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cnic(u64);

/// Gender as a record has it, for the hint of parity alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// An odd last digit is usual.
    Male,
    /// An even last digit is usual.
    Female,
    /// Either is usual.
    Other,
}

/// Where the number was first given out, by its first digit. No more than a hint: people move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// 1
    KhyberPakhtunkhwa,
    /// 2
    FormerTribalAreas,
    /// 3
    Punjab,
    /// 4
    Sindh,
    /// 5
    Balochistan,
    /// 6
    Islamabad,
    /// 7
    GilgitBaltistan,
    /// 8
    AzadKashmir,
}

impl Cnic {
    /// From any typing: spaces, hyphens, Urdu digits; `None` unless there are thirteen digits.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        cnic_digits(typed)?.parse().ok().map(Self)
    }

    /// The digits as one number; leading zeroes are lost.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The area of the first digit; `None` for 0 and 9, which are given to none.
    #[must_use]
    pub fn area(self) -> Option<Area> {
        Some(match self.0 / 1_000_000_000_000 {
            1 => Area::KhyberPakhtunkhwa,
            2 => Area::FormerTribalAreas,
            3 => Area::Punjab,
            4 => Area::Sindh,
            5 => Area::Balochistan,
            6 => Area::Islamabad,
            7 => Area::GilgitBaltistan,
            8 => Area::AzadKashmir,
            _ => return None,
        })
    }

    /// What is unusual about it.
    #[must_use]
    pub fn hints(self, gender: Option<Gender>) -> Vec<Hint> {
        let odd = self.0 % 2 == 1;
        let parity = matches!((gender, odd), (Some(Gender::Male), false) | (Some(Gender::Female), true));
        let area = self.area().is_none();
        [(area, Hint::Area), (parity, Hint::Parity)]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, h)| h)
            .collect()
    }

    pub(crate) fn digits(self) -> [u8; 13] {
        let (mut out, mut rest) = ([0; 13], self.0);
        for place in out.iter_mut().rev() {
            *place = u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        out
    }
}

impl fmt::Display for Cnic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (family, last) = (self.0 / 10 % 10_000_000, self.0 % 10);
        write!(f, "{:05}-{family:07}-{last}", self.0 / 100_000_000)
    }
}
