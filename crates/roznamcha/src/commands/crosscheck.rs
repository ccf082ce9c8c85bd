//! `roznamcha crosscheck`: the nightly check at once, over every station or those of one office.

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;
use crate::progress::Shown;
use roznamcha_statute::Severity;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Only the stations at or below this office
    #[arg(long, value_name = "CODE")]
    pub office: Option<String>,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    let shown = Shown::new("checking rows");
    let system = node.records.system();
    let checked = system.crosscheck(options.office.as_deref(), &|done, whole| shown.at(done, whole)).await;
    let seconds = shown.done();
    let checked = checked?;
    let (mut defects, mut others) = (0_u64, 0_u64);
    for office in &checked {
        for (id, count) in &office.night.counts {
            let law = node.records.statute().crosschecks().iter().find(|law| law.id == *id);
            let severity = law.map_or(Severity::Notice, |law| law.severity);
            let since = count.since.map_or_else(String::new, |day| format!(" since {day}"));
            println!("{severity} {} {id}: {}{since}", office.office, count.count);
            match severity {
                Severity::Defect => defects += count.count,
                Severity::Late | Severity::Notice => others += count.count,
            }
        }
    }
    node.close().await?;
    println!("{} stations, {others} late or to be looked at, {seconds:.1} s", checked.len());
    match defects {
        0 => Ok(()),
        n => Err(CommandError::Differs(format!("{n} that cannot be: imported, or the books were changed"))),
    }
}
