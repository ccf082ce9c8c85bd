//! What a witness says of somebody, as forms and programs send it, and as the index is asked for it.

use roznamcha_acts::FieldFault;
use roznamcha_acts::Refusal;
use roznamcha_acts::kinds::{BodyMarkKind, Gender};
use roznamcha_appearance::{About, Query, QueryError, SaidMark, Side, Vocabulary};
use serde::{Deserialize, Serialize};

use super::looks_words::{GENDER, gender_code, sided};
use crate::DoorError;

/// Codes of one description, at most: more is no description.
const MOST_CODES: usize = 40;

/// A measure as a witness guesses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guess {
    /// What he says.
    pub value: u16,
    /// How far it may be off.
    pub tolerance: u16,
}

/// A code of one of the book's lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenCode {
    /// The list: `build`, `hair_colour`.
    pub list: String,
    /// The code.
    pub code: String,
}

/// A mark as a witness tells of it: kind, place, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SeenMark {
    /// What it was.
    pub kind: Option<BodyMarkKind>,
    /// Where: a code of the list `mark_place`.
    pub place: Option<String>,
    /// He does not know on which side.
    pub side_unsure: bool,
}

/// What a witness says of somebody, and how he worked. All of it may be left out, but not everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Seen {
    /// Man or woman.
    pub gender: Option<Gender>,
    /// Height, centimetres.
    pub height_cm: Option<Guess>,
    /// Weight, kilograms.
    pub weight_kg: Option<Guess>,
    /// Age now, years.
    pub age: Option<Guess>,
    /// Codes of the lists; several of one list are "this or that".
    pub codes: Vec<SeenCode>,
    /// Marks, each another one.
    pub marks: Vec<SeenMark>,
    /// How he worked: codes of the ways of working.
    pub methods: Vec<String>,
    /// Only those said to be of the gang of this name.
    pub gang: String,
}

fn fault(field: String, code: &str) -> FieldFault {
    FieldFault { field, code: code.to_owned() }
}

impl Seen {
    /// Whether anything is said of looks or ways; the name of a gang alone is no description.
    pub(super) fn describes(&self) -> bool {
        Self { gang: String::new(), ..self.clone() } != Self::default()
    }

    /// As the index is asked, in the year given.
    ///
    /// # Errors
    /// [`DoorError::Refused`] with each field that cannot be: a code that no list has, a measure of nobody, too much.
    pub(super) fn query(&self, vocabulary: &Vocabulary, year: u16) -> Result<Query, DoorError> {
        let mut faults = Vec::new();
        let mut about = |guess: Option<Guess>, field: &str, (least, most): (u16, u16), code: &str| {
            let guess = guess?;
            if !(least..=most).contains(&guess.value) || !(1..=100).contains(&guess.tolerance) {
                faults.push(fault(field.to_owned(), code));
            }
            Some(About { value: guess.value, tolerance: guess.tolerance })
        };
        let height = about(self.height_cm, "height_cm", (50, 250), "fault-height");
        let weight = about(self.weight_kg, "weight_kg", (10, 254), "fault-weight");
        let age = about(self.age, "age", (1, 130), "fault-age");
        let born = age.and_then(|age| Some(About { value: year.checked_sub(age.value)?, ..age }));
        let query = Query {
            year,
            height,
            weight,
            born,
            coded: self.coded(vocabulary, &mut faults),
            marks: self.said_marks(vocabulary, &mut faults),
            methods: self.said_methods(vocabulary, &mut faults),
            must: Vec::new(),
        };
        match query.check() {
            Err(QueryError::Marks(_)) => faults.push(fault("marks".to_owned(), "fault-too-many")),
            Err(QueryError::Methods(_)) => faults.push(fault("methods".to_owned(), "fault-too-many")),
            Ok(()) | Err(QueryError::Empty | QueryError::Mark | QueryError::Foreign) => {}
        }
        if faults.is_empty() { Ok(query) } else { Err(DoorError::Refused(Refusal::Fields { faults })) }
    }

    fn coded(
        &self,
        vocabulary: &Vocabulary,
        faults: &mut Vec<FieldFault>,
    ) -> Vec<roznamcha_appearance::Code> {
        let mut coded: Vec<_> =
            self.gender.and_then(|g| vocabulary.code(GENDER, gender_code(g)).ok()).into_iter().collect();
        if self.codes.len() > MOST_CODES {
            faults.push(fault("codes".to_owned(), "fault-too-many"));
        }
        for (i, seen) in self.codes.iter().enumerate().take(MOST_CODES) {
            match vocabulary.code(&seen.list, &seen.code) {
                Ok(code) if seen.list != GENDER => coded.push(code),
                _ => faults.push(fault(format!("codes.{i}"), "fault-choice")),
            }
        }
        coded
    }

    fn said_marks(&self, vocabulary: &Vocabulary, faults: &mut Vec<FieldFault>) -> Vec<SaidMark> {
        let mut said = Vec::new();
        for (i, mark) in self.marks.iter().enumerate().take(MOST_CODES) {
            let (place, side) = mark.place.as_deref().map_or((None, Side::Unknown), |code| {
                let (base, side) = sided(code);
                (Some(base), if mark.side_unsure { Side::Unknown } else { side })
            });
            let place = place.map(|base| vocabulary.place(base));
            let kind = mark.kind.and_then(|kind| vocabulary.kind(kind.as_str()).ok());
            match place {
                Some(Err(_)) => faults.push(fault(format!("marks.{i}.place"), "fault-choice")),
                None if kind.is_none() => faults.push(fault(format!("marks.{i}.kind"), "fault-missing")),
                place => said.push(SaidMark { kind, place: place.and_then(Result::ok), side }),
            }
        }
        if self.marks.len() > MOST_CODES {
            faults.push(fault("marks".to_owned(), "fault-too-many"));
        }
        said
    }

    fn said_methods(
        &self,
        vocabulary: &Vocabulary,
        faults: &mut Vec<FieldFault>,
    ) -> Vec<roznamcha_appearance::Method> {
        let mut said = Vec::new();
        for (i, code) in self.methods.iter().enumerate().take(MOST_CODES) {
            match vocabulary.method(code) {
                Ok(method) if said.contains(&method) => {
                    faults.push(fault(format!("methods.{i}"), "fault-twice"));
                }
                Ok(method) => said.push(method),
                Err(_) => faults.push(fault(format!("methods.{i}"), "fault-choice")),
            }
        }
        if self.methods.len() > MOST_CODES {
            faults.push(fault("methods".to_owned(), "fault-too-many"));
        }
        said
    }
}
