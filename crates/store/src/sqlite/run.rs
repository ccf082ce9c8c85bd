//! Running statements on a connection.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, Row, ToSql, params_from_iter};

use super::fault::fault;
use crate::StoreError;
use crate::cell::{Ask, Cell, Cells, damaged};

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Cell::Null => ValueRef::Null,
            Cell::Int(n) => ValueRef::Integer(*n),
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
            Cell::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn cells(row: &Row<'_>, columns: usize) -> Result<Cells, StoreError> {
    let mut cells = Vec::with_capacity(columns);
    for i in 0..columns {
        cells.push(match row.get_ref(i).map_err(fault)? {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(n) => Cell::Int(n),
            ValueRef::Text(text) => Cell::Text(utf8(text)?),
            ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
            ValueRef::Real(_) => return Err(damaged("a column holds a broken number")),
        });
    }
    Ok(Cells::new(cells))
}

fn utf8(text: &[u8]) -> Result<String, StoreError> {
    String::from_utf8(text.to_vec()).map_err(|_| damaged("a column holds bytes that are no text"))
}

fn prepare<'c>(conn: &'c Connection, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
    conn.prepare_cached(sql).map_err(fault)
}

/// Runs a statement that gives no rows; how many rows it changed.
pub(super) fn execute(conn: &Connection, sql: &str, cells: &[Cell]) -> Result<u64, StoreError> {
    let changed = prepare(conn, sql)?.execute(params_from_iter(cells)).map_err(fault)?;
    Ok(changed as u64)
}

/// Runs an asked statement that gives no rows.
pub(super) fn tell(conn: &Connection, ask: &Ask) -> Result<u64, StoreError> {
    execute(conn, &ask.sql, &ask.cells)
}

/// Gives each row to a reader, in order, without keeping them.
pub(super) fn each(
    conn: &Connection,
    ask: &Ask,
    mut read: impl FnMut(Cells) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = prepare(conn, &ask.sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(&ask.cells)).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        read(cells(row, columns)?)?;
    }
    Ok(())
}

/// Every row, read.
pub(super) fn all<T>(
    conn: &Connection,
    ask: &Ask,
    mut read: impl FnMut(Cells) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut out = Vec::new();
    each(conn, ask, |row| {
        out.push(read(row)?);
        Ok(())
    })?;
    Ok(out)
}

/// The first row, read.
pub(super) fn first<T>(
    conn: &Connection,
    ask: &Ask,
    read: impl FnOnce(Cells) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut statement = prepare(conn, &ask.sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(&ask.cells)).map_err(fault)?;
    let row = rows.next().map_err(fault)?;
    row.map(|row| cells(row, columns)).transpose()?.map(read).transpose()
}

/// The body of a view's row; `sql` takes office and key.
pub(super) fn body(
    conn: &Connection,
    sql: &str,
    office: &str,
    key: &str,
) -> Result<Option<String>, StoreError> {
    let mut statement = prepare(conn, sql)?;
    let mut rows = statement.query([office, key]).map_err(fault)?;
    let row = rows.next().map_err(fault)?;
    row.map(|row| row.get(0)).transpose().map_err(fault)
}
