//! How fast a store is on this machine: `cargo nextest run -p roznamcha-store --run-ignored only --no-capture`.

use roznamcha_store::{Proposal, Store};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use crate::backend::{clock, start};
use crate::life::Chance;
use crate::on_sqlite::opened;
use crate::samples::{entry, fir, incident, now, open};

const ROWS: u64 = 100_000;

pub fn said(what: &str, count: u64, since: Instant) {
    let seconds = since.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(count).unwrap()) / seconds;
    println!("{what}: {count} in {seconds:.2} s, {rate:.0}/s");
}

pub async fn import(store: &Arc<dyn Store>) {
    let mut chance = Chance::new(9);
    let since = Instant::now();
    for batch in 0..ROWS / 5_000 {
        let row = |i: u64| {
            let id = u128::from(chance.next()) << 64 | u128::from(i);
            let office = format!("PS-{}", i % 25);
            now(&office, id, incident(i, "THEFT", start().plus_seconds(-i64::try_from(i).unwrap())))
        };
        let rows: Vec<Proposal> = (batch * 5_000..(batch + 1) * 5_000).map(row).collect();
        let all = store.write_many(rows, Some(("at".to_owned(), batch.to_string()))).await.unwrap();
        assert!(all.iter().all(Result::is_ok));
    }
    said("import, 5000 to a transaction", ROWS, since);
}

pub async fn whole(store: &Arc<dyn Store>) {
    let since = Instant::now();
    store.rebuild(&|_, _| {}).await.unwrap();
    said("rebuild, acts", ROWS, since);
    let since = Instant::now();
    assert_eq!(store.fsck(10, &|_, _| {}).await.unwrap(), []);
    said("fsck, acts", ROWS, since);
    let since = Instant::now();
    store.state_hash().await.unwrap();
    said("state hash, acts", ROWS, since);
    let since = Instant::now();
    store.dump(Box::new(std::io::sink())).await.unwrap();
    said("dump, acts", ROWS, since);
}

pub async fn together(store: &Arc<dyn Store>, writers: u128, offices: u128, each: u128, base: u128) {
    let since = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|w| {
            let store = Arc::clone(store);
            tokio::spawn(async move {
                for i in 0..each {
                    let id = (base << 64) + (w << 32) + i;
                    let body = if i % 10 == 0 { fir(start(), "Synthetic") } else { entry("on patrol") };
                    store.write(now(&format!("D-{}", w % offices), id, body)).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let count = u64::try_from(writers * each).unwrap();
    said(&format!("durable acts, {writers} at once in {offices} offices"), count, since);
}

/// What the disk gives: one row of 1 kB to a transaction, nothing else.
fn bare(path: &Path) {
    let conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    conn.pragma_update(None, "synchronous", "FULL").unwrap();
    conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)").unwrap();
    let since = Instant::now();
    for i in 0..300 {
        conn.execute("INSERT INTO t VALUES ($1, $2)", (i, vec![7_u8; 1_000])).unwrap();
    }
    said("bare commits of one row", 300, since);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn sqlite_in_numbers() {
    let folder = tempfile::tempdir().unwrap();
    bare(&folder.path().join("bare.db"));
    let store: Arc<dyn Store> = Arc::new(opened(&folder.path().join("store.db"), &clock()).unwrap());
    for i in 0..8 {
        store.write(now(&format!("D-{i}"), 1 << 100 | i, open(start()))).await.unwrap();
    }
    together(&store, 1, 1, 300, 11).await;
    together(&store, 16, 8, 100, 12).await;
    together(&store, 16, 1, 100, 13).await;
    together(&store, 200, 8, 20, 14).await;
    import(&store).await;
    whole(&store).await;
}
