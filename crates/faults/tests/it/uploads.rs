//! SIGKILL while files are being sent and finished, and a disk that is full: an acknowledged part is kept, a file is
//! there whole or not at all.

use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU64, Ordering};
use std::time::Duration;

use crate::http::{Answer, Client};
use crate::kills::pause;
use crate::program::setting;
use crate::server::Server;
use crate::site::{Site, moharrar, new_id, report};

/// Parts of this length.
const PART: usize = 48 * 1024;

fn pdf(n: u64) -> Vec<u8> {
    let words = format!("synthetic {n} ").repeat(40_000);
    format!("%PDF-1.4\n% {words}\n%%EOF\n").into_bytes()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// A server that moves from port to port as it is killed and started again.
struct Line {
    port: AtomicU16,
    token: String,
    stop: AtomicBool,
    /// Files that were finished.
    done: AtomicU64,
}

impl Line {
    /// Asks until there is an answer.
    fn ask(&self, call: impl Fn(&Client) -> Result<Answer, Error>) -> Answer {
        loop {
            let client = Client::new(self.port.load(Ordering::SeqCst), &self.token);
            match call(&client) {
                Ok(answer) if answer.status < 500 => return answer,
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Sends one file under one id, whatever happens, and checks that nothing acknowledged was lost.
    fn send(&self, bytes: &[u8]) -> String {
        let (id, sha256) = (new_id(), hash(bytes));
        let promise = json!({"id": id, "size": bytes.len(), "sha256": sha256});
        let begun = self.ask(|c| c.post("/api/v1/uploads", &promise));
        assert_eq!(begun.status, 200, "{}", begun.text);
        let mut acked = 0;
        while acked < bytes.len() {
            let end = (acked + PART).min(bytes.len());
            let path = format!("/api/v1/uploads/{id}/parts/{acked}");
            let answer = self.ask(|c| c.put(&path, &bytes[acked..end]));
            assert_eq!(answer.status, 200, "at {acked}: {}", answer.text);
            acked = usize::try_from(answer.json()["received"].as_u64().unwrap()).unwrap();
            assert!(acked >= end, "an acknowledged part is gone: {acked} of {end}");
        }
        let finished = self.ask(|c| c.post(&format!("/api/v1/uploads/{id}/finish"), &json!({})));
        assert_eq!(finished.status, 200, "{}", finished.text);
        assert_eq!(finished.json()["sha256"], sha256.as_str());
        sha256
    }
}

#[test]
fn kills_in_an_upload_lose_the_part_in_flight_and_nothing_else() {
    let kills = setting("FAULT_KILLS", 25);
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &moharrar());
    let case = client.act(&new_id(), &report(1)).unwrap().json()["act"].as_str().unwrap().to_owned();
    let line = Arc::new(Line {
        port: AtomicU16::new(server.port),
        token: client.token,
        stop: AtomicBool::new(false),
        done: AtomicU64::new(0),
    });
    let sending = {
        let line = line.clone();
        std::thread::spawn(move || {
            let mut sent = Vec::new();
            while !line.stop.load(Ordering::SeqCst) {
                let bytes = pdf(sent.len() as u64);
                sent.push((line.send(&bytes), bytes));
                line.done.fetch_add(1, Ordering::SeqCst);
            }
            sent
        })
    };
    for n in 0..kills {
        std::thread::sleep(pause(n));
        server.kill();
        server = Server::start(&site.place);
        line.port.store(server.port, Ordering::SeqCst);
    }
    line.stop.store(true, Ordering::SeqCst);
    let sent = sending.join().unwrap();
    assert!(!sent.is_empty());
    for (sha256, bytes) in &sent {
        let act = new_id();
        let body = json!({"kind": "attach.add", "to": case,
            "files": [{"sha256": sha256, "kind": "document", "title": "فرضی"}]});
        let attached = line.ask(|c| c.act(&act, &body));
        assert_eq!(attached.status, 201, "{}", attached.text);
        let file = line.ask(|c| c.get(&format!("/api/v1/attachments/{act}/files/{sha256}")));
        assert_eq!(file.text.as_bytes(), bytes.as_slice());
    }
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    site.place.good(&["fsck"]);
    println!("{kills} kills, {} files sent whole, no acknowledged part lost", sent.len());
}

#[test]
fn a_full_disk_takes_no_part_and_goes_on_when_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let disk = match crate::full::Disk::mount(&dir.path().join("disk")) {
        Ok(disk) => disk,
        // Even in CI only root may mount.
        Err(why) => return println!("SKIPPED: no disk can be mounted here (root only): {why}"),
    };
    let place = crate::program::Place::file(&disk.0);
    Site::furnish(&place);
    let mut server = Server::start(&place);
    let client = Client::sign_in(server.port, &moharrar());
    let (bytes, id) = (pdf(1), new_id());
    let promise = json!({"id": id, "size": bytes.len(), "sha256": hash(&bytes)});
    assert_eq!(client.post("/api/v1/uploads", &promise).unwrap().status, 200);
    let path = |offset: usize| format!("/api/v1/uploads/{id}/parts/{offset}");
    assert_eq!(client.put(&path(0), &bytes[..PART]).unwrap().status, 200);
    let filler = disk.fill();
    let full = client.put(&path(PART), &bytes[PART..2 * PART]).unwrap();
    assert_eq!(full.status, 507, "{}", full.text);
    let stands = client.get(&format!("/api/v1/uploads/{id}")).unwrap();
    assert_eq!(stands.json()["received"], PART, "{}", stands.text);
    std::fs::remove_file(filler).unwrap();
    for start in (PART..bytes.len()).step_by(PART) {
        let part = &bytes[start..(start + PART).min(bytes.len())];
        assert_eq!(client.put(&path(start), part).unwrap().status, 200);
    }
    let done = client.post(&format!("/api/v1/uploads/{id}/finish"), &json!({})).unwrap();
    assert_eq!(done.status, 200, "{}", done.text);
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    place.good(&["fsck"]);
    drop(server);
    drop(disk);
}
