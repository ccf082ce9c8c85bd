//! Vehicle plates.

use super::{Hint, bare};

/// A plate's letters and digits, at most ten, without hyphens: `FSD198842`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Plate(String);

impl Plate {
    /// From any typing; `None` when letters of another script or more than ten signs are in it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        bare(typed).filter(|text| (2..=10).contains(&text.len())).map(Self)
    }

    /// The plate as it is compared by people.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is of no shape that is issued: one to four letters, then one to six digits; letters alone are
    /// applied-for and government marks.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint> {
        let letters = self.0.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = self.0.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
        let usual = (1..=4).contains(&letters) && digits <= 6 && letters + digits == self.0.len();
        if usual { vec![] } else { vec![Hint::Shape] }
    }
}
