//! The suite's hands on PostgreSQL, and its migrations and roles.

use async_trait::async_trait;
use jiff::civil::date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::RecordExpunge;
use roznamcha_cluster::Cluster;
use roznamcha_store::postgres::Options;
use roznamcha_store::{FixedClock, PgStore, Store, StoreError};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, NoTls};

use crate::backend::{Backend, Place, TestLaw, clock, fsck, start};
use crate::samples::{OFFICE, entry, fir, now, open};
use crate::suite;
use crate::views::live;

pub struct Postgres;

struct Database {
    name: String,
    clock: Arc<FixedClock>,
    store: Arc<dyn Store>,
}

/// The server all tests of this process share.
pub fn shared() -> &'static Cluster {
    Cluster::shared().unwrap()
}

/// A new, empty database.
pub fn database() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = format!("desk_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    shared().create_database(&name).unwrap();
    name
}

pub fn options(clock: &Arc<FixedClock>) -> Options {
    Options::new(clock.clone(), Arc::new(TestLaw))
}

pub async fn connected(url: &str, clock: &Arc<FixedClock>) -> Result<Arc<dyn Store>, StoreError> {
    Ok(Arc::new(PgStore::connect(url, options(clock)).await?))
}

/// A connection past the store.
pub async fn by_hand(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute("SET search_path = public, views").await.unwrap();
    client
}

#[async_trait]
impl Backend for Postgres {
    async fn fresh(&self, clock: Arc<FixedClock>) -> Box<dyn Place> {
        let name = database();
        let store = connected(&shared().url(&name), &clock).await.unwrap();
        Box::new(Database { name, clock, store })
    }
}

#[async_trait]
impl Place for Database {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.store)
    }

    async fn sql(&self, sql: &str) -> u64 {
        let client = by_hand(&shared().url(&self.name)).await;
        client.batch_execute("SET session_replication_role = replica").await.unwrap();
        client.execute(sql, &[]).await.unwrap()
    }

    async fn flip(&self, table: &str, column: &str, condition: &str) {
        let byte = format!("length({column}) / 2");
        let sql = format!(
            "UPDATE {table} SET {column} = set_byte({column}, {byte}, get_byte({column}, {byte}) # 1) \
             WHERE {condition}"
        );
        assert_eq!(self.sql(&sql).await, 1);
    }

    async fn reopen(&mut self) {
        self.store.close().await.unwrap();
        self.store = connected(&shared().url(&self.name), &self.clock).await.unwrap();
    }

    fn on_disk(&self) -> Option<Vec<u8>> {
        None
    }
}

/// The server is started once and each test has a database of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_suite() {
    let mut failed = Vec::new();
    for (name, test) in suite::all() {
        let outcome = tokio::spawn(async move { test(&Postgres).await }).await;
        if outcome.is_err() {
            failed.push(name);
        }
    }
    assert_eq!(failed, Vec::<&str>::new());
}

/// What one database holds the other can take, to the last byte, views computed from it and all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_databases_hold_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let clock = clock();
    let file = crate::on_sqlite::opened(&folder.path().join("store.db"), &clock).unwrap();
    let file: Arc<dyn Store> = Arc::new(file);
    live(&file, &clock, 21, 400).await;
    let dump = crate::copies::dumped(&file).await;
    let other = connected(&shared().url(&database()), &clock).await.unwrap();
    other.load(Box::new(std::io::Cursor::new(dump.clone())), &|_, _| {}).await.unwrap();
    assert_eq!(other.state_hash().await.unwrap(), file.state_hash().await.unwrap());
    assert_eq!(crate::copies::dumped(&other).await, dump);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_that_was_killed_runs_again() {
    let url = shared().url(&database());
    // Killed after the first table was there and before anything was committed as done.
    let hand = by_hand(&url).await;
    let version = "CREATE TABLE schema_version (version BIGINT PRIMARY KEY, applied_ms BIGINT NOT NULL)";
    hand.batch_execute(version).await.unwrap();
    let clock = clock();
    let together = [(); 4].map(|()| {
        let (url, clock) = (url.clone(), clock.clone());
        tokio::spawn(async move { connected(&url, &clock).await.map(|_| ()) })
    });
    for node in together {
        node.await.unwrap().unwrap();
    }
    let store = connected(&url, &clock).await.unwrap();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.close().await.unwrap();
    assert!(matches!(store.write(now(OFFICE, 2, entry("late"))).await, Err(StoreError::Unavailable(_))));
    hand.batch_execute("INSERT INTO schema_version SELECT max(version) + 1, 0 FROM schema_version")
        .await
        .unwrap();
    let newer = connected(&url, &clock).await.err();
    assert!(
        matches!(newer, Some(StoreError::Misused(_))),
        "a newer build's database is left alone: {newer:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn views_of_another_build_are_computed_anew() {
    let (url, clock) = (shared().url(&database()), clock());
    let store = connected(&url, &clock).await.unwrap();
    live(&store, &clock, 3, 100).await;
    let before = store.state_hash().await.unwrap();
    let hand = by_hand(&url).await;
    hand.batch_execute(
        "DROP TABLE v_desk; CREATE TABLE views.v_gone (x int); CREATE TABLE views.v_desk (office text, key text); \
         UPDATE view_version SET fingerprint = 'of another build'",
    )
    .await
    .unwrap();
    let store = connected(&url, &clock).await.unwrap();
    assert_eq!(store.state_hash().await.unwrap(), before);
    assert_eq!(fsck(&store).await, []);
    let left = hand.query("SELECT 1 FROM pg_tables WHERE schemaname = 'fresh' OR tablename = 'v_gone'", &[]);
    assert!(left.await.unwrap().is_empty());
}

/// Reading and writing go on while views are computed anew, again and again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rebuild_does_not_disturb() {
    let (url, clock) = (shared().url(&database()), clock());
    let store = connected(&url, &clock).await.unwrap();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let writer = {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            for i in 2..80 {
                store.write(now(OFFICE, i, entry("on patrol"))).await.unwrap();
                assert!(!crate::views::every_row(&store).await.is_empty());
            }
        })
    };
    let other = connected(&url, &clock).await.unwrap();
    while !writer.is_finished() {
        other.rebuild(&|_, _| {}).await.unwrap();
        assert_eq!(fsck(&other).await, []);
    }
    writer.await.unwrap();
    assert_eq!(fsck(&other).await, []);
}

async fn denied(client: &Client, sql: &str) {
    let refused = client.batch_execute(sql).await.err();
    let state = refused.as_ref().and_then(|e| e.code()).cloned();
    assert_eq!(state, Some(SqlState::INSUFFICIENT_PRIVILEGE), "{sql}: {refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_role_may_do_what_it_needs_and_no_more() {
    let (cluster, name, clock) = (shared(), database(), clock());
    // The owner need not be a superuser.
    cluster.sql("postgres", &format!("CREATE ROLE \"{name}_own\" LOGIN CREATEROLE")).unwrap();
    cluster.sql("postgres", &format!("ALTER DATABASE \"{name}\" OWNER TO \"{name}_own\"")).unwrap();
    let role = |suffix: &str| cluster.url_as(&format!("{name}_{suffix}"), &name);
    let nobody = connected(&role("own"), &clock).await.unwrap();
    nobody.close().await.unwrap();
    for _ in 0..2 {
        PgStore::provision(&role("own"), options(&clock)).await.unwrap();
    }
    let store = connected(&role("app"), &clock).await.unwrap();
    crate::copies::fill(&store, &clock).await;
    clock.set(start());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let complaint = store.write(now(OFFICE, 2, fir(start(), "Synthetic"))).await.unwrap();
    let order = RecordExpunge {
        acts: vec![complaint.act.clone()],
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "1/2026".to_owned(),
        order_date: date(2026, 1, 1),
    };
    store.write(now(OFFICE, 3, Body::RecordExpunge(order))).await.unwrap();
    assert!(store.act(OFFICE, &complaint.act).await.unwrap().unwrap().body.is_none());
    store.put_draft(&crate::keeping::draft("d2", "O-1", 3)).await.unwrap();
    store.delete_draft("O-1", "d2").await.unwrap();
    store.end_sessions_of("O-1").await.unwrap();
    store.ready().await.unwrap();
    let before = store.state_hash().await.unwrap();
    store.rebuild(&|_, _| {}).await.unwrap();
    let owners = connected(&role("own"), &clock).await.unwrap();
    owners.rebuild(&|_, _| {}).await.unwrap();
    store.rebuild(&|_, _| {}).await.unwrap();
    assert_eq!(store.state_hash().await.unwrap(), before);
    assert_eq!(fsck(&store).await, []);

    let app = by_hand(&role("app")).await;
    for sql in [
        "UPDATE journal SET officer = 'O-9'",
        "UPDATE journal SET header = '\\x00'",
        "DELETE FROM journal",
        "TRUNCATE journal CASCADE",
        "DROP TABLE journal CASCADE",
        "UPDATE content SET bytes = '\\x00'",
        "UPDATE audit SET officer = 'O-9'",
        "DELETE FROM audit",
        "DELETE FROM attempt",
        "DELETE FROM head",
        "INSERT INTO schema_version VALUES (99, 0)",
        "CREATE TABLE public.other (x int)",
    ] {
        let refused = app.batch_execute(sql).await.unwrap_err();
        let words = refused.as_db_error().unwrap().message().to_owned();
        assert_eq!(refused.code(), Some(&SqlState::INSUFFICIENT_PRIVILEGE), "{sql}: {words}");
    }
    let read = by_hand(&role("read")).await;
    for table in ["account", "content", "session", "draft", "attempt"] {
        denied(&read, &format!("SELECT * FROM {table}")).await;
    }
    denied(&read, "DELETE FROM views.v_entry").await;
    denied(&read, "SELECT office FROM head FOR UPDATE").await;
    for table in ["journal", "audit", "views.v_entry", "views.v_fir"] {
        assert!(
            !read.query(&format!("SELECT * FROM {table} LIMIT 1"), &[]).await.unwrap().is_empty(),
            "{table}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_the_database_does_not_take_leaves_the_others() {
    let (url, clock) = (shared().url(&database()), clock());
    let store = connected(&url, &clock).await.unwrap();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let hand = by_hand(&url).await;
    hand.batch_execute("ALTER TABLE content ADD CHECK (length(bytes) < 3000) NOT VALID").await.unwrap();
    let writers: Vec<_> = (2..30_u128)
        .map(|i| {
            let store = Arc::clone(&store);
            let text = "word ".repeat(if i % 7 == 0 { 1_000 } else { 10 });
            tokio::spawn(async move { (i, store.write(now(OFFICE, i, entry(&text))).await) })
        })
        .collect();
    for writer in writers {
        let (i, outcome) = writer.await.unwrap();
        assert_eq!(outcome.is_err(), i % 7 == 0, "{i}: {outcome:?}");
    }
    assert_eq!(store.head(OFFICE).await.unwrap().unwrap().seq, 25);
    assert_eq!(fsck(&store).await, []);
    let page = store.write(now(OFFICE, 50, fir(start(), "Synthetic"))).await.unwrap();
    assert_eq!(page.seq, 26);
}
