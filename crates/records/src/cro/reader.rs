//! Who reads prints at this node: the classical extractor, or the network where its weights are configured. Both are
//! judged by the same quality.

use roznamcha_prints::{Classical, ExtractError, Extractor, GrayImage, Template};
use std::sync::Arc;

use crate::DoorError;

/// As many minutiae as a template keeps.
const MOST: usize = 255;

/// An extractor that several threads may use at once.
pub type SharedExtractor = Arc<dyn Extractor + Send + Sync>;

/// What a print was read as.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub template: Template,
    /// 0 to 100.
    pub quality: u8,
    /// What is the matter with it, as names for machines; the worst first.
    pub reasons: Vec<&'static str>,
}

/// Reads prints.
pub(crate) struct Reader {
    classical: Classical,
    other: Option<SharedExtractor>,
}

impl Default for Reader {
    fn default() -> Self {
        Self { classical: Classical::new(), other: None }
    }
}

impl Reader {
    /// One that takes minutiae by this extractor.
    pub(crate) fn with(extractor: SharedExtractor) -> Self {
        Self { other: Some(extractor), ..Self::default() }
    }

    /// The name of what takes the minutiae.
    pub(crate) fn name(&self) -> &'static str {
        self.other.as_ref().map_or_else(|| self.classical.name(), |other| other.name())
    }

    /// Template and quality of a print.
    ///
    /// # Errors
    /// A refusal of the field `file`; [`DoorError::Unavailable`] where the extractor cannot run.
    pub(crate) fn read(&self, image: &GrayImage) -> Result<Reading, DoorError> {
        let failed = |error| match error {
            ExtractError::Size { .. } => DoorError::field("file", "fault-print-size"),
            ExtractError::Extractor(why) => DoorError::Unavailable(why),
        };
        let (template, quality) = self.classical.judged(image).map_err(failed)?;
        let template = match &self.other {
            None => template,
            Some(other) => other.template(image).map_err(failed)?,
        };
        Ok(Reading {
            template: template.strongest(MOST),
            quality: quality.score,
            reasons: quality.reasons.into_iter().map(|reason| reason.name()).collect(),
        })
    }
}
