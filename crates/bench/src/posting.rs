//! What posting costs: the rules, every book an act belongs to, the journal's link, all in memory, beside the same acts
//! made durable one after another.

use roznamcha_access::Role;
use roznamcha_acts::engine::{self, Circumstances};
use roznamcha_acts::kinds::{Accused, FirRegister};
use roznamcha_acts::ledger::Ledger;
use roznamcha_acts::{Act, ActId, Moment};
use roznamcha_journal::{Salt, export};
use roznamcha_records::LawBook;
use roznamcha_statute::StatuteBook;
use roznamcha_trial::{
    Node, STATION, TrialError, arrest, article, diary_write, fir, officer_of, party, statement, zimni,
};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::BenchError;
use crate::report::{Aim, Report};

/// Cases of the run; each brings one act of each kind.
const CASES: u32 = 120;
/// The share of an act's durable commit that posting may cost.
const SHARE: f64 = 0.2;

/// Time spent on acts of a kind, and how many there were.
type Times = BTreeMap<String, (Duration, u32)>;

fn note(times: &mut Times, kind: &str, took: Duration) {
    let (sum, count) = times.entry(kind.to_owned()).or_default();
    *sum += took;
    *count += 1;
}

/// The same acts through the door, each durable when answered.
async fn durable(node: &Node) -> Result<Times, BenchError> {
    node.open_day().await?;
    let moharrar = node.as_role(Role::Moharrar).await?;
    let io = node.as_role(Role::Io).await?;
    let mut times = Times::new();
    for n in 1..=CASES {
        node.clock.set(node.records.now().plus_seconds(120));
        let now = node.records.now();
        let accused = vec![Accused { person: party(90), description: String::new() }];
        let report = FirRegister { accused, io: Some(officer_of(Role::Io)), ..fir(n, now) };
        let began = Instant::now();
        let case = node.act(&moharrar, report.into()).await?.act;
        note(&mut times, "fir.register", began.elapsed());
        node.clock.set(node.records.now().plus_seconds(120));
        let now = node.records.now();
        for (who, body) in [
            (&io, zimni(&case, now)),
            (&io, statement(&case, n, now)),
            (&io, arrest(&case, now)),
            (&moharrar, article(&case)),
            (&moharrar, diary_write("معمول کا گشت، علاقہ میں امن ہے۔")),
        ] {
            let kind = body.kind();
            let began = Instant::now();
            node.act(who, body).await?;
            note(&mut times, kind, began.elapsed());
        }
    }
    Ok(times)
}

/// The journal that was written, posted once more into books in memory.
async fn posted(node: &Node) -> Result<Times, BenchError> {
    let mut bytes = Vec::new();
    node.records.system().export(STATION, true, &mut bytes).await?;
    let wrong = |what: &str| BenchError::Answer(what.to_owned());
    let journal = export::read(&bytes).map_err(|e| BenchError::Answer(e.to_string()))?;
    let law = LawBook::new(StatuteBook::built_in().map_err(TrialError::from)?);
    let mut ledger = Ledger::new();
    let mut times = Times::new();
    for written in &journal.acts {
        let rec = engine::recall(written).map_err(|e| BenchError::Answer(e.to_string()))?;
        let header = &rec.header;
        let read = |hour: &str| hour.parse::<Moment>().map_err(|_| wrong("an hour that does not read"));
        let (at, kind) = (read(&header.written)?, header.kind.clone());
        let act = Act {
            id: header.act.parse().map(ActId).map_err(|_| wrong("an id that does not read"))?,
            office: header.office.clone(),
            officer: header.officer.clone(),
            rank: header.rank.clone(),
            happened: read(&header.happened)?,
            informed: header.informed.as_deref().map(read).transpose()?,
            stated: read(&header.stated)?,
            basis: header.basis.clone(),
            body: rec.body.clone().ok_or_else(|| wrong("an act without its words"))?,
        };
        let began = Instant::now();
        let at = Circumstances { written: at, province: "PB", law: &law };
        ledger.write(act, at, Salt([7; 32])).map_err(|e| BenchError::Answer(e.to_string()))?;
        note(&mut times, &kind, began.elapsed());
    }
    Ok(times)
}

fn mean(times: &Times, kind: &str) -> f64 {
    times.get(kind).map_or(0.0, |(sum, count)| sum.as_secs_f64() * 1e6 / f64::from((*count).max(1)))
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(report: &mut Report) -> Result<(), BenchError> {
    println!(
        "what posting to every book costs, beside the same act made durable (SQLite, {CASES} of each kind)"
    );
    let node = Node::new().await?;
    let durable = durable(&node).await?;
    let posted = posted(&node).await?;
    let (mut ours, mut whole) = (0.0, 0.0);
    for kind in durable.keys() {
        let (post, commit) = (mean(&posted, kind), mean(&durable, kind));
        (ours, whole) = (ours + post, whole + commit);
        report.line(&format!("posting of {kind}"), "µs", post, "durable, µs", commit, Aim::None);
    }
    report.line("posting, the mix", "µs", ours, "durable, µs", whole, Aim::AtMost(SHARE));
    Ok(())
}
