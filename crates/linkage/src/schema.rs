//! What a set of records looks like: its fields, what brings two records together, who may not be one.

use serde::{Deserialize, Serialize};

/// How the values of a field are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person's name, in words; a word left out is no contradiction.
    Name,
    /// Other words: an address, an occupation. Compared by what share of them is the same.
    Words,
    /// Letters and digits of which one or two may be mistyped; so many at the start tell the locality.
    Identifier {
        /// Characters at the start that tell where it was given out; 0 where none do.
        local: u8,
    },
    /// A day, or a year only.
    Date,
    /// One of some codes: district, sex.
    Category,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What it is called in explanations.
    pub name: String,
    /// How it is compared.
    pub kind: Kind,
    /// How much of a value's rarity counts, from 0 to 1: fields are not independent, so not all of it.
    pub rarity: f32,
}

/// A part of a key under which records are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The whole value.
    Whole(usize),
    /// So many characters at the start of an identifier.
    Start(usize, u8),
    /// So many characters at its end.
    End(usize, u8),
    /// Any one of the so many rarest words, by skeleton.
    Word(usize, u8),
    /// Any two of the so many rarest words, by skeleton, in either order.
    Two(usize, u8),
    /// The year, and years up to two away from it.
    Years(usize),
    /// The year.
    Year(usize),
    /// Day and month, whatever the year.
    Day(usize),
}

/// Records that agree in all parts are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule(pub Vec<Part>);

/// Fields with a meaning of their own; each is an index into the fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    /// The person's name: silver labels ask that it agrees.
    pub name: Option<usize>,
    /// The identifier that one person has alone, as the CNIC.
    pub identity: Option<usize>,
    /// Sex.
    pub sex: Option<usize>,
    /// Day of birth.
    pub birth: Option<usize>,
}

/// What a set of records looks like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// The fields of every record, at most [`Schema::MOST_FIELDS`].
    pub fields: Vec<Field>,
    /// What brings records together.
    pub rules: Vec<Rule>,
    /// What divides a block that is too large, one after the other.
    pub refine: Vec<Part>,
    /// Records in a block above which it is divided.
    pub cap: usize,
    /// Fields with a meaning of their own.
    pub roles: Roles,
}

impl Schema {
    /// Fields that a pattern of agreement has room for.
    pub const MOST_FIELDS: usize = 16;

    /// The kind of a field; of one that is not there, a category that nobody has a value of.
    pub(crate) fn kind(&self, field: usize) -> Kind {
        self.fields.get(field).map_or(Kind::Category, |field| field.kind)
    }
}
