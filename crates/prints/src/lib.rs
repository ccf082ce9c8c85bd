//! Fingerprints: images in, minutiae out, compact templates, one print against another. Pure: it reads no
//! file, knows no clock and no chance, and nothing of police stations.

pub mod image;
pub mod minutia;
pub mod template;

pub use self::image::{GrayImage, ShapeError};
pub use self::minutia::{Kind, Minutia};
pub use self::template::{Template, TemplateError};
