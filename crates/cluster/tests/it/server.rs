//! Starting, killing, starting again, and leaving nothing behind.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use roznamcha_cluster::{Cluster, ClusterError, Durability};

#[test]
fn starts_answers_and_leaves_nothing_behind() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.create_database("desk").unwrap();
    assert_eq!(url, format!("postgres://postgres@127.0.0.1:{}/desk", cluster.port()));
    assert_eq!(cluster.sql("desk", "SHOW fsync").unwrap(), "on");
    let data = PathBuf::from(cluster.sql("desk", "SHOW data_directory").unwrap());
    assert!(data.is_dir());
    drop(cluster);
    assert!(!data.parent().unwrap().exists());
    assert!(processes_in(&data).is_empty());
}

#[test]
fn a_new_role_may_sign_in_but_not_read() {
    let cluster = Cluster::options().durability(Durability::Fast).start().unwrap();
    cluster.create_database("desk").unwrap();
    cluster.create_role("reader").unwrap();
    cluster.sql("desk", "CREATE TABLE secret (name text)").unwrap();
    let refused = cluster.sql("desk", "SET ROLE reader; SELECT * FROM secret").unwrap_err();
    assert!(
        matches!(&refused, ClusterError::Failed { message, .. } if message.contains("permission denied"))
    );
    assert!(cluster.url_as("reader", "desk").starts_with("postgres://reader@"));
}

#[test]
fn what_was_acknowledged_outlives_a_kill() {
    let cluster = Cluster::start().unwrap();
    cluster.create_database("desk").unwrap();
    cluster.sql("desk", "CREATE TABLE acked (n int)").unwrap();
    for round in 1..=3 {
        cluster.sql("desk", &format!("INSERT INTO acked VALUES ({round})")).unwrap();
        cluster.kill_server().unwrap();
        assert!(cluster.sql("desk", "SELECT 1").is_err(), "a killed server must not answer");
        cluster.restart().unwrap();
        assert_eq!(cluster.sql("desk", "SELECT count(*) FROM acked").unwrap(), round.to_string());
    }
}

#[test]
fn settings_reach_the_server_and_a_wrong_one_is_told() {
    let cluster =
        Cluster::options().durability(Durability::Fast).setting("max_connections", "17").start().unwrap();
    assert_eq!(cluster.sql("postgres", "SHOW max_connections").unwrap(), "17");
    assert_eq!(cluster.sql("postgres", "SHOW fsync").unwrap(), "off");
    let wrong = Cluster::options().setting("no_such_setting", "1").start().unwrap_err();
    assert!(matches!(&wrong, ClusterError::Ended { log } if log.contains("no_such_setting")), "{wrong}");
}

#[test]
fn the_shared_cluster_is_one() {
    let first = Cluster::shared().unwrap();
    let second = Cluster::shared().unwrap();
    assert_eq!(first.port(), second.port());
}

/// Runs this test binary again on the helper test below, kills it with the whole of its group, and looks for the
/// server it had started.
#[test]
fn a_killed_test_leaves_no_server() {
    let scratch = tempfile::tempdir().unwrap();
    let told = scratch.path().join("data-directory");
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "server::helper_starts_a_cluster_and_waits_to_be_killed", "--ignored"])
        .env("ROZNAMCHA_TELL", &told)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .unwrap();
    let data = wait_for(|| std::fs::read_to_string(&told).ok().filter(|text| !text.is_empty())).unwrap();
    let data = PathBuf::from(data);
    assert!(!processes_in(&data).is_empty());
    let kill = format!("kill -s KILL -- -{}", child.id());
    assert!(Command::new("/bin/sh").args(["-c", &kill]).status().unwrap().success());
    assert!(!child.wait().unwrap().success(), "the helper was to be killed, not to end by itself");
    wait_for(|| (!data.parent().unwrap().exists()).then_some(())).expect("the directory is removed");
    assert!(processes_in(&data).is_empty());
}

#[test]
#[ignore = "helper of a_killed_test_leaves_no_server"]
fn helper_starts_a_cluster_and_waits_to_be_killed() {
    let Some(told) = std::env::var_os("ROZNAMCHA_TELL") else { return };
    let cluster = Cluster::options().durability(Durability::Fast).start().unwrap();
    let data = cluster.sql("postgres", "SHOW data_directory").unwrap();
    std::fs::write(told, data).unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(30) {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    None
}

/// The processes whose working directory is `dir`.
fn processes_in(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| std::fs::read_link(path.join("cwd")).is_ok_and(|cwd| cwd == dir))
        .collect()
}
