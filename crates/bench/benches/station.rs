//! `./run bench [-- PARTS] [--seconds N] [--rows N] [--cases N] [--acts N] [--json]`

use roznamcha_bench::report::Report;
use roznamcha_bench::{
    BenchError, acts, case, crosscheck, import, inside, memory, morning, posting, print, readers,
};
use std::time::Duration;

const PARTS: [&str; 10] =
    ["acts", "where", "posting", "morning", "import", "readers", "case", "print", "crosscheck", "memory"];

/// What the benchmarks of other crates are called: asked for alone, they run alone.
const OTHERS: [&str; 1] = ["appearance"];

fn number(arguments: &[String], name: &str, default: u64) -> u64 {
    let at = arguments.iter().position(|a| a == name);
    at.and_then(|i| arguments.get(i + 1)).and_then(|n| n.parse().ok()).unwrap_or(default)
}

#[tokio::main]
async fn main() -> Result<(), BenchError> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let named: Vec<&str> = PARTS.into_iter().filter(|p| arguments.iter().any(|a| a == p)).collect();
    if named.is_empty() && arguments.iter().any(|a| OTHERS.contains(&a.as_str())) {
        return Ok(());
    }
    let parts = if named.is_empty() { PARTS.to_vec() } else { named };
    let span = Duration::from_secs(number(&arguments, "--seconds", 8));
    let mut report = Report::new(arguments.iter().any(|a| a == "--json"));
    for part in parts {
        match part {
            "acts" => acts::run(span, &mut report).await?,
            "where" => inside::run().await?,
            "import" => import::run(number(&arguments, "--rows", 100_000), &mut report).await?,
            "posting" => posting::run(&mut report).await?,
            "morning" => morning::run(&mut report).await?,
            "readers" => readers::run(span).await?,
            "print" => print::run().await?,
            "case" => case::run(span, &mut report).await?,
            "crosscheck" => crosscheck::run(number(&arguments, "--cases", 200_000), &mut report).await?,
            _ => memory::run(number(&arguments, "--acts", 1_000_000), &mut report).await?,
        }
        println!();
    }
    report.end()
}
