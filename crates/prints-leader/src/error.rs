//! Why the network cannot be run.

use thiserror::Error;

/// Why the network cannot be run.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LeaderError {
    /// Its numbers are not there.
    #[error(
        "the neural extractor has no weights: fetch them by `./run leader FOLDER` and name that folder; \
         until then the classical extractor works"
    )]
    NoWeights,
    /// The file is another one.
    #[error(
        "the file of the neural extractor's weights is not the known one (its SHA-256 is {0}): \
         fetch it again by `./run leader FOLDER`"
    )]
    OtherWeights(String),
    /// The file has not what the network needs.
    #[error(
        "the file of the neural extractor's weights has no `{0}`: fetch it again by `./run leader FOLDER`"
    )]
    Layer(String),
    /// The image is not at the resolution the network was trained for.
    #[error("an image at {0} dpi: the neural extractor takes 500 dpi, rescale it first")]
    Dpi(u16),
    /// More pixels than there is memory for.
    #[error(
        "an image of {0} x {1} pixels: the neural extractor takes single prints and slaps, of up to 2,048 x 2,048"
    )]
    TooLarge(usize, usize),
}
