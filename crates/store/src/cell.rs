//! Values as they go to and come from either database. Statements are written once, with `$1`, `$2`, … in ascending
//! order of first use, so both databases bind them alike; a backend only runs them.

use roznamcha_acts::rows::Value;
use roznamcha_journal::{Hash, Salt};
use std::borrow::Cow;

use crate::StoreError;

/// One value. Truth is kept as 0 or 1, times as milliseconds since 1970.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Cell {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<u32> for Cell {
    fn from(n: u32) -> Self {
        Self::Int(i64::from(n))
    }
}
impl From<u64> for Cell {
    /// A count beyond 2^63 is beyond any database.
    fn from(n: u64) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<bool> for Cell {
    fn from(b: bool) -> Self {
        Self::Int(i64::from(b))
    }
}
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Vec<u8>> for Cell {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}
impl From<&Hash> for Cell {
    fn from(hash: &Hash) -> Self {
        Self::Bytes(hash.0.to_vec())
    }
}
impl From<&Salt> for Cell {
    fn from(salt: &Salt) -> Self {
        Self::Bytes(salt.0.to_vec())
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
impl From<&Value> for Cell {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Int(n) => Self::Int(*n),
            Value::Text(text) => Self::Text(text.clone()),
        }
    }
}

/// A statement and its values.
pub(crate) struct Ask {
    /// The statement.
    pub sql: Cow<'static, str>,
    /// The values of `$1`, `$2`, …
    pub cells: Vec<Cell>,
}

impl Ask {
    /// A statement written here.
    pub fn new(sql: &'static str, cells: Vec<Cell>) -> Self {
        Self { sql: Cow::Borrowed(sql), cells }
    }

    /// A statement built.
    pub fn built(sql: String, cells: Vec<Cell>) -> Self {
        Self { sql: Cow::Owned(sql), cells }
    }
}

/// The columns of one row that came back, taken from left to right.
pub(crate) struct Cells(std::vec::IntoIter<Cell>);

impl Cells {
    /// Columns in order.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self(cells.into_iter())
    }

    fn next(&mut self) -> Result<Cell, StoreError> {
        self.0.next().ok_or_else(|| damaged("a column is missing"))
    }

    /// Text.
    pub fn text(&mut self) -> Result<String, StoreError> {
        match self.next()? {
            Cell::Text(text) => Ok(text),
            _ => Err(damaged("a column should hold text")),
        }
    }

    /// Text or nothing.
    pub fn maybe_text(&mut self) -> Result<Option<String>, StoreError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            _ => Err(damaged("a column should hold text")),
        }
    }

    /// A number.
    pub fn int(&mut self) -> Result<i64, StoreError> {
        match self.next()? {
            Cell::Int(n) => Ok(n),
            _ => Err(damaged("a column should hold a number")),
        }
    }

    /// A number or nothing.
    pub fn maybe_int(&mut self) -> Result<Option<i64>, StoreError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Int(n) => Ok(Some(n)),
            _ => Err(damaged("a column should hold a number")),
        }
    }

    /// A count.
    pub fn count(&mut self) -> Result<u64, StoreError> {
        u64::try_from(self.int()?).map_err(|_| damaged("a count is negative"))
    }

    /// A small count.
    pub fn small(&mut self) -> Result<u32, StoreError> {
        u32::try_from(self.int()?).map_err(|_| damaged("a count is out of range"))
    }

    /// Truth.
    pub fn truth(&mut self) -> Result<bool, StoreError> {
        Ok(self.int()? != 0)
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        self.maybe_bytes()?.ok_or_else(|| damaged("a column should hold bytes"))
    }

    /// Bytes or nothing.
    pub fn maybe_bytes(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Bytes(bytes) => Ok(Some(bytes)),
            _ => Err(damaged("a column should hold bytes")),
        }
    }

    /// A hash.
    pub fn hash(&mut self) -> Result<Hash, StoreError> {
        self.bytes()?.try_into().map(Hash).map_err(|_| damaged("a hash is not 32 bytes"))
    }

    /// A value of a view's column.
    pub fn value(&mut self) -> Result<Value, StoreError> {
        match self.next()? {
            Cell::Null => Ok(Value::Null),
            Cell::Int(n) => Ok(Value::Int(n)),
            Cell::Text(text) => Ok(Value::Text(text)),
            Cell::Bytes(_) => Err(damaged("a view's column holds bytes")),
        }
    }
}

/// What is kept does not read.
pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Damaged(what.into())
}
