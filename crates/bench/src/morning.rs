//! A station's morning: the diary opened, forty acts, ten prints, the diary closed, each durable before the next is begun.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::{Accused, Body, DiaryClose, FirRegister};
use roznamcha_print::Press;
use roznamcha_sheets::Copyist;
use roznamcha_trial::{
    Node, STATION, arrest, article, diary_write, fir, officer_of, party, statement, zimni,
};
use roznamcha_words::{Lang, Words};
use std::sync::Arc;
use std::time::Instant;

use crate::report::{Aim, Report};
use crate::{BenchError, floor};

/// Acts between the opening and the closing of the diary.
const ACTS: u32 = 40;
/// Sheets printed.
const PRINTS: u32 = 10;
/// Cases registered among the acts; each brings a case diary, a statement, an arrest and an article with it.
const CASES: u32 = 4;

/// Processor time this process has used, in seconds.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in brackets: field 12 is user time, 13 system time, in hundredths of a second.
    let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks: f64 = after.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    ticks / 100.0
}

async fn acts(node: &Node) -> Result<Vec<String>, BenchError> {
    let moharrar = node.as_role(Role::Moharrar).await?;
    let io = node.as_role(Role::Io).await?;
    let (mut cases, mut done) = (Vec::new(), 0);
    for n in 1..=CASES {
        node.clock.set(node.records.now().plus_seconds(300));
        let accused = vec![Accused { person: party(90), description: String::new() }];
        let report = FirRegister { accused, io: Some(officer_of(Role::Io)), ..fir(n, node.records.now()) };
        let case = node.act(&moharrar, report.into()).await?.act;
        node.clock.set(node.records.now().plus_seconds(600));
        let now = node.records.now();
        node.act(&io, zimni(&case, now)).await?;
        node.act(&io, statement(&case, n, now)).await?;
        node.act(&io, arrest(&case, now)).await?;
        node.act(&moharrar, article(&case)).await?;
        cases.push(case);
        done += 5;
    }
    for _ in done..ACTS {
        node.clock.set(node.records.now().plus_seconds(120));
        node.act(&moharrar, diary_write("نائب محرر گشت پر روانہ ہوا، علاقہ میں امن ہے۔")).await?;
    }
    Ok(cases)
}

async fn prints(node: &Node, copyist: &Copyist, cases: &[String]) -> Result<(), BenchError> {
    let sho = node.as_role(Role::Sho).await?;
    for case in cases.iter().cycle().take(usize::try_from(PRINTS - 1).unwrap_or(0)) {
        let sho = sho.clone().for_purpose(Purpose::Supervision, case);
        copyist.fir(&sho, Lang::Ur, node.id(), case, ("fir", "station")).await?;
    }
    let sho = sho.for_purpose(Purpose::Supervision, STATION);
    copyist.diary(&sho, node.id(), STATION, node.records.now().day()).await?;
    Ok(())
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(report: &mut Report) -> Result<(), BenchError> {
    println!("a station's morning: diary opened, {ACTS} acts, {PRINTS} prints, diary closed (SQLite)");
    let node = Node::new().await?;
    let words = Arc::new(Words::load().map_err(|e| BenchError::Answer(e.to_string()))?);
    let press = Arc::new(Press::new().map_err(|e| BenchError::Answer(e.to_string()))?);
    let copyist = Copyist::new(node.records.clone(), words, press, "http://node.example");
    let (began, used) = (Instant::now(), processor());
    node.open_day().await?;
    let cases = acts(&node).await?;
    let written = began.elapsed().as_secs_f64();
    prints(&node, &copyist, &cases).await?;
    let printed = began.elapsed().as_secs_f64() - written;
    node.clock.set(node.records.now().plus_seconds(3_600));
    let moharrar = node.as_role(Role::Moharrar).await?;
    let close = DiaryClose {
        counted_paisa: 0,
        difference_reason: None,
        book_paisa: 0,
        remarks: "سب خیریت".to_owned(),
    };
    node.act(&moharrar, Body::from(close)).await?;
    let (whole, used) = (began.elapsed().as_secs_f64(), processor() - used);
    println!(
        "    {whole:.2} s in all: acts {written:.2} s, prints {printed:.2} s; {used:.2} s of processor time"
    );
    let dir = tempfile::tempdir()?;
    let commits = floor::sqlite_commits(dir.path(), std::time::Duration::from_secs(2), 1)?;
    let floor = f64::from(ACTS + PRINTS + 2) * 1e3 / commits.max(1e-9);
    report.line("a station's morning", "ms", whole * 1e3, "ms of as many bare commits", floor, Aim::None);
    Ok(())
}
