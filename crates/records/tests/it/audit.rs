//! No audit row, no answer; and who looked can be seen.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::Body;
use roznamcha_records::{AuditOutcome, AuditQuery, DoorError};
use roznamcha_trial::{Node, STATION, fir};

#[tokio::test]
async fn an_audit_log_that_cannot_be_written_answers_nothing() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    let day = node.records.now().day();
    node.records.diary(&moharrar, STATION, day, 0).await.unwrap();
    let behind = rusqlite::Connection::open(node.dir.path().join("node.db")).unwrap();
    behind.execute_batch("ALTER TABLE audit RENAME TO audit_gone").unwrap();
    let shut = node.records.diary(&moharrar, STATION, day, 0).await;
    assert!(matches!(shut, Err(DoorError::AuditDown)), "{shut:?}");
    let home = node.records.home(&moharrar).await;
    assert!(matches!(home, Err(DoorError::AuditDown)));
    behind.execute_batch("ALTER TABLE audit_gone RENAME TO audit").unwrap();
    node.records.diary(&moharrar, STATION, day, 0).await.unwrap();
}

#[tokio::test]
async fn each_read_is_on_record_with_purpose_and_case_and_the_officer_can_see_it() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let receipt = node.act(&moharrar, Body::FirRegister(fir(1, node.records.now()))).await.unwrap();
    let dpo = node.as_role(Role::Dpo).await.unwrap().for_purpose(Purpose::Supervision, "1/2026");
    node.records.fir(&dpo, &receipt.act).await.unwrap();
    let analyst = node.as_role(Role::Analyst).await.unwrap();
    node.records.fir(&analyst, &receipt.act).await.unwrap();
    let prison = node.as_role(Role::Prison).await.unwrap();
    assert!(matches!(node.records.fir(&prison, &receipt.act).await, Err(DoorError::NotFound)));

    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let looked = node.records.who_looked(&sho, STATION, &receipt.act).await.unwrap();
    let seen: Vec<(&str, &str, &str, AuditOutcome)> = looked
        .iter()
        .map(|r| (r.open.role.as_str(), r.open.purpose.as_str(), r.open.case.as_str(), r.outcome))
        .collect();
    assert!(seen.contains(&("dpo", "supervision", "1/2026", AuditOutcome::Done)));
    assert!(seen.contains(&("analyst", "", "", AuditOutcome::Done)));
    assert!(seen.contains(&("prison", "", "", AuditOutcome::Denied)));
    // What was typed to search is not in the log; its hash is.
    node.records.search(&sho, "فرضی شخص 1").await.unwrap();
    let rows = node.store.audit(&AuditQuery { limit: 1, ..Default::default() }).await.unwrap();
    assert!(rows[0].open.of_key.starts_with("sha256:"));
}

#[tokio::test]
async fn a_row_never_completed_is_marked_as_timed_out() {
    let node = Node::new().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let open = roznamcha_store::AuditOpen {
        at_ms: node.records.now().millis(),
        officer: moharrar.officer().into(),
        role: "moharrar".into(),
        office: STATION.into(),
        action: "read_diary".into(),
        purpose: String::new(),
        case: String::new(),
        kind: "Diary".into(),
        of_office: STATION.into(),
        of_key: "x".into(),
        request: "r".into(),
    };
    node.store.open_audit(&open).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(3600));
    assert_eq!(node.records.system().time_out_audit().await.unwrap(), 1);
    let rows = node.store.audit(&AuditQuery { limit: 1, ..Default::default() }).await.unwrap();
    assert_eq!(rows[0].outcome, AuditOutcome::TimedOut);
}
