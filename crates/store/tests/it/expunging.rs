//! A court's order removes content, everywhere.

use jiff::civil::date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::RecordExpunge;
use roznamcha_journal::check;
use roznamcha_store::{DESTROYED, Draft, destroyed_hash, destroyed_mark};

use crate::backend::{Backend, clock, fsck, start};
use crate::samples::{OFFICE, entry, fir, now, open};
use crate::views::every_row;

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|w| w == text.as_bytes())
}

pub async fn content_is_gone_and_the_chain_holds(backend: &dyn Backend) {
    let mut place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    // Enough acts that pages split and rows move: what moved must not stay behind. Every fourth will go.
    let name = |i: u128| if i.is_multiple_of(4) { format!("Qutbuddin{i}") } else { format!("Synthetic{i}") };
    for i in 10..=209 {
        store.write(now(OFFICE, i << 96 | i, fir(start(), &name(i)))).await.unwrap();
    }
    let gone: Vec<u128> = (10..=209).filter(|i| i % 4 == 0).collect();
    let id = |i: u128| uuid::Uuid::from_u128(i << 96 | i).to_string();
    let draft = Draft {
        id: id(12),
        officer: "O-1".to_owned(),
        office: OFFICE.to_owned(),
        form: "fir.register".to_owned(),
        body: "{\"informant\":\"Qutbuddin12\"}".to_owned(),
        saved_ms: 1,
    };
    store.put_draft(&draft).await.unwrap();
    assert!(place.on_disk().is_none_or(|bytes| holds(&bytes, "Qutbuddin12")));
    let order = RecordExpunge {
        acts: gone.iter().map(|i| id(*i)).collect(),
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "1/2026".to_owned(),
        order_date: date(2026, 1, 1),
    };
    store.write(now(OFFICE, 999, Body::RecordExpunge(order))).await.unwrap();
    store.write(now(OFFICE, 1_000, entry("life goes on"))).await.unwrap();

    let journal = store.journal(OFFICE, 1, 1_000).await.unwrap();
    assert_eq!(check(OFFICE, &journal, []), []);
    assert_eq!(journal.iter().filter(|w| w.content.is_none() && w.salt.is_none()).count(), gone.len());
    assert!(store.act(OFFICE, &id(12)).await.unwrap().unwrap().body.is_none());
    assert_eq!(store.draft("O-1", &id(12)).await.unwrap(), None);
    for (key, body) in every_row(&store).await {
        assert!(!body.contains("Qutbuddin"), "{key:?}");
    }
    assert_eq!(fsck(&store).await, []);
    if let Some(bytes) = place.on_disk() {
        assert!(!holds(&bytes, "Qutbuddin"), "a name is still on disk");
        assert!(holds(&bytes, "Synthetic11"), "the others stay");
    }
    let before = store.state_hash().await.unwrap();
    store.rebuild(&|_, _| {}).await.unwrap();
    assert_eq!(store.state_hash().await.unwrap(), before);
    // The same act sent again is still known, and brings nothing back.
    let again = store.write(now(OFFICE, 12 << 96 | 12, fir(start(), "Qutbuddin12"))).await.unwrap();
    assert!(again.repeated);
    place.reopen().await;
    if let Some(bytes) = place.on_disk() {
        assert!(!holds(&bytes, "Qutbuddin"), "a name is on disk again");
    }
}

pub async fn content_that_goes_without_an_order_is_named(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let kept = store.write(now(OFFICE, 2, entry("first"))).await.unwrap();
    let order = RecordExpunge {
        acts: vec![kept.act.clone()],
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "1/2026".to_owned(),
        order_date: date(2026, 1, 1),
    };
    store.write(now(OFFICE, 3, Body::RecordExpunge(order))).await.unwrap();
    store.write(now(OFFICE, 4, entry("second"))).await.unwrap();
    assert_eq!(fsck(&store).await, []);
    // The mark is set with the order, so that a later backup carries it whatever becomes of this machine.
    let marks = store.marks(DESTROYED).await.unwrap();
    assert_eq!(marks, [(destroyed_mark(&destroyed_hash(&kept.act)), String::new())]);
    assert_eq!(place.sql("DELETE FROM content WHERE seq = 4").await, 1);
    let found = fsck(&store).await;
    assert!(found.iter().any(|d| d.key == "4" && d.what.contains("no act ordered it")), "{found:#?}");
    let named = |d: &&roznamcha_store::Drift| d.key == "2" && d.what.contains("ordered");
    assert_eq!(found.iter().filter(named).count(), 0, "{found:#?}");
    // A mark without an order excuses what an order can take out, and nothing else: not what the day opened with.
    let act = store.journal(OFFICE, 4, 1).await.unwrap()[0].header().unwrap().act;
    let opening = store.journal(OFFICE, 1, 1).await.unwrap()[0].header().unwrap().act;
    for act in [act, opening] {
        store.put_mark(&destroyed_mark(&destroyed_hash(&act)), "").await.unwrap();
    }
    let named = |d: &roznamcha_store::Drift| d.what.contains("no act ordered it");
    assert!(!fsck(&store).await.iter().any(named));
    assert_eq!(place.sql("DELETE FROM content WHERE seq = 1").await, 1);
    let found = fsck(&store).await;
    assert!(found.iter().any(|d| d.key == "1" && named(d)), "{found:#?}");
}
