//! What a transaction is to write, gathered so that it goes out in a few statements however many acts there are.

use deadpool_postgres::Object;
use roznamcha_acts::Moment;
use roznamcha_acts::engine::Entered;
use roznamcha_acts::rows::{Change, Row, RowKey};
use roznamcha_acts::views::TABLES;
use std::collections::{BTreeMap, BTreeSet};

use super::fault::Fault;
use super::run::{Lists, Put};
use crate::ask::{draft, journal};
use crate::cell::Cell;
use crate::load::put_head;
use crate::schema::view_name;
use crate::sql::{VIEWS, Views};
use crate::{JournalHead, StoreError, destroyed_hash, destroyed_mark, path};

/// Removes contents: offices and ids of the acts.
const EXPUNGE: &str = "DELETE FROM content c USING journal j, unnest($1::text[], $2::text[]) w(office, act) \
                       WHERE j.act = w.act AND j.office = w.office AND c.office = j.office AND c.seq = j.seq";
const HOLD_FILES: &str = "SELECT sha256 FROM file WHERE sha256 = ANY($1) ORDER BY sha256 FOR UPDATE";
const DROP_FILES: &str = "DELETE FROM file f WHERE f.sha256 = ANY($1) AND NOT EXISTS \
                          (SELECT 1 FROM \"v_attachment\" v WHERE v.sha256 = f.sha256) AND NOT EXISTS \
                          (SELECT 1 FROM \"v_held\" h WHERE h.sha256 = f.sha256)";
const DROP_SENDERS: &str = "DELETE FROM upload u WHERE u.sha256 = ANY($1) AND u.done_ms IS NOT NULL AND NOT EXISTS \
                            (SELECT 1 FROM file f WHERE f.sha256 = u.sha256)";
const DELETE_DRAFTS: &str = "DELETE FROM draft WHERE id = ANY($1)";

/// What is to be written.
#[derive(Default)]
pub(super) struct Pending {
    acts: Vec<Vec<Cell>>,
    contents: Vec<Vec<Cell>>,
    changes: BTreeMap<RowKey, Change>,
    heads: BTreeMap<String, JournalHead>,
    expunged: BTreeSet<(String, String)>,
    /// Files that acts let go of.
    withdrawn: BTreeSet<String>,
}

impl Pending {
    /// Adds an act that may be kept, and the head it makes.
    pub fn act(&mut self, entered: &Entered, written: Moment, head: &JournalHead) {
        let (header, linked) = (&entered.linked.header, &entered.linked);
        self.acts.push(vec![
            (&header.office).into(),
            header.seq.into(),
            (&header.act).into(),
            (&header.kind).into(),
            (&header.officer).into(),
            written.millis().into(),
            linked.bytes.clone().into(),
            (&linked.leaf).into(),
        ]);
        self.contents.push(vec![
            (&header.office).into(),
            header.seq.into(),
            (&entered.salt).into(),
            entered.content.clone().into(),
        ]);
        for change in &entered.changes {
            let key = match change {
                Change::Put(row) => row.key.clone(),
                Change::Delete(key) => key.clone(),
            };
            self.changes.insert(key, change.clone());
        }
        self.heads.insert(header.office.clone(), head.clone());
        self.withdrawn.extend(path::withdrawn(entered).into_iter().map(str::to_owned));
        self.expunged.extend(entered.expunges.iter().map(|id| (header.office.clone(), id.clone())));
    }

    /// The rows that a change puts or removes.
    pub fn touched(&self) -> impl Iterator<Item = &RowKey> {
        self.changes.keys()
    }

    /// Statements that put one row, each with the rows it is to put; nothing when something is to be removed.
    pub fn puts(self) -> Result<Option<Vec<Put>>, StoreError> {
        let goes = !self.expunged.is_empty() || !self.withdrawn.is_empty();
        if goes || self.changes.values().any(|c| matches!(c, Change::Delete(_))) {
            return Ok(None);
        }
        let mut rows: BTreeMap<&str, Vec<Vec<Cell>>> = BTreeMap::new();
        for change in self.changes.values() {
            if let Change::Put(row) = change {
                rows.entry(row.key.table).or_default().push(cells(row));
            }
        }
        let heads = self.heads.iter().map(|(office, head)| put_head(office, head).cells).collect();
        let mut puts = vec![
            (journal::PUT.to_owned(), self.acts),
            (journal::PUT_CONTENT.to_owned(), self.contents),
            (journal::PUT_HEAD.to_owned(), heads),
        ];
        for (table, rows) in rows {
            puts.push((VIEWS.of(table)?.put.clone(), rows));
        }
        Ok(Some(puts))
    }

    /// The statements that write it, in the order they must run.
    pub async fn statements(self, conn: &Object) -> Result<Vec<Lists>, Fault> {
        let mut work = Vec::new();
        if !self.acts.is_empty() {
            work.push(Lists::put(conn, journal::PUT, self.acts).await?);
            work.push(Lists::put(conn, journal::PUT_CONTENT, self.contents).await?);
        }
        work.extend(changes(conn, "", self.changes.into_values()).await?);
        if !self.heads.is_empty() {
            let heads = self.heads.iter().map(|(office, head)| put_head(office, head).cells).collect();
            work.push(Lists::put(conn, journal::PUT_HEAD, heads).await?);
        }
        if !self.expunged.is_empty() {
            let ids: Vec<Cell> = self.expunged.iter().map(|(_, id)| Cell::from(id)).collect();
            let offices = self.expunged.iter().map(|(office, _)| Cell::from(office)).collect();
            work.push(Lists::new(conn, EXPUNGE, vec![offices, ids.clone()]).await?);
            work.push(Lists::new(conn, DELETE_DRAFTS, vec![ids]).await?);
            let marks = self.expunged.iter().map(|(_, id)| destroyed_mark(&destroyed_hash(id)));
            let marks = marks.map(|name| draft::put_mark(&name, "").cells).collect();
            work.push(Lists::put(conn, draft::PUT_MARK, marks).await?);
        }
        if !self.withdrawn.is_empty() {
            let hashes: Vec<Cell> = self.withdrawn.iter().map(Cell::from).collect();
            // Held first, so that an act which is being written with the file is seen by the next statement.
            for sql in [HOLD_FILES, DROP_FILES, DROP_SENDERS] {
                work.push(Lists::new(conn, sql, vec![hashes.clone()]).await?);
            }
        }
        Ok(work)
    }
}

/// A mark, to go with them.
pub(super) async fn mark(conn: &Object, name: &str, value: &str) -> Result<Lists, Fault> {
    Lists::put(conn, draft::PUT_MARK, vec![draft::put_mark(name, value).cells]).await
}

/// The statements that make these changes in the views' tables at `place`. Each row may be among them once.
pub(super) async fn changes(
    conn: &Object,
    place: &str,
    changes: impl Iterator<Item = Change>,
) -> Result<Vec<Lists>, Fault> {
    let mut puts: BTreeMap<&str, Vec<Vec<Cell>>> = BTreeMap::new();
    let mut gone: BTreeMap<&str, Vec<RowKey>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::Put(row) => puts.entry(row.key.table).or_default().push(cells(&row)),
            Change::Delete(key) => gone.entry(key.table).or_default().push(key),
        }
    }
    let mut work = Vec::new();
    if puts.is_empty() && gone.is_empty() {
        return Ok(work);
    }
    let views = Views::at(place);
    for (table, rows) in puts {
        work.push(Lists::put(conn, &views.of(table).map_err(Fault::from)?.put, rows).await?);
    }
    for (table, keys) in gone {
        let offices = keys.iter().map(|k| Cell::from(&k.office)).collect();
        let names = keys.iter().map(|k| Cell::from(&k.key)).collect();
        work.push(Lists::new(conn, &delete(place, table)?, vec![offices, names]).await?);
    }
    Ok(work)
}

fn delete(place: &str, table: &str) -> Result<String, StoreError> {
    let found = TABLES.iter().find(|t| t.name == table);
    let def = found.ok_or_else(|| StoreError::Damaged(format!("there is no view `{table}`")))?;
    Ok(format!(
        "DELETE FROM {} v USING unnest($1::text[], $2::text[]) w(office, key) \
         WHERE v.\"office\" = w.office AND v.\"key\" = w.key",
        view_name(place, def)
    ))
}

fn cells(row: &Row) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(row.columns.len() + 3);
    cells.push((&row.key.office).into());
    cells.push((&row.key.key).into());
    cells.extend(row.columns.iter().map(Cell::from));
    cells.push((&row.body).into());
    cells
}
