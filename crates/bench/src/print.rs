//! Ten prints of each document, warm: read through the door, counted durably, filled, set, written as PDF/A.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::Body;
use roznamcha_print::Press;
use roznamcha_sheets::{Copyist, Printed};
use roznamcha_trial::{Node, arrest, article, diary_write, fir, nominate, opened_case, statement, zimni};
use roznamcha_words::{Lang, Words};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::BenchError;
use crate::times::percentile;

/// Prints of each document.
const PRINTS: usize = 10;

fn said(name: &str, pdf: usize, mut times: Vec<Duration>) {
    let whole: Duration = times.iter().sum();
    let (p50, worst) = (percentile(&mut times, 0.5), percentile(&mut times, 1.0));
    println!(
        "    {name:<28} p50 {p50:>6.1} ms   worst {worst:>6.1} ms   {PRINTS} prints {:>6.2} s   {:>5} KB",
        whole.as_secs_f64(),
        pdf / 1024
    );
}

async fn case(node: &Node) -> Result<(String, String), BenchError> {
    let case = opened_case(node, fir(1, node.records.now())).await?;
    let io = node.as_role(Role::Io).await?;
    node.clock.set(node.records.now().plus_seconds(600));
    let now = node.records.now();
    for n in 0..10 {
        node.act(&io, zimni(&case, now)).await?;
        node.act(&io, statement(&case, n, now)).await?;
    }
    node.act(&io, Body::from(nominate(&case, 91))).await?;
    let arrested = node.act(&io, arrest(&case, now)).await?.act;
    let moharrar = node.as_role(Role::Moharrar).await?;
    node.act(&moharrar, article(&case)).await?;
    for i in 0..40 {
        node.act(&moharrar, diary_write(&format!("معمول کا اندراج نمبر {i}، علاقہ میں امن و امان ہے۔")))
            .await?;
    }
    Ok((case, arrested))
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run() -> Result<(), BenchError> {
    println!("{PRINTS} prints of each document, warm, each counted as a durable act (SQLite)");
    let node = Node::new().await?;
    let words = Arc::new(Words::load().map_err(|e| BenchError::Answer(e.to_string()))?);
    let press = Arc::new(Press::new().map_err(|e| BenchError::Answer(e.to_string()))?);
    let copyist = Copyist::new(node.records.clone(), words, press, "http://node.example");
    let (case, arrested) = case(&node).await?;
    let io = node.as_role(Role::Io).await?.for_purpose(Purpose::Investigation, &case);
    let sho = node.as_role(Role::Sho).await?.for_purpose(Purpose::Supervision, &case);
    let day = node.records.now().day();
    let documents = [
        "FIR",
        "diary of the day",
        "arrest memo",
        "remand application",
        "custody form",
        "case diary",
        "case file",
    ];
    for name in documents {
        let (mut times, mut size) = (Vec::new(), 0);
        // The first print warms what the typesetter remembers of the fonts.
        for n in 0..=PRINTS {
            let began = Instant::now();
            let printed: Printed = match name {
                "FIR" => copyist.fir(&io, Lang::Ur, node.id(), &case, ("fir", "station")).await?,
                "diary of the day" => copyist.diary(&sho, node.id(), roznamcha_trial::STATION, day).await?,
                "arrest memo" => copyist.case_form(&io, Lang::Ur, node.id(), &case, &arrested).await?,
                "remand application" => {
                    copyist.case_form(&io, Lang::Ur, node.id(), &case, "remand-1").await?
                }
                "custody form" => copyist.case_form(&io, Lang::Ur, node.id(), &case, "custody-1").await?,
                "case diary" => copyist.case_form(&io, Lang::Ur, node.id(), &case, "zimni-5").await?,
                _ => copyist.case_form(&io, Lang::Ur, node.id(), &case, "file").await?,
            };
            size = printed.pdf.len();
            if n > 0 {
                times.push(began.elapsed());
            }
        }
        said(name, size, times);
    }
    Ok(())
}
