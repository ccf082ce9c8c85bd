//! The codes in which people are described, given by the caller as data.

use thiserror::Error;

use crate::terms::{TermList, Terms};

const MOST_FIELDS: usize = 64;
const MOST_CODES: usize = 250;
const MOST_KINDS: usize = 60;
const MOST_METHODS: usize = 4_000;
/// What a person is not described by here, whatever list a caller brings: beginnings of words.
const REFUSED: [&str; 16] = [
    "ethnic",
    "racial",
    "caste",
    "religio",
    "sectarian",
    "tribe",
    "tribal",
    "qaum",
    "qoum",
    "quom",
    "biradar",
    "birader",
    "baradar",
    "mazhab",
    "madhab",
    "firqa",
];
/// Whole words, for other words begin so: a trace is no race, a section no sect.
const REFUSED_WORDS: [&str; 12] =
    ["race", "races", "sect", "sects", "creed", "faith", "zat", "zaat", "ذات", "قوم", "مذہب", "برادری"];

/// Whether a field's name says that it is of ethnicity, caste or religion.
fn refused(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| {
        REFUSED_WORDS.contains(&word) || REFUSED.iter().any(|beginning| word.starts_with(beginning))
    })
}

/// A coded field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub(crate) u8);

/// A code of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    pub(crate) field: Field,
    pub(crate) number: u8,
}

impl Code {
    /// The field it is of.
    #[must_use]
    pub fn field(self) -> Field {
        self.field
    }
}

/// A kind of mark: a scar, a tattoo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub(crate) u8);

/// A place on the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub(crate) u8);

/// A code of how offences were done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Method(pub(crate) u16);

/// What a vocabulary is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VocabularyData {
    /// The coded fields: build, hair colour.
    pub fields: Vec<TermList>,
    /// Kinds of marks.
    pub kinds: TermList,
    /// Places on the body; neighbours are near.
    pub places: TermList,
    /// How offences were done.
    pub methods: TermList,
}

/// The codes in which people are described.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(crate) fields: Vec<Terms>,
    pub(crate) kinds: Terms,
    pub(crate) places: Terms,
    pub(crate) methods: Terms,
}

/// Why a list of codes cannot be used, or a code is not known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum VocabularyError {
    /// More codes than there is room for.
    #[error("the list `{list}` has more than {most} codes: join some of them")]
    TooMany {
        /// Which list.
        list: String,
        /// Its limit.
        most: usize,
    },
    /// A field or a code that stands there twice.
    #[error("`{code}` stands twice in the list `{list}`: keep one")]
    Twice {
        /// Which list.
        list: String,
        /// What stands there twice.
        code: String,
    },
    /// A code that the list does not have.
    #[error("`{code}` is not in the list `{list}`: choose one of its codes")]
    Unknown {
        /// Which list.
        list: String,
        /// What was asked for.
        code: String,
    },
    /// Two codes that are one, or as near as one.
    #[error("`{one}` and `{other}` in the list `{list}`: two codes, and a percentage from 1 to 99")]
    Near {
        /// Which list.
        list: String,
        /// One code.
        one: String,
        /// The other.
        other: String,
    },
    /// A share of words that tell nothing which cannot be.
    #[error("the list `{list}` says that {percent} of a hundred words tell nothing: from 1 to 99")]
    Wrong {
        /// Which list.
        list: String,
        /// What it says.
        percent: u8,
    },
    /// A field that people are not described by.
    #[error("`{0}` is not a field: nobody is described by ethnicity, caste or religion here")]
    Refused(String),
}

impl Vocabulary {
    /// A vocabulary of these lists.
    ///
    /// # Errors
    /// [`VocabularyError`] where a list is too long, contradicts itself, or is of what people are not described by.
    pub fn new(data: &VocabularyData) -> Result<Self, VocabularyError> {
        if data.fields.len() > MOST_FIELDS {
            return Err(VocabularyError::TooMany { list: "fields".to_owned(), most: MOST_FIELDS });
        }
        let mut fields: Vec<Terms> = Vec::with_capacity(data.fields.len());
        for list in &data.fields {
            if refused(&list.name) {
                return Err(VocabularyError::Refused(list.name.clone()));
            }
            if fields.iter().any(|field| field.name == list.name) {
                return Err(VocabularyError::Twice { list: "fields".to_owned(), code: list.name.clone() });
            }
            fields.push(Terms::new(list, MOST_CODES)?);
        }
        Ok(Self {
            fields,
            kinds: Terms::new(&data.kinds, MOST_KINDS)?,
            places: Terms::new(&data.places, MOST_CODES)?,
            methods: Terms::new(&data.methods, MOST_METHODS)?,
        })
    }

    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Field> {
        (0u8..).zip(&self.fields).find(|(_, terms)| terms.name == name).map(|(number, _)| Field(number))
    }

    /// A field's name.
    #[must_use]
    pub fn field_name(&self, field: Field) -> &str {
        self.fields.get(usize::from(field.0)).map_or("", |terms| terms.name.as_str())
    }

    /// A code of a field.
    ///
    /// # Errors
    /// [`VocabularyError::Unknown`] for a field or code that is not there.
    pub fn code(&self, field: &str, code: &str) -> Result<Code, VocabularyError> {
        let unknown = || VocabularyError::Unknown { list: "fields".to_owned(), code: field.to_owned() };
        let found = self.field(field).ok_or_else(unknown)?;
        let terms = self.fields.get(usize::from(found.0)).ok_or_else(unknown)?;
        // Nought is kept for what is not known.
        Ok(Code { field: found, number: (terms.known(code)? + 1) as u8 })
    }

    /// A code as it was given.
    #[must_use]
    pub fn code_name(&self, code: Code) -> &str {
        let terms = self.fields.get(usize::from(code.field.0));
        terms.map_or("", |terms| terms.code(u16::from(code.number.saturating_sub(1))))
    }

    /// A kind of mark.
    ///
    /// # Errors
    /// [`VocabularyError::Unknown`].
    pub fn kind(&self, code: &str) -> Result<Kind, VocabularyError> {
        Ok(Kind(self.kinds.known(code)? as u8))
    }

    /// A place on the body.
    ///
    /// # Errors
    /// [`VocabularyError::Unknown`].
    pub fn place(&self, code: &str) -> Result<Place, VocabularyError> {
        Ok(Place(self.places.known(code)? as u8))
    }

    /// A code of how offences were done.
    ///
    /// # Errors
    /// [`VocabularyError::Unknown`].
    pub fn method(&self, code: &str) -> Result<Method, VocabularyError> {
        Ok(Method(self.methods.known(code)?))
    }

    /// Whether a code is one of this vocabulary.
    pub(crate) fn has_code(&self, code: Code) -> bool {
        self.terms(code.field).is_some_and(|terms| (1..=terms.len()).contains(&usize::from(code.number)))
    }

    /// Whether what is said of a mark is of this vocabulary.
    pub(crate) fn has_mark(&self, kind: Option<Kind>, place: Option<Place>) -> bool {
        kind.is_none_or(|kind| usize::from(kind.0) < self.kinds.len())
            && place.is_none_or(|place| usize::from(place.0) < self.places.len())
    }

    pub(crate) fn terms(&self, field: Field) -> Option<&Terms> {
        self.fields.get(usize::from(field.0))
    }
}
