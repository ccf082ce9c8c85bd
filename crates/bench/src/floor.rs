//! What the database does by itself: the physical limit that ours is held against.

use roznamcha_cluster::Cluster;
use rusqlite::Connection;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::BenchError;
use crate::times::rate;

/// Durable commits a second of SQLite (write-ahead log, full synchronous), one writer, each of one row in each of so
/// many tables.
///
/// # Errors
/// SQLite's.
pub fn sqlite_commits(dir: &Path, span: Duration, tables: usize) -> Result<f64, BenchError> {
    let conn = Connection::open(dir.join("floor.db"))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    for n in 0..tables {
        conn.execute_batch(&format!("CREATE TABLE t{n} (id INTEGER PRIMARY KEY, body TEXT NOT NULL)"))?;
    }
    let body = "x".repeat(600);
    let inserts: Vec<String> = (0..tables).map(|n| format!("INSERT INTO t{n} (body) VALUES (?1)")).collect();
    let began = Instant::now();
    let mut count = 0;
    while began.elapsed() < span {
        conn.prepare_cached("BEGIN")?.execute([])?;
        for insert in &inserts {
            conn.prepare_cached(insert)?.execute([&body])?;
        }
        conn.prepare_cached("COMMIT")?.execute([])?;
        count += 1;
    }
    Ok(rate(count, began.elapsed()))
}

/// Rows a second of one prepared insert into SQLite, 10,000 to a transaction.
///
/// # Errors
/// SQLite's.
pub fn sqlite_bulk(dir: &Path, rows: usize) -> Result<f64, BenchError> {
    let mut conn = Connection::open(dir.join("bulk.db"))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")?;
    let body = "x".repeat(900);
    let began = Instant::now();
    for chunk in 0..rows.div_ceil(10_000) {
        let tx = conn.transaction()?;
        {
            let mut insert = tx.prepare_cached("INSERT INTO t (body) VALUES (?1)")?;
            for _ in 0..10_000.min(rows - chunk * 10_000) {
                insert.execute([&body])?;
            }
        }
        tx.commit()?;
    }
    Ok(rate(rows, began.elapsed()))
}

/// Single-row durable commits a second of PostgreSQL, one connection.
///
/// # Errors
/// PostgreSQL's.
pub async fn postgres_commits(url: &str, span: Duration) -> Result<f64, BenchError> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    client
        .batch_execute("CREATE TABLE IF NOT EXISTS floor (id BIGSERIAL PRIMARY KEY, body TEXT NOT NULL)")
        .await?;
    let insert = client.prepare("INSERT INTO floor (body) VALUES ($1)").await?;
    let body = "x".repeat(600);
    let began = Instant::now();
    let mut count = 0;
    while began.elapsed() < span {
        client.execute(&insert, &[&body]).await?;
        count += 1;
    }
    Ok(rate(count, began.elapsed()))
}

/// Rows a second of COPY into PostgreSQL.
///
/// # Errors
/// PostgreSQL's.
pub async fn postgres_bulk(url: &str, rows: usize) -> Result<f64, BenchError> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    client
        .batch_execute("CREATE TABLE IF NOT EXISTS bulk (id BIGSERIAL PRIMARY KEY, body TEXT NOT NULL)")
        .await?;
    let began = Instant::now();
    let sql = format!("INSERT INTO bulk (body) SELECT repeat('x', 900) FROM generate_series(1, {rows})");
    client.batch_execute(&sql).await?;
    Ok(rate(rows, began.elapsed()))
}

/// pgbench's simple-update at 16 clients, transactions a second.
///
/// # Errors
/// The cluster's; an answer of pgbench that cannot be read.
pub fn pgbench(cluster: &Cluster, span: Duration) -> Result<f64, BenchError> {
    let url = cluster.create_database("pgbench")?;
    let program = cluster.program("pgbench");
    let made = Command::new(&program).args(["-i", "-q", "-s", "10", &url]).output()?;
    if !made.status.success() {
        return Err(BenchError::Answer(String::from_utf8_lossy(&made.stderr).into_owned()));
    }
    let seconds = span.as_secs().max(1).to_string();
    let ran = Command::new(&program)
        .args(["-n", "-N", "-c", "16", "-j", "2", "-M", "prepared", "-T", &seconds, &url])
        .output()?;
    let text = String::from_utf8_lossy(&ran.stdout).into_owned();
    let tps = text.lines().find_map(|l| l.strip_prefix("tps = ")).and_then(|l| l.split(' ').next());
    tps.and_then(|t| t.parse().ok()).ok_or(BenchError::Answer(text))
}
