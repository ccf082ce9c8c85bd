//! Image files: PNG, JPEG, BMP and TIFF by their content, and raw pixels whose size is told.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};
use thiserror::Error;

use crate::image::{GrayImage, LONGEST_SIDE, ShapeError};

/// What the decoder may take up: a slap of four fingers at 1,000 dpi in colour is 30 MB.
const MOST_MEMORY: u64 = 256 << 20;

/// Why a file gives no print.
#[derive(Debug, Error)]
pub enum ReadError {
    /// Not one of the formats.
    #[error("the file is none of PNG, JPEG, BMP and TIFF; for raw pixels give width, height and dpi")]
    Format,
    /// It is one of them and broken, or too large.
    #[error("the image cannot be read: {0}")]
    Broken(String),
    /// Its size cannot be a print's.
    #[error(transparent)]
    Shape(#[from] ShapeError),
}

/// The print in a file's bytes; most image files do not say their resolution truly, so it is told.
///
/// # Errors
/// [`ReadError`] for every file that is not a whole image of a supported format.
pub fn read(bytes: &[u8], dpi: u16) -> Result<GrayImage, ReadError> {
    let format = image::guess_format(bytes).map_err(|_| ReadError::Format)?;
    let taken = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Bmp, ImageFormat::Tiff];
    if !taken.contains(&format) {
        return Err(ReadError::Format);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = u32::try_from(LONGEST_SIDE).ok();
    limits.max_image_height = u32::try_from(LONGEST_SIDE).ok();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let gray = reader.decode().map_err(|error| ReadError::Broken(error.to_string()))?.into_luma8();
    let (width, height) = (gray.width() as usize, gray.height() as usize);
    Ok(GrayImage::new(width, height, dpi, gray.into_raw())?)
}

/// The print in raw grey pixels, one byte each.
///
/// # Errors
/// [`ShapeError`] when the bytes are not as many as the size needs.
pub fn read_raw(bytes: &[u8], width: usize, height: usize, dpi: u16) -> Result<GrayImage, ShapeError> {
    GrayImage::new(width, height, dpi, bytes.to_vec())
}
