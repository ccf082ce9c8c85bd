//! `roznamcha backup`: everything kept, as of one moment, in one file.

use roznamcha_files::Folder;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;
use crate::package::{self, Header};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// File to write; one that is there is kept
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Folder to copy the files to, sealed as they are; what is there already is not copied again
    #[arg(long, value_name = "FOLDER")]
    pub files: Option<PathBuf>,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let began = Instant::now();
    let path = &options.file;
    let file = || CommandError::file(path);
    if path.try_exists().map_err(file())? {
        return Err(CommandError::Wrong(format!("`{}` is there already; name a new file", path.display())));
    }
    let node = Node::open(config).await?;
    let part = path.with_added_extension("part");
    let outcome = write(config, &node, &part).await;
    if outcome.is_err() {
        // Half a backup is worse than none; that it could not be removed changes nothing of the error.
        let _ = fs::remove_file(&part);
    }
    let (header, bytes) = outcome?;
    fs::rename(&part, path).map_err(file())?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|f| f.sync_all()).map_err(file())?;
    if let Some(folder) = &options.files {
        // After the dump: every file that it names is in the copy, or was removed by an order since.
        let to = Folder::open(folder).map_err(|e| CommandError::Wrong(e.to_string()))?;
        let done = node.records.system().copy_files(Arc::new(to)).await?;
        println!("files    {} copied, {} there, {} removed", done.copied, done.there, done.removed);
    }
    node.close().await?;
    println!("lines    {}\nbytes    {bytes}\nkept     {}", header.lines, header.kept);
    match &header.state {
        Some(state) => println!("state    {state}"),
        None => println!("state    not taken: others wrote meanwhile; a restore compares what is kept"),
    }
    println!("seconds  {:.1}", began.elapsed().as_secs_f64());
    Ok(())
}

async fn write(config: &Config, node: &Node, part: &Path) -> Result<(Header, u64), CommandError> {
    let file = || CommandError::file(part);
    let system = node.records.system();
    let mut header = Header::begin(&config.node, node.records.now());
    let before = system.state_hash().await?;
    let packing = package::create(part, &header).map_err(file())?;
    header.lines = system.backup(Box::new(packing.clone())).await?;
    let after = system.state_hash().await?;
    // The dump is of one moment between the two hashes; where they agree, it has that hash too.
    header.state = (before == after).then_some(before);
    let (sealed, kept) = package::end(packing).map_err(file())?;
    header.kept = kept;
    let bytes = package::seal(sealed, &header).map_err(file())?;
    Ok((header, bytes))
}
