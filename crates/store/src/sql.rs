//! Statements over the views' tables: reading and writing rows, questions, comparison.

use roznamcha_acts::rows::{ColumnKind, TableDef, Value};
use roznamcha_acts::views::TABLES;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use crate::cell::{Ask, Cell, Cells, damaged};
use crate::query::{Filter, Offices, Op, Query};
use crate::schema::{Dialect, view_name};
use crate::{StoreError, sql_text};

/// The statements of one view's table.
pub(crate) struct ViewSql {
    /// The body of one row, by office and key.
    pub body: String,
    /// Puts a row: office, key, columns, body.
    pub put: String,
    /// Deletes a row, by office and key.
    pub delete: String,
    /// Every row in order: office, key, columns, body.
    pub all: String,
}

/// The statements of every view's table in one place.
pub(crate) struct Views(HashMap<&'static str, ViewSql>);

/// Of the tables that are in use.
pub(crate) static VIEWS: LazyLock<Views> = LazyLock::new(|| Views::at(""));

impl Views {
    /// Of tables in a schema; `place` is empty or the schema with its dot.
    pub fn at(place: &str) -> Self {
        Self(TABLES.iter().map(|t| (t.name, ViewSql::of(place, t))).collect())
    }

    /// Of one table.
    pub fn of(&self, table: &str) -> Result<&ViewSql, StoreError> {
        self.0.get(table).ok_or_else(|| damaged(format!("there is no view `{table}`")))
    }
}

/// Every column in order, quoted.
pub(crate) fn columns(table: &TableDef) -> Vec<String> {
    let names = table.columns.iter().map(|c| c.name);
    ["office", "key"].into_iter().chain(names).chain(["body"]).map(|c| format!("\"{c}\"")).collect()
}

impl ViewSql {
    fn of(place: &str, table: &TableDef) -> Self {
        let (name, columns) = (view_name(place, table), columns(table));
        let marks: Vec<String> = (1..=columns.len()).map(|i| format!("${i}")).collect();
        let sets: Vec<String> = columns.iter().skip(2).map(|c| format!("{c} = excluded.{c}")).collect();
        let (list, marks, sets) = (columns.join(", "), marks.join(", "), sets.join(", "));
        let here = "\"office\" = $1 AND \"key\" = $2";
        Self {
            body: format!("SELECT \"body\" FROM {name} WHERE {here}"),
            put: format!(
                "INSERT INTO {name} ({list}) VALUES ({marks}) ON CONFLICT (\"office\", \"key\") DO UPDATE SET {sets}"
            ),
            delete: format!("DELETE FROM {name} WHERE {here}"),
            all: format!("SELECT {list} FROM {name} ORDER BY \"office\", \"key\""),
        }
    }
}

/// Rows that differ between two places: office, key, what (`missing` in the first, `extra` there, or the names of
/// the columns that differ), in order, at most `$1`.
pub(crate) fn differences(table: &TableDef, stored: &str, fresh: &str) -> String {
    let (a, b) = (view_name(stored, table), view_name(fresh, table));
    let mut differs = String::from("''");
    let mut any = String::from("a.\"office\" IS NULL OR b.\"office\" IS NULL");
    for column in columns(table).iter().skip(2) {
        let unlike = format!("a.{column} IS DISTINCT FROM b.{column}");
        let bare = column.trim_matches('"');
        let _ = write!(differs, " || CASE WHEN {unlike} THEN ' {bare}' ELSE '' END");
        let _ = write!(any, " OR {unlike}");
    }
    format!(
        "SELECT coalesce(a.\"office\", b.\"office\"), coalesce(a.\"key\", b.\"key\"), \
         CASE WHEN a.\"office\" IS NULL THEN 'missing' WHEN b.\"office\" IS NULL THEN 'extra' ELSE {differs} END \
         FROM {a} a FULL JOIN {b} b ON a.\"office\" = b.\"office\" AND a.\"key\" = b.\"key\" \
         WHERE {any} ORDER BY 1, 2 LIMIT $1"
    )
}

/// Builds a question's text and values side by side.
struct Builder {
    sql: String,
    cells: Vec<Cell>,
}

impl Builder {
    fn bind(&mut self, cell: Cell) {
        self.cells.push(cell);
        let _ = write!(self.sql, "${}", self.cells.len());
    }

    fn say(&mut self, what: &str, how: &str) {
        let _ = write!(self.sql, "{what} {how}");
    }

    fn list(&mut self, cells: impl IntoIterator<Item = Cell>) {
        for (i, cell) in cells.into_iter().enumerate() {
            self.sql.push_str(if i == 0 { "" } else { ", " });
            self.bind(cell);
        }
    }
}

/// The question's rows: office, key, body.
///
/// # Errors
/// [`StoreError::Misused`] for a column the table does not have or a value of the wrong kind.
pub(crate) fn select(dialect: Dialect, query: &Query) -> Result<Ask, StoreError> {
    let mut b = Builder { sql: String::from("SELECT \"office\", \"key\", \"body\""), cells: Vec::new() };
    conditions(dialect, query, &mut b)?;
    let order: Vec<String> =
        query.order.into_iter().chain(["office", "key"]).map(|c| format!("\"{c}\"")).collect();
    if let Some(after) = &query.after {
        let way = if query.descending { '<' } else { '>' };
        let _ = write!(b.sql, " AND ({}) {way} (", order.join(", "));
        let value = match (query.order, &after.value) {
            (None, None) => None,
            (Some(column), Some(value)) => Some(check(query.table, column, value)?),
            _ => return Err(StoreError::Misused("the page asked for is of another order".to_owned())),
        };
        b.list(value.into_iter().chain([Cell::from(&after.office), Cell::from(&after.key)]));
        b.sql.push(')');
    }
    let way = if query.descending { " DESC" } else { "" };
    let _ = write!(b.sql, " ORDER BY {}{way} LIMIT ", order.join(&format!("{way}, ")));
    b.bind(query.limit.into());
    Ok(Ask::built(b.sql, b.cells))
}

/// How many rows the question has.
///
/// # Errors
/// As [`select`].
pub(crate) fn count(dialect: Dialect, query: &Query) -> Result<Ask, StoreError> {
    let mut b = Builder { sql: String::from("SELECT count(*)"), cells: Vec::new() };
    conditions(dialect, query, &mut b)?;
    Ok(Ask::built(b.sql, b.cells))
}

/// How many rows the question has for each combination of these columns: the columns, then the count.
///
/// # Errors
/// As [`select`].
pub(crate) fn tally(dialect: Dialect, query: &Query, by: &[&'static str]) -> Result<Ask, StoreError> {
    by.iter().try_for_each(|column| kind_of(query.table, column).map(|_| ()))?;
    let columns = by.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
    let mut b = Builder { sql: format!("SELECT {columns}, count(*)"), cells: Vec::new() };
    conditions(dialect, query, &mut b)?;
    let _ = write!(b.sql, " GROUP BY {columns}");
    Ok(Ask::built(b.sql, b.cells))
}

/// A row of a tally.
pub(crate) fn read_tally(row: &mut Cells, columns: usize) -> Result<(Vec<Value>, u64), StoreError> {
    let values = (0..columns).map(|_| row.value()).collect::<Result<Vec<_>, _>>()?;
    Ok((values, row.count()?))
}

fn conditions(dialect: Dialect, query: &Query, b: &mut Builder) -> Result<(), StoreError> {
    let _ = write!(b.sql, " FROM {} WHERE ", view_name("", query.table));
    match &query.offices {
        Offices::All => b.sql.push_str("1 = 1"),
        Offices::In(codes) if codes.is_empty() => b.sql.push_str("1 = 0"),
        Offices::In(codes) => {
            b.sql.push_str("\"office\" IN (");
            b.list(codes.iter().map(Cell::from));
            b.sql.push(')');
        }
    }
    if let Some(column) = query.order {
        kind_of(query.table, column)?;
        // The two databases put nothing at different ends; a row without a value has no place in the order.
        let _ = write!(b.sql, " AND \"{column}\" IS NOT NULL");
    }
    query.filters.iter().try_for_each(|f| filter(dialect, query.table, f, b))
}

fn filter(dialect: Dialect, table: &TableDef, f: &Filter, b: &mut Builder) -> Result<(), StoreError> {
    let value = check(table, f.column, &f.value)?;
    let column = format!("\"{}\"", f.column);
    b.sql.push_str(" AND ");
    match (f.op, value) {
        (Op::Eq, Cell::Null) => b.say(&column, "IS NULL"),
        (Op::Ne, Cell::Null) => b.say(&column, "IS NOT NULL"),
        // Nothing is neither before nor after anything.
        (_, Cell::Null) => b.say("1 = 0", ""),
        (Op::Prefix | Op::Contains, Cell::Int(_)) => {
            return Err(StoreError::Misused(format!("column {column} holds numbers, which have no letters")));
        }
        (Op::Contains, value) => {
            let find = if dialect == Dialect::Sqlite { "instr" } else { "strpos" };
            b.say(find, &format!("({column}, "));
            b.bind(value);
            b.sql.push_str(") > 0");
        }
        (Op::Prefix, Cell::Text(prefix)) => {
            let end = sql_text::after_prefix(&prefix);
            b.say(&column, ">= ");
            b.bind(prefix.into());
            if let Some(end) = end {
                b.say(&format!(" AND {column}"), "< ");
                b.bind(end.into());
            }
        }
        (op, value) => {
            b.say(&column, sign(op));
            b.bind(value);
        }
    }
    Ok(())
}

fn sign(op: Op) -> &'static str {
    match op {
        // A row without a value is unlike any value.
        Op::Ne => "IS DISTINCT FROM ",
        Op::Lt => "< ",
        Op::Le => "<= ",
        Op::Gt => "> ",
        Op::Ge => ">= ",
        Op::Eq | Op::Prefix | Op::Contains => "= ",
    }
}

fn kind_of(table: &TableDef, column: &str) -> Result<ColumnKind, StoreError> {
    if ["office", "key"].contains(&column) {
        return Ok(ColumnKind::Text);
    }
    let found = table.columns.iter().find(|c| c.name == column);
    let missing = || StoreError::Misused(format!("view `{}` has no column `{column}`", table.name));
    found.map(|c| c.kind).ok_or_else(missing)
}

fn check(table: &TableDef, column: &str, value: &Value) -> Result<Cell, StoreError> {
    match (kind_of(table, column)?, value) {
        (ColumnKind::Text, Value::Int(_)) | (ColumnKind::Int, Value::Text(_)) => {
            let name = table.name;
            Err(StoreError::Misused(format!(
                "column `{column}` of view `{name}` holds another kind of value"
            )))
        }
        (_, value) => Ok(value.into()),
    }
}
