//! `roznamcha restore`: a backup into an empty database, and the proof that it arrived whole.

use roznamcha_files::Folder;
use roznamcha_journal::Hash;
use roznamcha_records::{Destroyed, Restored, System};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;
use crate::package::{self, Header, Tee};
use crate::progress::Shown;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The backup
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Folder that a backup copied the files to; left out, the file area must hold them
    #[arg(long, value_name = "FOLDER")]
    pub files: Option<PathBuf>,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let began = Instant::now();
    let (header, lines) = package::open(&options.file).map_err(CommandError::file(&options.file))?;
    let node = Node::open(config).await?;
    let system = node.records.system();
    if !system.journals().await?.is_empty() {
        let why = "the database is not empty; restore into a new one (--data or --database)";
        return Err(CommandError::Wrong(why.to_owned()));
    }
    let age = (node.records.now().millis() - header.at_ms).max(0);
    let shown = Shown::new("restoring");
    let mut ledger = Destroyed::open(&config.data).map_err(|e| CommandError::Wrong(e.to_string()))?;
    let (lines, arrived) = package::hashing(lines);
    let read = system.restore_without(lines, &ledger, &|done, whole| shown.at(done, whole)).await;
    shown.done();
    let (restoring, restored) = read?;
    println!("lines    {}", restored.lines);
    all_arrived(&system, &header, arrived.hash(), &restored).await?;
    // What was left out is noted as destroyed: without that the check finds it missing.
    system.end_restore(restoring, &mut ledger).await?;
    let state = agreed(&system, header.state.filter(|_| restored.left_out == 0)).await?;
    println!("left out {} acts whose content was destroyed after this backup", restored.left_out);
    files(&system, options).await?;
    let took = began.elapsed();
    println!("kept     {}\nstate    {state}", header.kept);
    println!("backup   of {} by {}", header.at, header.node);
    let (open, all) = system.second_factors().await?;
    println!("codes    {open} of {all} second factors open with this node's key");
    if open < all {
        println!(
            "         put the node.key of the machine that was backed up in place, or set those accounts anew"
        );
    }
    println!("RPO      {}.{:03} s (age of the backup)", age / 1000, age % 1000);
    println!("RTO      {:.3} s (reading, rebuilding, comparing)", took.as_secs_f64());
    Ok(node.close().await?)
}

/// Brings the files where a copy of them is named, and checks every one by its hash.
async fn files(system: &System<'_>, options: &Options) -> Result<(), CommandError> {
    if let Some(folder) = &options.files {
        let from = Folder::open(folder).map_err(|e| CommandError::Wrong(e.to_string()))?;
        let done = system.bring_files(Arc::new(from)).await?;
        println!("files    {} brought, {} there", done.copied, done.there);
    }
    let wrong = system.check_files(1).await?;
    match wrong.first() {
        None => Ok(()),
        Some(drift) => Err(CommandError::Differs(format!(
            "file {} {}: {}; name the folder of the backup's files with --files",
            drift.office, drift.key, drift.what
        ))),
    }
}

fn differs(what: &str) -> CommandError {
    CommandError::Differs(format!("{what} differs from the backup; do not serve this database"))
}

/// Compares what arrived, and what is kept of it, with what the header says.
async fn all_arrived(
    system: &System<'_>,
    header: &Header,
    arrived: Hash,
    restored: &Restored,
) -> Result<(), CommandError> {
    let tee = Tee::new(io::sink());
    system.backup(Box::new(tee.clone())).await?;
    let (_, kept) = tee.end().map_err(|e| CommandError::Wrong(e.to_string()))?;
    // What was destroyed since is not there, and all the rest must be.
    if arrived != header.kept || kept != restored.kept.unwrap_or(header.kept) {
        return Err(differs("what is kept"));
    }
    Ok(())
}

/// The hash of the views, which must be the backup's; where it took none, they must agree with the journals.
async fn agreed(system: &System<'_>, expected: Option<Hash>) -> Result<Hash, CommandError> {
    let state = system.state_hash().await?;
    match expected {
        Some(expected) if expected != state => Err(differs("the state")),
        Some(_) => Ok(state),
        None => match system.fsck(1, &|_, _| {}).await?.first() {
            Some(drift) => Err(differs(&format!("{} {} {}", drift.table, drift.office, drift.key))),
            None => Ok(state),
        },
    }
}
