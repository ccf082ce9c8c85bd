//! A failure in the n-th call to the disk: of every call an act makes, and of those by which a server stops.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::http::Client;
use crate::load::Acked;
use crate::program::{Place, setting, skip};
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id, report};
use crate::trace::{Trace, counts, missing};
use crate::truth::Truth;

const FAULTS: [(&str, &str); 3] =
    [("EIO", "error=EIO"), ("ENOSPC", "error=ENOSPC"), ("SIGKILL", "signal=KILL")];

/// A stopped node in which the moharrar is signed in already, so that nothing but the act is traced.
fn signed_in() -> (Site, String) {
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let token = Client::sign_in(server.port, &moharrar()).token;
    assert!(server.stop().is_some_and(|s| s.success()));
    (site, token)
}

/// What came of one act on a node whose calls are traced, and of its stopping.
struct Outcome {
    act: String,
    status: Option<u16>,
    acked: Option<Acked>,
    exit: String,
    code: Option<i32>,
    log: String,
    said: String,
}

fn act_and_stop(place: &Place, token: &str, inject: Option<&str>) -> Outcome {
    let mut server = Server::start(place);
    let log = place.data.with_extension("trace");
    let trace = Trace::attach(server.id(), inject, &log).unwrap();
    let act = new_id();
    let answer = Client::new(server.port, token).act(&act, &report(1)).ok();
    let acked = answer.as_ref().filter(|a| matches!(a.status, 200 | 201)).map(|a| Acked::of(&a.json()));
    let status = answer.map(|a| a.status);
    // A server that must not go on ends by itself; the others are asked to.
    if status.is_none_or(|s| s >= 500 && s != 507) {
        server.wait(Duration::from_secs(2));
    }
    let ended = server.stop();
    Outcome {
        act,
        status,
        acked,
        exit: ended.map_or("does not stop".to_owned(), |e| e.to_string()),
        code: ended.and_then(|e| e.code()),
        log: trace.log(),
        said: server.said(),
    }
}

#[test]
fn a_failure_in_any_call_to_the_disk_loses_nothing() {
    if let Some(why) = missing() {
        return skip(&why);
    }
    let (site, token) = signed_in();
    let quiet = act_and_stop(&site.copy("quiet"), &token, None);
    assert!(
        quiet.acked.is_some() && quiet.code == Some(0),
        "{:?} {} {}",
        quiet.status,
        quiet.exit,
        quiet.said
    );
    let calls = counts(&quiet.log);
    let mut sites = Vec::new();
    for (call, times) in calls.iter().filter(|(call, _)| *call != "write") {
        for when in 1..=*times {
            sites.extend(FAULTS.map(|(name, how)| (name, format!("{call}:{how}:when={when}"))));
        }
    }
    let wanted = setting("FAULT_SITES", 40).min(sites.len());
    let chosen: Vec<_> = (0..wanted).map(|i| &sites[i * sites.len() / wanted]).collect();
    let next = AtomicUsize::new(0);
    let tally: Mutex<BTreeMap<String, usize>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((name, inject)) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let result = one_site(&site, &token, name, inject);
                    *tally.lock().unwrap().entry(result).or_default() += 1;
                }
            });
        }
    });
    println!("calls of one act and one stop: {calls:?}; {} sites, {wanted} of them tried", sites.len());
    for (what, times) in tally.into_inner().unwrap() {
        println!("  {times:3} {what}");
    }
}

/// Tries one site; gives in words how it went.
fn one_site(site: &Site, token: &str, name: &str, inject: &str) -> String {
    let place = site.copy(&inject.replace([':', '='], "-"));
    let outcome = act_and_stop(&place, token, Some(inject));
    assert!(
        outcome.log.contains("INJECTED") || outcome.log.contains("killed by SIGKILL"),
        "{inject}: the fault was not met"
    );
    let fsck = place.run(&["fsck"]);
    assert_eq!(fsck.code, Some(0), "{inject}: {}{}", fsck.out, fsck.err);
    let truth = Truth::in_file(&place.path());
    truth.is_gapless();
    truth.has_all(outcome.acked.as_slice());
    let answer = outcome.status.map_or("no answer".to_owned(), |s| s.to_string());
    let kept = if truth.holds(&outcome.act) { "kept" } else { "not kept" };
    std::fs::remove_dir_all(&place.data).unwrap();
    format!("{name}: answered {answer}, {kept}, {}", outcome.exit)
}

#[test]
fn a_failed_sync_stops_the_process_which_never_tries_again() {
    if let Some(why) = missing() {
        return skip(&why);
    }
    let (site, token) = signed_in();
    let quiet = act_and_stop(&site.copy("quiet"), &token, None);
    let sync = counts(&quiet.log).into_keys().find(|call| call.contains("sync")).unwrap();
    let place = site.copy("broken");
    let outcome = act_and_stop(&place, &token, Some(&format!("{sync}:error=EIO:when=1")));
    assert!(outcome.acked.is_none());
    assert_eq!(outcome.code, Some(70), "{}: {}", outcome.exit, outcome.said);
    let (_, after) = outcome.log.split_once("(INJECTED)").unwrap();
    let again: Vec<&str> = after.lines().filter(|l| l.contains("sync(") || l.contains("pwrite64(")).collect();
    assert!(again.is_empty(), "{again:#?}");

    place.good(&["fsck"]);
    let mut server = Server::start(&place);
    let client = Client::new(server.port, &token);
    let sent_again = client.act(&outcome.act, &report(1)).unwrap();
    assert!(matches!(sent_again.status, 200 | 201), "{}", sent_again.text);
    assert_eq!(client.act(&new_id(), &entry("کام جاری ہے")).unwrap().status, 201);
    assert!(server.stop().is_some_and(|s| s.success()));
    let truth = Truth::in_file(&place.path());
    truth.is_gapless();
    truth.has_all(&[Acked::of(&sent_again.json())]);
}
