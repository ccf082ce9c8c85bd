//! A backup older than a destruction brings back everything but what was destroyed.

use roznamcha_store::{Forgetting, StoreError, destroyed_hash, destroyed_mark};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read as _};

use crate::backend::{Backend, clock, fsck, start};
use crate::copies::{dumped, fill};
use crate::samples::{OFFICE, fir, now, open};

const ACT: u128 = 77;

pub async fn what_was_destroyed_is_left_out_of_an_older_dump(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.write(now(OFFICE, ACT, fir(start(), "Qutbuddin"))).await.unwrap();
    store.write(now(OFFICE, 78, fir(start(), "Synthetic"))).await.unwrap();
    fill(&store, &clock).await;
    let older = dumped(&store).await;
    let act = uuid::Uuid::from_u128(ACT).to_string();

    // Nothing destroyed: the lines pass as they are.
    let (mut whole, told) =
        Forgetting::new(Box::new(Cursor::new(older.clone())), Box::new(|_| false)).unwrap();
    let mut same = Vec::new();
    whole.read_to_end(&mut same).unwrap();
    assert!(same == older && told.lock().unwrap().acts.is_empty());

    let gone = act.clone();
    let destroyed = Box::new(move |header: &roznamcha_journal::Header| header.act == gone);
    let (lines, told) = Forgetting::new(Box::new(Cursor::new(older.clone())), destroyed).unwrap();
    let other = backend.fresh(clock).await;
    let copy = other.store();
    copy.load(Box::new(lines), &|_, _| {}).await.unwrap();
    assert_eq!(told.lock().unwrap().acts, std::slice::from_ref(&act));
    let now_there = dumped(&copy).await;
    let hash = roznamcha_journal::Hash(Sha256::digest(&now_there).into());
    assert_eq!(told.lock().unwrap().lines, Some(hash), "what was read is what is kept");
    assert!(!now_there.windows(9).any(|w| w == b"Qutbuddin"));
    assert!(copy.act(OFFICE, &act).await.unwrap().unwrap().body.is_none());
    if let Some(bytes) = other.on_disk() {
        assert!(!bytes.windows(9).any(|w| w == b"Qutbuddin"), "it was never written");
    }
    // A content that is gone is a difference, until its mark says that it was destroyed.
    let found = fsck(&copy).await;
    assert!(found.len() == 1 && found[0].what.contains(&act), "{found:?}");
    let mark = destroyed_mark(&destroyed_hash(&act));
    // What was expunged while the store was filled has marks of its own.
    let before = copy.marks("destroyed/").await.unwrap().len();
    copy.put_mark(&mark, "").await.unwrap();
    let marks = copy.marks("destroyed/").await.unwrap();
    assert!(marks.contains(&(mark, String::new())) && marks.len() == before + 1);
    assert_eq!(fsck(&copy).await, []);
    // A later backup carries the mark.
    let third = backend.fresh(crate::backend::clock()).await;
    third.store().load(Box::new(Cursor::new(dumped(&copy).await)), &|_, _| {}).await.unwrap();
    assert_eq!(fsck(&third.store()).await, []);
    assert_eq!(third.store().marks("destroyed/").await.unwrap(), marks);
    assert_eq!(third.store().marks("nothing/").await.unwrap(), []);
}

pub async fn a_changed_dump_is_refused_also_where_something_is_left_out(backend: &dyn Backend) {
    let clock = clock();
    let place = backend.fresh(clock.clone()).await;
    let store = place.store();
    fill(&store, &clock).await;
    let dump = String::from_utf8(dumped(&store).await).unwrap();
    let torn = dump.lines().take(5).fold(String::new(), |all, line| all + line + "\n");
    let changed = dump.replacen("192.0.2.7", "192.0.2.8", 1);
    let other = backend.fresh(clock).await;
    for bytes in [torn, changed] {
        let (lines, _) = Forgetting::new(Box::new(Cursor::new(bytes)), Box::new(|_| false)).unwrap();
        let refused = other.store().load(Box::new(lines), &|_, _| {}).await;
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{refused:?}");
    }
}
