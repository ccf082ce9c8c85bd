//! What is due by law, through the door: reckoned from the clocks that acts turned.

use roznamcha_access::Role;
use roznamcha_acts::kinds::{Body, FirDespatch};
use roznamcha_acts::views::CopyTo;
use roznamcha_records::{DeadlineFilter, DeadlineState, DoorError};
use roznamcha_trial::{DISTRICT, Node, STATION, STATION_2, fir, officer_of};

const DAY: i64 = 86_400;

async fn node() -> (Node, String) {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let mut report = fir(1, node.records.now());
    report.io = Some(officer_of(Role::Io));
    let receipt = node.act(&moharrar, Body::FirRegister(report)).await.unwrap();
    (node, receipt.act)
}

fn at(office: &str) -> DeadlineFilter {
    DeadlineFilter { office: office.to_owned(), ..DeadlineFilter::default() }
}

#[tokio::test]
async fn a_report_starts_its_deadlines_and_acts_meet_them() {
    let (node, case) = node().await;
    let sho = node.as_role(Role::Sho).await.unwrap();
    let ids = |board: &roznamcha_records::DeadlineBoard| {
        let mut ids: Vec<String> = board.lines.iter().map(|l| l.law.id.clone()).collect();
        ids.sort();
        ids
    };
    let board = node.records.deadlines(&sho, &at(STATION)).await.unwrap();
    assert_eq!(ids(&board), ["D2", "D3", "D8", "D9"]);
    assert!(
        board.lines.iter().all(|l| l.fir.as_deref() == Some(&*case) && l.title.as_deref() == Some("1/2026"))
    );
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    for to in CopyTo::ALL {
        let sent = FirDespatch { fir: case.clone(), to, carrier: "in person".to_owned() };
        node.act(&moharrar, Body::FirDespatch(sent)).await.unwrap();
    }
    let board = node.records.deadlines(&sho, &at(STATION)).await.unwrap();
    assert_eq!(ids(&board), ["D8", "D9"], "the copies are sent");
    assert_eq!((board.counts.running, board.counts.overdue), (2, 0));

    node.clock.set(node.records.now().plus_seconds(15 * DAY));
    let board = node.records.deadlines(&sho, &at(STATION)).await.unwrap();
    let state = |id: &str| board.lines.iter().find(|l| l.law.id == id).map(|l| l.state);
    assert_eq!(state("D8"), Some(DeadlineState::Overdue));
    assert_eq!(state("D9"), Some(DeadlineState::Warned));
    let overdue = DeadlineFilter { state: Some(DeadlineState::Overdue), ..at(STATION) };
    assert_eq!(ids(&node.records.deadlines(&sho, &overdue).await.unwrap()), ["D8"]);
}

#[tokio::test]
async fn each_sees_his_own_and_those_above_see_each_station() {
    let (node, _) = node().await;
    let io = node.as_role(Role::Io).await.unwrap();
    let own = node.records.deadlines(&io, &node.records.deadlines_of(&io)).await.unwrap();
    assert!(!own.lines.is_empty());
    assert!(own.lines.iter().all(|l| l.officer.as_deref() == Some(io.officer())));
    let dpo = node.as_role(Role::Dpo).await.unwrap();
    let board = node.records.deadlines(&dpo, &at(DISTRICT)).await.unwrap();
    assert_eq!(board.stations.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), [STATION]);
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    let shut = node.records.deadlines(&other, &at(STATION)).await;
    assert!(matches!(shut, Err(DoorError::NotFound)), "another station's");
    assert!(node.records.deadlines(&other, &at(STATION_2)).await.unwrap().lines.is_empty());
}

#[tokio::test]
async fn a_calendar_address_is_a_key_that_can_be_changed() {
    let (node, _) = node().await;
    let io = node.as_role(Role::Io).await.unwrap();
    assert!(!node.records.has_calendar(&io).await.unwrap());
    let first = node.records.new_calendar(&io).await.unwrap();
    let (caller, board) = node.records.calendar(&first, "test").await.unwrap();
    assert_eq!(caller.officer(), io.officer());
    assert!(!board.lines.is_empty());
    let second = node.records.new_calendar(&io).await.unwrap();
    assert!(matches!(node.records.calendar(&first, "test").await, Err(DoorError::NotFound)), "replaced");
    node.records.calendar(&second, "test").await.unwrap();
    node.records.end_calendar(&io).await.unwrap();
    for key in [second.as_str(), "", "../..", &"0".repeat(64), &"ٹ".repeat(32)] {
        assert!(matches!(node.records.calendar(key, "test").await, Err(DoorError::NotFound)), "{key}");
    }
}
