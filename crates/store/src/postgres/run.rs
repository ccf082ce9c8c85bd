//! Running statements on a connection. Several that do not wait for each other's answers are sent one behind the
//! other and cost one round trip; many rows of one kind are one statement.

use bytes::BytesMut;
use deadpool_postgres::Object;
use futures_util::TryStreamExt;
use futures_util::future::{try_join_all, try_join3};
use std::fmt::{self, Write as _};
use std::pin::Pin;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Row, RowStream, Statement};

use super::fault::Fault;
use crate::StoreError;
use crate::cell::{Ask, Cell, Cells};

/// Statements kept prepared on one connection, at most.
const PREPARED: usize = 400;

/// As the driver's trait has it.
type Unfit = Box<dyn std::error::Error + Sync + Send>;

/// For the driver's log, which is not to hold what a record holds.
impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("value")
    }
}

impl ToSql for Cell {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Unfit> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql_checked(kind, out),
            Self::Text(text) => text.to_sql_checked(kind, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}

/// The columns of a row.
fn cells(row: &Row) -> Result<Cells, Fault> {
    let mut cells = Vec::with_capacity(row.len());
    for (i, column) in row.columns().iter().enumerate() {
        cells.push(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(i)?.into(),
            Type::INT4 => row.try_get::<_, Option<i32>>(i)?.map(i64::from).into(),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(i)?.into(),
            _ => row.try_get::<_, Option<String>>(i)?.into(),
        });
    }
    Ok(Cells::new(cells))
}

/// Prepares a statement, or finds it prepared.
pub(super) async fn prepare(conn: &Object, sql: &str) -> Result<Statement, Fault> {
    // A question has as many forms as there are numbers of offices in it.
    if conn.statement_cache.size() > PREPARED {
        conn.statement_cache.clear();
    }
    Ok(conn.prepare_cached(sql).await?)
}

/// Runs statements that take no values and give no rows.
pub(super) async fn say(conn: &Object, sql: &str) -> Result<(), Fault> {
    Ok(conn.batch_execute(sql).await?)
}

/// Runs an asked statement that gives no rows; how many rows it changed.
pub(super) async fn tell(conn: &Object, ask: &Ask) -> Result<u64, Fault> {
    let statement = prepare(conn, &ask.sql).await?;
    Ok(conn.execute_raw(&statement, &ask.cells).await?)
}

/// Every row.
pub(super) async fn rows(conn: &Object, ask: &Ask) -> Result<Vec<Cells>, Fault> {
    let statement = prepare(conn, &ask.sql).await?;
    let rows: Vec<Row> = conn.query_raw(&statement, &ask.cells).await?.try_collect().await?;
    rows.iter().map(cells).collect()
}

/// Every row, read.
pub(super) async fn all<T>(
    conn: &Object,
    ask: &Ask,
    read: impl FnMut(Cells) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    rows(conn, ask).await?.into_iter().map(read).collect()
}

/// The first row, read.
pub(super) async fn first<T>(
    conn: &Object,
    ask: &Ask,
    read: impl FnOnce(Cells) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    rows(conn, ask).await?.into_iter().next().map(read).transpose()
}

/// Rows as they come, without keeping them.
pub(super) struct Stream(Pin<Box<RowStream>>);

impl Stream {
    /// Asks.
    pub async fn new(conn: &Object, ask: &Ask) -> Result<Self, Fault> {
        let statement = prepare(conn, &ask.sql).await?;
        Ok(Self(Box::pin(conn.query_raw(&statement, &ask.cells).await?)))
    }

    /// The next row.
    pub async fn next(&mut self) -> Result<Option<Cells>, Fault> {
        self.0.try_next().await?.map(|row| cells(&row)).transpose()
    }
}

/// A statement whose every parameter is a list, ready to be sent.
pub(super) struct Lists {
    statement: Statement,
    columns: Vec<Vec<Cell>>,
}

impl Lists {
    /// A statement over lists.
    pub async fn new(conn: &Object, sql: &str, columns: Vec<Vec<Cell>>) -> Result<Self, Fault> {
        Ok(Self { statement: prepare(conn, sql).await?, columns })
    }

    /// A statement that puts one row, made to put many. The row's statement is prepared only to learn its kinds.
    pub async fn put(conn: &Object, sql: &str, rows: Vec<Vec<Cell>>) -> Result<Self, Fault> {
        let one = prepare(conn, sql).await?;
        let mut columns: Vec<Vec<Cell>> =
            one.params().iter().map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.push(cell);
            }
        }
        Self::new(conn, &many(sql, one.params())?, columns).await
    }
}

/// A statement that puts one row, and the rows it is to put.
pub(super) type Put = (String, Vec<Vec<Cell>>);

/// One statement made of others that put rows, each as [`many`] makes it, none of which puts anything unless the
/// table expression `so` has a row. `before` are the expressions ahead of them, over the lists in `columns`. Gives
/// how many rows `so` had.
pub(super) async fn put_if_so(
    conn: &Object,
    before: &str,
    mut columns: Vec<Vec<Cell>>,
    puts: Vec<Put>,
) -> Result<i64, Fault> {
    let mut sql = format!("WITH {before}");
    for (i, (put, rows)) in puts.into_iter().enumerate() {
        let one = prepare(conn, &put).await?;
        let kinds = one.params();
        let _ = write!(sql, ", put_{i} AS ({})", many_from(&put, kinds, columns.len(), SO)?);
        let mut lists: Vec<Vec<Cell>> = kinds.iter().map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (list, cell) in lists.iter_mut().zip(row) {
                list.push(cell);
            }
        }
        columns.extend(lists);
    }
    sql.push_str(" SELECT count(*) FROM so");
    let statement = prepare(conn, &sql).await?;
    let rows: Vec<Row> = conn.query_raw(&statement, columns).await?.try_collect().await?;
    Ok(rows.first().map(|row| row.try_get(0)).transpose()?.unwrap_or(0))
}

const SO: &str = " WHERE EXISTS (SELECT 1 FROM so)";

/// `INSERT … VALUES ($1, …) …` for as many rows as the lists are long.
fn many(sql: &str, kinds: &[Type]) -> Result<String, Fault> {
    many_from(sql, kinds, 0, "")
}

/// The same with the lists numbered after so many others, on a condition.
fn many_from(sql: &str, kinds: &[Type], after: usize, condition: &str) -> Result<String, Fault> {
    let marks: Vec<String> = (1..=kinds.len()).map(|i| format!("${i}")).collect();
    let list = |(i, kind): (usize, &Type)| format!("${}::{}[]", after + i, kind.name());
    let lists: Vec<String> = (1..).zip(kinds).map(list).collect();
    let one = format!("VALUES ({})", marks.join(", "));
    if !sql.contains(&one) {
        return Err(Fault::Damaged(format!("`{sql}` does not put one row")));
    }
    let lists = format!("SELECT * FROM unnest({}){condition}", lists.join(", "));
    Ok(sql.replacen(&one, &lists, 1))
}

/// Sends `first`, then every statement, then `last`, without waiting in between; the rows of each statement.
pub(super) async fn flow(
    conn: &Object,
    first: Option<&str>,
    work: Vec<Lists>,
    last: Option<&str>,
) -> Result<Vec<Vec<Cells>>, Fault> {
    // Each is polled in order, and sends when it is polled first; the server answers in the order sent.
    let answers = try_join_all(work.into_iter().map(|lists| answer(conn, lists)));
    let (_, rows, _) = try_join3(maybe(conn, first), answers, maybe(conn, last)).await?;
    Ok(rows)
}

async fn maybe(conn: &Object, sql: Option<&str>) -> Result<(), Fault> {
    match sql {
        Some(sql) => say(conn, sql).await,
        None => Ok(()),
    }
}

async fn answer(conn: &Object, lists: Lists) -> Result<Vec<Cells>, Fault> {
    let rows: Vec<Row> = conn.query_raw(&lists.statement, lists.columns).await?.try_collect().await?;
    rows.iter().map(cells).collect()
}

/// Puts what asks of single rows say, those of one statement together, in the order the statements first occur.
pub(super) async fn tell_all(conn: &Object, asks: Vec<Ask>) -> Result<(), Fault> {
    let mut kinds: Vec<(String, Vec<Vec<Cell>>)> = Vec::new();
    for ask in asks {
        match kinds.iter_mut().find(|(sql, _)| *sql == ask.sql) {
            Some((_, rows)) => rows.push(ask.cells),
            None => kinds.push((ask.sql.into_owned(), vec![ask.cells])),
        }
    }
    let mut work = Vec::with_capacity(kinds.len());
    for (sql, rows) in kinds {
        work.push(Lists::put(conn, &sql, rows).await?);
    }
    flow(conn, None, work, None).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_becomes_many() {
        let one = "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO UPDATE SET b = excluded.b";
        let put = many(one, &[Type::TEXT, Type::INT8]).unwrap();
        assert_eq!(
            put,
            "INSERT INTO t (a, b) SELECT * FROM unnest($1::text[], $2::int8[]) ON CONFLICT (a) DO UPDATE SET b = excluded.b"
        );
        assert!(many("DELETE FROM t", &[Type::TEXT]).is_err());
    }
}
