//! SIGKILL while acts are being written.

use std::time::Duration;

use crate::load::{Acked, Load};
use crate::program::setting;
use crate::server::Server;
use crate::site::Site;
use crate::truth::Truth;

/// Prints how long recoveries took.
pub fn report(what: &str, kills: usize, acked: &[Acked], mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64();
    let repeated = acked.iter().filter(|a| a.repeated).count();
    println!(
        "{what}: {kills} kills, {} acts acknowledged, {repeated} of them on a later attempt, 0 lost; \
         ready again p50 {:.2} s, p99 {:.2} s",
        acked.len(),
        at(50),
        at(99)
    );
}

/// How long the writers write before kill `n`: never the same, so that kills fall anywhere in a commit.
pub fn pause(n: usize) -> Duration {
    Duration::from_micros(60_000 + (n as u64 * 7_919_777) % 190_000)
}

#[test]
fn kills_under_writers_lose_nothing_and_leave_no_gap() {
    let kills = setting("FAULT_KILLS", 25);
    let site = Site::new();
    let before = Truth::in_file(&site.place.path()).len();
    let mut server = Server::start(&site.place);
    let load = Load::start(server.port, 4);
    let mut times = Vec::new();
    for n in 0..kills {
        std::thread::sleep(pause(n));
        server.kill();
        server = Server::start(&site.place);
        times.push(server.took);
        load.moved(server.port);
    }
    load.wait_for(load.acked() + 8);
    let acked = load.stop();
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    let truth = Truth::in_file(&site.place.path());
    truth.is_gapless();
    truth.has_all(&acked);
    assert_eq!(truth.len(), before + acked.len(), "nothing is there that was not sent");
    site.place.good(&["fsck"]);
    site.verified(&site.place);
    report("SQLite, our server killed", kills, &acked, times);
}
