//! `bench`, as this crate's own program and `roznamcha prints` offer it.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::RangeInclusive;
use std::path::PathBuf;

use roznamcha_prints_leader::LeaderError;
use thiserror::Error;

use crate::chosen::Choice;
use crate::folder::Resolutions;
use crate::run::Outcome;
use crate::{BenchError, Plan, bench, report};

/// What is measured, and how it is shown.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Folders of prints named FINGER_IMPRESSION, as 101_1.png, or of such folders, one a sensor
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// JSON instead of a table
    #[arg(long)]
    pub json: bool,
    /// Which prints, and by which extractor.
    #[command(flatten)]
    pub choice: Choice,
    /// Cores that the neural extractor is given; the classical one takes one
    #[arg(long, default_value_t = 1)]
    pub threads: usize,
    /// NIST's mindtct and bozorth3 (as fprint-mindtct and fprint-bozorth3) beside ours, in the same run
    #[arg(long)]
    pub peers: bool,
    /// A file for every comparison's score, as CSV
    #[arg(long, value_name = "FILE")]
    pub scores: Option<PathBuf>,
    /// Only these fingers, as 101-105
    #[arg(long, value_name = "A-B", value_parser = fingers, default_value = "0-4294967295")]
    pub fingers: RangeInclusive<u32>,
    /// Fingers on which nothing was tuned, as 106-110: shown for themselves too
    #[arg(long, value_name = "A-B", value_parser = fingers)]
    pub held_out: Option<RangeInclusive<u32>>,
    /// The resolution, or that of one set: 500, DB2_B=569; may be given several times
    #[arg(long)]
    pub dpi: Vec<String>,
}

/// Why nothing was measured.
#[derive(Debug, Error)]
pub enum CommandError {
    /// The measurement says no.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// A resolution that is none.
    #[error("`{0}` is no resolution: write 500, or a set's name and its own, as DB2_B=569")]
    Dpi(String),
    /// The file of scores cannot be written.
    #[error("`{0}`: {1}")]
    Disk(PathBuf, std::io::Error),
    /// The neural extractor says no.
    #[error(transparent)]
    Weights(#[from] LeaderError),
    /// The machine gives no threads.
    #[error("no threads: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// The table cannot be written.
    #[error("cannot write: {0}")]
    Output(#[from] std::io::Error),
}

/// Measures and shows.
///
/// # Errors
/// [`CommandError`].
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), CommandError> {
    let outcomes = measured(options)?;
    let shown =
        if options.json { format!("{:#}\n", report::json(&outcomes)) } else { report::text(&outcomes) };
    Ok(out.write_all(shown.as_bytes())?)
}

/// Measures, and writes the scores where that is asked for.
///
/// # Errors
/// [`CommandError`].
pub fn measured(options: &Options) -> Result<Vec<Outcome>, CommandError> {
    let plan = Plan {
        fingers: options.fingers.clone(),
        held_out: options.held_out.clone(),
        resolutions: resolutions(&options.dpi)?,
        peers: options.peers,
    };
    let outcomes = pool(options.threads)?.install(|| {
        let measured = bench(&options.folders, options.choice.extractor()?, &plan)?;
        Ok::<_, CommandError>(measured)
    })?;
    if let Some(file) = &options.scores {
        std::fs::write(file, report::csv(&outcomes)).map_err(|e| CommandError::Disk(file.clone(), e))?;
    }
    Ok(outcomes)
}

/// So many threads.
///
/// # Errors
/// [`rayon::ThreadPoolBuildError`].
pub fn pool(threads: usize) -> Result<rayon::ThreadPool, rayon::ThreadPoolBuildError> {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build()
}

/// The first and the last finger, as `101-105`.
///
/// # Errors
/// What to write instead.
pub fn fingers(text: &str) -> Result<RangeInclusive<u32>, String> {
    let parsed =
        text.split_once('-').and_then(|(from, to)| Some(from.trim().parse().ok()?..=to.trim().parse().ok()?));
    parsed.ok_or_else(|| "write the first and the last finger, as 101-105".to_owned())
}

/// Resolutions as they are given, `500` or `DB2_B=569`.
///
/// # Errors
/// [`CommandError::Dpi`].
pub fn resolutions(given: &[String]) -> Result<Resolutions, CommandError> {
    let mut out = Resolutions { usual: 500, of: BTreeMap::new() };
    for text in given {
        let number = |digits: &str| digits.trim().parse().map_err(|_| CommandError::Dpi(text.clone()));
        match text.split_once('=') {
            Some((set, dpi)) => {
                out.of.insert(set.to_owned(), number(dpi)?);
            }
            None => out.usual = number(text)?,
        }
    }
    Ok(out)
}
