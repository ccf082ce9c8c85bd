//! Looking up what rules ask for: all of it in one round trip, one statement for each table.

use deadpool_postgres::Object;
use roznamcha_acts::act::Recorded;
use roznamcha_acts::rows::{FileFact, RowKey, Want};
use roznamcha_acts::views::TABLES;
use roznamcha_journal::Written;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::fault::Fault;
use super::run::Lists;
use crate::ask::{file, journal};
use crate::cell::{Cell, Cells};
use crate::schema::view_name;
use crate::{StoreError, path};

/// What is asked for, each thing once.
#[derive(Default)]
pub(super) struct Wanted {
    rows: BTreeMap<&'static str, BTreeSet<(String, String)>>,
    acts: BTreeSet<(String, String)>,
    files: BTreeSet<(String, String)>,
    /// What each statement sent stands for.
    sent: Vec<Of>,
}

/// What a statement is of.
#[derive(Clone, Copy)]
enum Of {
    Rows(&'static str),
    Acts,
    Files,
}

/// What was found. Nothing is said of what is not there.
#[derive(Default)]
pub(super) struct Found {
    rows: HashMap<RowKey, String>,
    acts: HashMap<(String, String), Recorded>,
    files: HashMap<(String, String), FileFact>,
}

/// Acts by office and id: office, id, header, salt, content.
const ACTS: &str = "SELECT j.office, j.act, j.header, c.salt, c.bytes FROM unnest($1::text[], $2::text[]) w(office, act) \
                    JOIN journal j ON j.act = w.act AND j.office = w.office \
                    LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq";

/// Acts by id alone: id, header, salt, content.
pub(super) const BY_ID: &str = "SELECT j.act, j.header, c.salt, c.bytes FROM journal j \
                                LEFT JOIN content c ON c.office = j.office AND c.seq = j.seq WHERE j.act = ANY($1)";

/// Bodies of view rows by office and key: office, key, body.
fn bodies(place: &str, table: &'static str) -> Option<String> {
    let table = TABLES.iter().find(|t| t.name == table)?;
    Some(format!(
        "SELECT v.\"office\", v.\"key\", v.\"body\" FROM unnest($1::text[], $2::text[]) w(\"office\", \"key\") \
         JOIN {} v ON v.\"office\" = w.\"office\" AND v.\"key\" = w.\"key\"",
        view_name(place, table)
    ))
}

impl Wanted {
    /// Adds what an act of the office asks for.
    pub fn add(&mut self, office: &str, wants: Vec<Want>) {
        for want in wants {
            match want {
                Want::Row(key) => {
                    self.rows.entry(key.table).or_default().insert((key.office, key.key));
                }
                Want::Act(id) => {
                    self.acts.insert((office.to_owned(), id));
                }
                Want::File(sha256) => {
                    self.files.insert((office.to_owned(), sha256));
                }
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.acts.is_empty() && self.files.is_empty()
    }

    /// The statements that find it, views' tables at `place`.
    pub async fn statements(&mut self, conn: &Object, place: &str) -> Result<Vec<Lists>, Fault> {
        let mut work = Vec::new();
        for (table, keys) in &self.rows {
            let sql =
                bodies(place, table).ok_or_else(|| Fault::Damaged(format!("there is no view `{table}`")))?;
            work.push(Lists::new(conn, &sql, pairs(keys)).await?);
            self.sent.push(Of::Rows(table));
        }
        if !self.acts.is_empty() {
            work.push(Lists::new(conn, ACTS, pairs(&self.acts)).await?);
            self.sent.push(Of::Acts);
        }
        if !self.files.is_empty() {
            work.push(Lists::new(conn, file::SENT_MANY, pairs(&self.files)).await?);
            self.sent.push(Of::Files);
        }
        Ok(work)
    }

    /// Reads the answers of those statements.
    pub fn read(&self, answers: Vec<Vec<Cells>>) -> Result<Found, StoreError> {
        let mut found = Found::default();
        for (of, rows) in self.sent.iter().zip(answers) {
            for mut row in rows {
                let (office, key) = (row.text()?, row.text()?);
                match of {
                    Of::Rows(table) => {
                        found.rows.insert(RowKey { table, office, key }, row.text()?);
                    }
                    Of::Acts => {
                        found.acts.insert((office, key), path::recall(&journal::read(row)?)?);
                    }
                    Of::Files => {
                        found.files.insert((office, key), file::read_fact(row)?);
                    }
                }
            }
        }
        Ok(found)
    }

    /// Everything that was asked for, and what was found of it.
    pub fn answers(self, mut found: Found, mut tell: impl FnMut(Answer)) {
        for (table, keys) in self.rows {
            for (office, key) in keys {
                let key = RowKey { table, office, key };
                let body = found.rows.remove(&key);
                tell(Answer::Row(key, body));
            }
        }
        for at in self.acts {
            let act = found.acts.remove(&at);
            tell(Answer::Act(at.0, at.1, act.map(Box::new)));
        }
        for at in self.files {
            let fact = found.files.remove(&at);
            tell(Answer::File(at.0, at.1, fact));
        }
    }
}

/// How one thing that was asked for stands.
pub(super) enum Answer {
    /// A view's row.
    Row(RowKey, Option<String>),
    /// An act, by office and id.
    Act(String, String, Option<Box<Recorded>>),
    /// A file, by office and hash.
    File(String, String, Option<FileFact>),
}

fn pairs(keys: &BTreeSet<(String, String)>) -> Vec<Vec<Cell>> {
    vec![keys.iter().map(|k| Cell::from(&k.0)).collect(), keys.iter().map(|k| Cell::from(&k.1)).collect()]
}

/// Reads what [`BY_ID`] found.
pub(super) fn by_id(rows: Vec<Cells>) -> Result<HashMap<String, Written>, StoreError> {
    rows.into_iter().map(|mut row| Ok((row.text()?, journal::read(row)?))).collect()
}
