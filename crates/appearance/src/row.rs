//! A description in the form it is kept in: a byte each, nought for what is not known.

use crate::cells;
use crate::description::{Born, Description, DescriptionError};
use crate::vocabulary::{Code, Field, Method, Vocabulary};

/// The year before the first that has a number.
pub(crate) const YEAR_NOUGHT: u16 = 1880;
/// A range of birth years wider than this says nothing.
pub(crate) const WIDEST: u16 = 31;
const MOST_ITEMS: usize = 200;

/// What is kept of one description.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) recorded: u8,
    pub(crate) height: u8,
    pub(crate) weight: u8,
    /// First year that he may have been born in.
    pub(crate) born: u8,
    /// How many years more.
    pub(crate) width: u8,
    /// By field.
    pub(crate) coded: Vec<u8>,
    pub(crate) marks: Option<Vec<u16>>,
    pub(crate) methods: Option<Vec<u16>>,
}

fn year(year: u16) -> Result<u8, DescriptionError> {
    let number = year.checked_sub(YEAR_NOUGHT).and_then(|number| u8::try_from(number).ok());
    number.filter(|number| (1..=254).contains(number)).ok_or(DescriptionError::Year(year))
}

fn of_year(number: u8) -> Option<u16> {
    (number > 0).then(|| YEAR_NOUGHT + u16::from(number))
}

fn few(list: Option<Vec<u16>>) -> Result<Option<Vec<u16>>, DescriptionError> {
    let Some(mut list) = list else { return Ok(None) };
    list.sort_unstable();
    list.dedup();
    if list.len() > MOST_ITEMS { Err(DescriptionError::TooMany(list.len())) } else { Ok(Some(list)) }
}

impl Row {
    pub(crate) fn of(vocabulary: &Vocabulary, of: &Description) -> Result<Self, DescriptionError> {
        let mut row = Self { coded: vec![0; vocabulary.fields.len()], ..Self::default() };
        if let Some(recorded) = of.recorded {
            row.recorded = year(recorded)?;
        }
        if let Some(height) = of.height_cm {
            let fits = (30..=254).contains(&height);
            row.height = if fits { height as u8 } else { return Err(DescriptionError::Height(height)) };
        }
        if let Some(weight) = of.weight_kg {
            let fits = (1..=254).contains(&weight);
            row.weight = if fits { weight as u8 } else { return Err(DescriptionError::Weight(weight)) };
        }
        if let Some(Born { from, to }) = of.born {
            let (first, last) = (year(from)?, year(to)?);
            let width = last.checked_sub(first).ok_or(DescriptionError::Year(to))?;
            if u16::from(width) <= WIDEST {
                (row.born, row.width) = (first, width);
            }
        }
        for code in &of.coded {
            let terms = vocabulary.terms(code.field).ok_or(DescriptionError::Foreign)?;
            let place = row.coded.get_mut(usize::from(code.field.0)).ok_or(DescriptionError::Foreign)?;
            if *place != 0 {
                return Err(DescriptionError::Twice(terms.name.clone()));
            }
            let known = (1..=terms.len()).contains(&usize::from(code.number));
            *place = if known { code.number } else { return Err(DescriptionError::Foreign) };
        }
        let to_cell = |mark| cells::cell(vocabulary, mark).ok_or(DescriptionError::Foreign);
        let marks: Option<Result<Vec<u16>, _>> =
            of.marks.as_ref().map(|marks| marks.iter().map(to_cell).collect());
        row.marks = few(marks.transpose()?)?;
        let foreign = |method: &Method| usize::from(method.0) >= vocabulary.methods.len();
        if of.methods.iter().flatten().any(foreign) {
            return Err(DescriptionError::Foreign);
        }
        row.methods = few(of.methods.as_ref().map(|all| all.iter().map(|method| method.0).collect()))?;
        Ok(row)
    }

    /// As it was given, but that lists are sorted.
    pub(crate) fn description(&self, vocabulary: &Vocabulary) -> Description {
        let known = (0u8..).zip(&self.coded).filter(|(_, number)| **number > 0);
        let marks = |cells: &Vec<u16>| cells.iter().map(|cell| cells::mark(vocabulary, *cell)).collect();
        Description {
            recorded: of_year(self.recorded),
            height_cm: (self.height > 0).then(|| u16::from(self.height)),
            weight_kg: (self.weight > 0).then(|| u16::from(self.weight)),
            born: of_year(self.born).map(|from| Born { from, to: from + u16::from(self.width) }),
            coded: known.map(|(field, number)| Code { field: Field(field), number: *number }).collect(),
            marks: self.marks.as_ref().map(marks),
            methods: self.methods.as_ref().map(|all| all.iter().map(|number| Method(*number)).collect()),
        }
    }
}
