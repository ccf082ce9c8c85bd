//! Runs over lists made here.

use roznamcha_acts::views::IncidentRow;
use roznamcha_legacy::{ImportError, ImportPlan, ImportReport, Mapping, run};
use roznamcha_store::{Offices, Query};
use roznamcha_trial::{DISTRICT, Node};
use std::fmt::Write;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

const MAPPING: &str = r#"
source = "old-system"
class = "offence"
place = ["street"]
latitude = "lat"
longitude = "lon"
[number]
column = "no"
[occurred]
column = "when"
formats = ["%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"]
offset = "+05:00"
[office]
column = "ps"
pattern = "OLD-{}"
[office.open]
en = "Old station {}"
ur = "پرانا تھانہ {}"
"#;

fn plan(dir: &Path, list: &str, batch: usize) -> ImportPlan {
    let file = dir.join("list.csv");
    std::fs::write(&file, list).unwrap();
    let mapping = Mapping::parse(MAPPING).unwrap();
    ImportPlan { mapping, file, rejects: dir.join("rejects.csv"), batch, again: false }
}

fn list(rows: u32) -> String {
    let mut text = "no,when,offence,ps,street,lat,lon,note\n".to_owned();
    for i in 1..=rows {
        writeln!(
            text,
            "{i},2015-01-{:02} 0{}:30,THEFT,{},\"Street, {i}\",31.5,74.3,n{i}",
            1 + i % 28,
            i % 10,
            i % 3
        )
        .unwrap();
    }
    text
}

async fn stored(node: &Node) -> u64 {
    node.store.count(&Query::of::<IncidentRow>("").within(Offices::All)).await.unwrap()
}

async fn go(node: &Node, plan: &ImportPlan) -> Result<ImportReport, ImportError> {
    let caller = node.records.system().caller(DISTRICT);
    run(&node.records, &caller, plan, &|_| {}).await
}

#[tokio::test]
async fn every_row_is_accepted_or_rejected_with_its_reason() {
    let node = Node::new().await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut text = list(10);
    text.push_str("11,,THEFT,1,s,,,\n"); // no date
    text.push_str("12,2015-02-31 10:00,THEFT,1,s,,,\n"); // a day that is none
    text.push_str("13,2015-01-01 10:00,,1,s,,,\n"); // no class
    text.push_str(",2015-01-01 10:00,THEFT,1,s,,,\n"); // no number
    text.push_str("3,2015-01-01 10:00,THEFT,1,s,,,\n"); // a number twice
    text.push_str("14,2015-01-01 10:00,THEFT,1\n"); // too few fields
    text.push_str("15,2015-01-01 10:00,THEFT,,s,,,\n"); // no station
    text.push_str("16,2015-01-01 10:00,THEFT,1,s,north,74,\n"); // a latitude that is none
    text.push_str("17,2099-01-01 10:00,THEFT,1,s,,,\n"); // in the future
    text.push_str("18,2015-01-01 10:00,THEFT,1,s\u{202E}x,,,\n"); // hidden direction
    text.push_str("19,05/01/2015 10:00,THEFT,1,s,,,\n"); // the second format
    let mut plan = plan(dir.path(), &text, 4);
    let mut bytes = std::fs::read(&plan.file).unwrap();
    bytes.extend_from_slice(b"20,2015-01-01 10:00,TH\xffFT,1,s,,,\n"); // not UTF-8
    std::fs::write(&plan.file, bytes).unwrap();
    let report = go(&node, &plan).await.unwrap();
    assert_eq!((report.read, report.accepted, report.rejected, report.difference()), (22, 11, 11, 0));
    let reasons: Vec<(&str, u64)> = report.reasons.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(
        reasons,
        [
            ("class-missing", 1),
            ("date-missing", 1),
            ("date-unreadable", 1),
            ("fault-future", 1),
            ("fault-hidden-direction", 1),
            ("number-missing", 1),
            ("number-twice", 1),
            ("office-missing", 1),
            ("place-unreadable", 1),
            ("row-not-text", 1),
            ("row-short", 1),
        ]
    );
    let rejects = std::fs::read_to_string(dir.path().join("rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 12);
    assert!(rejects.contains("12,date-unreadable,2015-02-31 10:00"));
    assert_eq!(stored(&node).await, 11);
    // Again: the same report, nothing twice; read once more from the first row: all there already.
    let again = go(&node, &plan).await.unwrap();
    assert_eq!((again.read, again.accepted, again.already), (22, 11, 11));
    plan.again = true;
    let anew = go(&node, &plan).await.unwrap();
    assert_eq!((anew.read, anew.accepted, anew.already, anew.rejected), (22, 11, 11, 11));
    assert_eq!(stored(&node).await, 11);
    let drift = node.store.fsck(10, &|_, _| {}).await.unwrap();
    assert!(drift.is_empty(), "{drift:?}");
}

#[tokio::test]
async fn an_interrupted_run_goes_on_from_its_last_batch() {
    let node = Node::new().await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut text = list(500);
    text.push_str("7,2015-01-01 10:00,THEFT,1,s,,,\n");
    let plan = plan(dir.path(), &text, 50);
    let caller = node.records.system().caller(DISTRICT);
    // The run is dropped in the middle, as a kill would: its future is no longer polled.
    let batches = AtomicU64::new(0);
    let stop = tokio::sync::Notify::new();
    let progress = |_| {
        if batches.fetch_add(1, Ordering::SeqCst) == 3 {
            stop.notify_one();
        }
    };
    tokio::select! {
        biased;
        () = stop.notified() => {}
        done = run(&node.records, &caller, &plan, &progress) => { done.unwrap(); }
    }
    let before = stored(&node).await;
    assert!(before > 0);
    let report = go(&node, &plan).await.unwrap();
    assert_eq!((report.read, report.accepted, report.rejected), (501, 500, 1));
    assert_eq!(report.reasons.get("number-twice"), Some(&1), "a number of an earlier batch is still known");
    assert_eq!(stored(&node).await, 500);
    let rejects = std::fs::read_to_string(dir.path().join("rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 2);
}

#[tokio::test]
async fn a_list_without_the_columns_or_that_changed_says_so() {
    let node = Node::new().await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let missing = plan(dir.path(), "no,when\n1,2015-01-01 10:00\n", 10);
    assert!(matches!(go(&node, &missing).await, Err(ImportError::Column(..))));
    let good = plan(dir.path(), &list(5), 10);
    go(&node, &good).await.unwrap();
    let changed = plan(dir.path(), &list(6), 10);
    assert!(matches!(go(&node, &changed).await, Err(ImportError::Changed(_))));
}
