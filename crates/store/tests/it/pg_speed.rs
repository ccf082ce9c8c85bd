//! How fast the store in PostgreSQL is on this machine, beside the server's own yardsticks:
//! `cargo nextest run -p roznamcha-store --run-ignored only --no-capture postgres_in_numbers`.

use roznamcha_cluster::Cluster;
use roznamcha_store::Store;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use crate::backend::{clock, start};
use crate::on_postgres::{by_hand, connected};
use crate::samples::{now, open};
use crate::speed::{import, said, together, whole};

/// What the disk gives: one row of 1 kB to a transaction, nothing else.
async fn bare(url: &str) {
    let client = by_hand(url).await;
    client.batch_execute("CREATE TABLE t (id BIGINT PRIMARY KEY, body BYTEA)").await.unwrap();
    let put = client.prepare("INSERT INTO t VALUES ($1, $2)").await.unwrap();
    let since = Instant::now();
    for i in 0..300_i64 {
        client.execute(&put, &[&i, &vec![7_u8; 1_000]]).await.unwrap();
    }
    said("bare commits of one row", 300, since);
}

fn pgbench(cluster: &Cluster, clients: &str) {
    let url = cluster.create_database(&format!("bench_{clients}")).unwrap();
    let run = |arguments: &[&str]| {
        let out = Command::new(cluster.program("pgbench")).args(arguments).arg(&url).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    run(&["-i", "-q", "-s", "20"]);
    let told = run(&["-b", "simple-update", "-M", "prepared", "-c", clients, "-j", "2", "-T", "8"]);
    let tps = told.lines().find(|line| line.starts_with("tps")).unwrap();
    println!("pgbench simple-update, {clients} at once: {tps}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement"]
async fn postgres_in_numbers() {
    let cluster = Cluster::options().setting("shared_buffers", "256MB").start().unwrap();
    let url = cluster.create_database("desk").unwrap();
    bare(&url).await;
    pgbench(&cluster, "1");
    let store: Arc<dyn Store> = connected(&url, &clock()).await.unwrap();
    for i in 0..16 {
        store.write(now(&format!("D-{i}"), 1 << 100 | i, open(start()))).await.unwrap();
    }
    together(&store, 1, 1, 20, 10).await;
    together(&store, 1, 1, 300, 11).await;
    together(&store, 16, 16, 200, 12).await;
    pgbench(&cluster, "16");
    together(&store, 16, 1, 100, 13).await;
    together(&store, 200, 16, 20, 14).await;
    import(&store).await;
    whole(&store).await;
}
