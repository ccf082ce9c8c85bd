//! Slaps and ten-print cards put together from prints of single fingers, at places that are known, and cut again.
//!
//! No slaps of persons are at hand. What is put together has real ridges and real dirt, but fingers only to the first
//! joint, each whole, on one paper: what it shows is the good case.

mod compose;
mod slaps;
mod whole;

use std::fmt::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use roznamcha_prints::card::LayoutError;
use roznamcha_prints::{ExtractError, GrayImage, ShapeError};
use thiserror::Error;

use crate::BenchError;
use crate::folder::{Resolutions, sets};

/// Why nothing was measured.
#[derive(Debug, Error)]
pub enum CardsError {
    /// The folder says no.
    #[error(transparent)]
    Bench(#[from] BenchError),
    /// A print says no.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// An image says no.
    #[error(transparent)]
    Shape(#[from] ShapeError),
    /// The layout says no.
    #[error(transparent)]
    Layout(#[from] LayoutError),
    /// A picture cannot be written.
    #[error("`{0}` cannot be written: {1}")]
    Picture(PathBuf, image::ImageError),
}

/// A share of a count.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    hits: usize,
    of: usize,
}

impl Count {
    fn add(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.of += 1;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = self.hits as f64 / self.of.max(1) as f64 * 100.0;
        write!(out, "{} of {} ({share:.1} %)", self.hits, self.of)
    }
}

/// Puts together, cuts and counts.
///
/// # Errors
/// [`CardsError`].
pub fn measure(
    folder: &Path,
    fingers: &RangeInclusive<u32>,
    resolutions: &Resolutions,
    out: Option<&Path>,
) -> Result<String, CardsError> {
    let sets = sets(folder, fingers, resolutions).map_err(BenchError::from)?;
    let mut text = String::new();
    for set in &sets {
        let slaps = slaps::measure(set, out)?;
        let _ = writeln!(text, "{}: {}", set.name, slaps.line());
    }
    for pair in sets.chunks_exact(2) {
        if let [right, left] = pair {
            let cards = whole::measure(right, left, out)?;
            let _ = writeln!(text, "{} and {}: {}", right.name, left.name, cards.line());
        }
    }
    Ok(text)
}

fn picture(out: Option<&Path>, name: &str, image: &GrayImage) -> Result<(), CardsError> {
    let Some(folder) = out else { return Ok(()) };
    let path = folder.join(format!("{name}.png"));
    let (width, height) = (image.width() as u32, image.height() as u32);
    image::save_buffer(&path, image.pixels(), width, height, image::ExtendedColorType::L8)
        .map_err(|error| CardsError::Picture(path.clone(), error))
}
