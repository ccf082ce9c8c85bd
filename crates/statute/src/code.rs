//! Typed codes: a code of one list cannot be passed where another list is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Longest code in bytes.
const LONGEST: usize = 48;

/// A text that cannot be a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Empty, too long, or with a character other than ASCII letters, digits, `-`, `.` and `_`.
    #[error("`{0}` is not a code: use 1 to 48 letters, digits, `-`, `.` or `_`")]
    Malformed(String),
    /// Not a register.
    #[error("`{0}` is not a register: use a number from 1 to 25, or `w-` and a word such as `w-zimni`")]
    Register(String),
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads a code; whether the statute book has it is another question.
            ///
            /// # Errors
            /// [`CodeError::Malformed`] when the text cannot be a code.
            pub fn new(text: impl Into<String>) -> Result<Self, CodeError> {
                let text = text.into();
                let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
                if text.is_empty() || text.len() > LONGEST || !text.chars().all(fits) {
                    return Err(CodeError::Malformed(text));
                }
                Ok(Self(text))
            }

            /// The code as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;
            fn try_from(text: String) -> Result<Self, CodeError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(
    /// An enactment: `PPC`, `CrPC`, `CNSA`.
    EnactmentCode
);
code!(
    /// One section that can be charged: `PPC-302`, `PPC-337-A-ii`, `CNSA-9-c`.
    OffenceCode
);
code!(
    /// A statistical head: `murder`, `burglary`.
    HeadCode
);
code!(
    /// A rank: `constable` to `igp`.
    RankCode
);
code!(
    /// A special regime: `blasphemy`, `juvenile`.
    RegimeCode
);
code!(
    /// A role in the platform: `moharrar`, `sho`, `auditor`.
    RoleCode
);
code!(
    /// An office: `PK`, `PK-PB`, `PK-PB-LHR-R` (region), `PK-PB-LHR` (district), and the stations below.
    OfficeCode
);
code!(
    /// A legal basis that an act cites: `CrPC-154`, `PPR-24.5`.
    BasisCode
);
