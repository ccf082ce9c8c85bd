//! The search of names measured: `names bench` on query and pool files, and on people of nobody.

mod chance;
mod clock;
mod peer;
pub mod people;
pub mod recall;
mod report;
pub mod scale;
pub mod sets;

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use thiserror::Error;

pub use self::sets::SetError;

/// `roznamcha names …`.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Recall of names on a folder of sets, or speed and memory over people of nobody
    Bench(Bench),
}

/// `roznamcha names bench`.
#[derive(Debug, Args)]
pub struct Bench {
    /// Folder with NAME.pool.gz and NAME.q.gz, and lexicon_train.tsv.gz to learn from
    pub folder: Option<PathBuf>,
    /// So many people of nobody, searched for speed and memory; their names are those of the folder, if one is given
    #[arg(long, value_name = "N")]
    pub persons: Option<u32>,
    /// Searches by which speed is measured
    #[arg(long, default_value_t = 500)]
    pub searches: u32,
    /// What the people and searches are drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Trigrams by the formula of pg_trgm beside ours
    #[arg(long)]
    pub peers: bool,
    /// For machines
    #[arg(long)]
    pub json: bool,
}

/// Why nothing was measured.
#[derive(Debug, Error)]
pub enum BenchError {
    /// A set cannot be read.
    #[error(transparent)]
    Set(#[from] SetError),
    /// Nothing was asked for.
    #[error("give a folder of sets, or `--persons N`")]
    Nothing,
    /// The figures cannot be written.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

/// Measures what was asked for and writes the figures.
///
/// # Errors
/// [`BenchError`] when a set cannot be read, nothing was asked for, or the figures cannot be written.
pub fn run(command: &Command, out: &mut impl Write) -> Result<(), BenchError> {
    let Command::Bench(bench) = command;
    let folder = bench.folder.as_deref();
    if let Some(persons) = bench.persons {
        let pairs = folder.map(sets::lexicon).transpose()?;
        let scale = scale::Scale { persons, searches: bench.searches, seed: bench.seed };
        let figures = scale::measure(&scale, pairs.as_deref());
        let text = if bench.json { report::scale_json(&figures) } else { report::scale(&figures) };
        return Ok(out.write_all(text.as_bytes())?);
    }
    let folder = folder.ok_or(BenchError::Nothing)?;
    let lexicon = recall::learn(&sets::lexicon(folder)?);
    let mut outcomes = Vec::new();
    for set in sets::sets(folder)? {
        outcomes.push(recall::ours(&set, &lexicon));
        if bench.peers {
            outcomes.push(recall::peer(&set));
        }
    }
    let text = if bench.json { report::recall_json(&outcomes) } else { report::recall(&outcomes) };
    Ok(out.write_all(text.as_bytes())?)
}
