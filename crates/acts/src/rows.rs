//! Views are rows of typed tables. A row is computed from acts alone; both databases keep rows the same way
//! (key, a few columns to look up by, and the row's body as JSON), so a view is written once, here.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

use crate::act::Recorded;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// A whole number, 64 bits.
    Int,
}

/// A column that rows are looked up by.
#[derive(Clone, Copy, Debug)]
pub struct ColumnDef {
    /// Its name, lower case.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
}

/// Shorthand for a text column.
pub const fn text(name: &'static str) -> ColumnDef {
    ColumnDef { name, kind: ColumnKind::Text }
}

/// Shorthand for a number column.
pub const fn int(name: &'static str) -> ColumnDef {
    ColumnDef { name, kind: ColumnKind::Int }
}

/// A table of rows. Its primary key is (office, key); every table also has `body`.
#[derive(Debug)]
pub struct TableDef {
    /// Its name; the databases prefix it.
    pub name: &'static str,
    /// The columns beside office, key and body.
    pub columns: &'static [ColumnDef],
    /// Column lists to index; `office` may be named.
    pub indexes: &'static [&'static [&'static str]],
}

/// The value of a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// Text.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<bool> for Value {
    fn from(b: bool) -> Self {
        Self::Int(i64::from(b))
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        v.map_or(Self::Null, Into::into)
    }
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowKey {
    /// The table's name.
    pub table: &'static str,
    /// The office whose journal the row is computed from.
    pub office: String,
    /// The key within table and office.
    pub key: String,
}

/// A row as the databases keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub key: RowKey,
    /// The values of the table's columns, in the table's order.
    pub columns: Vec<Value>,
    /// The whole row as JSON.
    pub body: String,
}

/// A change of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The row now stands so.
    Put(Row),
    /// The row is gone.
    Delete(RowKey),
}

/// A type that is kept as rows of one table.
pub trait View: Serialize + DeserializeOwned {
    /// Its table.
    const TABLE: &'static TableDef;
    /// The office whose journal it is computed from.
    fn office(&self) -> &str;
    /// Its key within table and office.
    fn key(&self) -> String;
    /// The values of the table's columns, in order.
    fn columns(&self) -> Vec<Value>;

    /// The row to keep.
    fn row(&self) -> Result<Row, ViewError> {
        Ok(Row {
            key: Self::at(self.office(), &self.key()),
            columns: self.columns(),
            body: serde_json::to_string(self).map_err(|e| ViewError::Body(e.to_string()))?,
        })
    }

    /// The key of the row of this type.
    fn at(office: &str, key: &str) -> RowKey {
        RowKey { table: Self::TABLE.name, office: office.to_owned(), key: key.to_owned() }
    }

    /// Reads a row's body.
    fn read(body: &str) -> Result<Self, ViewError> {
        serde_json::from_str(body).map_err(|e| ViewError::Body(e.to_string()))
    }
}

/// A view could not be computed: a defect of the software or of the stored rows, never of an officer's typing.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ViewError {
    /// A row's body does not read or write.
    #[error("a row's body does not read: {0}")]
    Body(String),
    /// A rule read what it had not asked for.
    #[error("row `{0}` was read but not asked for")]
    NotAsked(String),
    /// The act names an entry that its header does not have.
    #[error("act `{0}` has no such entry")]
    NoEntry(String),
    /// A header holds a time that does not read.
    #[error("header of act `{0}` holds a time that does not read")]
    Time(String),
}

/// What a rule asks for before it decides or projects.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Want {
    /// A view row.
    Row(RowKey),
    /// An act of the same office, by its id.
    Act(String),
    /// A file that this office has sent to the file area, by its SHA-256 in hexadecimal.
    File(String),
}

/// What the file area knows of a file by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFact {
    /// Its length in bytes.
    pub size: u64,
    /// Its media type, by its content.
    pub media: String,
}

/// Whether a text can be a key at all. What an officer typed in the place of a key may be too long or hold what no
/// key is made of (a NUL, which PostgreSQL refuses as text); no store need be asked for it.
fn is_key(text: &str) -> bool {
    text.len() <= 300 && !text.chars().any(char::is_control)
}

/// What was asked for, as it stands in the store at this moment.
#[derive(Debug, Default)]
pub struct Known {
    rows: HashMap<RowKey, Option<String>>,
    acts: HashMap<String, Option<Recorded>>,
    files: HashMap<String, Option<FileFact>>,
}

impl Known {
    /// Notes how a row stands; `None` when there is no such row.
    pub fn row(&mut self, key: RowKey, body: Option<String>) {
        self.rows.insert(key, body);
    }

    /// Notes an act; `None` when there is no such act in this office's journal.
    pub fn act_found(&mut self, id: String, act: Option<Recorded>) {
        self.acts.insert(id, act);
    }

    /// Notes a file; `None` when this office has sent no such file.
    pub fn file_found(&mut self, sha256: String, fact: Option<FileFact>) {
        self.files.insert(sha256, fact);
    }

    /// Files come and go beside the acts: what was known of them is asked again for the next act.
    pub fn forget_files(&mut self) {
        self.files.clear();
    }

    /// Whether the want is already met.
    pub fn has(&self, want: &Want) -> bool {
        match want {
            Want::Row(key) => self.rows.contains_key(key) || !is_key(&key.key) || !is_key(&key.office),
            Want::Act(id) => self.acts.contains_key(id) || !is_key(id),
            Want::File(sha256) => self.files.contains_key(sha256) || !is_key(sha256),
        }
    }

    /// The body of a row that was made known, if there is such a row; `None` when nothing is known of it.
    pub fn body(&self, key: &RowKey) -> Option<Option<&str>> {
        self.rows.get(key).map(Option::as_deref)
    }

    /// Forgets every act and file, and every row but those of these tables.
    pub fn keep_only(&mut self, tables: &[&str]) {
        self.acts.clear();
        self.files.clear();
        self.rows.retain(|key, _| tables.contains(&key.table));
    }

    /// How many rows are known, also those known not to be there.
    pub fn rows_known(&self) -> usize {
        self.rows.len()
    }

    /// The row of that type; `None` when there is none.
    pub fn get<T: View>(&self, office: &str, key: &str) -> Result<Option<T>, ViewError> {
        let at = T::at(office, key);
        match self.rows.get(&at) {
            Some(Some(body)) => T::read(body).map(Some),
            Some(None) => Ok(None),
            None if !is_key(key) || !is_key(office) => Ok(None),
            None => Err(ViewError::NotAsked(format!("{}/{}/{}", at.table, at.office, at.key))),
        }
    }

    /// The act of that id; `None` when there is none or it was not asked for.
    pub fn act(&self, id: &str) -> Option<&Recorded> {
        self.acts.get(id).and_then(Option::as_ref)
    }

    /// The file of that hash; `None` when there is none or it was not asked for.
    pub fn file(&self, sha256: &str) -> Option<&FileFact> {
        self.files.get(sha256).and_then(Option::as_ref)
    }

    /// Makes known what a change made of a row, so that later acts of one batch see it.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Put(row) => self.rows.insert(row.key.clone(), Some(row.body.clone())),
            Change::Delete(key) => self.rows.insert(key.clone(), None),
        };
    }
}

/// Collects the changes an act makes, reading its own writes.
#[derive(Debug)]
pub struct Book<'a> {
    known: &'a Known,
    changes: Vec<Change>,
    written: HashMap<RowKey, usize>,
}

impl<'a> Book<'a> {
    /// A book over what is known.
    pub fn new(known: &'a Known) -> Self {
        Self { known, changes: Vec::new(), written: HashMap::new() }
    }

    /// What is known.
    pub fn known(&self) -> &Known {
        self.known
    }

    /// The row of that type, as the changes so far leave it.
    pub fn get<T: View>(&self, office: &str, key: &str) -> Result<Option<T>, ViewError> {
        match self.written.get(&T::at(office, key)).and_then(|i| self.changes.get(*i)) {
            Some(Change::Put(row)) => T::read(&row.body).map(Some),
            Some(Change::Delete(_)) => Ok(None),
            None => self.known.get(office, key),
        }
    }

    /// The row now stands so.
    pub fn put<T: View>(&mut self, view: &T) -> Result<(), ViewError> {
        let row = view.row()?;
        self.note(row.key.clone(), Change::Put(row));
        Ok(())
    }

    /// The row is gone.
    pub fn delete(&mut self, key: RowKey) {
        self.note(key.clone(), Change::Delete(key));
    }

    fn note(&mut self, key: RowKey, change: Change) {
        match self.written.get(&key).and_then(|i| self.changes.get_mut(*i)) {
            Some(slot) => *slot = change,
            None => {
                self.written.insert(key, self.changes.len());
                self.changes.push(change);
            }
        }
    }

    /// The changes, each row once.
    pub fn into_changes(self) -> Vec<Change> {
        self.changes
    }
}
