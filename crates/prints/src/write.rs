//! Image files of a print: what [`crate::read()`] reads, written.

use std::io::Cursor;

use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::{ExtendedColorType, ImageEncoder as _, ImageFormat};
use thiserror::Error;

use crate::image::GrayImage;

/// Of 100: ridges stay clean, a print of 400 x 400 takes some 60 KB.
const JPEG_QUALITY: u8 = 95;

/// A format of image files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// JPEG, with the resolution; pixels change a little.
    Jpeg,
    /// BMP; it does not tell the resolution.
    Bmp,
    /// TIFF; it does not tell the resolution.
    Tiff,
}

/// Why there is no file.
#[derive(Debug, Error)]
#[error("the image cannot be coded: {0}")]
pub struct WriteError(String);

/// The bytes of an image file.
///
/// # Errors
/// [`WriteError`] for an image larger than the format holds.
pub fn write(image: &GrayImage, encoding: Encoding) -> Result<Vec<u8>, WriteError> {
    let mut bytes = Cursor::new(Vec::new());
    let (width, height) = (image.width() as u32, image.height() as u32);
    let done = match encoding {
        Encoding::Jpeg => {
            let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
            encoder.set_pixel_density(PixelDensity::dpi(image.dpi()));
            encoder.write_image(image.pixels(), width, height, ExtendedColorType::L8)
        }
        Encoding::Bmp => saved(&mut bytes, image, ImageFormat::Bmp),
        Encoding::Tiff => saved(&mut bytes, image, ImageFormat::Tiff),
    };
    done.map_err(|error| WriteError(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn saved(to: &mut Cursor<Vec<u8>>, image: &GrayImage, format: ImageFormat) -> image::ImageResult<()> {
    let (width, height) = (image.width() as u32, image.height() as u32);
    image::write_buffer_with_format(to, image.pixels(), width, height, ExtendedColorType::L8, format)
}
