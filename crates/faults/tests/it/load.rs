//! Writers that never give up: each act is sent under its own id until it is acknowledged.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::http::Client;
use crate::site::{MOHARRAR_2, entry, moharrar, new_id, report};

/// An act that was acknowledged, as its receipt says.
#[derive(Clone, Debug)]
pub struct Acked {
    pub id: String,
    pub office: String,
    pub seq: u64,
    pub entries: BTreeSet<String>,
    /// It had been written before: the first receipt was lost on its way.
    pub repeated: bool,
}

impl Acked {
    pub fn of(receipt: &serde_json::Value) -> Self {
        let entries = receipt["entries"].as_array().unwrap().iter();
        Self {
            id: receipt["act"].as_str().unwrap().to_owned(),
            office: receipt["office"].as_str().unwrap().to_owned(),
            seq: receipt["seq"].as_u64().unwrap(),
            entries: entries.map(|e| e.as_str().unwrap().to_owned()).collect(),
            repeated: receipt["repeated"].as_bool().unwrap(),
        }
    }
}

/// Writers at work.
pub struct Load {
    port: Arc<AtomicU16>,
    stop: Arc<AtomicBool>,
    acked: Arc<AtomicU32>,
    threads: Vec<JoinHandle<Vec<Acked>>>,
}

impl Load {
    /// Starts so many writers, of two officers in two stations, signed in once for the whole time.
    pub fn start(port: u16, writers: u32) -> Self {
        let clients = [Client::sign_in(port, &moharrar()), Client::sign_in(port, MOHARRAR_2)];
        let (port, stop) = (Arc::new(AtomicU16::new(port)), Arc::new(AtomicBool::new(false)));
        let acked = Arc::new(AtomicU32::new(0));
        let start = |n: u32| {
            let client = clients[n as usize % clients.len()].clone();
            let (port, stop, acked) = (port.clone(), stop.clone(), acked.clone());
            std::thread::spawn(move || write(n, client, &port, &stop, &acked))
        };
        let threads = (0..writers).map(start).collect();
        Self { port, stop, acked, threads }
    }

    /// The server is now there.
    pub fn moved(&self, port: u16) {
        self.port.store(port, Ordering::SeqCst);
    }

    /// How many acts were acknowledged so far.
    pub fn acked(&self) -> u32 {
        self.acked.load(Ordering::SeqCst)
    }

    /// Waits until so many were acknowledged.
    pub fn wait_for(&self, acked: u32) {
        let began = Instant::now();
        while self.acked() < acked {
            assert!(began.elapsed() < Duration::from_secs(60), "only {} acknowledged", self.acked());
            assert!(self.threads.iter().all(|t| !t.is_finished()), "a writer gave up");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Every writer ends its act; gives all that was acknowledged.
    pub fn stop(self) -> Vec<Acked> {
        self.stop.store(true, Ordering::SeqCst);
        self.threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    }
}

fn write(n: u32, mut client: Client, port: &AtomicU16, stop: &AtomicBool, count: &AtomicU32) -> Vec<Acked> {
    let mut all = Vec::new();
    for i in 0.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        let number = n * 100_000 + i;
        // Every fifth act is a report, which makes entries in several books.
        let body =
            if i % 5 == 4 { report(number) } else { entry(&format!("فرضی اندراج {number}")) };
        let (id, began) = (new_id(), Instant::now());
        loop {
            client.port = port.load(Ordering::SeqCst);
            match client.act(&id, &body) {
                Ok(answer) if matches!(answer.status, 200 | 201) => {
                    all.push(Acked::of(&answer.json()));
                    count.fetch_add(1, Ordering::SeqCst);
                    break;
                }
                Ok(answer) if answer.status < 500 => panic!("{}: {}", answer.status, answer.text),
                Ok(_) | Err(_) => std::thread::sleep(Duration::from_millis(10)),
            }
            assert!(began.elapsed() < Duration::from_secs(90), "act {id} was never acknowledged");
        }
    }
    all
}
