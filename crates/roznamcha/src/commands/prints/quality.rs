//! `roznamcha prints quality`: how good prints are, and what is the matter.

use roznamcha_prints::Classical;
use roznamcha_words::Arg;
use std::path::PathBuf;

use super::error::PrintsError;
use super::said::{Said, number, shown};
use super::seen::Seen;
use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Images of prints
    #[arg(required = true, value_name = "IMAGE")]
    pub images: Vec<PathBuf>,
    #[command(flatten)]
    pub seen: Seen,
}

pub fn run(said: &Said, options: &Options) -> Result<(), CommandError> {
    let classical = Classical::new();
    super::each(said, &options.images, |path| {
        let image = options.seen.image(path)?;
        let quality = classical.judged(&image).map_err(|error| PrintsError::extract(path, &error))?.1;
        let score = number(usize::from(quality.score));
        println!("{}", said.with("prints-quality", &[("file", Arg::Text(&shown(path))), ("n", score)]));
        for reason in quality.reasons {
            println!("  {}", said.with(&format!("prints-reason-{}", reason.name()), &[]));
        }
        Ok(())
    })
}
