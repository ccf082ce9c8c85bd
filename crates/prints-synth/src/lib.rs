//! Fingers of nobody, from a seed: minutiae laid along a ridge flow, and impressions of them as templates; and master
//! prints, whose ridges are grown, with impressions of them as images. The same seed gives the same finger on every
//! machine of one kind; nothing is drawn from the world.

pub mod chance;
pub mod finger;
pub mod flow;
pub mod impression;
mod kernel;
pub mod master;
pub mod print;
mod raster;
mod winding;

pub use self::chance::Chance;
pub use self::finger::Finger;
pub use self::impression::Wear;
pub use self::master::Master;
pub use self::print::{Ink, Print};
