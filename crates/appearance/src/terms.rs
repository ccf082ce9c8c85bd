//! A list of codes, and which of them eyewitnesses take for each other.

use std::collections::BTreeMap;

use crate::vocabulary::VocabularyError;

/// Two codes that a witness may take for each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
    /// How well the one fits where the other is so: 1 hardly, 99 almost as well as the right one.
    pub percent: u8,
}

/// A list of codes as its owner gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermList {
    /// What the list is of, e.g. `hair_colour`.
    pub name: String,
    /// Its codes.
    pub codes: Vec<String>,
    /// Those that are confused, each pair once.
    pub near: Vec<Near>,
    /// Of a hundred things that witnesses say of it, how many tell nothing (a guess, a wig, a shave since).
    pub wrong_percent: u8,
    /// Whether everybody sees at once who differs: a line-up takes only fillers of the suspect's own code.
    pub at_once: bool,
}

/// A list that was checked.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    pub(crate) name: String,
    pub(crate) wrong: f64,
    pub(crate) at_once: bool,
    codes: Vec<String>,
    by_code: BTreeMap<String, u16>,
    near: BTreeMap<(u16, u16), u8>,
}

impl Terms {
    pub(crate) fn new(list: &TermList, most: usize) -> Result<Self, VocabularyError> {
        let name = list.name.clone();
        if list.codes.len() > most {
            return Err(VocabularyError::TooMany { list: name, most });
        }
        if !(1..=99).contains(&list.wrong_percent) {
            return Err(VocabularyError::Wrong { list: name, percent: list.wrong_percent });
        }
        let mut by_code = BTreeMap::new();
        for (number, code) in (0u16..).zip(&list.codes) {
            if by_code.insert(code.clone(), number).is_some() {
                return Err(VocabularyError::Twice { list: name, code: code.clone() });
            }
        }
        let mut terms = Self {
            name,
            wrong: f64::from(list.wrong_percent) / 100.0,
            at_once: list.at_once,
            codes: list.codes.clone(),
            by_code,
            near: BTreeMap::new(),
        };
        for near in &list.near {
            let (one, other) = (terms.known(&near.one)?, terms.known(&near.other)?);
            if one == other || !(1..=99).contains(&near.percent) {
                let (one, other) = (near.one.clone(), near.other.clone());
                return Err(VocabularyError::Near { list: terms.name, one, other });
            }
            terms.near.insert((one, other), near.percent);
            terms.near.insert((other, one), near.percent);
        }
        Ok(terms)
    }

    pub(crate) fn known(&self, code: &str) -> Result<u16, VocabularyError> {
        self.by_code
            .get(code)
            .copied()
            .ok_or_else(|| VocabularyError::Unknown { list: self.name.clone(), code: code.to_owned() })
    }

    pub(crate) fn len(&self) -> usize {
        self.codes.len()
    }

    pub(crate) fn code(&self, number: u16) -> &str {
        self.codes.get(usize::from(number)).map_or("", String::as_str)
    }

    /// How well the one fits where the other is so, in percent: 100 the same, 0 never confused.
    pub(crate) fn fit(&self, one: u16, other: u16) -> u8 {
        if one == other { 100 } else { self.near.get(&(one, other)).copied().unwrap_or(0) }
    }
}
