//! `roznamcha prints`: the fingerprint engine on plain files. It needs no data folder and keeps nothing.

mod compare;
mod convert;
mod cut;
mod error;
mod kept;
mod output;
mod quality;
mod said;
mod seen;
mod template;

use std::path::{Path, PathBuf};

use self::error::PrintsError;
use self::said::Said;
use crate::error::CommandError;

/// The fingerprint engine on plain files
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The language of what is said
    #[arg(long, global = true, value_parser = ["en", "ur"], default_value = "en")]
    lang: String,
    #[command(subcommand)]
    command: Command,
}

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Read the minutiae of images, and write them as templates
    Template(template::Options),
    /// Compare two prints, images or templates: what the likeness is worth, and how many minutiae are paired
    Compare(compare::Options),
    /// Judge images of prints, 0 to 100, and say what is the matter
    Quality(quality::Options),
    /// Write an image in another format, told by its ending
    Convert(convert::Options),
    /// Cut a slap, or the scan of a ten-print card, into its prints; check the card's order
    Cut(cut::Options),
    /// Measure error rates, time and size on folders of prints
    Bench(roznamcha_prints_bench::command::Options),
}

pub fn run(options: &Options) -> Result<(), CommandError> {
    let said = Said::new(&options.lang)?;
    match &options.command {
        Command::Template(options) => template::run(&said, options),
        Command::Compare(options) => compare::run(&said, options),
        Command::Quality(options) => quality::run(&said, options),
        Command::Convert(options) => convert::run(&said, options),
        Command::Cut(options) => cut::run(&said, options),
        Command::Bench(options) => {
            let done = roznamcha_prints_bench::command::run(options, &mut std::io::stdout());
            done.map_err(|e| CommandError::Wrong(e.to_string()))
        }
    }
}

/// Does something with each file; one that fails is named, and the others are done.
fn each(
    said: &Said,
    files: &[PathBuf],
    mut work: impl FnMut(&Path) -> Result<(), PrintsError>,
) -> Result<(), CommandError> {
    let mut failed = 0;
    for file in files {
        if let Err(error) = work(file) {
            eprintln!("{}", error.text(said));
            failed += 1;
        }
    }
    if failed == 0 { Ok(()) } else { Err(CommandError::Wrong(said.number("prints-some-failed", failed))) }
}
