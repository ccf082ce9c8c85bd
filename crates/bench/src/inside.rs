//! Where an act's time goes: the rules, the journal's hashes, the policies, and what is left for the disk.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::engine::Circumstances;
use roznamcha_acts::law::{Law, Section};
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::{Act, ActId};
use roznamcha_journal::Salt;
use roznamcha_records::NewAct;
use roznamcha_trial::{Node, STATION, diary_open, diary_write, fir, officer_of};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;
use uuid::Uuid;

use crate::BenchError;
use crate::client::Client;
use crate::site::Site;

struct AllLaw;
impl Law for AllLaw {
    fn section(&self, _: &str, _: &str, _: jiff::civil::Date) -> Option<Section> {
        Some(Section { cognizable: Some(true), ..Section::default() })
    }
}

fn micros(what: &str, rounds: u32, mut work: impl FnMut()) {
    let began = Instant::now();
    for _ in 0..rounds {
        work();
    }
    println!("    {what:<56} {:>8.1} µs", began.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run() -> Result<(), BenchError> {
    println!("where an act's time goes (one core, in memory)");
    let node = Node::new().await?;
    let now = node.records.now();
    let mut ledger = Ledger::new();
    let mut n: u64 = 0;
    let mut write = |body| {
        n += 1;
        let act = Act {
            id: ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, &n.to_be_bytes())),
            office: STATION.to_owned(),
            officer: "TRL-moharrar".to_owned(),
            rank: "asi".to_owned(),
            happened: now,
            informed: None,
            stated: now,
            basis: Vec::new(),
            body,
        };
        let at = Circumstances { written: now, province: "PB", law: &AllLaw };
        ledger.write(act, at, Salt([7; 32])).is_ok()
    };
    write(diary_open(now.day()));
    micros("rules, views, journal link: diary entry", 2_000, || {
        write(diary_write("معمول کا گشت"));
    });
    micros("rules, views, journal link: FIR (5 entries)", 1_000, || {
        write(fir(1, now).into());
    });
    let moharrar = node.as_role(Role::Moharrar).await?;
    micros("policies: may this officer write here", 500, || {
        node.records.may(&moharrar, Action::WriteDiary, ResourceKind::Office, STATION);
    });
    let content = vec![b'x'; 900];
    micros("commitment and leaf hash of 900 + 600 bytes", 20_000, || {
        std::hint::black_box(roznamcha_journal::commitment(&Salt([1; 32]), &content));
        std::hint::black_box(roznamcha_journal::leaf_hash(content.get(..600).unwrap_or(&content)));
    });
    ways(Site::sqlite().await?).await?;
    ways(Site::postgres().await?).await
}

/// The same act by ways that differ in one thing: what differs between them is what that thing costs.
async fn ways(site: Site) -> Result<(), BenchError> {
    let rounds = 2_000;
    println!("    {}, one writer, one act after another:", site.name());
    let mut hop = Hop::new();
    micros("  another thread is woken and wakes this one", rounds, || hop.there_and_back());
    let token = site.node.token(&officer_of(Role::Moharrar)).await?;
    let mut client = Client::connect(site.address, &format!("Authorization: Bearer {token}\r\n")).await?;
    let began = Instant::now();
    for _ in 0..rounds {
        client.send("GET", "/api/v1/openapi-none", b"").await?;
    }
    told("  a request that is answered without the database", began, rounds);
    let began = Instant::now();
    for _ in 0..rounds {
        let claim = site.node.records.claim(&token, "bench").await?;
        let new = NewAct::now(ActId(Uuid::new_v4()), diary_write("معمول کا گشت"));
        site.node.records.perform_claimed(&claim, new).await?;
    }
    told("  an act through the door, without HTTP", began, rounds);
    Ok(())
}

fn told(what: &str, began: Instant, rounds: u32) {
    println!("    {what:<56} {:>8.1} µs", began.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
}

/// A thread that answers whatever it is sent.
struct Hop {
    there: mpsc::Sender<()>,
    back: mpsc::Receiver<()>,
}

impl Hop {
    fn new() -> Self {
        let (there, heard) = mpsc::channel();
        let (said, back) = mpsc::channel();
        thread::spawn(move || heard.iter().try_for_each(|()| said.send(())));
        Self { there, back }
    }

    fn there_and_back(&mut self) {
        if self.there.send(()).is_ok() {
            let _ = self.back.recv();
        }
    }
}
