//! Clocks that step.

use roznamcha_access::Role;
use roznamcha_journal::Flag;
use roznamcha_records::NewAct;
use roznamcha_trial::{Node, STATION, diary_write};
use std::path::PathBuf;

use crate::http::Client;
use crate::program::skip;
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id};
use crate::truth::Truth;

#[tokio::test]
async fn a_clock_that_steps_is_flagged_and_changes_no_order() {
    let node = Node::new().await.unwrap();
    node.open_day().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let start = node.records.now();
    let mut receipts = Vec::new();
    // Forward an hour, back two, forward four minutes, back a minute, and on.
    for seconds in [0, 3600, -3600, -3360, -3420, 60, 7200] {
        node.clock.set(start.plus_seconds(seconds));
        receipts.push(node.act(&moharrar, diary_write(&format!("گشت {seconds}"))).await.unwrap());
    }
    let back: Vec<bool> = receipts.iter().map(|r| r.flags.contains(&Flag::ClockBack)).collect();
    assert_eq!(back, [false, false, true, false, true, false, false]);
    let first = receipts[0].seq;
    assert!(receipts.iter().zip(first..).all(|(r, seq)| r.seq == seq), "order is by number, not by clock");

    // A stated hour that the clock has not reached, and one long past; the flag stands when the clock has passed it.
    let mut ahead = NewAct::now(node.id(), diary_write("وقت سے پہلے"));
    ahead.stated = Some(node.records.now().plus_seconds(1800));
    let ahead = node.records.perform(&moharrar, ahead).await.unwrap();
    assert_eq!(ahead.flags, [Flag::AfterClock]);
    node.clock.set(node.records.now().plus_seconds(3600));
    let kept = node.store.journal(STATION, ahead.seq, 1).await.unwrap();
    assert_eq!(kept[0].header().unwrap().flags, [Flag::AfterClock]);
    assert_eq!(node.store.fsck(10, &|_, _| {}).await.unwrap(), []);
    Truth::in_file(&node.dir.path().join("node.db")).is_gapless();
}

/// The library that lies about the time to whatever it is loaded into.
fn false_clock() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    folders.map(|f| f.join("faketime/libfaketimeMT.so.1")).find(|path| path.exists())
}

#[test]
fn a_server_whose_clock_went_back_flags_its_acts() {
    let Some(library) = false_clock() else {
        return skip("libfaketime is not installed (apt-get install faketime)");
    };
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &moharrar());
    let before = client.act(&new_id(), &entry("گشت")).unwrap().json();
    assert_eq!(before["flags"].as_array().unwrap().len(), 0);
    assert!(server.stop().is_some_and(|s| s.success()));

    let library = library.display().to_string();
    let vars = [("LD_PRELOAD", library.as_str()), ("FAKETIME", "-2h"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")];
    let mut server =
        Server::start_with(&site.place, &[vars[0], vars[1], vars[2], ("DONT_FAKE_MONOTONIC", "1")]);
    let client = Client::sign_in(server.port, &moharrar());
    let answer = client.act(&new_id(), &entry("گشت واپس")).unwrap();
    assert_eq!(answer.status, 201, "{}", answer.text);
    let after = answer.json();
    assert_eq!(after["flags"], serde_json::json!(["clock_back"]));
    assert_eq!(after["seq"].as_u64(), before["seq"].as_u64().map(|n| n + 1));
    assert!(after["written"].as_str() < before["written"].as_str());
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    Truth::in_file(&site.place.path()).is_gapless();
    site.place.good(&["fsck"]);
    site.verified(&site.place);
}
