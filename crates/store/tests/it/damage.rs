//! What fsck finds when someone reaches past the store.

use roznamcha_store::{DriftKind, Store};
use std::sync::Arc;

use crate::backend::{Backend, Place, clock, fsck, start};
use crate::samples::{OFFICE, entry, fir, now, open};

async fn filled(backend: &dyn Backend) -> (Box<dyn Place>, Arc<dyn Store>) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    for i in 2..=5 {
        store.write(now(OFFICE, i, entry(&format!("Patrol {i}")))).await.unwrap();
    }
    store.write(now(OFFICE, 6, fir(start(), "Synthetic Six"))).await.unwrap();
    store.write(now("PS-TEST-2", 7, open(start()))).await.unwrap();
    assert_eq!(fsck(&store).await, []);
    (place, store)
}

/// A statement by an unfaithful hand, and what must be named: kind, table, key, words.
type Case = (&'static str, DriftKind, &'static str, &'static str, &'static str);

const CASES: [Case; 14] = [
    ("DELETE FROM v_entry WHERE serial = 3", DriftKind::Missing, "entry", "2/-/2026-01-05", ""),
    (
        "UPDATE v_entry SET body = '{}' WHERE serial = 3",
        DriftKind::Differs,
        "entry",
        "2/-/2026-01-05",
        "body",
    ),
    (
        "UPDATE v_entry SET flagged = 1 WHERE serial = 3",
        DriftKind::Differs,
        "entry",
        "2/-/2026-01-05",
        "flagged",
    ),
    ("UPDATE v_fir SET io = 'X'", DriftKind::Differs, "fir", "00000000-0000-0000-0000-000000000006", "io"),
    (
        "UPDATE v_counter SET last = 99, body = '{}'",
        DriftKind::Differs,
        "counter",
        "2/-/2026-01-05",
        "last body",
    ),
    (
        "INSERT INTO v_counter (office, key, last, body) VALUES ('PS-TEST-1', '1/-/1999', 5, '{}')",
        DriftKind::Extra,
        "counter",
        "1/-/1999",
        "",
    ),
    (
        "UPDATE head SET seq = 5 WHERE office = 'PS-TEST-1'",
        DriftKind::Journal,
        "journal",
        "6",
        "head counts 5",
    ),
    ("DELETE FROM head WHERE office = 'PS-TEST-1'", DriftKind::Journal, "journal", "6", "no head"),
    ("UPDATE journal SET officer = 'O-9' WHERE seq = 4", DriftKind::Journal, "journal", "4", "officer"),
    ("UPDATE journal SET written_ms = 5 WHERE seq = 4", DriftKind::Journal, "journal", "4", "written_ms"),
    ("UPDATE journal SET act = 'else' WHERE seq = 4", DriftKind::Journal, "journal", "4", "`act`"),
    ("DELETE FROM content WHERE seq = 4", DriftKind::Journal, "journal", "4", "no act ordered it"),
    ("DELETE FROM journal WHERE seq = 6", DriftKind::Journal, "journal", "5", "head counts 6"),
    ("DELETE FROM journal WHERE seq = 3", DriftKind::Journal, "journal", "3", "before"),
];

pub async fn every_kind_of_damage_is_named(backend: &dyn Backend) {
    for (sql, kind, table, key, words) in CASES {
        let (place, store) = filled(backend).await;
        assert!(place.sql(sql).await > 0, "{sql}");
        let before = store.state_hash().await.ok();
        let found = fsck(&store).await;
        let named = found
            .iter()
            .any(|d| d.kind == kind && d.table == table && d.key.starts_with(key) && d.what.contains(words));
        assert!(named, "{sql}: {found:#?}");
        assert_eq!(store.state_hash().await.ok(), before, "fsck changes nothing");
    }
    for (table, column, words) in [
        ("journal", "header", ""),
        ("journal", "leaf", "leaf"),
        ("content", "bytes", ""),
        ("content", "salt", ""),
    ] {
        let (place, store) = filled(backend).await;
        place.flip(table, column, "office = 'PS-TEST-1' AND seq = 4").await;
        let found = fsck(&store).await;
        let named = |d: &roznamcha_store::Drift| d.key == "4" && d.what.contains(words);
        assert!(found.iter().any(named), "{table}.{column}: {found:#?}");
    }
    let (place, store) = filled(backend).await;
    place.flip("head", "frontier", "office = 'PS-TEST-1'").await;
    let found = fsck(&store).await;
    assert!(found.iter().any(|d| d.what.contains("tree")), "{found:#?}");
}

pub async fn at_most_as_many_as_asked(backend: &dyn Backend) {
    let (place, store) = filled(backend).await;
    place.sql("DELETE FROM v_entry").await;
    assert_eq!(store.fsck(3, &|_, _| {}).await.unwrap().len(), 3);
    assert!(fsck(&store).await.len() > 3);
}
