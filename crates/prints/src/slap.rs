//! A slap, the fingers of a hand pressed at once, cut into its fingers.
//!
//! Ridges are what answers to the extractor's own filter, so that printed lines and letters are not taken for fingers.
//! The hand's tilt is the one at which so many columns hold them most closely; in each column a finger begins at its
//! tip and ends at its first joint.

mod finger;
mod strips;
pub(crate) mod turned;

use thiserror::Error;

use self::strips::Strips;
use crate::classical::Classical;
use crate::classical::mask::{BLOCK, FINGER, opened};
use crate::extract::ExtractError;
use crate::image::{GrayImage, ShapeError};
use crate::plane::Plane;
use crate::scale::{WORKING_DPI, grey_at_500_dpi};

/// What was pressed at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hand {
    /// The four fingers of the right hand.
    Right,
    /// The four fingers of the left hand.
    Left,
    /// Both thumbs, side by side.
    Thumbs,
}

impl Hand {
    /// Its fingers from left to right as the slap shows them, as ANSI/NIST-ITL counts (1 right thumb to 10 left little).
    #[must_use]
    pub const fn fingers(self) -> &'static [u8] {
        match self {
            Self::Right => &[2, 3, 4, 5],
            Self::Left => &[10, 9, 8, 7],
            Self::Thumbs => &[6, 1],
        }
    }
}

/// Where a finger lies in the image: a rectangle about a centre, upright when the hand's tilt is taken back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Centre, pixels from the left edge.
    pub x: f32,
    /// Centre, pixels from the upper edge.
    pub y: f32,
    /// Pixels across the finger.
    pub width: f32,
    /// Pixels along the finger.
    pub height: f32,
    /// How far it is turned clockwise, as seen.
    pub degrees: f32,
}

/// A finger cut out of an image.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// Which, as ANSI/NIST-ITL counts.
    pub finger: u8,
    /// Where it lay.
    pub frame: Frame,
    /// It alone, upright, at the resolution of the image.
    pub image: GrayImage,
}

/// Why a slap was not cut.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SlapError {
    /// The image cannot hold prints.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// Another number of fingers is seen.
    #[error(
        "{found} fingers are seen where {wanted} should be: name the missing ones, or take the slap again"
    )]
    Count {
        /// Seen.
        found: usize,
        /// Should be.
        wanted: usize,
    },
    /// None is left to be cut.
    #[error("every finger of the slap is told to be missing")]
    NoneWanted,
    /// A finger cannot be an image of its own.
    #[error(transparent)]
    Shape(#[from] ShapeError),
}

/// The fingers of a slap from left to right, without those that are missing.
///
/// # Errors
/// [`SlapError`] where not as many fingers are seen as should be.
pub fn fingers(
    classical: &Classical,
    image: &GrayImage,
    hand: Hand,
    missing: &[u8],
) -> Result<Vec<Cut>, SlapError> {
    let wanted: Vec<u8> = hand.fingers().iter().copied().filter(|finger| !missing.contains(finger)).collect();
    if wanted.is_empty() {
        return Err(SlapError::NoneWanted);
    }
    let points = points(&opened(&classical.ridges(&grey_at_500_dpi(image)?), FINGER));
    let strips = Strips::find(&points, wanted.len())?;
    let scale = f32::from(image.dpi()) / f32::from(WORKING_DPI);
    let cut = |(place, finger): (usize, u8)| {
        let frame = finger::frame(&points, &strips, place).scaled(scale);
        Ok(Cut { finger, frame, image: turned::cut(image, &frame)? })
    };
    wanted.into_iter().enumerate().map(cut).collect()
}

impl Frame {
    fn scaled(self, by: f32) -> Self {
        let Self { x, y, width, height, degrees } = self;
        Self { x: x * by, y: y * by, width: width * by, height: height * by, degrees }
    }
}

/// A set block by its middle, in pixels at 500 dpi.
type Point = (f32, f32);

fn points(set: &Plane<bool>) -> Vec<Point> {
    let middle = |at: usize| (at as f32 + 0.5) * BLOCK as f32;
    let place = |at: usize| (middle(at % set.width), middle(at / set.width));
    set.cells.iter().enumerate().filter(|(_, here)| **here).map(|(at, _)| place(at)).collect()
}
