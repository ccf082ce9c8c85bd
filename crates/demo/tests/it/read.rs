//! What an officer finds in the district: what is due, search, prints.

use roznamcha_records::{AuditOutcome, FirFilter, Purpose};

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn the_last_morning_leaves_something_due() {
    let world = World::small().await;
    let sho = world.records.system().as_officer("NMN-CITY-SHO").await.unwrap();
    let home = world.records.home(&sho).await.unwrap();
    let due: Vec<&str> = home.due.iter().map(|d| d.key).collect();
    assert!(due.iter().any(|k| k.starts_with("due-copies")), "{due:?}");
    assert!(due.contains(&"due-custody-24h") && due.contains(&"due-attest"), "{due:?}");
    assert_eq!(home.desk.unwrap().open_day, Some("2026-03-05".parse().unwrap()));
    let dpo = world.records.system().as_officer("NMN-DPO").await.unwrap();
    assert_eq!(world.records.home(&dpo).await.unwrap().stations.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_found_is_visibly_synthetic() {
    let world = World::small().await;
    let dpo = world.records.system().as_officer("NMN-DPO").await.unwrap();
    let dpo = dpo.for_purpose(Purpose::Supervision, "");
    let mut filter = FirFilter { office: "PK-PB-NMN".to_owned(), limit: 200, ..FirFilter::default() };
    filter.year = Some(2026);
    let list = world.records.firs(&dpo, &filter).await.unwrap();
    assert_eq!(u64::try_from(list.lines.len()).unwrap(), world.made.firs);
    assert!(list.lines.iter().any(|l| l.sealed) && list.lines.iter().any(|l| l.gone));
    for line in list.lines.iter().filter(|l| !l.gone) {
        let view = world.records.fir(&dpo, &line.act).await.unwrap();
        let fir = view.row.fir.unwrap();
        let address = fir.informant.address.unwrap_or_default();
        assert!(address.contains("(فرضی)") || address.contains("(synthetic)"), "{address}");
    }
    let found = world.records.search(&dpo, "محمد").await.unwrap();
    assert!(!found.found.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_looked_is_in_the_audit_log() {
    let world = World::small().await;
    let auditor = world.records.system().as_officer("NMN-AUDITOR").await.unwrap();
    let auditor = auditor.for_purpose(Purpose::Audit, "");
    let rows = world.records.audit_log(&auditor, "PK-PB-NMN", None, None).await.unwrap();
    let readers: std::collections::BTreeSet<&str> = rows.iter().map(|r| r.open.officer.as_str()).collect();
    assert!(readers.contains("NMN-CITY-SHO") && readers.contains("NMN-PROS"), "{readers:?}");
    assert!(rows.iter().any(|r| r.outcome == AuditOutcome::Denied && r.open.officer == "NMN-ADMIN"));
}

/// Prints a few of each, to be read by someone who reads Urdu.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "for reading"]
async fn samples() {
    let world = World::small().await;
    for rec in world.acts().await {
        println!("{} {} {:?}\n  {}", rec.header.written, rec.header.kind, rec.header.flags, {
            serde_json::to_string(&rec.body).unwrap()
        });
    }
}
