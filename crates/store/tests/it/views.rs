//! The views a store keeps are those the reference ledger computes, and those a rebuild computes.

use roznamcha_acts::engine::Circumstances;
use roznamcha_acts::ledger::{Ledger, LedgerError};
use roznamcha_acts::rows::RowKey;
use roznamcha_acts::views::TABLES;
use roznamcha_store::{After, FixedClock, Offices, Query, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::backend::{Backend, TestLaw, clock, fsck, start};
use crate::life::Life;
use crate::samples::{OFFICE, entry, now, open, proposal};

/// Every view row, read in small pages.
pub async fn every_row(store: &Arc<dyn Store>) -> BTreeMap<RowKey, String> {
    let mut all = BTreeMap::new();
    for table in TABLES {
        let mut query = Query {
            table,
            offices: Offices::All,
            filters: vec![],
            order: None,
            descending: false,
            after: None,
            limit: 37,
        };
        loop {
            let page = store.rows(&query).await.unwrap();
            let Some((last, _)) = page.last() else { break };
            let after = After { value: None, office: last.office.clone(), key: last.key.clone() };
            query.after = Some(after);
            all.extend(page);
        }
    }
    all
}

/// Lives for some acts in the store and in a ledger, which must agree on every refusal and on every receipt.
pub async fn live(store: &Arc<dyn Store>, clock: &FixedClock, seed: u64, acts: usize) -> Ledger {
    let (mut life, mut ledger, mut written) = (Life::new(seed, 3), Ledger::new(), 0);
    for _ in 0..acts {
        let act = life.next();
        clock.set(life.now);
        let office = act.office.clone();
        let outcome = store.write(proposal(act.clone())).await;
        let at = Circumstances { written: life.now, province: "TP", law: &TestLaw };
        match outcome {
            Ok(receipt) => {
                let kept = store.journal(&office, receipt.seq, 1).await.unwrap();
                // Of an act sent again after its expungement there is no salt any more, and none is needed.
                let salt = kept[0].salt.unwrap_or(roznamcha_journal::Salt([0; 32]));
                let recorded = ledger.write(act, at, salt).unwrap();
                assert_eq!((receipt.seq, receipt.leaf), (recorded.header.seq, recorded.leaf));
                assert_eq!(receipt.entries, recorded.header.entries);
                written += 1;
            }
            Err(StoreError::Refused(refusal)) => {
                match ledger.write(act, at, roznamcha_journal::Salt([0; 32])) {
                    Err(LedgerError::Refused(same)) => assert_eq!(same, refusal),
                    other => panic!("the store refused: {refusal}; the ledger: {other:?}"),
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!(written > acts / 4, "{written} of {acts} acts were written");
    ledger
}

pub async fn views_are_those_of_the_ledger(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    let ledger = live(&store, &clock, 1, 700).await;
    let expected: BTreeMap<RowKey, String> =
        ledger.views().iter().map(|(k, row)| (k.clone(), row.body.clone())).collect();
    let found = every_row(&store).await;
    for (key, body) in &expected {
        assert_eq!(found.get(key), Some(body), "{key:?}");
    }
    assert_eq!(found.len(), expected.len());
    for office in ledger.offices() {
        assert_eq!(store.journal(office, 1, 10_000).await.unwrap(), ledger.journal(office));
    }
    assert_eq!(fsck(&store).await, []);
}

pub async fn rebuilding_changes_nothing(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    live(&store, &clock, 2, 400).await;
    let before = store.state_hash().await.unwrap();
    let told = std::sync::Mutex::new(Vec::new());
    let acts = store.rebuild(&|done, total| told.lock().unwrap().push((done, total))).await.unwrap();
    assert_eq!(store.state_hash().await.unwrap(), before);
    let last = told.lock().unwrap().last().copied();
    assert_eq!(last, Some((acts, Some(acts))));
    assert_eq!(fsck(&store).await, []);
}

pub async fn a_rebuild_mends_what_was_changed(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    live(&store, &clock, 3, 200).await;
    let before = store.state_hash().await.unwrap();
    assert!(place.sql("DELETE FROM v_entry WHERE serial > 1").await > 0);
    assert!(place.sql("UPDATE v_desk SET cash_paisa = 1, body = '{}'").await > 0);
    assert_ne!(store.state_hash().await.unwrap(), before);
    store.rebuild(&|_, _| {}).await.unwrap();
    assert_eq!(store.state_hash().await.unwrap(), before);
}

/// Whatever a store remembers of an office between two acts, it decides from the rows as they are.
pub async fn an_act_is_decided_from_the_rows_as_they_are(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    for id in 2..=3 {
        let receipt = store.write(now(OFFICE, id, entry("on patrol"))).await.unwrap();
        assert_eq!(receipt.entries[0].serial, u64::try_from(id).unwrap());
    }
    let set =
        "UPDATE v_counter SET last = 9, body = replace(body, '\"last\":3', '\"last\":9') WHERE last = 3";
    assert_eq!(place.sql(set).await, 1);
    let receipt = store.write(now(OFFICE, 4, entry("on patrol"))).await.unwrap();
    assert_eq!(receipt.entries[0].serial, 10);
    store.rebuild(&|_, _| {}).await.unwrap();
    assert_eq!(place.sql("DELETE FROM v_counter WHERE last = 10").await, 1);
    let receipt = store.write(now(OFFICE, 5, entry("on patrol"))).await.unwrap();
    assert_eq!(receipt.entries[0].serial, 1);
}
