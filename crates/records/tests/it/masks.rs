//! What each officer sees of a case, and what expungement leaves.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Body, DiaryWrite, RecordExpunge};
use roznamcha_acts::kinds::{CustodyLodge, DiaryKind};
use roznamcha_records::{DoorError, ExportOptions, MASK, RegisterQuestion};
use roznamcha_trial::{Node, STATION, diary_write, fir, fir_sensitive, party};

#[tokio::test]
async fn the_station_sees_the_complainant_the_analyst_the_heading_another_station_nothing() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    let receipt = node.act(&moharrar, Body::FirRegister(fir(1, node.records.now()))).await.unwrap();
    let own = node.records.fir(&moharrar, &receipt.act).await.unwrap().row.fir.unwrap();
    assert_eq!(own.informant.name, "فرضی شخص 1");
    let analyst = node.as_role(Role::Analyst).await.unwrap();
    let heading = node.records.fir(&analyst, &receipt.act).await.unwrap().row.fir.unwrap();
    assert_eq!((heading.informant.name.as_str(), heading.narrative.as_str()), (MASK, MASK));
    assert!(heading.informant.cnic.is_none() && heading.informant.address.is_none());
    assert_eq!(heading.sections, ["PPC-379"]);
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap().for_purpose(Purpose::Duty, "");
    assert!(matches!(node.records.fir(&other, &receipt.act).await, Err(DoorError::NotFound)));
    let hits = node.records.search(&other, "فرضی شخص 1").await.unwrap();
    assert!(hits.found.is_empty());
}

#[tokio::test]
async fn a_protected_case_is_not_in_a_search_by_those_who_need_not_know() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    node.act(&moharrar, Body::FirRegister(fir_sensitive(5, node.records.now()))).await.unwrap();
    assert!(node.records.search(&moharrar, "3520100000051").await.unwrap().found.is_empty());
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    assert_eq!(node.records.search(&sho, "3520100000051").await.unwrap().found.len(), 1);
    let registers =
        RegisterQuestion { office: STATION.into(), register: "1".into(), limit: 10, ..Default::default() };
    let page = node.records.register(&moharrar, &registers).await.unwrap();
    assert!(page.entries[0].masked);
    assert!(page.entries[0].row.cells.iter().all(|c| !c.value.contains("فرضی")));
}

#[tokio::test]
async fn expungement_reaches_every_page_export_and_file() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    let receipt = node.act(&moharrar, Body::FirRegister(fir(424_242, node.records.now()))).await.unwrap();
    let note = Body::DiaryWrite(DiaryWrite {
        subject: DiaryKind::Misc,
        text: "فرضی شخص 424242 تھانہ آیا".into(),
        officers: vec![],
        fir: Some(receipt.act.clone()),
    });
    let note = node.act(&moharrar, note).await.unwrap();
    node.act(&moharrar, diary_write("معمول کا گشت")).await.unwrap();
    let dpo = node.as_role(Role::Dpo).await.unwrap();
    let expunge = |acts: Vec<String>| {
        Body::RecordExpunge(RecordExpunge {
            acts,
            court: "سیشن جج".into(),
            order_no: "77/2026".into(),
            order_date: node.records.now().day(),
        })
    };
    let mut order =
        roznamcha_records::NewAct::now(node.id(), expunge(vec![receipt.act.clone(), note.act.clone()]));
    order.office = Some(STATION.into());
    let refused = node.records.perform(&dpo, order.clone()).await;
    assert!(matches!(refused, Err(DoorError::PurposeNeeded { .. })), "only by a court's order: {refused:?}");
    let dpo = dpo.for_purpose(Purpose::CourtOrder, "77/2026");
    node.records.perform(&dpo, order).await.unwrap();

    let dpo = dpo.for_purpose(Purpose::Supervision, "");
    let stub = node.records.fir(&dpo, &receipt.act).await.unwrap();
    assert!(stub.row.fir.is_none() && stub.row.gone.is_some() && stub.row.no == 1);
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    assert!(node.records.search(&sho, "3542424200").await.unwrap().found.is_empty());
    let mut out = Vec::new();
    node.records.export_journal(&dpo, STATION, ExportOptions::default(), &mut out).await.unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(!text.contains("424242") && text.contains("\"expunged\":true"));
    assert!(node.records.system().fsck(10, &|_, _| {}).await.unwrap().is_empty());
    node.records.system().close().await.unwrap();
    for path in crate::files::objects(node.dir.path()) {
        let bytes = std::fs::read(path).unwrap();
        let held = bytes.windows(6).any(|w| w == b"424242");
        assert!(!held, "the number still stands in a file of the database");
    }
}

#[tokio::test]
async fn persons_in_the_lock_up_are_listed_by_reference() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap().for_purpose(Purpose::Duty, "");
    let lodge = Body::CustodyLodge(CustodyLodge {
        person: party(9),
        sections: vec!["PPC-379".into()],
        fir: None,
        arrested: node.records.now(),
        justification: "فرار کا اندیشہ".into(),
    });
    node.act(&moharrar, lodge).await.unwrap();
    let held = node.records.lockup(&moharrar).await.unwrap();
    assert_eq!(held[0].row.person.as_ref().unwrap().name, "فرضی شخص 9");
    let auditor = node.as_role(Role::Auditor).await.unwrap().for_purpose(Purpose::Audit, "");
    let page = node.records.diary(&auditor, STATION, node.records.now().day(), 0).await.unwrap();
    assert_eq!(page.entries.len(), 2);
}
