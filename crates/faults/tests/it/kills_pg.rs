//! SIGKILL of our server and of PostgreSQL itself, while acts are being written.

use roznamcha_cluster::Cluster;
use std::time::Instant;

use crate::kills::{pause, report};
use crate::load::Load;
use crate::program::{Place, setting};
use crate::server::Server;
use crate::site::Site;
use crate::truth::Truth;

#[test]
fn kills_of_either_server_over_postgresql_lose_nothing() {
    let (kills, crashes) = (setting("FAULT_KILLS", 10), setting("FAULT_CRASHES", 5));
    let site = Site::new();
    let cluster = Cluster::start().unwrap();
    let url = cluster.create_database("faults").unwrap();
    let backup = site.dir.path().join("backup").display().to_string();
    site.place.good(&["backup", &backup]);
    let place = Place { data: site.dir.path().join("pg"), database: Some(url) };
    std::fs::create_dir(&place.data).unwrap();
    place.good(&["restore", &backup]);
    let before = Truth::in_postgres(&cluster, "faults").len();

    let mut server = Server::start(&place);
    let load = Load::start(server.port, 4);
    let mut times = Vec::new();
    for n in 0..kills {
        std::thread::sleep(pause(n));
        server.kill();
        server = Server::start(&place);
        times.push(server.took);
        load.moved(server.port);
    }
    let mut recoveries = Vec::new();
    let mut restarted = 0;
    for n in 0..crashes {
        std::thread::sleep(pause(n));
        let began = Instant::now();
        cluster.kill_server().unwrap();
        cluster.restart().unwrap();
        // As whoever watches over it would: a server that gave up is started anew.
        if server.ended().is_some() {
            restarted += 1;
            server = Server::start(&place);
            load.moved(server.port);
        }
        load.wait_for(load.acked() + 1);
        recoveries.push(began.elapsed());
    }
    load.wait_for(load.acked() + 8);
    let acked = load.stop();
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    let truth = Truth::in_postgres(&cluster, "faults");
    truth.is_gapless();
    truth.has_all(&acked);
    assert_eq!(truth.len(), before + acked.len(), "nothing is there that was not sent");
    place.good(&["fsck"]);
    site.verified(&place);
    report("PostgreSQL, our server killed", kills, &acked, times);
    report("PostgreSQL itself killed (until the next receipt)", crashes, &acked, recoveries);
    println!("our server had to be started anew {restarted} times");
}
