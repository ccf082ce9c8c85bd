//! The inspection pack: filled from the books of a station, for whoever inspects it, with a purpose, on record.

use roznamcha_access::Role;
use roznamcha_acts::kinds::{Body, BookEnter};
use roznamcha_records::{DoorError, InspectionPack, NewAct, PackCell, PackLead, Purpose};
use roznamcha_trial::{DISTRICT, Node, STATION, arrest, article, fir, informed, opened_case};
use std::collections::BTreeMap;

fn typed(register: &str, part: &str, cells: &[(&str, &str)]) -> Body {
    let cells: BTreeMap<String, String> =
        cells.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    let (register, part) = (register.to_owned(), part.to_owned());
    Body::BookEnter(BookEnter { register, part, cells, columns: Vec::new(), diary: None })
}

fn total(pack: &InspectionPack, code: &str) -> u64 {
    pack.sections.iter().find(|s| s.code == code).unwrap().total
}

#[tokio::test]
async fn it_is_filled_from_the_books() {
    let node = Node::new().await.unwrap();
    let case = opened_case(&node, fir(1, node.records.now())).await.unwrap();
    let (io, moharrar) = (node.as_role(Role::Io).await.unwrap(), node.as_role(Role::Moharrar).await.unwrap());
    node.act(&io, arrest(&case, node.records.now())).await.unwrap();
    node.act(&moharrar, article(&case)).await.unwrap();
    let order = [
        ("order_no", "7"),
        ("date", "2026-01-05"),
        ("issuer", "فرضی افسر"),
        ("subject", "فرضی عنوان"),
        ("text", "فرضی حکم"),
        ("valid_from", "2026-01-05"),
    ];
    node.act(&moharrar, typed("3", "I", &order)).await.unwrap();
    let minute = [
        ("visit_at", "2026-01-05T09:00:00+05:00"),
        ("officer", "فرضی افسر"),
        ("noted", "فرضی ملاحظہ"),
        ("directions", "فرضی ہدایت"),
    ];
    let sdpo = node.as_role(Role::Sdpo).await.unwrap().for_purpose(Purpose::Supervision, "");
    let minute = NewAct::now(node.id(), typed("13", "-", &minute));
    node.records.perform(&sdpo, NewAct { office: Some(STATION.to_owned()), ..minute }).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(30 * 3_600));
    node.records.system().crosscheck(None, &|_, _| {}).await.unwrap();

    let pack = node.records.inspection(&sdpo, STATION).await.unwrap();
    let of = |code| total(&pack, code);
    assert!(of("health") > 0 && of("overdue") > 0, "{pack:?}");
    assert_eq!((of("pendency"), of("lockup"), of("store"), of("justice")), (1, 1, 1, 0));
    assert_eq!((of("unread"), of("directions"), of("visits"), of("unattested")), (1, 1, 1, 0));
    let section = |code| pack.sections.iter().find(|s| s.code == code).unwrap();
    for s in &pack.sections {
        assert!(s.rows.iter().all(|row| row.cells.len() == s.columns.len()), "{}", s.code);
    }
    assert_eq!(section("lockup").rows[0].cells[3], PackCell::Count(30), "hours since the arrest");
    assert!(matches!(&section("store").rows[0].lead, Some(PackLead::Entry(e)) if e.register == "19"));
    assert_eq!(section("pendency").rows.last().unwrap().lead, Some(PackLead::Case(case)));
    let posted = section("unread").rows[0].cells.last().unwrap();
    assert_eq!(posted, &PackCell::Count(5), "read over to nobody of the station");
    let told = format!("{pack:?}");
    assert!(!told.contains("فرضی شخص"), "nobody of a case is named");
}

#[tokio::test]
async fn it_is_read_with_a_purpose_by_whoever_answers_for_the_station() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    informed(&node).await.unwrap();
    let dpo = node.as_role(Role::Dpo).await.unwrap();
    let bare = node.records.inspection(&dpo, STATION).await;
    assert!(matches!(bare, Err(DoorError::PurposeNeeded { .. })), "{bare:?}");
    let dpo = dpo.for_purpose(Purpose::Supervision, "");
    node.records.inspection(&dpo, STATION).await.unwrap();
    let district = node.records.inspection(&dpo, DISTRICT).await;
    assert!(matches!(district, Err(DoorError::NotFound)), "a district is no station");
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    node.records.inspection(&sho, STATION).await.unwrap();
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    for caller in [other, io] {
        let caller = caller.for_purpose(Purpose::Duty, "");
        let shut = node.records.inspection(&caller, STATION).await;
        assert!(matches!(shut, Err(DoorError::NotFound)), "{}", caller.officer());
    }
    let auditor = node.records.system().as_officer("TRL-auditor").await.unwrap();
    let rows = node.records.audit_log(&auditor, DISTRICT, None, None).await.unwrap();
    let read = rows.iter().find(|row| row.open.of_key == "inspection" && row.open.action == "read_register");
    assert_eq!(read.map(|row| row.open.purpose.as_str()), Some("duty"), "the last who read it, and why");
}
