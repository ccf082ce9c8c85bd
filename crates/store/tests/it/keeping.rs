//! Audit, drafts and marks.

use roznamcha_store::{AuditClose, AuditOpen, AuditOutcome, AuditQuery, Draft, StoreError};

use crate::backend::{Backend, clock, fsck, start};
use crate::samples::{OFFICE, entry, now, open};

pub fn open_row(officer: &str, key: &str, at_ms: i64) -> AuditOpen {
    AuditOpen {
        at_ms,
        officer: officer.to_owned(),
        role: "io".to_owned(),
        office: "PS-TEST-1".to_owned(),
        action: if at_ms % 2 == 0 { "view" } else { "print" }.to_owned(),
        purpose: "investigation".to_owned(),
        case: "1/2026".to_owned(),
        kind: "fir".to_owned(),
        of_office: if key == "k1" { "PS-TEST-1" } else { "PS-TEST-2" }.to_owned(),
        of_key: key.to_owned(),
        request: "r-1".to_owned(),
    }
}

pub fn close(id: &str, outcome: AuditOutcome) -> AuditClose {
    AuditClose { id: id.to_owned(), at_ms: 77, outcome, policies: "p1 p2".to_owned(), rows: 3 }
}

pub fn draft(id: &str, officer: &str, saved_ms: i64) -> Draft {
    Draft {
        id: id.to_owned(),
        officer: officer.to_owned(),
        office: "PS-TEST-1".to_owned(),
        form: "fir.register".to_owned(),
        body: format!("{{\"narrative\":\"چور {saved_ms}\"}}"),
        saved_ms,
    }
}

fn newest(limit: u32) -> AuditQuery {
    AuditQuery { limit, ..AuditQuery::default() }
}

pub async fn audit_rows_are_completed_once(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let id = store.open_audit(&open_row("O-1", "k1", 10)).await.unwrap();
    let row = store.audit(&newest(10)).await.unwrap().remove(0);
    assert_eq!((&row.id, &row.open, row.closed_ms), (&id, &open_row("O-1", "k1", 10), None));
    assert_eq!((row.outcome, row.rows), (AuditOutcome::Open, 0));
    let left_open = store.close_audit(&close(&id, AuditOutcome::Open)).await;
    assert!(matches!(left_open, Err(StoreError::Misused(_))), "{left_open:?}");
    store.close_audit(&close(&id, AuditOutcome::Denied)).await.unwrap();
    for id in [id.as_str(), "no such row"] {
        let again = store.close_audit(&close(id, AuditOutcome::Done)).await;
        assert!(matches!(again, Err(StoreError::Misused(_))), "{again:?}");
    }
    let row = store.audit(&newest(10)).await.unwrap().remove(0);
    assert_eq!((row.outcome, row.closed_ms, row.rows), (AuditOutcome::Denied, Some(77), 3));
    assert_eq!(row.policies, "p1 p2");
}

pub async fn audit_is_found_newest_first(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let mut ids = Vec::new();
    for i in 0..20_i64 {
        let officer = ["O-1", "O-2"][usize::from(i % 3 == 0)];
        let key = ["k1", "k2"][usize::from(i % 4 == 0)];
        ids.push(store.open_audit(&open_row(officer, key, i)).await.unwrap());
    }
    ids.reverse();
    let found = async |query: AuditQuery| {
        let rows = store.audit(&query).await.unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found(newest(100)).await, ids);
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let page = found(AuditQuery { before: before.clone(), ..newest(6) }).await;
        let Some(last) = page.last() else { break };
        before = Some(last.clone());
        all.extend(page);
    }
    assert_eq!(all, ids);
    assert_eq!(found(AuditQuery { officer: Some("O-2".to_owned()), ..newest(100) }).await.len(), 7);
    assert_eq!(found(AuditQuery { of_key: Some("k2".to_owned()), ..newest(100) }).await.len(), 5);
    assert_eq!(found(AuditQuery { action: Some("view".to_owned()), ..newest(100) }).await.len(), 10);
    let of = |offices: &[&str]| AuditQuery {
        of_offices: offices.iter().map(|o| (*o).to_owned()).collect(),
        ..newest(100)
    };
    assert_eq!(found(of(&["PS-TEST-2"])).await.len(), 5);
    assert_eq!(found(of(&["PS-TEST-1", "PS-TEST-2"])).await.len(), 20);
    let both = AuditQuery { officer: Some("O-2".to_owned()), of_key: Some("k2".to_owned()), ..newest(100) };
    assert_eq!(found(both).await.len(), 2);
}

pub async fn open_audit_rows_time_out(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    let early = store.open_audit(&open_row("O-1", "k1", 10)).await.unwrap();
    let done = store.open_audit(&open_row("O-1", "k1", 11)).await.unwrap();
    let late = store.open_audit(&open_row("O-1", "k1", 50)).await.unwrap();
    store.close_audit(&close(&done, AuditOutcome::Done)).await.unwrap();
    assert_eq!(store.time_out_audit(50).await.unwrap(), 1);
    let rows = store.audit(&newest(10)).await.unwrap();
    let outcomes: Vec<_> = rows.iter().map(|r| (r.id.as_str(), r.outcome)).collect();
    assert_eq!(
        outcomes,
        [
            (late.as_str(), AuditOutcome::Open),
            (done.as_str(), AuditOutcome::Done),
            (early.as_str(), AuditOutcome::TimedOut)
        ]
    );
    let again = store.close_audit(&close(&early, AuditOutcome::Done)).await;
    assert!(matches!(again, Err(StoreError::Misused(_))), "{again:?}");
}

pub async fn drafts_are_their_officers(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    store.put_draft(&draft("d1", "O-1", 1)).await.unwrap();
    store.put_draft(&draft("d2", "O-1", 2)).await.unwrap();
    store.put_draft(&draft("d1", "O-1", 3)).await.unwrap();
    assert_eq!(store.drafts("O-1").await.unwrap(), [draft("d1", "O-1", 3), draft("d2", "O-1", 2)]);
    let stolen = store.put_draft(&draft("d1", "O-2", 9)).await;
    assert!(matches!(stolen, Err(StoreError::IdTaken(_))), "{stolen:?}");
    assert_eq!(store.draft("O-2", "d1").await.unwrap(), None);
    store.delete_draft("O-2", "d1").await.unwrap();
    assert_eq!(store.draft("O-1", "d1").await.unwrap(), Some(draft("d1", "O-1", 3)));
    store.delete_draft("O-1", "d1").await.unwrap();
    assert_eq!(store.drafts("O-1").await.unwrap(), [draft("d2", "O-1", 2)]);
}

pub async fn marks_are_as_last_set(backend: &dyn Backend) {
    let place = backend.fresh(clock()).await;
    let store = place.store();
    assert_eq!(store.mark("m").await.unwrap(), None);
    store.put_mark("m", "1").await.unwrap();
    store.put_mark("m", "2").await.unwrap();
    store.put_mark("other", "3").await.unwrap();
    assert_eq!(store.mark("m").await.unwrap().as_deref(), Some("2"));
}

pub async fn what_was_written_is_there_after_opening_again(backend: &dyn Backend) {
    let mut place = backend.fresh(clock()).await;
    let store = place.store();
    store.write(now(OFFICE, 1, open(start()))).await.unwrap();
    store.open_audit(&open_row("O-1", "k1", 1)).await.unwrap();
    let before = store.state_hash().await.unwrap();
    place.reopen().await;
    let closed = store.write(now(OFFICE, 2, entry("too late"))).await;
    assert!(matches!(closed, Err(StoreError::Unavailable(_))), "{closed:?}");
    let store = place.store();
    assert_eq!(store.state_hash().await.unwrap(), before);
    let receipt = store.write(now(OFFICE, 2, entry("goes on"))).await.unwrap();
    assert_eq!(receipt.seq, 2);
    assert_eq!(fsck(&store).await, []);
}
