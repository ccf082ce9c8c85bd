//! The nightly cross-check over a district: seconds, and how much more memory it holds at its peak.

use roznamcha_acts::kinds::{Body, DiaryOpen, FirSign, OfficeOpen};
use roznamcha_acts::{Act, ActId, Moment};
use roznamcha_store::Proposal;
use roznamcha_trial::{DISTRICT, Node};
use std::time::Instant;
use uuid::Uuid;

use crate::BenchError;
use crate::report::{Aim, Report};

/// Stations of the district.
const STATIONS: u64 = 30;
/// Acts of one transaction while the district is filled.
const BATCH: usize = 1_000;
/// What a nightly check may take, and hold.
const NIGHT_SECONDS: f64 = 3_600.0;
const MOST_MB: f64 = 150.0;

fn station(n: u64) -> String {
    format!("BEN-{n:02}")
}

fn proposal(office: &str, n: u64, now: Moment, body: Body) -> Proposal {
    let act = Act {
        id: ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("{office}/{n}").as_bytes())),
        office: office.to_owned(),
        officer: "bench".to_owned(),
        rank: "inspector".to_owned(),
        happened: now,
        informed: None,
        stated: now,
        basis: Vec::new(),
        body,
    };
    Proposal { act, province: "PB".to_owned(), by: None }
}

/// Opens the stations, and registers the cases: every other report is signed, no copy is sent.
async fn fill(node: &Node, cases: u64) -> Result<(), BenchError> {
    let system = node.records.system();
    let now = node.records.now();
    for n in 1..=STATIONS {
        let open = OfficeOpen {
            code: station(n),
            office_kind: "police_station".to_owned(),
            name_en: format!("Bench {n} (synthetic)"),
            name_ur: format!("پیمائش {n} (فرضی)"),
            province: "PB".to_owned(),
            diary_hour: 8,
        };
        node.act(&system.caller(DISTRICT), Body::OfficeOpen(open)).await?;
        let office = station(n);
        let mut batch = vec![proposal(&office, 0, now, Body::DiaryOpen(DiaryOpen::on(now.day())))];
        let last = cases / STATIONS + u64::from(n <= cases % STATIONS);
        for i in 1..=last {
            let fir = proposal(
                &office,
                i * 2,
                now,
                Body::FirRegister(roznamcha_trial::fir(u32::try_from(i).unwrap_or(1), now)),
            );
            let id = fir.act.id.to_string();
            batch.push(fir);
            if i % 2 == 0 {
                batch.push(proposal(&office, i * 2 + 1, now, Body::FirSign(FirSign { fir: id })));
            }
            if batch.len() >= BATCH || i == last {
                write(node, std::mem::take(&mut batch)).await?;
            }
        }
    }
    Ok(())
}

async fn write(node: &Node, batch: Vec<Proposal>) -> Result<(), BenchError> {
    for outcome in node.store.write_many(batch, None).await? {
        outcome.map_err(|refusal| BenchError::Answer(refusal.to_string()))?;
    }
    Ok(())
}

/// The most memory held since the last call, in megabytes.
fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    // From here on the system counts anew.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let kb = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).and_then(|l| l.split_whitespace().next());
    kb.and_then(|k| k.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// The whole part.
///
/// # Errors
/// [`BenchError`]; also where what must be found is not.
pub async fn run(cases: u64, report: &mut Report) -> Result<(), BenchError> {
    println!("the nightly check over {STATIONS} stations and {cases} cases (SQLite)");
    let node = Node::new().await?;
    let began = Instant::now();
    fill(&node, cases).await?;
    println!("    filled in {:.0} s", began.elapsed().as_secs_f64());
    node.clock.set(node.records.now().plus_seconds(2 * 86_400));
    peak_mb();
    let before = peak_mb();
    let rows = std::sync::atomic::AtomicU64::new(0);
    let began = Instant::now();
    let system = node.records.system();
    let count = |done, _| rows.store(done, std::sync::atomic::Ordering::Relaxed);
    let checked = system.crosscheck(Some(DISTRICT), &count).await?;
    let took = began.elapsed().as_secs_f64();
    let grown = (peak_mb() - before).max(0.0);
    let unsigned: u64 =
        checked.iter().filter_map(|o| o.night.counts.get("fir-unsigned")).map(|c| c.count).sum();
    let expected = checked_unsigned(cases);
    if unsigned != expected {
        return Err(BenchError::Answer(format!("{unsigned} unsigned reports found, {expected} written")));
    }
    report.line("nightly check", "s", took, "s of a night allowed", NIGHT_SECONDS, Aim::AtMost(1.0));
    report.line("its peak above rest", "MB", grown, "MB allowed", MOST_MB, Aim::AtMost(1.0));
    let rows = rows.load(std::sync::atomic::Ordering::Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let rate = rows as f64 / took.max(1e-9);
    println!("    {} stations, {rows} rows, {rate:.0} rows/s", checked.len());
    Ok(())
}

/// Every odd report of a station is not signed.
fn checked_unsigned(cases: u64) -> u64 {
    (1..=STATIONS).map(|n| (cases / STATIONS + u64::from(n <= cases % STATIONS)).div_ceil(2)).sum()
}
