//! `roznamcha rebuild`: every view anew.

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;
use crate::progress::Shown;

pub async fn run(config: &Config) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    let shown = Shown::new("rebuilding");
    let acts = node.records.system().rebuild(&|done, whole| shown.at(done, whole)).await;
    let seconds = shown.done();
    println!("rebuilt from {} acts, {seconds:.1} s", acts?);
    Ok(node.close().await?)
}
