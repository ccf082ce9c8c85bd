//! The two languages.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language of the pages and the printed forms. The default is Urdu: the statutory registers are kept in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, left to right.
    En,
    /// Urdu, right to left, printed in Nastaliq.
    #[default]
    Ur,
}

/// Why a language code was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LangError {
    /// Neither `en` nor `ur`.
    #[error("unknown language `{0}`: use `en` or `ur`")]
    Unknown(String),
}

impl Lang {
    /// Both languages, in the order menus show them.
    pub const ALL: [Self; 2] = [Self::Ur, Self::En];

    /// The BCP 47 code, for `<html lang>`: `en` or `ur`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ur => "ur",
        }
    }

    /// The writing direction, for `<html dir>`: `ltr` or `rtl`.
    #[must_use]
    pub fn dir(self) -> &'static str {
        match self {
            Self::En => "ltr",
            Self::Ur => "rtl",
        }
    }

    /// The other language, for the switch in the page head.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Ur,
            Self::Ur => Self::En,
        }
    }

    /// Reads `en` or `ur`, also with a region (`en-GB`, `ur_PK`) and in any case.
    ///
    /// # Errors
    /// [`LangError::Unknown`] for any other language.
    pub fn parse(code: &str) -> Result<Self, LangError> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") {
            Ok(Self::En)
        } else if primary.eq_ignore_ascii_case("ur") {
            Ok(Self::Ur)
        } else {
            Err(LangError::Unknown(code.chars().take(40).collect()))
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::parse(code)
    }
}
