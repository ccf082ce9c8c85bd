//! A disk that is full, and then not.

use roznamcha_trial::STATION;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::http::Client;
use crate::program::{Place, skip};
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id, report};
use crate::truth::Truth;

/// A small disk of its own, unmounted when dropped.
pub struct Disk(pub PathBuf);

impl Disk {
    pub fn mount(at: &Path) -> Result<Self, String> {
        fs::create_dir(at).unwrap();
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(at).output();
        let done = done.map_err(|e| e.to_string())?;
        if done.status.success() {
            Ok(Self(at.to_owned()))
        } else {
            Err(String::from_utf8_lossy(&done.stderr).trim().to_owned())
        }
    }

    /// Takes all the room there is.
    pub fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        let mut file = File::create(&path).unwrap();
        for size in [1 << 20, 4096] {
            let chunk = vec![7; size];
            while file.write_all(&chunk).is_ok() {}
        }
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_refuses_writes_and_recovers_without_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let disk = match Disk::mount(&dir.path().join("disk")) {
        Ok(disk) => disk,
        // Even in CI only root may mount.
        Err(why) => return println!("SKIPPED: no disk can be mounted here (root only): {why}"),
    };
    if let Err(why) = File::create(disk.0.join("probe")) {
        return skip(&why.to_string());
    }
    let place = Place::file(&disk.0);
    Site::furnish(&place);
    let mut server = Server::start(&place);
    let client = Client::sign_in(server.port, &moharrar());
    let fir = client.act(&new_id(), &report(1)).unwrap();
    assert_eq!(fir.status, 201, "{}", fir.text);

    let filler = disk.fill();
    // The log may have a little room left of its own.
    let mut refused = None;
    let mut acked = 0;
    for n in 0..200 {
        let (id, body) = (new_id(), entry(&format!("فرضی اندراج {n}")));
        let answer = client.act(&id, &body).unwrap();
        match answer.status {
            201 => acked += 1,
            status => {
                refused = Some((status, answer, id, body));
                break;
            }
        }
    }
    let (status, answer, id, body) = refused.expect("a full disk takes no more acts");
    assert_eq!(status, 507, "{}", answer.text);
    assert_eq!(answer.json()["code"], "door-full");
    assert!(answer.json()["detail"].as_str().unwrap().len() > 20, "{}", answer.text);

    // What names no person is read on; what does needs its audit row first, and is not shown without it.
    for path in ["/api/v1/offices", "/api/v1/acts/kinds", "/health/live"] {
        let answer = client.get(path).unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    }
    let day = crate::site::now().day();
    let diary = client.get(&format!("/api/v1/offices/{STATION}/diary/{day}")).unwrap();
    println!("full: {acked} more acts, then 507; the diary answers {}", diary.status);
    assert!(matches!(diary.status, 200 | 503), "{}", diary.text);

    fs::remove_file(filler).unwrap();
    assert!(server.ended().is_none(), "{}", server.said());
    let again = client.act(&id, &body).unwrap();
    assert_eq!(again.status, 201, "{}", again.text);
    assert_eq!(client.get(&format!("/api/v1/offices/{STATION}/diary/{day}")).unwrap().status, 200);
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    Truth::in_file(&place.path()).is_gapless();
    place.good(&["fsck"]);
    drop(server);
    drop(disk);
}
