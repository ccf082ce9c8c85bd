//! Which extractor is chosen, and how its weights are found.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use roznamcha_prints::{Classical, Extractor};
use roznamcha_prints_leader::{FILE, Leader, LeaderError};

/// How minutiae are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Without anything learned.
    Classical,
    /// By the LEADER network, whose weights must have been fetched.
    Neural,
}

/// The extractor that is chosen.
#[derive(Debug, Clone, clap::Args)]
pub struct Choice {
    /// How minutiae are found
    #[arg(long, value_enum, default_value = "classical")]
    pub extractor: Kind,
    /// Weights of the neural extractor: their file, or the folder to which `./run leader FOLDER` fetched it
    #[arg(long, value_name = "PATH", default_value = "target/leader")]
    pub weights: PathBuf,
}

impl Choice {
    /// The extractor, ready.
    ///
    /// # Errors
    /// [`LeaderError`] where the neural one is wanted and its weights are not there.
    pub fn extractor(&self) -> Result<Box<dyn Extractor>, LeaderError> {
        Ok(match self.extractor {
            Kind::Classical => Box::new(Classical::new()),
            Kind::Neural => Box::new(Leader::read(&weights(&self.weights))?),
        })
    }
}

/// The bytes of the weights; none where they cannot be read, which the extractor knows how to say.
fn weights(path: &Path) -> Vec<u8> {
    let file = if path.is_dir() { path.join(FILE) } else { path.to_path_buf() };
    std::fs::read(file).unwrap_or_default()
}
