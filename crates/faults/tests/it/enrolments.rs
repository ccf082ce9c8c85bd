//! SIGKILL among many enrolments: what was acknowledged is enrolled once, with its search, and journal and gallery say
//! the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roznamcha_access::Role;
use roznamcha_prints_synth::{Chance, Finger, Wear};
use roznamcha_trial::{STATION, officer_of, party};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::http::{Answer, Client};
use crate::kills::pause;
use crate::program::setting;
use crate::server::Server;
use crate::site::{Site, new_id, now};
use crate::truth::Truth;

const SEED: u64 = 23;
const WRITERS: u64 = 3;

/// One bound over under section 118, with two fingers of nobody.
fn bound_over(person: u64) -> Value {
    let print = |finger: u8| {
        let mut chance = Chance::of(SEED, &[person, u64::from(finger), 1]);
        let template = Finger::of(SEED, person, finger).impression(&Wear::default(), &mut chance);
        json!({"finger": finger, "template": STANDARD.encode(template.to_bytes().unwrap()), "quality": 70})
    };
    json!({
        "kind": "prints.enrol",
        "basis": "bond_s3",
        "order": {"authority": "فرضی عدالت", "number": "7/2026", "date": now().day().to_string()},
        "person": party(u32::try_from(person).unwrap()),
        "taken": now().plus_seconds(-60).to_string(),
        "taken_by": "فرضی سب انسپکٹر",
        "taken_rank": "si",
        "prints": [print(2), print(3)],
    })
}

/// A server that moves from port to port as it is killed and started again.
struct Line {
    port: AtomicU16,
    token: String,
    next: AtomicU64,
    many: u64,
    acked: Mutex<Vec<String>>,
}

impl Line {
    /// Asks until there is an answer.
    fn ask(&self, path: &str, body: &Value) -> Answer {
        loop {
            let client = Client::new(self.port.load(Ordering::SeqCst), &self.token);
            match client.post(path, body) {
                Ok(answer) if answer.status < 500 => return answer,
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Enrols people until all are, each under one id whatever happens.
    fn write(&self) {
        loop {
            let person = self.next.fetch_add(1, Ordering::SeqCst);
            if person >= self.many {
                return;
            }
            let id = new_id();
            let act = json!({"id": id, "office": STATION, "body": bound_over(person)});
            let answer = self.ask("/api/v1/prints/enrol", &json!({"act": act}));
            assert!(matches!(answer.status, 200 | 201), "{}", answer.text);
            assert!(answer.json()["search"]["act"].is_string(), "{}", answer.text);
            self.acked.lock().unwrap().push(id);
        }
    }

    fn acked(&self) -> u64 {
        self.acked.lock().unwrap().len() as u64
    }
}

#[test]
fn kills_among_enrolments_lose_none_and_double_none() {
    let (kills, many) = (setting("FAULT_KILLS", 8), setting("FAULT_ENROLMENTS", 240) as u64);
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &officer_of(Role::Cro));
    let line = Arc::new(Line {
        port: AtomicU16::new(server.port),
        token: client.token,
        next: AtomicU64::new(0),
        many,
        acked: Mutex::new(Vec::new()),
    });
    let began = Instant::now();
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let line = line.clone();
            std::thread::spawn(move || line.write())
        })
        .collect();
    let mut killed = 0;
    for n in 0..kills {
        // Each kill falls among enrolments: some were acknowledged since the last one, and some are still to come.
        let from = line.acked();
        while line.acked() < from + many / (kills as u64 * 2) && line.acked() + WRITERS < many {
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(pause(n) / 20);
        killed += usize::from(line.acked() + WRITERS < many);
        server.kill();
        server = Server::start(&site.place);
        line.port.store(server.port, Ordering::SeqCst);
    }
    writers.into_iter().for_each(|writer| writer.join().unwrap());
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    assert!(killed > kills / 2, "{killed} of {kills} kills fell among enrolments");

    let acked: BTreeSet<String> = line.acked.lock().unwrap().iter().cloned().collect();
    assert_eq!(acked.len() as u64, many);
    let truth = Truth::in_file(&site.place.path());
    truth.is_gapless();
    assert_eq!(truth.of_kind("prints.enrol"), acked, "none lost, none doubled, none that was not sent");
    assert_eq!(truth.of_kind("search.open").len() as u64, many, "each was searched for once");
    assert_eq!(truth.of_kind("search.list").len() as u64, many);
    let said = site.place.good(&["fsck"]);
    assert!(said.contains("no differences") && !said.contains("not compared"), "{said}");
    println!(
        "{killed} kills among {many} enrolments in {:.1} s: journal and gallery agree, 0 lost, 0 doubled",
        began.elapsed().as_secs_f64()
    );
}
