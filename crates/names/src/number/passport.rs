//! Passport numbers.

use super::{Hint, bare};

/// The letters and digits of a passport number, five to twelve.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Passport(String);

impl Passport {
    /// From any typing; `None` when there are fewer or more, or no digit is in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let text = bare(typed).filter(|text| (5..=12).contains(&text.len()))?;
        text.contains(|c: char| c.is_ascii_digit()).then_some(Self(text))
    }

    /// The number as it is compared by people.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is not two letters and seven digits, as Pakistan's are: a foreign one, or an error.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint> {
        let shape = |(at, c): (usize, char)| if at < 2 { c.is_ascii_uppercase() } else { c.is_ascii_digit() };
        let usual = self.0.len() == 9 && self.0.chars().enumerate().all(shape);
        if usual { vec![] } else { vec![Hint::Shape] }
    }
}
