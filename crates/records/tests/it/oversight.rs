//! What came to the stations beside what they registered: counted, summed, listed; each officer his own. On both
//! databases.

use jiff::civil::date;
use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{Body, Directs, JusticeOrder, Says};
use roznamcha_cluster::Cluster;
use roznamcha_records::{
    BurkingCounts, DoorError, FixedClock, Indicator, LawBook, Purpose, Shelf, Span, StatuteBook,
};
use roznamcha_store::{PgStore, Store, postgres};
use roznamcha_trial::{DISTRICT, Node, STATION, STATION_2, called, fir, informed};
use std::sync::Arc;

fn today(node: &Node) -> Span {
    let day = node.records.now().day();
    Span { from: day, to: day }
}

fn numbers(counts: &BurkingCounts) -> Vec<u64> {
    Indicator::ALL.iter().map(|of| counts.counts.get(of).copied().unwrap_or(99)).collect()
}

/// FIRs, refused, non-cognizable, calls, complaints, unanswered, delayed, slow, petitions, directed, waiting, calls
/// back, disagreed, unreached.
const DAY: [u64; 14] = [2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 0, 1, 1, 0];

async fn counted_and_listed(node: &Node) {
    node.open_day().await.unwrap();
    let day = informed(node).await.unwrap();
    let (sho, dpo) = (node.as_role(Role::Sho).await.unwrap(), node.as_role(Role::Dpo).await.unwrap());
    let span = today(node);
    let page = node.records.burking(&sho, STATION, span).await.unwrap();
    assert_eq!(numbers(&page.total), DAY);
    assert!(page.station && page.read && page.lines.is_empty());
    assert_eq!(page.total.to_comply, Some(2 * 3_600), "the registration, two hours after the order came");
    assert_eq!(page.total.to_register, Some(0), "half were written at once");
    assert_eq!(page.total.to_report, Some(3_600));

    let district = node.records.burking(&dpo, DISTRICT, span).await.unwrap();
    assert_eq!(numbers(&district.total), DAY);
    let lines: Vec<(&str, u64)> =
        district.lines.iter().map(|l| (l.office.as_str(), l.counts.counts[&Indicator::Firs])).collect();
    assert_eq!(lines, [(STATION, 2), (STATION_2, 0)]);

    for (of, n) in Indicator::ALL.into_iter().zip(DAY) {
        let list = node.records.burking_list(&dpo, DISTRICT, of.as_str(), span, 0).await.unwrap();
        assert_eq!((list.total as u64, list.facts.len() as u64), (n, n), "{}", of.as_str());
        assert!(list.facts.iter().all(|fact| fact.office == STATION && fact.of.contains(&of)));
        assert!(list.next().is_none());
    }
    let list = node.records.burking_list(&sho, STATION, "slow", span, 0).await.unwrap();
    assert_eq!(list.facts[0].fir.as_deref(), Some(day.late.as_str()));
    assert_eq!(list.facts[0].to_register, Some(2 * 86_400));
    let list = node.records.burking_list(&sho, STATION, "directed", span, 0).await.unwrap();
    assert_eq!(list.facts[0].fir.as_deref(), Some(day.upon.as_str()), "the report that complied");
    let list = node.records.burking_list(&sho, STATION, "disagreed", span, 0).await.unwrap();
    assert_eq!(list.facts[0].entry.to_string(), "13/-/2026/1");
    let skipped = node.records.burking_list(&sho, STATION, "firs", span, 1).await.unwrap();
    assert_eq!((skipped.total, skipped.facts.len(), skipped.next()), (2, 1, None));

    let before = Span { from: date(2026, 1, 1), to: date(2026, 1, 4) };
    let empty = node.records.burking(&sho, STATION, before).await.unwrap();
    assert_eq!(numbers(&empty.total), [0; 14], "the days before");
    assert_eq!(empty.total.to_report, None);
}

#[tokio::test]
async fn what_came_is_counted_and_listed() {
    counted_and_listed(&Node::new().await.unwrap()).await;
}

#[tokio::test]
async fn what_came_is_counted_and_listed_on_postgres() {
    let clock = Arc::new(FixedClock::new(Moment::from_millis(1_767_589_200_000).unwrap()));
    let law = Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
    let url = Cluster::shared().unwrap().create_database("oversight").unwrap();
    let store: Arc<dyn Store> =
        Arc::new(PgStore::connect(&url, postgres::Options::new(clock.clone(), law)).await.unwrap());
    let node = Node::over(store, clock, tempfile::tempdir().unwrap()).await.unwrap();
    counted_and_listed(&node).await;
}

#[tokio::test]
async fn each_sees_his_own_and_nobody_elses() {
    let node = Node::new().await.unwrap();
    let span = today(&node);
    for (role, office) in
        [(Role::Sdpo, DISTRICT), (Role::Rpo, "PK-PB"), (Role::Igp, "PK-PB"), (Role::Sho, STATION)]
    {
        let caller = node.as_role(role).await.unwrap();
        node.records.burking(&caller, office, span).await.unwrap();
    }
    let other = node.records.system().as_officer("TRL-sho-2").await.unwrap();
    let (io, analyst) = (node.as_role(Role::Io).await.unwrap(), node.as_role(Role::Analyst).await.unwrap());
    for caller in [other, io, analyst] {
        let shut = node.records.burking(&caller, STATION, span).await;
        assert!(matches!(shut, Err(DoorError::NotFound)), "{}", caller.officer());
        let list = node.records.burking_list(&caller, STATION, "firs", span, 0).await;
        assert!(matches!(list, Err(DoorError::NotFound)), "{}", caller.officer());
    }
    let auditor = node.records.system().as_officer("TRL-auditor").await.unwrap();
    let rows = node.records.audit_log(&auditor, DISTRICT, None, None).await.unwrap();
    assert!(rows.iter().any(|row| row.open.of_key.starts_with("burking ")), "on record");
}

#[tokio::test]
async fn a_supervisor_calls_and_the_station_does_not() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let day = informed(&node).await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap();
    let own = node.records.perform(&sho, called(node.id(), &day.upon, Says::Agrees)).await;
    assert!(matches!(own, Err(DoorError::NotAllowed { .. })), "{own:?}");
    let sdpo = node.as_role(Role::Sdpo).await.unwrap().for_purpose(Purpose::Supervision, "");
    let offers = node.records.offers(&sdpo, STATION, Shelf::Told).await.unwrap();
    let keys: Vec<&str> = offers.iter().map(|offer| offer.key.as_str()).collect();
    assert!(keys.contains(&day.refused.as_str()) && keys.contains(&day.late.as_str()), "{keys:?}");
    assert_eq!(keys.len(), 6, "two refused or lesser, a call, a complaint, two reports");
    let offers = node.records.offers(&sdpo, STATION, Shelf::Directions).await.unwrap();
    assert!(offers.is_empty(), "the one order is complied with");
}

#[tokio::test]
async fn a_direction_is_due_until_it_is_complied_with() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let now = node.records.now();
    let order = JusticeOrder {
        petition_no: "78/2026".to_owned(),
        filed: now.day(),
        court: "فرضی سیشن عدالت".to_owned(),
        order_date: now.day(),
        received: now,
        directs: Directs::Register,
        direction: "فرضی حکم".to_owned(),
        report: None,
        fir: None,
    };
    node.act(&moharrar, Body::JusticeOrder(order)).await.unwrap();
    node.act(&moharrar, Body::FirRegister(fir(1, now))).await.unwrap();
    node.clock.set(now.plus_seconds(25 * 3_600));
    let sho = node.as_role(Role::Sho).await.unwrap();
    let board = node.records.deadlines(&sho, &node.records.deadlines_of(&sho)).await.unwrap();
    let line = board.lines.iter().find(|line| line.law.id == "D31").unwrap();
    assert_eq!(line.state, roznamcha_records::DeadlineState::Overdue);
    assert!(!line.law.datum.verified, "the law gives no number, and the page says so");
    let span = Span { from: now.day(), to: now.day() };
    let page = node.records.burking(&sho, STATION, span).await.unwrap();
    assert_eq!(page.total.counts[&Indicator::Waiting], 1);
    assert_eq!(page.total.to_comply, None);
}

#[test]
fn a_span_is_a_year_at_most() {
    let today = date(2026, 3, 31);
    let usual = Span::asked(None, Some(" "), today).unwrap();
    assert_eq!((usual.from, usual.to), (date(2026, 3, 2), today));
    let asked = Span::asked(Some("2025-04-01"), Some("2026-03-31"), today).unwrap();
    assert_eq!((asked.from, asked.to), (date(2025, 4, 1), today));
    for (from, to) in [("2026-03-31", "2026-03-30"), ("2024-03-30", "2026-03-31"), ("spring", "2026-03-31")] {
        assert!(matches!(Span::asked(Some(from), Some(to), today), Err(DoorError::Refused(_))), "{from}");
    }
}
