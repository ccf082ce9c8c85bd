//! Type 4: a print at 500 dpi, binary.

use roznamcha_prints::GrayImage;

use super::ItlError;
use super::print::{Compression, pixels};
use crate::bytes::Reader;

/// The type of the record.
pub(super) const KIND: u8 = 4;
/// The resolution of such prints.
const DPI: u16 = 500;

/// A print at 500 dpi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainPrint {
    /// Its number in the transaction.
    pub number: u8,
    /// How it was taken: 0 live plain, 1 live rolled, 2 plain on paper, 3 rolled on paper, 4 to 7 latent.
    pub impression: u8,
    /// The fingers it may be, as in minutiae records, 13 and 14 the slaps of four fingers, 255 for no more.
    pub fingers: [u8; 6],
    /// 0 at the least resolution, 1 at the one the first record tells.
    pub resolution: u8,
    /// Pixels a row.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// 0 not at all, 1 WSQ, 2 JPEG, 6 PNG.
    pub compression: u8,
    /// The image.
    pub data: Vec<u8>,
}

impl PlainPrint {
    /// A print coded as WSQ.
    ///
    /// # Errors
    /// [`ItlError::Value`] for an image that is not at 500 dpi; [`ItlError::Wsq`].
    pub fn of(image: &GrayImage, number: u8, finger: u8, impression: u8) -> Result<Self, ItlError> {
        if image.dpi() != DPI {
            return Err(ItlError::Value { kind: KIND, field: 5 });
        }
        let side = |pixels: usize| u16::try_from(pixels).unwrap_or(u16::MAX);
        Ok(Self {
            number,
            impression,
            fingers: [finger, 255, 255, 255, 255, 255],
            resolution: 0,
            width: side(image.width()),
            height: side(image.height()),
            compression: 1,
            data: crate::wsq::encode(image, crate::wsq::USUAL_RATE)?,
        })
    }

    /// Its pixels.
    ///
    /// # Errors
    /// [`ItlError`] where it is compressed otherwise, or broken.
    pub fn image(&self) -> Result<GrayImage, ItlError> {
        let compression = match self.compression {
            0 => Compression::None,
            1 => Compression::Wsq,
            2 => Compression::Jpeg,
            6 => Compression::Png,
            other => return Err(ItlError::Compression(other.to_string())),
        };
        pixels(&compression, (self.width, self.height), DPI, &self.data)
    }

    /// From what follows the length.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(content);
        let number = reader.byte()?;
        let impression = reader.byte()?;
        let fingers = reader.take(6)?.try_into().ok()?;
        let resolution = reader.byte()?;
        let (width, height) = (reader.u16()?, reader.u16()?);
        let compression = reader.byte()?;
        let data = reader.rest().to_vec();
        Some(Self { number, impression, fingers, resolution, width, height, compression, data })
    }

    /// What follows the length.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = vec![self.number, self.impression];
        bytes.extend_from_slice(&self.fingers);
        bytes.push(self.resolution);
        bytes.extend_from_slice(&self.width.to_be_bytes());
        bytes.extend_from_slice(&self.height.to_be_bytes());
        bytes.push(self.compression);
        bytes.extend_from_slice(&self.data);
        bytes
    }
}
