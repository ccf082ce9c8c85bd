//! The tables of quantisers and the head of the image, as the file has them.

use roznamcha_prints::image::DPI;

use super::error::WsqError;
use super::scaled;
use super::tree::BANDS;
use crate::bytes::Reader;

/// Entries of the table; the last four are of subbands that are never sent.
pub(super) const ENTRIES: usize = 64;

/// Where within its bin a coefficient is put back, as the usual encoder has it.
const CENTRE: [u8; 3] = [2, 0, 44];

/// A subband's quantiser: the width of its bins and of the one around zero. A subband of width 0 is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Quantiser {
    pub(super) bin: f32,
    pub(super) zero_bin: f32,
}

/// All quantisers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantisers {
    pub(super) centre: f32,
    pub(super) bands: Vec<Quantiser>,
}

impl Quantisers {
    pub(super) fn read(segment: &[u8]) -> Result<Self, WsqError> {
        let mut reader = Reader::new(segment);
        let mut number = || -> Option<f32> {
            let scale = reader.byte()?;
            Some(scaled::value(scale, u32::from(reader.u16()?)))
        };
        let mut all = || -> Option<Self> {
            let centre = number()?;
            let mut bands = Vec::with_capacity(ENTRIES);
            for _ in 0..ENTRIES {
                bands.push(Quantiser { bin: number()?, zero_bin: number()? });
            }
            Some(Self { centre, bands })
        };
        let table = all().ok_or(WsqError::Truncated("table of quantisers"))?;
        if table.bands.iter().skip(BANDS).any(|quantiser| quantiser.bin != 0.0) {
            return Err(WsqError::Value("quantiser: subbands 60 to 63 are never sent"));
        }
        Ok(table)
    }

    pub(super) fn write(bands: &[Quantiser]) -> Vec<u8> {
        let mut bytes = CENTRE.to_vec();
        let empty = std::iter::repeat(&Quantiser { bin: 0.0, zero_bin: 0.0 });
        for quantiser in bands.iter().chain(empty).take(ENTRIES) {
            bytes.extend_from_slice(&scaled::short(quantiser.bin));
            bytes.extend_from_slice(&scaled::short(quantiser.zero_bin));
        }
        bytes
    }
}

/// The head of the image: its size, and what its pixels were shifted and scaled by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) shift: f32,
    pub(super) scale: f32,
}

impl Frame {
    pub(super) fn read(segment: &[u8]) -> Result<Self, WsqError> {
        let mut reader = Reader::new(segment);
        let mut all = || -> Option<Self> {
            let (_black, _white) = (reader.byte()?, reader.byte()?);
            let (height, width) = (reader.u16()?, reader.u16()?);
            let power = reader.byte()?;
            let shift = scaled::value(power, u32::from(reader.u16()?));
            let power = reader.byte()?;
            let scale = scaled::value(power, u32::from(reader.u16()?));
            Some(Self { width, height, shift, scale })
        };
        all().ok_or(WsqError::Truncated("frame header"))
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = vec![0, 255];
        bytes.extend_from_slice(&self.height.to_be_bytes());
        bytes.extend_from_slice(&self.width.to_be_bytes());
        bytes.extend_from_slice(&scaled::short(self.shift));
        bytes.extend_from_slice(&scaled::short(self.scale));
        // encoder number two of the specification; no certified software number
        bytes.extend_from_slice(&[2, 0, 0]);
        bytes
    }
}

/// The dots an inch that a `NIST_COM` comment tells; the format has no other place for them.
pub(super) fn dpi_of(comment: &[u8]) -> Option<u16> {
    let text = std::str::from_utf8(comment).ok()?;
    if !text.starts_with("NIST_COM") {
        return None;
    }
    let value = text.lines().find_map(|line| line.strip_prefix("PPI "))?;
    value.trim().parse().ok().filter(|dpi| DPI.contains(dpi))
}
