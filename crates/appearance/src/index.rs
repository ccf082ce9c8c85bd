//! The store of descriptions.

use std::cmp::Reverse;
use std::collections::HashMap;

use thiserror::Error;

use crate::cells;
use crate::columns::Columns;
use crate::counts::Counts;
use crate::description::{Description, DescriptionError};
use crate::model::ErrorModel;
use crate::query::{Query, QueryError};
use crate::row::Row;
use crate::scan::scan;
use crate::vocabulary::Vocabulary;
use crate::why::{Agreement, Hit};
use crate::words::Words;

/// Rows that were wiped are cleared away when they are more than this, and more than a quarter.
const FEW_WIPED: usize = 1_024;

/// Descriptions of people, each under the caller's number.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) model: ErrorModel,
    pub(crate) counts: Counts,
    pub(crate) columns: Columns,
    rows: HashMap<u64, u32>,
}

/// Why a description was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddError {
    /// The number stands already.
    #[error("record {0} is there already: remove it first")]
    Already(u64),
    /// More records than can be numbered.
    #[error("the store is full: at most {} rows", u32::MAX)]
    Full,
    /// The description cannot be.
    #[error(transparent)]
    Description(#[from] DescriptionError),
}

impl Index {
    /// An empty one.
    #[must_use]
    pub fn new(vocabulary: Vocabulary, model: ErrorModel) -> Self {
        let codes = vocabulary.fields.iter().map(|terms| terms.len());
        let counts = Counts::new(codes, cells::count(&vocabulary), vocabulary.methods.len());
        let columns = Columns::new(vocabulary.fields.len());
        Self { vocabulary, model, counts, columns, rows: HashMap::new() }
    }

    /// Makes room for so many more, where it is known beforehand.
    pub fn reserve(&mut self, records: usize) {
        self.columns.reserve(records);
        self.rows.reserve(records);
    }

    /// The codes in use.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many descriptions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Takes a description in; it is found from now on.
    ///
    /// # Errors
    /// [`AddError`] for a number that stands already and for a description that cannot be.
    pub fn add(&mut self, id: u64, description: &Description) -> Result<(), AddError> {
        if self.rows.contains_key(&id) {
            return Err(AddError::Already(id));
        }
        let number = u32::try_from(self.columns.len()).map_err(|_| AddError::Full)?;
        let row = Row::of(&self.vocabulary, description)?;
        self.counts.add(&row);
        self.columns.push(id, &row);
        self.rows.insert(id, number);
        Ok(())
    }

    /// Takes a description out. It is gone at once: overwritten, uncounted, in no answer any more. `false` where it
    /// was not there.
    pub fn remove(&mut self, id: u64) -> bool {
        let Some(number) = self.rows.remove(&id) else { return false };
        if let Some((_, row)) = self.columns.get(number as usize) {
            self.counts.remove(&row);
        }
        self.columns.wipe(number as usize);
        let wiped = self.columns.len() - self.rows.len();
        if wiped > FEW_WIPED && wiped * 4 > self.columns.len() {
            self.clear_away();
        }
        true
    }

    /// Moves the rows together over those that were wiped.
    fn clear_away(&mut self) {
        let old = std::mem::replace(&mut self.columns, Columns::new(self.vocabulary.fields.len()));
        self.columns.reserve(self.rows.len());
        for (id, row) in (0..old.len()).filter_map(|number| old.get(number)) {
            self.rows.insert(id, self.columns.len() as u32);
            self.columns.push(id, &row);
        }
    }

    /// A description as it is kept.
    #[must_use]
    pub fn get(&self, id: u64) -> Option<Description> {
        let number = self.rows.get(&id)?;
        let (_, row) = self.columns.get(*number as usize)?;
        Some(row.description(&self.vocabulary))
    }

    /// The `limit` records whose descriptions agree best with a witness's words, best first, with the reasons of each;
    /// of those that agree equally the smaller number first. It ranks descriptions and no persons.
    ///
    /// # Errors
    /// [`QueryError`] where nothing is asked, or too much.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Vec<Hit>, QueryError> {
        let words = Words::new(self, query)?;
        let found = scan(&self.columns, &words, limit);
        let hit = |number: u32| {
            let (id, row) = self.columns.get(number as usize)?;
            Some(Hit { id, agreement: words.weigh(&row) })
        };
        Ok(found.into_iter().filter_map(hit).collect())
    }

    /// The same among these records alone. What must be exactly so is not asked here.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn search_among(&self, query: &Query, ids: &[u64], limit: usize) -> Result<Vec<Hit>, QueryError> {
        let words = Words::new(self, &Query { must: Vec::new(), ..query.clone() })?;
        let hit = |id: &u64| {
            let number = self.rows.get(id)?;
            let (id, row) = self.columns.get(*number as usize)?;
            Some(Hit { id, agreement: words.weigh(&row) })
        };
        let mut hits: Vec<Hit> = ids.iter().filter_map(hit).collect();
        hits.sort_by_key(|hit| (Reverse(hit.agreement.centibans), hit.id));
        hits.truncate(limit);
        Ok(hits)
    }

    /// How one description, in the store or not, agrees with a witness's words, by the frequencies of the store.
    /// What must be exactly so is not asked here.
    ///
    /// # Errors
    /// [`QueryError`] where nothing is asked, or too much; [`QueryError::Foreign`] for a description that cannot be.
    pub fn agreement(&self, query: &Query, description: &Description) -> Result<Agreement, QueryError> {
        let words = Words::new(self, &Query { must: Vec::new(), ..query.clone() })?;
        let row = Row::of(&self.vocabulary, description).map_err(|_| QueryError::Foreign)?;
        Ok(words.weigh(&row))
    }

    /// Bytes of memory taken.
    #[must_use]
    pub fn bytes(&self) -> usize {
        // A number and a row each, and a byte of the hash.
        self.columns.bytes() + self.rows.capacity() * 8 / 7 * 17
    }
}
