//! Several nodes on one PostgreSQL, and a server that dies.

use roznamcha_cluster::Cluster;
use roznamcha_store::{Receipt, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::backend::{clock, fsck, start};
use crate::on_postgres::{connected, database, shared};
use crate::samples::{OFFICE, entry, now, open};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_write_one_office_without_a_gap() {
    let (url, clock) = (shared().url(&database()), clock());
    let nodes = [connected(&url, &clock).await.unwrap(), connected(&url, &clock).await.unwrap()];
    // The first act of many offices, at once and by the same ids: each is written once.
    let firsts: Vec<_> = (0..24_u128)
        .map(|i| {
            let node = Arc::clone(&nodes[i as usize % 2]);
            let office = format!("PS-FIRST-{}", i / 2);
            tokio::spawn(async move { node.write(now(&office, 1_000 + i / 2, open(start()))).await.unwrap() })
        })
        .collect();
    let mut repeated = 0;
    for first in firsts {
        let receipt = first.await.unwrap();
        assert_eq!(receipt.seq, 1);
        repeated += u32::from(receipt.repeated);
    }
    assert_eq!(repeated, 12);

    nodes[0].write(now(OFFICE, 1, open(start()))).await.unwrap();
    let writers: Vec<_> = (0..16_u128)
        .map(|w| {
            let node = Arc::clone(&nodes[w as usize % 2]);
            tokio::spawn(async move {
                let mut receipts = Vec::new();
                for i in 0..25 {
                    receipts
                        .push(node.write(now(OFFICE, (w + 1) << 32 | i, entry("on patrol"))).await.unwrap());
                }
                receipts
            })
        })
        .collect();
    let mut seqs = Vec::new();
    let mut serials = Vec::new();
    for writer in writers {
        let receipts = writer.await.unwrap();
        assert!(receipts.is_sorted_by_key(|r| r.seq));
        seqs.extend(receipts.iter().map(|r| r.seq));
        serials.extend(receipts.iter().flat_map(|r| &r.entries).map(|e| e.serial));
    }
    seqs.sort_unstable();
    serials.sort_unstable();
    assert_eq!(seqs, (2..=401).collect::<Vec<u64>>());
    let first = serials[0];
    assert_eq!(serials, (first..first + 400).collect::<Vec<u64>>());
    assert_eq!(fsck(&nodes[1]).await, []);
}

/// Batches over many offices by two nodes, and single acts between them, never stop each other for good.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn batches_of_two_nodes_cross() {
    let (url, clock) = (shared().url(&database()), clock());
    let nodes = [connected(&url, &clock).await.unwrap(), connected(&url, &clock).await.unwrap()];
    let writers: Vec<_> = (0..8_u128)
        .map(|w| {
            let node = Arc::clone(&nodes[w as usize % 2]);
            tokio::spawn(async move {
                for round in 0..5 {
                    // Every other writer names the offices in the opposite order.
                    let act = |i: u128| {
                        let office = if w % 2 == 0 { i } else { 9 - i };
                        let id = w << 64 | round << 32 | (i + 1);
                        let body = crate::samples::incident(7, "THEFT", start());
                        now(&format!("PS-{office}"), id, body)
                    };
                    let all = node.write_many((0..10).map(act).collect(), None).await.unwrap();
                    assert!(all.iter().all(Result::is_ok));
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    for office in nodes[0].journals().await.unwrap() {
        assert_eq!(nodes[0].head(&office).await.unwrap().unwrap().seq, 40, "{office}");
    }
    assert_eq!(fsck(&nodes[0]).await, []);
}

async fn insist(store: &Arc<dyn Store>, office: &str, id: u128) -> Receipt {
    loop {
        match store.write(now(office, id, entry("on patrol"))).await {
            Ok(receipt) => return receipt,
            // Whether it was written is not known: the same id is sent again.
            Err(StoreError::Unavailable(_)) => tokio::time::sleep(Duration::from_millis(50)).await,
            Err(other) => panic!("{other}"),
        }
    }
}

/// F2: the server is killed while many write, twice; nothing acknowledged is lost and nothing is written twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_act_is_lost_when_the_server_is_killed() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.create_database("desk").unwrap();
    let store = connected(&url, &clock()).await.unwrap();
    for office in 0..4 {
        store.write(now(&format!("PS-{office}"), 1 << 100 | office, open(start()))).await.unwrap();
    }
    let (stop, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let writers: Vec<_> = (0..8_u128)
        .map(|w| {
            let (store, stop, count) = (Arc::clone(&store), Arc::clone(&stop), Arc::clone(&count));
            tokio::spawn(async move {
                let (mut acked, office) = (Vec::new(), format!("PS-{}", w % 4));
                for i in 1.. {
                    if stop.load(Ordering::SeqCst) {
                        break;
                    }
                    acked.push(insist(&store, &office, (w + 1) << 32 | i).await);
                    count.fetch_add(1, Ordering::SeqCst);
                }
                acked
            })
        })
        .collect();
    for _ in 0..2 {
        let before = count.load(Ordering::SeqCst);
        while count.load(Ordering::SeqCst) < before + 40 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::task::block_in_place(|| cluster.kill_server().unwrap());
        tokio::task::block_in_place(|| cluster.restart().unwrap());
    }
    let before = count.load(Ordering::SeqCst);
    while count.load(Ordering::SeqCst) < before + 20 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.store(true, Ordering::SeqCst);
    let mut acked: BTreeMap<String, Receipt> = BTreeMap::new();
    for writer in writers {
        for receipt in writer.await.unwrap() {
            assert!(acked.insert(receipt.act.clone(), receipt).is_none());
        }
    }
    let mut written = 0;
    for office in store.journals().await.unwrap() {
        let acts = store.journal(&office, 1, u32::MAX).await.unwrap();
        for act in &acts {
            let header = act.header().unwrap();
            if let Some(receipt) = acked.get(&header.act) {
                assert_eq!((receipt.seq, receipt.leaf), (header.seq, act.leaf()));
                written += 1;
            }
        }
    }
    assert_eq!(written, acked.len(), "each acknowledged act stands once");
    assert_eq!(fsck(&store).await, []);
}
