//! Accounts, sessions and attempts.

use roznamcha_store::{Account, Attempt, Proposal, Receipt, Session, Standing, StoreError};
use std::sync::Arc;

use crate::backend::{Backend, clock, fsck, start};
use crate::samples::{OFFICE, appoint, entry, now, open, relieve};

pub fn account(officer: &str) -> Account {
    Account {
        officer: officer.to_owned(),
        password: "$argon2id$synthetic".to_owned(),
        totp: None,
        totp_step: 0,
        recovery: vec!["r1".to_owned(), "r2".to_owned()],
        must_change: true,
        disabled: false,
        changed_ms: 5,
    }
}

pub fn session(token: &str, officer: &str) -> Session {
    Session {
        token_hash: token.to_owned(),
        officer: officer.to_owned(),
        office: "PS-TEST-1".to_owned(),
        started_ms: 10,
        seen_ms: 10,
        lang: "ur".to_owned(),
        data: "{\"purpose\":\"investigation\"}".to_owned(),
    }
}

pub async fn accounts_are_kept(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    assert_eq!(store.account("O-1").await.unwrap(), None);
    store.put_account(&account("O-2")).await.unwrap();
    store.put_account(&account("O-1")).await.unwrap();
    let changed = Account {
        password: "$argon2id$other".to_owned(),
        totp: Some("secret".to_owned()),
        totp_step: 59_000_000,
        recovery: vec![],
        must_change: false,
        disabled: true,
        changed_ms: 6,
        ..account("O-1")
    };
    store.put_account(&changed).await.unwrap();
    assert_eq!(store.account("O-1").await.unwrap(), Some(changed.clone()));
    assert_eq!(store.accounts().await.unwrap(), [changed, account("O-2")]);
}

pub async fn sessions_end_at_once(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    for (token, officer) in [("t1", "O-1"), ("t2", "O-1"), ("t3", "O-1"), ("t4", "O-2")] {
        store.put_session(&session(token, officer)).await.unwrap();
    }
    store.touch_session("t1", 99).await.unwrap();
    store.touch_session("t1", 50).await.unwrap();
    store.touch_session("no such", 50).await.unwrap();
    let touched = Session { seen_ms: 99, ..session("t1", "O-1") };
    assert_eq!(store.session("t1").await.unwrap(), Some(touched));
    store.end_session("t1").await.unwrap();
    assert_eq!(store.session("t1").await.unwrap(), None);
    store.touch_session("t1", 200).await.unwrap();
    assert_eq!(store.session("t1").await.unwrap(), None);
    assert_eq!(store.end_sessions_of("O-1").await.unwrap(), 2);
    assert_eq!(store.session("t2").await.unwrap(), None);
    assert_eq!(store.session("t4").await.unwrap(), Some(session("t4", "O-2")));
}

pub async fn failures_count_from_the_last_success(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let attempt = async |officer: &str, at_ms, ok| {
        let from = "192.0.2.1".to_owned();
        store.put_attempt(&Attempt { officer: officer.to_owned(), at_ms, ok, from }).await.unwrap();
    };
    assert_eq!(store.failures_since("O-1", 0).await.unwrap(), 0);
    for at in [10, 20, 30] {
        attempt("O-1", at, false).await;
    }
    attempt("O-2", 30, false).await;
    assert_eq!(store.failures_since("O-1", 0).await.unwrap(), 3);
    assert_eq!(store.failures_since("O-1", 20).await.unwrap(), 2);
    assert_eq!(store.failures_since("O-1", 31).await.unwrap(), 0);
    attempt("O-1", 30, true).await;
    assert_eq!(store.failures_since("O-1", 0).await.unwrap(), 0);
    // In the same millisecond as the success, and after it.
    attempt("O-1", 30, false).await;
    assert_eq!(store.failures_since("O-1", 0).await.unwrap(), 1);
    assert_eq!(store.failures_since("O-2", 0).await.unwrap(), 1);
}

/// An act allowed upon what was read before is written only while all of that stands.
pub async fn an_act_is_written_only_as_its_officer_stands(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    let kept = Account { must_change: false, ..account("O-1") };
    store.put_account(&kept).await.unwrap();
    store.put_session(&session("t1", "O-1")).await.unwrap();
    assert_eq!(store.standing("no such").await.unwrap(), None);
    let mut id = 1;
    let mut write = async |by: &Standing| {
        id += 1;
        let by = Some(Arc::new(by.clone()));
        store.write(Proposal { by, ..now(OFFICE, id, entry("on patrol")) }).await
    };
    let standing = async || store.standing("t1").await.unwrap().unwrap();
    let moved = |outcome: Result<Receipt, StoreError>| {
        assert!(matches!(outcome, Err(StoreError::Moved)), "{outcome:?}");
    };

    // Twice each: what is remembered of the office is used the second time.
    let first = standing().await;
    assert_eq!(first.account.map(|a| (a.disabled, a.must_change, a.has_totp)), Some((false, false, false)));
    write(&first).await.unwrap();
    store.touch_session("t1", 99).await.unwrap();
    assert_eq!(write(&first).await.unwrap().seq, 3);

    let other = Session { data: "{\"purpose\":\"audit\"}".to_owned(), ..session("t1", "O-1") };
    store.put_session(&other).await.unwrap();
    moved(write(&first).await);
    let second = standing().await;
    write(&second).await.unwrap();
    store.put_account(&Account { disabled: true, ..kept.clone() }).await.unwrap();
    moved(write(&second).await);
    store.put_account(&Account { totp: Some("secret".to_owned()), ..kept.clone() }).await.unwrap();
    moved(write(&second).await);
    store.put_account(&kept).await.unwrap();
    write(&second).await.unwrap();

    store.write(now(OFFICE, 100, appoint("O-1"))).await.unwrap();
    moved(write(&second).await);
    let third = standing().await;
    assert_eq!(third.postings.len(), 1);
    write(&third).await.unwrap();
    assert_eq!(write(&third).await.unwrap().seq, 8);
    store.write(now(OFFICE, 101, relieve("O-1"))).await.unwrap();
    moved(write(&third).await);
    let fourth = standing().await;
    assert_eq!(fourth.postings, Vec::<String>::new());
    write(&fourth).await.unwrap();
    store.end_session("t1").await.unwrap();
    moved(write(&fourth).await);
    // The act of a session that ended is not answered even when it stands already.
    let sent_again = Proposal { by: Some(Arc::new(fourth)), ..now(OFFICE, 2, entry("on patrol")) };
    moved(store.write(sent_again).await);
    assert_eq!(store.head(OFFICE).await.unwrap().unwrap().seq, 10);
    assert_eq!(fsck(&store).await, []);
}
