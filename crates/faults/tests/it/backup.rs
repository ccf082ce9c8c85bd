//! A backup taken while others write, and its way back into either database.

use roznamcha_cluster::Cluster;
use std::time::Duration;

use crate::load::Load;
use crate::program::Place;
use crate::server::Server;
use crate::site::Site;
use crate::truth::Truth;

/// The value after a word at the start of a printed line.
fn value<'a>(printed: &'a str, word: &str) -> &'a str {
    let line = printed.lines().find_map(|l| l.strip_prefix(word));
    line.unwrap_or_else(|| panic!("no `{word}` in {printed}")).trim()
}

#[test]
fn a_backup_under_load_comes_back_whole_in_either_database() {
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let load = Load::start(server.port, 2);
    load.wait_for(20);
    let before = load.acked() as usize;
    let backup = site.dir.path().join("busy").display().to_string();
    let taken = site.place.good(&["backup", &backup]);
    std::thread::sleep(Duration::from_millis(300));
    let acked = load.stop();
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    assert!(acked.len() > before, "writers went on beside the backup");

    let empty = Place::file(&site.dir.path().join("restored"));
    std::fs::create_dir(&empty.data).unwrap();
    let restored = empty.good(&["restore", &backup]);
    println!("under load: RPO {}, RTO {}", value(&restored, "RPO"), value(&restored, "RTO"));
    assert_eq!(value(&taken, "kept"), value(&restored, "kept"));
    empty.good(&["fsck"]);
    site.verified(&empty);
    let truth = Truth::in_file(&empty.path());
    truth.is_gapless();
    // Each writer's acts are in order; whatever was acknowledged before the backup began is in it.
    let kept: Vec<_> = acked.iter().filter(|a| truth.holds(&a.id)).cloned().collect();
    assert!(kept.len() >= before, "{} of {before}", kept.len());
    truth.has_all(&kept);
    assert_eq!(empty.run(&["restore", &backup]).code, Some(2), "never over what is there");

    // At rest the state has a hash, and every copy has the same, in PostgreSQL too.
    let quiet = site.dir.path().join("quiet").display().to_string();
    let taken = site.place.good(&["backup", &quiet]);
    let state = site.place.good(&["hash"]);
    assert_eq!(value(&taken, "state"), state.trim());
    let again = Place::file(&site.dir.path().join("again"));
    let cluster = Cluster::shared().unwrap();
    let url = cluster.create_database("restored").unwrap();
    let postgres = Place { data: site.dir.path().join("pg"), database: Some(url) };
    for (name, place) in [("SQLite", again), ("PostgreSQL", postgres)] {
        std::fs::create_dir(&place.data).unwrap();
        let restored = place.good(&["restore", &quiet]);
        println!("into {name}: RPO {}, RTO {}", value(&restored, "RPO"), value(&restored, "RTO"));
        assert_eq!(value(&restored, "state"), state.trim(), "{name}");
        assert_eq!(place.good(&["hash"]), state, "{name}");
        place.good(&["fsck"]);
    }
}
