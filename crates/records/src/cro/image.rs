//! Images of prints as they come: what a scanner, a camera or another office sends, read as grey pixels. PNG and JPEG
//! are kept as they came; BMP, TIFF and WSQ are kept as PNG, pixel for pixel, so that the area's formats stand.

use roznamcha_files::{grey_png, png_dpi};
use roznamcha_prints::{GrayImage, ReadError, ShapeError, read};
use roznamcha_prints_formats::wsq;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::DoorError;

/// The resolution of a print that nobody told: that of nearly every scanner.
const USUAL_DPI: u16 = 500;

/// What a file of a print came as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameAs {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// BMP.
    Bmp,
    /// TIFF.
    Tiff,
    /// WSQ.
    Wsq,
    /// A record of ANSI/NIST-ITL.
    Record,
}

impl CameAs {
    /// By the beginning of the bytes.
    fn of(bytes: &[u8]) -> Option<Self> {
        let begins: [(&[u8], Self); 5] = [
            (b"\x89PNG\r\n\x1a\n", Self::Png),
            (b"\xff\xd8\xff", Self::Jpeg),
            (b"BM", Self::Bmp),
            (b"II*\0", Self::Tiff),
            (b"MM\0*", Self::Tiff),
        ];
        if wsq::is_wsq(bytes) {
            return Some(Self::Wsq);
        }
        begins.into_iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, came)| came)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Bmp => "bmp",
            Self::Tiff => "tiff",
            Self::Wsq => "wsq",
            Self::Record => "nist-itl",
        }
    }

    /// Whether the file area keeps it as it is.
    const fn is_kept(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg)
    }
}

/// The grey pixels of a file, and what it came as. The resolution is what is told, else what the file says, else
/// that of nearly every scanner.
///
/// # Errors
/// A refusal of the field `file` or `dpi`.
pub(super) fn grey(bytes: &[u8], dpi: Option<u16>) -> Result<(GrayImage, CameAs), DoorError> {
    let came = CameAs::of(bytes).ok_or_else(|| DoorError::field("file", "fault-print-format"))?;
    // A decoder that breaks on a hostile file must break nothing else.
    let read = catch_unwind(AssertUnwindSafe(|| decoded(bytes, came, dpi)));
    Ok((read.unwrap_or_else(|_| Err(DoorError::field("file", "fault-file-cut")))?, came))
}

fn decoded(bytes: &[u8], came: CameAs, dpi: Option<u16>) -> Result<GrayImage, DoorError> {
    if came == CameAs::Wsq {
        let image = wsq::decode(bytes).map_err(|_| DoorError::field("file", "fault-file-cut"))?;
        return match dpi {
            Some(told) if told != image.dpi() => {
                let (width, height) = (image.width(), image.height());
                GrayImage::new(width, height, told, image.into_pixels()).map_err(|e| shape(&e))
            }
            _ => Ok(image),
        };
    }
    let says = if came == CameAs::Png { png_dpi(bytes) } else { None };
    read(bytes, dpi.or(says).unwrap_or(USUAL_DPI)).map_err(|error| match error {
        ReadError::Format => DoorError::field("file", "fault-print-format"),
        ReadError::Broken(_) => DoorError::field("file", "fault-file-cut"),
        ReadError::Shape(why) => shape(&why),
    })
}

fn shape(why: &ShapeError) -> DoorError {
    match why {
        ShapeError::Dpi(_) => DoorError::field("dpi", "fault-print-dpi"),
        ShapeError::Size { .. } | ShapeError::Length { .. } => DoorError::field("file", "fault-print-size"),
    }
}

/// The bytes to keep: those that came, or the pixels as PNG.
///
/// # Errors
/// [`DoorError::Defect`].
pub(super) fn to_keep(image: &GrayImage, came: CameAs, bytes: Vec<u8>) -> Result<Vec<u8>, DoorError> {
    if came.is_kept() {
        return Ok(bytes);
    }
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let made = grey_png(side(image.width()), side(image.height()), image.dpi(), image.pixels());
    made.map_err(|e| DoorError::Defect(e.to_string()))
}
