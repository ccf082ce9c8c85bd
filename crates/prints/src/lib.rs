//! Fingerprints: images in, minutiae out, compact templates, one print against another. Pure: it reads no
//! file, knows no clock and no chance, and nothing of police stations.

pub mod card;
pub mod classical;
pub mod extract;
pub mod image;
pub mod matcher;
pub mod minutia;
mod plane;
pub mod quality;
pub mod read;
pub mod scale;
pub mod slap;
pub mod template;
pub mod write;

pub use self::card::{Card, Layout};
pub use self::classical::Classical;
pub use self::extract::{ExtractError, Extractor};
pub use self::image::{GrayImage, ShapeError};
pub use self::matcher::{Comparison, Listed, Matcher, Pair, Prepared};
pub use self::minutia::{Kind, Minutia};
pub use self::quality::{Quality, Reason};
pub use self::read::{ReadError, read};
pub use self::scale::at_500_dpi;
pub use self::slap::{Cut, Frame, Hand, SlapError};
pub use self::template::{Template, TemplateError};
pub use self::write::{Encoding, WriteError, write};
