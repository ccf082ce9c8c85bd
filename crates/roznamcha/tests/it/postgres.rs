//! The same program on PostgreSQL: roles with the least they need, and a backup that goes from one database to the other.

use crate::program::{Server, done, furnish, value};
use roznamcha_cluster::Cluster;

#[test]
fn a_backup_of_postgres_restores_into_sqlite_with_the_same_state() {
    let cluster = Cluster::shared().unwrap();
    cluster.create_database("desk").unwrap();
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let owner = cluster.url("desk");
    done(from.path(), &["provision", "--database", &owner]);
    let app = cluster.url_as("desk_app", "desk");
    std::fs::write(from.path().join("roznamcha.toml"), format!("database = \"{app}\"\n")).unwrap();
    furnish(from.path());
    let server = Server::start(from.path(), &[]);
    assert!(server.get("/health/ready", &[]).0.starts_with("http/1.1 200"));
    drop(server);
    assert!(done(from.path(), &["fsck"]).contains("no differences"));
    let hash = done(from.path(), &["hash"]);
    let file = from.path().join("one.backup");
    let said = done(from.path(), &["backup", file.to_str().unwrap()]);
    assert_eq!(value(&said, "state"), hash.trim());
    done(to.path(), &["restore", file.to_str().unwrap()]);
    assert_eq!(done(to.path(), &["hash"]), hash);
}
