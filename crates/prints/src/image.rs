//! A print as grey pixels, with its resolution.

use thiserror::Error;

/// The longest side that is taken, in pixels: a slap of four fingers at 1,000 dpi is 3,200 wide.
pub const LONGEST_SIDE: usize = 8_192;

/// The resolutions that are taken, in dots an inch.
pub const DPI: std::ops::RangeInclusive<u16> = 100..=2_400;

/// Grey pixels, row by row from the upper left; ridges are dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrayImage {
    width: usize,
    height: usize,
    dpi: u16,
    pixels: Vec<u8>,
}

/// Why grey pixels are no image of a print.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShapeError {
    /// Nothing there, or far more than a print.
    #[error("an image of {width} x {height} pixels: each side must be 1 to {LONGEST_SIDE}")]
    Size {
        /// Pixels a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// The number of pixels is not width times height.
    #[error("{width} x {height} pixels need {} bytes, there are {found}", width * height)]
    Length {
        /// Pixels a row.
        width: usize,
        /// Rows.
        height: usize,
        /// The bytes given.
        found: usize,
    },
    /// A resolution no scanner has.
    #[error("a resolution of {0} dpi: it must be 100 to 2400")]
    Dpi(u16),
}

impl GrayImage {
    /// An image of these pixels, one byte each, 0 black.
    ///
    /// # Errors
    /// [`ShapeError`] when size, number of pixels or resolution cannot be a print's.
    pub fn new(width: usize, height: usize, dpi: u16, pixels: Vec<u8>) -> Result<Self, ShapeError> {
        let sides = 1..=LONGEST_SIDE;
        if !sides.contains(&width) || !sides.contains(&height) {
            return Err(ShapeError::Size { width, height });
        }
        if pixels.len() != width * height {
            return Err(ShapeError::Length { width, height, found: pixels.len() });
        }
        if !DPI.contains(&dpi) {
            return Err(ShapeError::Dpi(dpi));
        }
        Ok(Self { width, height, dpi, pixels })
    }

    /// Pixels a row.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// Dots an inch, the same both ways.
    #[must_use]
    pub const fn dpi(&self) -> u16 {
        self.dpi
    }

    /// The pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The rows, from the upper one.
    pub fn rows(&self) -> std::slice::ChunksExact<'_, u8> {
        self.pixels.chunks_exact(self.width)
    }

    /// The pixels, taken out.
    #[must_use]
    pub fn into_pixels(self) -> Vec<u8> {
        self.pixels
    }
}
