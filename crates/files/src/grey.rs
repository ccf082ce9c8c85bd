//! Grey pictures kept without loss. What comes in a format that is not kept is kept as PNG, with its resolution.

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, PixelDimensions, Unit};
use std::io::Cursor;

/// Metres in an inch.
const INCH: f64 = 0.0254;

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
#[error("the picture cannot be written: {0}")]
pub struct GreyError(String);

/// Grey pixels, row by row, as a PNG that says so many dots an inch.
///
/// # Errors
/// [`GreyError`] when the pixels are not as many as the size needs.
pub fn grey_png(width: u32, height: u32, dpi: u16, pixels: &[u8]) -> Result<Vec<u8>, GreyError> {
    let failed = |e: png::EncodingError| GreyError(e.to_string());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let dots = (f64::from(dpi) / INCH).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// Dots an inch, where a PNG says so, and the same both ways.
#[must_use]
pub fn png_dpi(bytes: &[u8]) -> Option<u16> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let says = reader.info().pixel_dims?;
    let square = says.xppu == says.yppu && matches!(says.unit, Unit::Meter);
    let dots = (f64::from(says.xppu) * INCH).round();
    (square && (1.0..=f64::from(u16::MAX)).contains(&dots)).then_some(dots as u16)
}
