//! `roznamcha rebuild`: every view anew.

use crate::config::Config;
use crate::error::CommandError;
use crate::gallery;
use crate::node::Node;
use crate::progress::Shown;

pub async fn run(config: &Config) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    let shown = Shown::new("rebuilding");
    let acts = node.records.system().rebuild(&|done, whole| shown.at(done, whole)).await;
    let seconds = shown.done();
    println!("rebuilt from {} acts, {seconds:.1} s", acts?);
    node.close().await?;
    drop(node);
    if !gallery::remove(config).await? {
        println!("the gallery of prints is left: the server has it open; stop it to make the gallery anew");
        return Ok(());
    }
    let node = Node::with_gallery(config).await?;
    let shown = Shown::new("making the gallery of prints");
    let done = node.records.system().catch_up_gallery(&|done, whole| shown.at(done, whole)).await;
    let seconds = shown.done();
    println!("gallery of {} enrolments, {seconds:.1} s", done?.enrolled);
    Ok(node.close().await?)
}
