//! Dumps, and what they bring back.

use roznamcha_store::{Attempt, AuditOutcome, Store, StoreError};
use std::io::{Cursor, Write};
use std::sync::{Arc, Mutex};

use crate::backend::{Backend, clock, fsck};
use crate::keeping::{close, draft, open_row};
use crate::signing_in::{account, session};
use crate::views::live;

/// Bytes that several hold.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub async fn dumped(store: &Arc<dyn Store>) -> Vec<u8> {
    let to = Shared::default();
    let lines = store.dump(Box::new(to.clone())).await.unwrap();
    let bytes = to.0.lock().unwrap().clone();
    assert_eq!(bytes.iter().filter(|b| **b == b'\n').count() as u64, lines + 1);
    bytes
}

async fn loaded(store: &Arc<dyn Store>, bytes: Vec<u8>) -> Result<u64, StoreError> {
    store.load(Box::new(Cursor::new(bytes)), &|_, _| {}).await
}

/// Something in every kept table.
pub async fn fill(store: &Arc<dyn Store>, clock: &roznamcha_store::FixedClock) {
    live(store, clock, 5, 300).await;
    store.put_checkpoint("PS-LIFE-1", 7, "a note\nof lines\n").await.unwrap();
    store.put_account(&account("O-1")).await.unwrap();
    store.put_session(&session("t1", "O-1")).await.unwrap();
    let attempt = Attempt { officer: "O-1".to_owned(), at_ms: 5, ok: false, from: "192.0.2.7".to_owned() };
    store.put_attempt(&attempt).await.unwrap();
    store.open_audit(&open_row("O-1", "k1", 10)).await.unwrap();
    let id = store.open_audit(&open_row("O-2", "k2", 11)).await.unwrap();
    store.close_audit(&close(&id, AuditOutcome::Done)).await.unwrap();
    store.put_draft(&draft("d1", "O-1", 3)).await.unwrap();
    store.put_mark("import", "42").await.unwrap();
    store.put_file(&crate::filing::file(1)).await.unwrap();
    store.begin_upload(&crate::filing::upload("u1", "O-1", 1, 5)).await.unwrap();
    store.begin_upload(&crate::filing::upload("u2", "O-1", 2, 6)).await.unwrap();
    store.finish_upload("u1", 7).await.unwrap();
}

pub async fn a_dump_brings_everything_back(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    fill(&store, &clock).await;
    let dump = dumped(&store).await;
    let other = backend.fresh(clock).await;
    let copy = other.store();
    let lines = loaded(&copy, dump.clone()).await.unwrap();
    assert_eq!(lines + 1, dump.iter().filter(|b| **b == b'\n').count() as u64);
    assert_eq!(copy.state_hash().await.unwrap(), store.state_hash().await.unwrap());
    assert_eq!(dumped(&copy).await, dump);
    assert_eq!(fsck(&copy).await, []);
    assert_eq!(copy.failures_since("O-1", 0).await.unwrap(), 1);
    // Life goes on where it stopped.
    let opened = copy.open_audit(&open_row("O-1", "k3", 12)).await.unwrap();
    let newest = copy.audit(&roznamcha_store::AuditQuery { limit: 1, ..Default::default() }).await.unwrap();
    assert_eq!(newest[0].id, opened);
}

pub async fn a_changed_dump_is_refused(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    fill(&store, &clock).await;
    let dump = String::from_utf8(dumped(&store).await).unwrap();
    let lines: Vec<&str> = dump.lines().collect();
    let joined = |lines: &[&str]| (lines.join("\n") + "\n").into_bytes();
    let mut swapped = lines.clone();
    swapped.swap(3, 4);
    let mut dropped = lines.clone();
    dropped.remove(lines.len() - 3);
    let changed = [
        joined(&lines[..lines.len() - 1]),
        joined(&lines[..5]),
        joined(&swapped),
        joined(&dropped),
        dump.replacen("Synthetic Chowk", "Synthetic Chouk", 1).into_bytes(),
        dump.replacen("192.0.2.7", "192.0.2.8", 1).into_bytes(),
        (dump.clone() + "{}\n").into_bytes(),
        b"{}\n".to_vec(),
        Vec::new(),
    ];
    let other = backend.fresh(clock).await;
    let copy = other.store();
    let empty = copy.state_hash().await.unwrap();
    for (i, bytes) in changed.into_iter().enumerate() {
        let refused = loaded(&copy, bytes).await;
        assert!(matches!(refused, Err(StoreError::Damaged(_) | StoreError::Misused(_))), "{i}: {refused:?}");
        assert_eq!(copy.state_hash().await.unwrap(), empty, "{i}");
    }
    loaded(&copy, dump.into_bytes()).await.unwrap();
}

pub async fn a_store_that_is_not_empty_loads_nothing(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let dump = dumped(&store).await;
    store.put_mark("a", "b").await.unwrap();
    let refused = loaded(&store, dump).await;
    assert!(matches!(refused, Err(StoreError::Misused(_))), "{refused:?}");
}
