//! Small pictures: a photograph made small once, so that a page of twenty is quick to show.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::Format;

/// The longest side of a small picture.
const SIDE: u32 = 320;
/// A picture of more pixels is kept but not made small.
const PIXELS: u64 = 60_000_000;
/// A side longer than this is no photograph.
const LONGEST: u32 = 40_000;
/// What a decoder may use, in bytes.
const MEMORY: u64 = 320 << 20;

/// Why there is no small picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It does not read as a picture.
    #[error("the picture does not read")]
    Unreadable,
    /// Too many pixels to make it small.
    #[error("the picture has too many pixels to be made small")]
    Large,
}

/// A small picture.
#[derive(Clone, Debug)]
pub struct Small {
    /// As a JPEG.
    pub jpeg: Vec<u8>,
    /// The width of the picture it was made of.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// Makes a picture small, turned as its camera says. The small one holds nothing of what the camera noted.
///
/// # Errors
/// [`PictureError`].
pub fn small_picture(format: Format, bytes: &[u8]) -> Result<Small, PictureError> {
    // A decoder that breaks on a hostile file must break nothing else.
    catch_unwind(AssertUnwindSafe(|| made(format, bytes))).unwrap_or(Err(PictureError::Unreadable))
}

fn made(format: Format, bytes: &[u8]) -> Result<Small, PictureError> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        _ => return Err(PictureError::Unreadable),
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(why)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(PictureError::Large);
    }
    let turned = decoder.orientation().map_err(why)?;
    let whole = DynamicImage::from_decoder(decoder).map_err(why)?;
    let mut small = whole.thumbnail(SIDE, SIDE);
    drop(whole);
    small.apply_orientation(turned);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 80).encode_image(&on_white(&small)).map_err(why)?;
    Ok(Small { jpeg, width, height })
}

/// A JPEG knows no transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let from = picture.to_rgba8();
    let mut to = RgbImage::new(from.width(), from.height());
    for (to, from) in to.pixels_mut().zip(from.pixels()) {
        let [red, green, blue, alpha] = from.0;
        let alpha = u32::from(alpha);
        let mixed =
            |c: u8| u8::try_from((u32::from(c) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        to.0 = [mixed(red), mixed(green), mixed(blue)];
    }
    to
}

fn why(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::Large,
        _ => PictureError::Unreadable,
    }
}
