//! An audit log that cannot be written.

use roznamcha_trial::STATION;

use crate::http::Client;
use crate::server::Server;
use crate::site::{Site, moharrar, new_id, now, report};

#[test]
fn a_server_without_its_audit_log_shows_nothing() {
    let site = Site::new();
    let server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &moharrar());
    let receipt = client.act(&new_id(), &report(7)).unwrap().json();
    let name = "فرضی شخص 7";
    let day = now().day();
    let fir = format!("/api/v1/firs/{}", receipt["act"].as_str().unwrap());
    let paths = [
        fir.clone(),
        format!("/api/v1/offices/{STATION}/diary/{day}"),
        format!("/api/v1/offices/{STATION}/registers/1"),
        "/api/v1/firs".to_owned(),
    ];
    assert!(client.get(&fir).unwrap().text.contains(name));

    let behind = rusqlite::Connection::open(site.place.path()).unwrap();
    behind.execute_batch("ALTER TABLE audit RENAME TO audit_gone").unwrap();
    for path in &paths {
        let answer = client.get(path).unwrap();
        assert_eq!(answer.status, 503, "{path}: {}", answer.text);
        assert!(!answer.text.contains("فرضی"), "{path}: {}", answer.text);
        assert_eq!(answer.json()["code"], "door-audit-down");
    }
    behind.execute_batch("ALTER TABLE audit_gone RENAME TO audit").unwrap();
    for path in &paths {
        assert_eq!(client.get(path).unwrap().status, 200, "{path}");
    }
    assert!(client.get(&fir).unwrap().text.contains(name));
}
