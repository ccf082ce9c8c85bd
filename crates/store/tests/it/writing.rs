//! Acts into journals.

use roznamcha_acts::Moment;
use roznamcha_acts::refusal::Refusal;
use roznamcha_journal::{Flag, check, tree};
use roznamcha_store::{Proposal, Receipt, Store, StoreError};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::backend::{Backend, clock, fsck, start};
use crate::samples::{OFFICE, act, cash, entry, fir, incident, now, open, proposal};

pub async fn an_act_sent_twice_is_one_act(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    let opened = store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let first = store.write(now(OFFICE, 2, fir(start(), "Synthetic One"))).await.unwrap();
    assert!(!first.repeated);
    assert_eq!((opened.seq, first.seq), (1, 2));
    assert_eq!(first.entries.len(), 5);
    clock.set(start().plus_seconds(60));
    let before = store.state_hash().await.unwrap();
    let mut again = now(OFFICE, 2, fir(start(), "Synthetic One"));
    again.act.stated = start().plus_seconds(60);
    let second = store.write(again).await.unwrap();
    assert_eq!(second, Receipt { repeated: true, ..first });
    // What the books filled in is not held against the one who sends again.
    assert!(store.write(now(OFFICE, 1, open(start()))).await.unwrap().repeated);
    assert_eq!(store.state_hash().await.unwrap(), before);
}

pub async fn an_id_serves_one_act(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.write(now(OFFICE, 2, entry("one"))).await.unwrap();
    let mut other_officer = now(OFFICE, 2, entry("one"));
    other_officer.act.officer = "O-2".to_owned();
    let others = [
        now(OFFICE, 2, entry("two")),
        now(OFFICE, 2, cash(100)),
        now("PS-TEST-2", 2, entry("one")),
        other_officer,
    ];
    for other in others {
        let id = other.act.id.to_string();
        match store.write(other).await {
            Err(StoreError::IdTaken(taken)) => assert_eq!(taken, id),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(store.journals().await.unwrap(), [OFFICE]);
    assert_eq!(store.head(OFFICE).await.unwrap().unwrap().seq, 2);
}

pub async fn a_refusal_leaves_nothing(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let refused = store.write(now(OFFICE, 9, entry("the day is not open"))).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Order { .. }))), "{refused:?}");
    assert!(store.head(OFFICE).await.unwrap().is_none());
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let before = store.state_hash().await.unwrap();
    let refused = store.write(now(OFFICE, 10, entry(""))).await;
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Fields { .. }))), "{refused:?}");
    assert_eq!(store.state_hash().await.unwrap(), before);
    // The id of an act refused is still free, and the serial it would have had is the next one's.
    let receipt = store.write(now(OFFICE, 10, entry("now it stands"))).await.unwrap();
    assert_eq!((receipt.seq, receipt.entries[0].serial), (2, 2));
}

async fn serials(store: &Arc<dyn Store>, office: &str) -> BTreeMap<String, Vec<u64>> {
    let mut all: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for written in store.journal(office, 1, 10_000).await.unwrap() {
        for e in written.header().unwrap().entries {
            all.entry(format!("{}/{}/{}", e.register, e.part, e.period)).or_default().push(e.serial);
        }
    }
    all
}

pub async fn serials_have_no_gap_under_many_writers(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    for office in ["ONE", "O-0", "O-1", "O-2", "O-3"] {
        let id = u128::from(office.bytes().map(u64::from).sum::<u64>()) << 32;
        store.write(now(office, id, open(start()))).await.unwrap();
    }
    let tasks: Vec<_> = (0..16_u128)
        .map(|writer| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for i in 0..12_u128 {
                    let office = if i % 2 == 0 { "ONE".to_owned() } else { format!("O-{}", writer % 4) };
                    let id = 1_000_000 + writer * 1_000 + i;
                    let body = match i % 3 {
                        0 => fir(start(), "Synthetic Crowd"),
                        1 => entry("in the crowd"),
                        _ => entry(""),
                    };
                    let _ = store.write(now(&office, id, body)).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let mut acts = 0;
    for office in store.journals().await.unwrap() {
        let journal = store.journal(&office, 1, 10_000).await.unwrap();
        acts += journal.len();
        assert_eq!(check(&office, &journal, []), []);
        for (series, numbers) in serials(&store, &office).await {
            let expected: Vec<u64> = (1..=numbers.len() as u64).collect();
            assert_eq!(numbers, expected, "{office} {series}");
        }
    }
    assert_eq!(acts, 5 + 16 * 8);
    assert_eq!(fsck(&store).await, []);
}

fn imported(count: u64, class: &str) -> Vec<Proposal> {
    let row = |i| {
        let office = format!("PS-TEST-{}", i % 3);
        now(&office, 5_000 + u128::from(i), incident(i, if i == 7 { "" } else { class }, start()))
    };
    (0..count).map(row).collect()
}

pub async fn many_acts_in_one_transaction(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let mark = || Some(("import".to_owned(), "30".to_owned()));
    let all = store.write_many(imported(30, "THEFT"), mark()).await.unwrap();
    assert_eq!(all.len(), 30);
    for (i, outcome) in all.iter().enumerate() {
        assert_eq!(outcome.is_err(), i == 7, "{i} {outcome:?}");
    }
    assert_eq!(store.mark("import").await.unwrap().as_deref(), Some("30"));
    assert_eq!(store.head("PS-TEST-1").await.unwrap().unwrap().seq, 9);
    let before = store.state_hash().await.unwrap();
    let again = store.write_many(imported(30, "THEFT"), mark()).await.unwrap();
    let repeated = |r: &Result<Receipt, Refusal>| r.as_ref().is_ok_and(|r| r.repeated);
    assert_eq!(again.iter().filter(|r| repeated(r)).count(), 29);
    assert_eq!(store.state_hash().await.unwrap(), before);
    assert_eq!(fsck(&store).await, []);
}

pub async fn a_batch_that_fails_leaves_nothing(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let before = store.state_hash().await.unwrap();
    let batch = vec![now(OFFICE, 2, entry("stands")), now(OFFICE, 1, entry("takes another's id"))];
    let failed = store.write_many(batch, Some(("m".to_owned(), "1".to_owned()))).await;
    assert!(matches!(failed, Err(StoreError::IdTaken(_))), "{failed:?}");
    assert_eq!(store.state_hash().await.unwrap(), before);
    let receipt = store.write(now(OFFICE, 3, entry("goes on"))).await.unwrap();
    assert_eq!((receipt.seq, receipt.entries[0].serial), (2, 2));
    assert_eq!(fsck(&store).await, []);
}

pub async fn journals_are_read_back(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    let mut receipts = vec![store.write(now(OFFICE, 1, open(start()))).await.unwrap()];
    for i in 2..=7_u32 {
        let at = start().plus_seconds(i64::from(i) * 60);
        clock.set(at);
        let sent = act(OFFICE, u128::from(i), at, entry(&format!("round {i}")));
        receipts.push(store.write(proposal(sent)).await.unwrap());
    }
    let leaves = store.leaves(OFFICE, 1, 7).await.unwrap();
    assert_eq!(leaves, receipts.iter().map(|r| r.leaf).collect::<Vec<_>>());
    assert_eq!(store.leaves(OFFICE, 3, 4).await.unwrap(), &leaves[2..4]);
    let head = store.head(OFFICE).await.unwrap().unwrap();
    assert_eq!((head.seq, head.leaf, head.written), (7, leaves[6], start().plus_seconds(420)));
    assert_eq!((head.frontier.size(), head.frontier.root()), (7, tree::root(&leaves)));
    let page = store.journal(OFFICE, 3, 2).await.unwrap();
    let seqs: Vec<u64> = page.iter().map(|w| w.header().unwrap().seq).collect();
    assert_eq!(seqs, [3, 4]);
    let third = store.act(OFFICE, &receipts[2].act).await.unwrap().unwrap();
    assert_eq!((third.header.seq, third.leaf, third.body), (3, leaves[2], Some(entry("round 3"))));
    assert!(store.act("PS-TEST-2", &receipts[2].act).await.unwrap().is_none());
    assert_eq!(store.office_of(&receipts[2].act).await.unwrap().as_deref(), Some(OFFICE));
    assert_eq!(store.office_of("nothing").await.unwrap(), None);
    store.ready().await.unwrap();
}

pub async fn a_clock_that_goes_back_is_flagged(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    let back: Moment = "2026-01-05T08:59:59.999+05:00".parse().unwrap();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    clock.set(back);
    let receipt = store.write(proposal(act(OFFICE, 2, back, entry("earlier")))).await.unwrap();
    assert_eq!((receipt.written, receipt.flags), (back, vec![Flag::ClockBack]));
    clock.set(start());
    let receipt = store.write(now(OFFICE, 3, entry("on time"))).await.unwrap();
    assert_eq!(receipt.flags, []);
    assert_eq!(fsck(&store).await, []);
}

pub async fn checkpoints_are_kept(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    for (size, note) in [(3, "three"), (12, "twelve"), (5, "five"), (5, "five")] {
        store.put_checkpoint(OFFICE, size, note).await.unwrap();
    }
    let kept = store.checkpoints(OFFICE, 2).await.unwrap();
    assert_eq!(kept, [(12, "twelve".to_owned()), (5, "five".to_owned())]);
    assert_eq!(store.checkpoints(OFFICE, 10).await.unwrap().len(), 3);
    assert_eq!(store.checkpoints("PS-TEST-2", 10).await.unwrap(), []);
}
