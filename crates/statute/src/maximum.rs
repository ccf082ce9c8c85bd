//! The greatest punishment of a section.

use std::str::FromStr;

use serde::Serialize;

use crate::text_enum::WordError;

/// The greatest punishment, read from marks with a comma between: `D` death, `L` life, `25y`, `6m`, `diyat`,
/// `fine`, `principal` (as for the principal offence) and `min7y` (the least term the section states).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Maximum {
    /// The marks as written in the data file; empty where the maximum is not known.
    pub text: String,
    /// Death.
    pub death: bool,
    /// Imprisonment for life.
    pub life: bool,
    /// The longest term of imprisonment, in months.
    pub months: Option<u32>,
    /// The least term the section states, in months.
    pub minimum_months: Option<u32>,
    /// Diyat to the victim's heirs.
    pub diyat: bool,
    /// Fine only.
    pub fine: bool,
    /// As for the principal offence.
    pub as_principal: bool,
}

impl Maximum {
    /// Whether the book knows the maximum at all.
    pub fn is_known(&self) -> bool {
        !self.text.is_empty()
    }

    /// Whether one year's imprisonment or more may be given; `None` where the book does not know.
    pub fn a_year(&self) -> Option<bool> {
        let long = self.death || self.life || self.months.is_some_and(|months| months >= 12);
        (long || (self.is_known() && !self.as_principal)).then_some(long)
    }

    /// The longest term in whole years, life aside.
    pub fn years(&self) -> Option<u32> {
        self.months.map(|months| months / 12)
    }
}

fn months(text: &str) -> Option<u32> {
    if let Some(years) = text.strip_suffix('y') {
        return years.parse::<u32>().ok().and_then(|y| y.checked_mul(12));
    }
    text.strip_suffix('m').and_then(|m| m.parse().ok())
}

impl FromStr for Maximum {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Self, WordError> {
        let wrong = WordError { wanted: "`D`, `L`, `25y`, `6m`, `diyat`, `fine`, `principal`, `min7y`" };
        let mut max = Self { text: text.to_owned(), ..Self::default() };
        for mark in text.split(',').map(str::trim).filter(|m| !m.is_empty()) {
            match mark {
                "D" => max.death = true,
                "L" => max.life = true,
                "diyat" => max.diyat = true,
                "fine" => max.fine = true,
                "principal" => max.as_principal = true,
                other => match (other.strip_prefix("min"), months(other)) {
                    (Some(least), _) => max.minimum_months = Some(months(least).ok_or(wrong.clone())?),
                    (None, Some(term)) => max.months = Some(term),
                    (None, None) => return Err(wrong),
                },
            }
        }
        Ok(max)
    }
}
