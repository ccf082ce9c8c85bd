//! What every extractor is: a print in, a template out.

use thiserror::Error;

use crate::image::GrayImage;
use crate::scale::SIDES;
use crate::template::Template;

/// Makes a template of a print.
pub trait Extractor {
    /// Its name, as a user chooses it.
    fn name(&self) -> &'static str;

    /// The template of a print.
    ///
    /// # Errors
    /// [`ExtractError`] when the image cannot be a print, or the extractor cannot run.
    fn template(&self, image: &GrayImage) -> Result<Template, ExtractError>;
}

/// Why there is no template.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExtractError {
    /// Too small or too large for a print.
    #[error(
        "a print of {width} x {height} pixels at 500 dpi: each side must be {} to {}; is the resolution right?",
        SIDES.start(), SIDES.end()
    )]
    Size {
        /// At 500 dpi.
        width: usize,
        /// At 500 dpi.
        height: usize,
    },
    /// The extractor cannot run here.
    #[error("the extractor cannot run: {0}")]
    Extractor(String),
}
