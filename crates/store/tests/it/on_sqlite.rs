//! The suite's hands on SQLite, and what is SQLite's alone.

use async_trait::async_trait;
use roznamcha_store::sqlite::Options;
use roznamcha_store::{FixedClock, SqliteStore, Store, StoreError};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

use crate::backend::{Backend, Place, TestLaw, clock, fsck, start};
use crate::samples::{OFFICE, entry, now, open};

pub struct Sqlite;

struct File {
    _folder: TempDir,
    path: PathBuf,
    clock: Arc<FixedClock>,
    store: Arc<dyn Store>,
}

pub fn opened(path: &Path, clock: &Arc<FixedClock>) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(path, Options::new(clock.clone(), Arc::new(TestLaw)))
}

#[async_trait]
impl Backend for Sqlite {
    async fn fresh(&self, clock: Arc<FixedClock>) -> Box<dyn Place> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let store = Arc::new(opened(&path, &clock).unwrap());
        Box::new(File { _folder: folder, path, clock, store })
    }
}

fn by_hand(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
    conn
}

#[async_trait]
impl Place for File {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    async fn sql(&self, sql: &str) -> u64 {
        by_hand(&self.path).execute(sql, []).unwrap() as u64
    }

    async fn flip(&self, table: &str, column: &str, condition: &str) {
        let conn = by_hand(&self.path);
        let read = format!("SELECT {column} FROM {table} WHERE {condition}");
        let mut bytes: Vec<u8> = conn.query_row(&read, [], |row| row.get(0)).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        let write = format!("UPDATE {table} SET {column} = $1 WHERE {condition}");
        assert_eq!(conn.execute(&write, [bytes]).unwrap(), 1);
    }

    async fn reopen(&mut self) {
        self.store.close().await.unwrap();
        self.store = Arc::new(opened(&self.path, &self.clock).unwrap());
    }

    fn on_disk(&self) -> Option<Vec<u8>> {
        let files = std::fs::read_dir(self.path.parent().unwrap()).unwrap();
        Some(files.flat_map(|f| std::fs::read(f.unwrap().path()).unwrap()).collect())
    }
}

#[tokio::test]
async fn a_migration_that_was_killed_runs_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    // Killed after the first table was there and before anything was committed as done.
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "CREATE TABLE schema_version (version BIGINT PRIMARY KEY, applied_ms BIGINT NOT NULL)",
    )
    .unwrap();
    drop(conn);
    let store: Arc<dyn Store> = Arc::new(opened(&path, &clock()).unwrap());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.close().await.unwrap();
    let conn = by_hand(&path);
    let version: i64 = conn.query_row("SELECT max(version) FROM schema_version", [], |r| r.get(0)).unwrap();
    conn.execute("INSERT INTO schema_version VALUES ($1, 0)", [version + 1]).unwrap();
    drop(conn);
    let newer = opened(&path, &clock());
    assert!(matches!(newer, Err(StoreError::Misused(_))), "a newer build's file is left alone");
}

#[tokio::test]
async fn views_of_another_build_are_computed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store: Arc<dyn Store> = Arc::new(opened(&path, &clock()).unwrap());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let before = store.state_hash().await.unwrap();
    store.close().await.unwrap();
    let conn = by_hand(&path);
    conn.execute_batch(
        "DROP TABLE v_desk; CREATE TABLE v_gone (x); CREATE TABLE v_desk (office, key); \
         UPDATE view_version SET fingerprint = 'of another build'",
    )
    .unwrap();
    drop(conn);
    std::fs::write(folder.path().join("store.db.fresh-1-1"), "left by a killed process").unwrap();
    let store: Arc<dyn Store> = Arc::new(opened(&path, &clock()).unwrap());
    assert_eq!(store.state_hash().await.unwrap(), before);
    assert_eq!(fsck(&store).await, []);
    store.close().await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(left, ["store.db"], "nothing is left beside the database");
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    std::fs::write(&path, "این روزنامچہ نہیں ہے ".repeat(100)).unwrap();
    assert!(matches!(opened(&path, &clock()), Err(StoreError::Damaged(_))));
    let nowhere = opened(&folder.path().join("no/such/folder.db"), &clock());
    assert!(matches!(nowhere, Err(StoreError::Unavailable(_))));
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let store = opened(&folder.path().join("store.db"), &clock()).unwrap();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.file_name());
    }
}

/// F5: a full disk refuses acts and loses none; with room again, writing goes on.
#[tokio::test]
async fn a_full_disk_is_said_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let store: Arc<dyn Store> = Arc::new(opened(&path, &clock()).unwrap());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let mount = ["-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs"];
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let mounted = std::process::Command::new("mount").args(mount).arg(&disk).output();
    if !mounted.is_ok_and(|out| out.status.success()) {
        tracing::warn!("not allowed to mount: the full disk was not tried");
        return;
    }
    let outcome = tokio::spawn(full_disk(disk.clone())).await;
    let _ = std::process::Command::new("umount").arg(&disk).output();
    outcome.unwrap();
}

async fn full_disk(disk: PathBuf) {
    let path = disk.join("store.db");
    let store: Arc<dyn Store> = Arc::new(opened(&path, &clock()).unwrap());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    std::fs::write(disk.join("ballast"), vec![0; 300_000]).unwrap();
    let (mut written, mut refused) = (1, 0);
    let words = "a long watch ".repeat(300);
    for id in 2..=900_u128 {
        match store.write(now(OFFICE, id, entry(&words))).await {
            Ok(_) => written += 1,
            Err(StoreError::Full) => refused += 1,
            Err(error) => panic!("{error}"),
        }
        if refused == 3 {
            break;
        }
    }
    assert_eq!(refused, 3, "{written} written");
    assert_eq!(store.head(OFFICE).await.unwrap().unwrap().seq, written, "reading goes on");
    std::fs::remove_file(disk.join("ballast")).unwrap();
    store.ready().await.unwrap();
    let receipt = store.write(now(OFFICE, 10_000, entry("room again"))).await.unwrap();
    assert_eq!(receipt.seq, written + 1);
    drop(store);
}
