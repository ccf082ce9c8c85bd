//! The nightly cross-check through the door: counted each night, summed above, listed where it is, on both databases.

use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::Body;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::FirRow;
use roznamcha_cluster::Cluster;
use roznamcha_records::{DoorError, FixedClock, LawBook, StatuteBook};
use roznamcha_store::{PgStore, Store, postgres};
use roznamcha_trial::{DISTRICT, Node, STATION, STATION_2, fir};
use std::sync::Arc;

const DAY: i64 = 86_400;

async fn checked(node: &Node) -> usize {
    node.records.system().crosscheck(None, &|_, _| {}).await.unwrap().len()
}

/// A report of yesterday that nobody signed or sent.
async fn late(node: &Node) -> String {
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let act = node.act(&moharrar, Body::FirRegister(fir(1, node.records.now()))).await.unwrap().act;
    node.clock.set(node.records.now().plus_seconds(DAY + 60));
    act
}

fn count(page: &roznamcha_records::HealthPage, check: &str) -> u64 {
    page.lines.iter().find(|line| line.law.id == check).unwrap().count
}

/// What is late is counted, summed for the district, and listed with where it leads.
async fn counted_and_listed(node: &Node) {
    let act = late(node).await;
    let (sho, dpo) = (node.as_role(Role::Sho).await.unwrap(), node.as_role(Role::Dpo).await.unwrap());
    assert!(node.records.health(&sho, STATION).await.unwrap().at.is_none(), "not checked yet");
    assert_eq!(checked(node).await, 2, "both stations");
    let page = node.records.health(&sho, STATION).await.unwrap();
    assert_eq!((count(&page, "fir-unsigned"), count(&page, "copies-unsent")), (1, 1));
    assert_eq!((count(&page, "fir-serial-gap"), page.station), (0, true));
    let line = page.lines.iter().find(|line| line.law.id == "fir-unsigned").unwrap();
    let yesterday = node.records.now().day().yesterday().unwrap();
    assert_eq!(line.since, Some(yesterday));
    assert_eq!(line.trend, [(node.records.now().day(), 1)]);

    let district = node.records.health(&dpo, DISTRICT).await.unwrap();
    assert_eq!((count(&district, "fir-unsigned"), district.station), (1, false));
    let station = district.below.iter().find(|office| office.office == STATION).unwrap();
    assert!(station.late >= 2 && station.defects == 0, "{station:?}");
    let sums = node.records.violations(&dpo, DISTRICT, "fir-unsigned", 0).await.unwrap();
    assert_eq!(
        sums.below.iter().map(|(code, c)| (code.as_str(), c.count)).collect::<Vec<_>>(),
        [(STATION, 1)]
    );
    let list = node.records.violations(&dpo, STATION, "fir-unsigned", 0).await.unwrap();
    let [found] = list.list.as_slice() else { panic!("{list:?}") };
    assert_eq!(found.finding.lead.fir.as_deref(), Some(act.as_str()));
    assert_eq!((found.title.as_deref(), list.total, list.next()), (Some("1/2026"), 1, None));
    assert_eq!(list.officers, [(roznamcha_trial::officer_of(Role::Moharrar), 1)]);

    node.clock.set(node.records.now().plus_seconds(DAY));
    checked(node).await;
    let page = node.records.health(&sho, STATION).await.unwrap();
    let line = page.lines.iter().find(|line| line.law.id == "fir-unsigned").unwrap();
    assert_eq!(line.trend.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [1, 1], "two nights");
}

#[tokio::test]
async fn what_is_late_is_counted_summed_and_listed() {
    counted_and_listed(&Node::new().await.unwrap()).await;
}

#[tokio::test]
async fn what_is_late_is_counted_summed_and_listed_on_postgres() {
    let clock = Arc::new(FixedClock::new(Moment::from_millis(1_767_589_200_000).unwrap()));
    let law = Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
    let url = Cluster::shared().unwrap().create_database("health").unwrap();
    let store: Arc<dyn Store> =
        Arc::new(PgStore::connect(&url, postgres::Options::new(clock.clone(), law)).await.unwrap());
    let node = Node::over(store, clock, tempfile::tempdir().unwrap()).await.unwrap();
    counted_and_listed(&node).await;
}

#[tokio::test]
async fn books_changed_behind_the_software_are_found() {
    let node = Node::new().await.unwrap();
    let act = late(&node).await;
    let path = node.dir.path().join("node.db");
    let db = rusqlite::Connection::open(path).unwrap();
    let table = FirRow::TABLE.name;
    db.execute(&format!("DELETE FROM \"v_{table}\" WHERE key = ?1"), [&act]).unwrap();
    checked(&node).await;
    let sho = node.as_role(Role::Sho).await.unwrap();
    let page = node.records.health(&sho, STATION).await.unwrap();
    assert_eq!(count(&page, "diary-without-fir"), 1);
    assert_eq!(
        page.lines.first().map(|line| line.law.id.as_str()),
        Some("diary-without-fir"),
        "gravest first"
    );
    let list = node.records.violations(&sho, STATION, "diary-without-fir", 0).await.unwrap();
    let entry = list.list.first().and_then(|v| v.finding.lead.entry.clone()).unwrap();
    assert_eq!(entry.register, "2");
}

#[tokio::test]
async fn only_who_answers_for_the_books_sees_their_health() {
    let node = Node::new().await.unwrap();
    checked(&node).await;
    for role in [Role::Sdpo, Role::Dpo, Role::Igp, Role::Auditor, Role::Moharrar] {
        let caller = node.as_role(role).await.unwrap();
        node.records.health(&caller, STATION).await.unwrap();
    }
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    let court = node.as_role(Role::Court).await.unwrap();
    for caller in [other, io, court] {
        let shut = node.records.health(&caller, STATION).await;
        assert!(matches!(shut, Err(DoorError::NotFound)), "{}", caller.officer());
        let list = node.records.violations(&caller, STATION, "fir-unsigned", 0).await;
        assert!(matches!(list, Err(DoorError::NotFound)), "{}", caller.officer());
    }
    let sho = node.as_role(Role::Sho).await.unwrap();
    let unknown = node.records.violations(&sho, STATION, "no-such-check", 0).await;
    assert!(matches!(unknown, Err(DoorError::NotFound)));
    let audit = node.records.system().as_officer("TRL-auditor").await.unwrap();
    let rows = node.records.audit_log(&audit, DISTRICT, None, None).await.unwrap();
    assert!(rows.iter().any(|row| row.open.action == "read_health" && row.open.of_office == STATION));
    assert!(node.records.health(&sho, STATION_2).await.is_err());
}

#[tokio::test]
async fn a_night_is_checked_once_and_a_missed_one_is_made_up() {
    let node = Node::new().await.unwrap();
    let system = node.records.system();
    let due = || async { system.crosscheck_if_due().await.unwrap().is_some() };
    assert!(due().await, "never checked before");
    assert!(!due().await, "today is done");
    // From ten in the morning to half past midnight: not yet; to three: due.
    node.clock.set(node.records.now().plus_seconds(14 * 3_600 + 1_800));
    assert!(!due().await, "before two");
    node.clock.set(node.records.now().plus_seconds(3 * 3_600));
    assert!(due().await, "a new night");
    node.clock.set(node.records.now().plus_seconds(3 * DAY));
    assert!(due().await && !due().await, "made up once");
}
