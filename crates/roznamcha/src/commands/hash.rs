//! `roznamcha hash`: one hash over everything kept and computed.

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;

pub async fn run(config: &Config) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    println!("{}", node.records.system().state_hash().await?);
    Ok(node.close().await?)
}
