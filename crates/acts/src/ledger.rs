//! A store in memory: the reference that property tests run on, and that the real stores are compared with.

use roznamcha_journal::{Head, Salt, Written};
use std::collections::{BTreeMap, HashMap};

use crate::act::{Act, Recorded};
use crate::engine::{self, Circumstances, EnterError};
use crate::refusal::Refusal;
use crate::rows::{Change, FileFact, Known, Row, RowKey, View, ViewError, Want};

/// Why the ledger did not write an act.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The id already belongs to another act.
    #[error("act `{0}` is already written with other content")]
    IdTaken(String),
    /// A defect.
    #[error(transparent)]
    Defect(#[from] EnterError),
}

/// One office's journal in memory.
#[derive(Clone, Debug, Default)]
struct Book {
    kept: Vec<Written>,
    head: Option<Head>,
    at: HashMap<String, usize>,
}

/// Journals and views of many offices.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    books: BTreeMap<String, Book>,
    views: BTreeMap<RowKey, Row>,
    files: HashMap<(String, String), FileFact>,
}

impl Ledger {
    /// An empty ledger.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes an act. Sent twice with the same content it is one act, and the first outcome is given again.
    ///
    /// # Errors
    /// [`LedgerError`]; nothing is written then.
    pub fn write(&mut self, act: Act, at: Circumstances<'_>, salt: Salt) -> Result<Recorded, LedgerError> {
        let id = act.id.to_string();
        if let Some(before) = self.recorded(&act.office, &id)? {
            return if engine::is_same(&before, &act) { Ok(before) } else { Err(LedgerError::IdTaken(id)) };
        }
        let mut known = Known::default();
        let mut wants = engine::wants(&act, at.written, &known);
        while !wants.is_empty() {
            self.answer(&act.office, wants, &mut known)?;
            wants = engine::wants(&act, at.written, &known);
        }
        let office = act.office.clone();
        let decision = engine::decide(act, at, &known)?;
        let head = self.books.get(&office).and_then(|b| b.head.as_ref());
        let entered = engine::enter(decision, at.written, head, salt, &known)?;
        let book = self.books.entry(office).or_default();
        for gone in &entered.expunges {
            if let Some(kept) = book.at.get(gone).and_then(|i| book.kept.get_mut(*i)) {
                kept.expunge();
            }
        }
        book.head = Some(entered.linked.head());
        book.at.insert(id, book.kept.len());
        book.kept.push(entered.linked.kept(entered.salt, entered.content));
        apply(&mut self.views, entered.changes);
        Ok(entered.recorded)
    }

    /// What is known of a file of an office.
    pub fn file(&self, office: &str, sha256: &str) -> Option<&FileFact> {
        self.files.get(&(office.to_owned(), sha256.to_owned()))
    }

    /// A file that the office has sent to the file area.
    pub fn file_sent(&mut self, office: &str, sha256: &str, fact: FileFact) {
        self.files.insert((office.to_owned(), sha256.to_owned()), fact);
    }

    fn answer(&self, office: &str, wants: Vec<Want>, known: &mut Known) -> Result<(), EnterError> {
        for want in wants {
            match want {
                Want::Row(key) => {
                    let body = self.views.get(&key).map(|r| r.body.clone());
                    known.row(key, body);
                }
                Want::Act(id) => {
                    let rec = self.recorded(office, &id)?;
                    known.act_found(id, rec);
                }
                Want::File(sha256) => {
                    let fact = self.files.get(&(office.to_owned(), sha256.clone())).cloned();
                    known.file_found(sha256, fact);
                }
            }
        }
        Ok(())
    }

    fn recorded(&self, office: &str, id: &str) -> Result<Option<Recorded>, EnterError> {
        let Some(book) = self.books.get(office) else { return Ok(None) };
        let kept = book.at.get(id).and_then(|i| book.kept.get(*i));
        kept.map(engine::recall).transpose()
    }

    /// The journal of an office, as kept.
    pub fn journal(&self, office: &str) -> &[Written] {
        self.books.get(office).map_or(&[], |b| &b.kept)
    }

    /// Codes of offices that have a journal.
    pub fn offices(&self) -> impl Iterator<Item = &str> {
        self.books.keys().map(String::as_str)
    }

    /// Every view row, in order.
    pub fn views(&self) -> &BTreeMap<RowKey, Row> {
        &self.views
    }

    /// The row of that type.
    ///
    /// # Errors
    /// [`ViewError`] when its body does not read.
    pub fn get<T: View>(&self, office: &str, key: &str) -> Result<Option<T>, ViewError> {
        self.views.get(&T::at(office, key)).map(|r| T::read(&r.body)).transpose()
    }

    /// All rows of that type of an office, in order of key.
    ///
    /// # Errors
    /// [`ViewError`] when a body does not read.
    pub fn all<T: View>(&self, office: &str) -> Result<Vec<T>, ViewError> {
        let of = |k: &RowKey| k.table == T::TABLE.name && k.office == office;
        self.views.iter().filter(|(k, _)| of(k)).map(|(_, r)| T::read(&r.body)).collect()
    }

    /// The views computed anew from the journals alone.
    ///
    /// # Errors
    /// [`EnterError`]: a journal that does not read or a rule that asked too little.
    pub fn rebuilt(&self) -> Result<BTreeMap<RowKey, Row>, EnterError> {
        let mut scratch = Self { books: self.books.clone(), ..Self::default() };
        for (office, book) in &self.books {
            for kept in &book.kept {
                let rec = engine::recall(kept)?;
                let mut known = Known::default();
                let mut wants = engine::wants_recorded(&rec, &known);
                while !wants.is_empty() {
                    scratch.answer(office, wants, &mut known)?;
                    wants = engine::wants_recorded(&rec, &known);
                }
                let changes = engine::project(&rec, &known)?;
                apply(&mut scratch.views, changes);
            }
        }
        Ok(scratch.views)
    }
}

fn apply(views: &mut BTreeMap<RowKey, Row>, changes: Vec<Change>) {
    for change in changes {
        match change {
            Change::Put(row) => {
                views.insert(row.key.clone(), row);
            }
            Change::Delete(key) => {
                views.remove(&key);
            }
        }
    }
}
