//! A furnished data folder, made once for each test, and acts to send to it.

use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_store::{Clock as _, FixedClock, SystemClock};
use roznamcha_trial::{Node, STATION, STATION_2, officer_of};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

use crate::program::Place;

/// A folder with a node in it; the diaries of both stations are open.
pub struct Site {
    pub dir: TempDir,
    pub place: Place,
}

pub fn now() -> Moment {
    SystemClock.now()
}

pub fn moharrar() -> String {
    officer_of(Role::Moharrar)
}

/// The moharrar of the second station.
pub const MOHARRAR_2: &str = "TRL-moharrar-2";

impl Site {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let place = Place::file(&dir.path().join("data"));
        Self::furnish(&place);
        Self { dir, place }
    }

    /// Puts a furnished database into a folder.
    pub fn furnish(place: &Place) {
        fs::create_dir_all(&place.data).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("node.db");
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let clock = Arc::new(FixedClock::new(now()));
            let store = Node::sqlite(&path, clock.clone()).unwrap();
            let node = Node::over(store, clock, folder).await.unwrap();
            node.open_day().await.unwrap();
            let second = node.records.system().as_officer(MOHARRAR_2).await.unwrap();
            node.act(&second, roznamcha_trial::diary_open(now().day())).await.unwrap();
            let whole = rusqlite::Connection::open(&path).unwrap();
            whole.execute("VACUUM INTO ?1", [place.path().display().to_string()]).unwrap();
            drop(whole);
            node.store.close().await.unwrap();
        });
    }

    /// Another folder with a copy of a stopped node.
    pub fn copy(&self, name: &str) -> Place {
        let place = Place::file(&self.dir.path().join(name));
        fs::create_dir_all(&place.data).unwrap();
        copy_folder(&self.place.data, &place.data);
        place
    }

    /// Exports both stations' journals and verifies them as an outsider does.
    pub fn verified(&self, place: &Place) {
        for office in [STATION, STATION_2] {
            let file = self.dir.path().join(format!("{office}-{}.jsonl", uuid::Uuid::new_v4()));
            let file = file.display().to_string();
            place.good(&["export", office, "--out", &file]);
            let done = std::process::Command::new(crate::program::program()).args(["verify", &file]).output();
            let done = done.unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        }
    }
}

/// Copies what a folder holds, and the folders in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(|f| f.unwrap().path()) {
        let there = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copy_folder(&file, &there);
        } else {
            fs::copy(&file, &there).unwrap();
        }
    }
}

pub fn new_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// An entry in the diary.
pub fn entry(text: &str) -> Value {
    json!({"kind": "diary.write", "subject": "misc", "text": text})
}

/// A report.
pub fn report(n: u32) -> Value {
    let mut body = serde_json::to_value(roznamcha_trial::fir(n, now())).unwrap();
    body["kind"] = json!("fir.register");
    body
}
