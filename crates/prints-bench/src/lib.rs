//! The fingerprint engine measured on folders of prints, its peers beside it.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use roznamcha_prints::Extractor;
use thiserror::Error;

pub mod calibration;
pub mod cards;
pub mod chosen;
mod clock;
pub mod command;
pub mod draw;
pub mod figures;
pub mod fit;
pub mod folder;
pub mod gallery;
pub mod likeness;
pub mod masters;
mod nbis;
pub mod quality;
pub mod report;
pub mod run;
pub mod system;

use self::folder::{FolderError, Resolutions};
use self::nbis::Nbis;
use self::run::Outcome;
use self::system::{Ours, SystemError};

/// What is measured.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Which fingers of each set.
    pub fingers: RangeInclusive<u32>,
    /// The fingers on which nothing was tuned, shown for themselves too.
    pub held_out: Option<RangeInclusive<u32>>,
    /// The resolution of the images.
    pub resolutions: Resolutions,
    /// Whether the peers run beside ours.
    pub peers: bool,
}

/// Why there is no outcome.
#[derive(Debug, Error)]
pub enum BenchError {
    /// The folder says no.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A system says no.
    #[error("{set}: {error}")]
    System {
        /// In which set.
        set: String,
        /// What it says.
        error: SystemError,
    },
}

/// Measures the extractor with our matcher, and the peers, on every set of the folders.
///
/// # Errors
/// [`BenchError`] when a folder holds no prints, or one of them cannot be read.
pub fn bench(
    folders: &[PathBuf],
    extractor: Box<dyn Extractor>,
    plan: &Plan,
) -> Result<Vec<Outcome>, BenchError> {
    let mut ours = Ours::new(extractor);
    let mut outcomes = Vec::new();
    for folder in folders {
        for set in folder::sets(folder, &plan.fingers, &plan.resolutions)? {
            let failed = |error| BenchError::System { set: set.name.clone(), error };
            outcomes.push(run::run(&mut ours, &set, plan.held_out.as_ref()).map_err(failed)?);
            if plan.peers {
                outcomes.push(run::run(&mut Nbis, &set, plan.held_out.as_ref()).map_err(failed)?);
            }
        }
    }
    Ok(outcomes)
}
