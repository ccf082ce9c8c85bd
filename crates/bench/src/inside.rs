//! Where an act's time goes: the rules, the journal's hashes, the policies, and what is left for the disk.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::engine::Circumstances;
use roznamcha_acts::law::{Law, Section};
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::{Act, ActId};
use roznamcha_journal::Salt;
use roznamcha_trial::{Node, STATION, diary_open, diary_write, fir};
use std::time::Instant;
use uuid::Uuid;

use crate::BenchError;

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
    println!("    the rest of an act's milliseconds is the commit itself: see bare commits above");
    Ok(())
}
