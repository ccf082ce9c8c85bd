//! Engine and chassis numbers.

use super::{Hint, bare, unconfused};

/// The letters and digits of an engine or chassis number, four to twenty-five.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Serial(String);

impl Serial {
    /// From any typing; `None` when there are fewer or more, or other letters are in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        bare(typed).filter(|text| (4..=25).contains(&text.len())).map(Self)
    }

    /// The number as it is compared by people.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is unusual about it as a chassis number.
    #[must_use]
    pub fn hints_of_chassis(&self) -> Vec<Hint> {
        let left_out = self.0.len() == 17 && self.0.contains(['I', 'O', 'Q']);
        if left_out { vec![Hint::Letters] } else { vec![] }
    }

    pub(crate) fn key(&self) -> Vec<u8> {
        self.0.bytes().map(unconfused).collect()
    }
}
