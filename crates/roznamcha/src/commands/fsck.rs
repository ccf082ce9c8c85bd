//! `roznamcha fsck`: the journals as a verifier checks them, every view beside its journal.

use crate::config::Config;
use crate::error::CommandError;
use crate::gallery::Found;
use crate::node::Node;
use crate::progress::Shown;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Name at most so many differences
    #[arg(long, default_value_t = 200, value_name = "N")]
    pub limit: usize,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let (node, found) = Node::with_gallery_if_free(config).await?;
    let shown = Shown::new("checking");
    let drifts = node.records.system().fsck(options.limit.max(1), &|done, whole| shown.at(done, whole)).await;
    let seconds = shown.done();
    let mut drifts = drifts?;
    let room = options.limit.max(1).saturating_sub(drifts.len());
    drifts.extend(node.records.system().check_files(room).await?);
    let room = options.limit.max(1).saturating_sub(drifts.len());
    match found {
        Found::Open => drifts.extend(node.records.system().check_gallery(room).await?),
        Found::Taken => println!("the gallery of prints is not compared: the server has it open"),
        Found::None => {}
    }
    for drift in &drifts {
        let kind = serde_json::to_value(drift.kind).ok();
        let kind = kind.as_ref().and_then(|k| k.as_str()).unwrap_or("differs");
        println!("{kind} {} {} {}: {}", drift.table, drift.office, drift.key, drift.what);
    }
    node.close().await?;
    match drifts.len() {
        0 => {
            println!("no differences, {seconds:.1} s");
            Ok(())
        }
        n if n >= options.limit => Err(CommandError::Differs(format!("{n} differences, perhaps more"))),
        n => Err(CommandError::Differs(format!("{n} differences"))),
    }
}
