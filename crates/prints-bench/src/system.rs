//! A fingerprint system under measurement: an extractor with a matcher.

use roznamcha_prints::{ExtractError, Extractor, GrayImage, Matcher, Prepared, Template, TemplateError};
use thiserror::Error;

/// What a system makes of a print, and how it compares two.
pub trait System {
    /// What is kept of a print, ready to be compared.
    type Kept;

    /// Its name in the table.
    fn name(&self) -> String;

    /// What is kept of a print, and how many bytes its template takes.
    ///
    /// # Errors
    /// [`SystemError`] when it makes nothing of the print.
    fn extract(&self, image: &GrayImage) -> Result<(Self::Kept, usize), SystemError>;

    /// How alike two prints are; more is more.
    fn score(&mut self, probe: &Self::Kept, gallery: &Self::Kept) -> f32;
}

/// Why a system makes nothing of a print.
#[derive(Debug, Error)]
pub enum SystemError {
    /// The extractor says no.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// The template cannot be written or read.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A peer says no.
    #[error("the peer refuses the image: {0}")]
    Peer(String),
}

/// One of our extractors with our matcher.
pub struct Ours {
    extractor: Box<dyn Extractor>,
    matcher: Matcher,
}

impl Ours {
    /// The extractor with our matcher.
    #[must_use]
    pub fn new(extractor: Box<dyn Extractor>) -> Self {
        Self { extractor, matcher: Matcher::default() }
    }
}

impl System for Ours {
    type Kept = Prepared;

    fn name(&self) -> String {
        format!("roznamcha, {}", self.extractor.name())
    }

    fn extract(&self, image: &GrayImage) -> Result<(Prepared, usize), SystemError> {
        // compared is what was written and read again, as it would be kept
        let bytes = self.extractor.template(image)?.to_bytes()?;
        Ok((Prepared::new(&Template::from_bytes(&bytes)?), bytes.len()))
    }

    fn score(&mut self, probe: &Prepared, gallery: &Prepared) -> f32 {
        self.matcher.score(probe, gallery)
    }
}
