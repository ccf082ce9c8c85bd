//! The records, column by column: some forty bytes a record, names included.

use std::collections::{BTreeMap, HashMap};

use thiserror::Error;

use crate::date::Date;
use crate::identifier;
use crate::schema::{Kind, Schema};
use crate::value::{Custody, Record, Value};
use crate::words::{Counts, Words};

/// Words kept of one value.
const MOST_WORDS: usize = 12;

/// The values of a field.
#[derive(Debug, Clone)]
pub(crate) enum Column {
    /// Words: those of record `n` are `words[starts[n]..starts[n + 1]]`.
    Words {
        known: Words,
        starts: Vec<u32>,
        words: Vec<u32>,
    },
    Identifiers(Vec<u128>),
    Dates(Vec<u32>),
    /// Words of which each value has one.
    Codes {
        known: Words,
        codes: Vec<u32>,
    },
}

/// No code.
pub(crate) const NONE: u32 = u32::MAX;

/// Why a record cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// Another number of values than the schema has fields.
    #[error("a record of {given} values, the schema has {wanted} fields")]
    Width {
        /// Values given.
        given: usize,
        /// Fields of the schema.
        wanted: usize,
    },
    /// A value that does not fit its field.
    #[error("a value of another kind than the field `{0}`")]
    Kind(String),
    /// A record that is there already.
    #[error("a record with the number {0} is there already")]
    Twice(u64),
    /// A schema with more fields than a pattern has room for.
    #[error("{0} fields, at most {most}", most = Schema::MOST_FIELDS)]
    Fields(usize),
    /// As many records as a number of 32 bits counts.
    #[error("no room for another record")]
    Full,
}

/// Records of one schema.
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) columns: Vec<Column>,
    keys: Vec<u64>,
    rows: HashMap<u64, u32>,
    custody: BTreeMap<u32, Vec<Custody>>,
    counts: Option<Vec<Counts>>,
}

impl Table {
    /// An empty table.
    ///
    /// # Errors
    /// [`TableError::Fields`].
    pub fn new(schema: &Schema) -> Result<Self, TableError> {
        if schema.fields.len() > Schema::MOST_FIELDS {
            return Err(TableError::Fields(schema.fields.len()));
        }
        let column = |kind: Kind| match kind {
            Kind::Name | Kind::Words => {
                Column::Words { known: Words::default(), starts: vec![0], words: Vec::new() }
            }
            Kind::Identifier { .. } => Column::Identifiers(Vec::new()),
            Kind::Date => Column::Dates(Vec::new()),
            Kind::Category => Column::Codes { known: Words::default(), codes: Vec::new() },
        };
        Ok(Self {
            columns: schema.fields.iter().map(|field| column(field.kind)).collect(),
            keys: Vec::new(),
            rows: HashMap::new(),
            custody: BTreeMap::new(),
            counts: None,
        })
    }

    /// Takes a record, and says which row it is.
    ///
    /// # Errors
    /// [`TableError`] when it does not fit; nothing of it is kept then.
    pub fn push(&mut self, schema: &Schema, record: &Record) -> Result<u32, TableError> {
        self.check(schema, record)?;
        let row = u32::try_from(self.keys.len()).ok().filter(|row| *row < NONE).ok_or(TableError::Full)?;
        let counts = self.counts.as_deref();
        for (n, (column, value)) in self.columns.iter_mut().zip(&record.values).enumerate() {
            column.push(value, counts.and_then(|counts| counts.get(n)));
        }
        self.keys.push(record.key);
        self.rows.insert(record.key, row);
        if !record.custody.is_empty() {
            self.custody.insert(row, record.custody.clone());
        }
        Ok(row)
    }

    fn check(&self, schema: &Schema, record: &Record) -> Result<(), TableError> {
        if record.values.len() != self.columns.len() {
            return Err(TableError::Width { given: record.values.len(), wanted: self.columns.len() });
        }
        if self.rows.contains_key(&record.key) {
            return Err(TableError::Twice(record.key));
        }
        for (n, (column, value)) in self.columns.iter().zip(&record.values).enumerate() {
            let fits = matches!(
                (column, value),
                (_, Value::Missing)
                    | (Column::Words { .. }, Value::Words(_))
                    | (Column::Identifiers(_), Value::Identifier(_))
                    | (Column::Dates(_), Value::Date(_))
                    | (Column::Codes { .. }, Value::Code(_))
            );
            if !fits {
                let name = schema.fields.get(n).map(|field| field.name.clone());
                return Err(TableError::Kind(name.unwrap_or_default()));
            }
        }
        Ok(())
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The caller's number of a row.
    #[must_use]
    pub fn key(&self, row: u32) -> Option<u64> {
        self.keys.get(row as usize).copied()
    }

    /// The row of a caller's number.
    #[must_use]
    pub fn row(&self, key: u64) -> Option<u32> {
        self.rows.get(&key).copied()
    }

    /// A value as it is compared; `None` where it is missing.
    #[must_use]
    pub fn shown(&self, field: usize, row: u32) -> Option<String> {
        let column = self.columns.get(field)?;
        let text = |known: &Words, word: u32| {
            known.get(word).map(|word| String::from_utf8_lossy(&word.text).into_owned())
        };
        match column {
            Column::Words { known, .. } => {
                let words: Vec<String> =
                    column.words(row).iter().filter_map(|word| text(known, *word)).collect();
                (!words.is_empty()).then(|| words.join(" "))
            }
            Column::Identifiers(_) => {
                Some(column.identifier(row)).filter(|id| *id != 0).map(identifier::unpacked)
            }
            Column::Dates(_) => column.date(row).map(|date| date.to_string()),
            Column::Codes { known, .. } => column.code(row).and_then(|code| text(known, code)),
        }
    }

    pub(crate) fn custody(&self, row: u32) -> &[Custody] {
        self.custody.get(&row).map_or(&[], Vec::as_slice)
    }

    /// How often each word stands in each field.
    pub(crate) fn count(&self) -> Vec<Counts> {
        self.columns.iter().map(|column| column.count(self.len())).collect()
    }

    /// From now on a word is as rare as these say.
    pub(crate) fn weigh(&mut self, counts: &[Counts]) {
        for (column, counts) in self.columns.iter_mut().zip(counts) {
            if let Column::Words { known, .. } | Column::Codes { known, .. } = column {
                known.weigh(counts);
            }
        }
        self.counts = Some(counts.to_vec());
    }
}

impl Column {
    fn push(&mut self, value: &Value, counts: Option<&Counts>) {
        match self {
            Self::Words { known, starts, words } => {
                if let Value::Words(given) = value {
                    words.extend(given.iter().take(MOST_WORDS).map(|word| known.number(word, counts)));
                }
                starts.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
            }
            Self::Identifiers(all) => all.push(match value {
                Value::Identifier(text) => identifier::packed(text),
                _ => 0,
            }),
            Self::Dates(all) => all.push(match value {
                Value::Date(date) => date.packed(),
                _ => 0,
            }),
            Self::Codes { known, codes } => codes.push(match value {
                Value::Code(text) if !text.is_empty() => known.number(&code(text), counts),
                _ => NONE,
            }),
        }
    }

    fn count(&self, records: usize) -> Counts {
        let mut counts = Counts { all: u32::try_from(records).unwrap_or(u32::MAX), ..Counts::default() };
        let (Self::Words { known, words, .. } | Self::Codes { known, codes: words }) = self else {
            return counts;
        };
        for word in words.iter().filter_map(|word| known.get(*word)) {
            *counts.of.entry(word.skeleton).or_insert(0) += 1;
        }
        counts
    }

    pub(crate) fn words(&self, row: u32) -> &[u32] {
        let Self::Words { starts, words, .. } = self else { return &[] };
        let at = |n: usize| starts.get(n).map(|start| *start as usize);
        let range = at(row as usize).zip(at(row as usize + 1));
        range.and_then(|(from, to)| words.get(from..to)).unwrap_or(&[])
    }

    pub(crate) fn identifier(&self, row: u32) -> u128 {
        let Self::Identifiers(all) = self else { return 0 };
        all.get(row as usize).copied().unwrap_or(0)
    }

    pub(crate) fn date(&self, row: u32) -> Option<Date> {
        let Self::Dates(all) = self else { return None };
        all.get(row as usize).and_then(|packed| Date::unpacked(*packed))
    }

    pub(crate) fn code(&self, row: u32) -> Option<u32> {
        let Self::Codes { codes, .. } = self else { return None };
        codes.get(row as usize).copied().filter(|code| *code != NONE)
    }
}

/// A code as a word whose skeleton is itself.
fn code(text: &str) -> crate::value::Word {
    let skeleton = crate::hash::hash(text.as_bytes());
    crate::value::Word { text: text.to_owned(), sound: skeleton, skeleton, light: false }
}
