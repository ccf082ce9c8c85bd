//! Which register: one of the 25 of the Police Rules, or a working register kept beside them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::code::CodeError;

/// Longest word of a working register in bytes.
const LONGEST: usize = 16;

/// The number of one of the 25 registers (Police Rules 1934, r. 22.45), or the word of a working register:
/// `w-` and lower-case letters, as in `w-zimni`. Text and `FromStr` are the journal's written form (`1`, `w-zimni`);
/// `Display` is how the books write it (`I`, `W-ZIMNI`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegisterNo(Which);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Which {
    Statutory(u8),
    /// The word, zeros after it.
    Working([u8; LONGEST]),
}

impl RegisterNo {
    /// One of the 25.
    ///
    /// # Errors
    /// [`CodeError::Register`] outside 1 to 25.
    pub fn new(number: u8) -> Result<Self, CodeError> {
        if (1..=25).contains(&number) {
            Ok(Self(Which::Statutory(number)))
        } else {
            Err(CodeError::Register(number.to_string()))
        }
    }

    /// The number, 1 to 25; `None` for a working register.
    pub const fn number(self) -> Option<u8> {
        match self.0 {
            Which::Statutory(number) => Some(number),
            Which::Working(_) => None,
        }
    }

    /// Whether it is that one of the 25.
    pub fn is(self, number: u8) -> bool {
        self.number() == Some(number)
    }

    /// As the journal writes it: `1`, `w-zimni`.
    pub fn written(self) -> String {
        match self.0 {
            Which::Statutory(number) => number.to_string(),
            Which::Working(word) => word.iter().take_while(|b| **b != 0).map(|b| char::from(*b)).collect(),
        }
    }

    /// The number as the books write it: `I` to `XXV`; a working register's word in capitals.
    pub fn roman(self) -> String {
        let Which::Statutory(mut left) = self.0 else { return self.written().to_uppercase() };
        let mut out = String::new();
        for (value, digits) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
            while left >= value {
                out.push_str(digits);
                left -= value;
            }
        }
        out
    }
}

impl FromStr for RegisterNo {
    type Err = CodeError;
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let wrong = || CodeError::Register(text.to_owned());
        let Some(name) = text.strip_prefix("w-") else {
            // One written form for a number: no sign, no zero before it.
            let number: u8 = text.parse().map_err(|_| wrong())?;
            return Self::new(number).ok().filter(|_| number.to_string() == text).ok_or_else(wrong);
        };
        let mut word = [0; LONGEST];
        let fits = !name.is_empty() && text.len() <= LONGEST && name.bytes().all(|b| b.is_ascii_lowercase());
        for (slot, byte) in word.iter_mut().zip(text.bytes()) {
            *slot = byte;
        }
        if fits { Ok(Self(Which::Working(word))) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for RegisterNo {
    type Error = CodeError;
    fn try_from(text: String) -> Result<Self, CodeError> {
        text.parse()
    }
}

impl From<RegisterNo> for String {
    fn from(number: RegisterNo) -> Self {
        number.written()
    }
}

impl fmt::Display for RegisterNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.roman())
    }
}
