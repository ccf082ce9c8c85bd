//! A template: what is kept of a print, and its compact written form.
//!
//! Written form, version 1, big-endian: `RZP` and the version; width and height at 500 dpi, the resolution of
//! the image it was made from (16 bits each); the unit of the coordinates as a power of two of pixels; the
//! number of minutiae; then 32 bits a minutia: x (10), y (10), angle (8, of 256 to the turn), kind (1, set for a
//! bifurcation), quality (3, of sevenths). A finger of 96 minutiae takes 396 bytes.

use std::f32::consts::TAU;

use thiserror::Error;

use crate::minutia::{Kind, Minutia, turn};

/// As many minutiae as the written form holds.
pub const MOST_MINUTIAE: usize = 255;

const MARK: [u8; 3] = *b"RZP";
const VERSION: u8 = 1;
const HEADER: usize = 12;
const BYTES_A_MINUTIA: usize = 4;
const COORDINATE_BITS: u32 = 10;
const COORDINATE_MASK: u32 = (1 << COORDINATE_BITS) - 1;
const LARGEST_SHIFT: u8 = 6;
const ANGLES: f32 = 256.0;
const QUALITIES: f32 = 7.0;

/// What is kept of a print.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Width of the print at 500 dpi.
    pub width: u16,
    /// Height of the print at 500 dpi.
    pub height: u16,
    /// Resolution of the image it was made from.
    pub dpi: u16,
    /// The minutiae, at 500 dpi.
    pub minutiae: Vec<Minutia>,
}

/// Why bytes are no template, or a template cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// It does not begin as a template does.
    #[error("these bytes are not a fingerprint template: they do not begin with `RZP`")]
    Mark,
    /// A version this program does not know.
    #[error("a fingerprint template of version {0}, this program reads version 1")]
    Version(u8),
    /// It ends too early, or goes on after its end.
    #[error("a fingerprint template of {found} bytes, by its header it should have {expected}")]
    Length {
        /// By the header.
        expected: usize,
        /// Found.
        found: usize,
    },
    /// A header field or minutia with a value it cannot have.
    #[error("a fingerprint template whose {0} cannot be")]
    Value(&'static str),
    /// More minutiae than the form holds.
    #[error("{0} minutiae, the written form holds {MOST_MINUTIAE}: keep the strongest")]
    TooMany(usize),
}

impl Template {
    /// The template with only its `most` surest minutiae, in their old order.
    #[must_use]
    pub fn strongest(mut self, most: usize) -> Self {
        if self.minutiae.len() > most {
            let mut order: Vec<(usize, Minutia)> = self.minutiae.iter().copied().enumerate().collect();
            order.sort_by(|(_, a), (_, b)| b.quality.total_cmp(&a.quality));
            order.truncate(most);
            order.sort_by_key(|(place, _)| *place);
            self.minutiae = order.into_iter().map(|(_, minutia)| minutia).collect();
        }
        self
    }

    /// The written form.
    ///
    /// # Errors
    /// [`TemplateError::TooMany`], [`TemplateError::Value`] where a minutia lies outside its print.
    pub fn to_bytes(&self) -> Result<Vec<u8>, TemplateError> {
        let count =
            u8::try_from(self.minutiae.len()).map_err(|_| TemplateError::TooMany(self.minutiae.len()))?;
        let shift = shift_of(self.width.max(self.height));
        let mut bytes = Vec::with_capacity(HEADER + BYTES_A_MINUTIA * self.minutiae.len());
        bytes.extend_from_slice(&MARK);
        bytes.push(VERSION);
        for field in [self.width, self.height, self.dpi] {
            bytes.extend_from_slice(&field.to_be_bytes());
        }
        bytes.extend_from_slice(&[shift, count]);
        for minutia in &self.minutiae {
            let inside = (0.0..=f32::from(self.width)).contains(&minutia.x)
                && (0.0..=f32::from(self.height)).contains(&minutia.y);
            if !inside {
                return Err(TemplateError::Value("minutia lies outside the print"));
            }
            if !minutia.angle.is_finite() || !(0.0..=1.0).contains(&minutia.quality) {
                return Err(TemplateError::Value("angle or quality"));
            }
            bytes.extend_from_slice(&pack(minutia, shift).to_be_bytes());
        }
        Ok(bytes)
    }

    /// A template from its written form.
    ///
    /// # Errors
    /// [`TemplateError`] for anything but a whole template.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TemplateError> {
        let Some((header, body)) = bytes.split_first_chunk::<HEADER>() else {
            return Err(if bytes.starts_with(&MARK) {
                TemplateError::Length { expected: HEADER, found: bytes.len() }
            } else {
                TemplateError::Mark
            });
        };
        let [m0, m1, m2, version, w0, w1, h0, h1, d0, d1, shift, count] = *header;
        if [m0, m1, m2] != MARK {
            return Err(TemplateError::Mark);
        }
        if version != VERSION {
            return Err(TemplateError::Version(version));
        }
        let expected = HEADER + BYTES_A_MINUTIA * usize::from(count);
        if bytes.len() != expected {
            return Err(TemplateError::Length { expected, found: bytes.len() });
        }
        let [width, height, dpi] = [[w0, w1], [h0, h1], [d0, d1]].map(u16::from_be_bytes);
        if shift > LARGEST_SHIFT || shift != shift_of(width.max(height)) {
            return Err(TemplateError::Value("unit of coordinates"));
        }
        let minutiae: Vec<Minutia> = body
            .as_chunks::<BYTES_A_MINUTIA>()
            .0
            .iter()
            .map(|word| unpack(u32::from_be_bytes(*word), shift))
            .collect();
        if minutiae.iter().any(|m| m.x > f32::from(width) || m.y > f32::from(height)) {
            return Err(TemplateError::Value("minutia lies outside the print"));
        }
        Ok(Self { width, height, dpi, minutiae })
    }
}

/// The unit in which the longer side fits the bits of a coordinate.
fn shift_of(side: u16) -> u8 {
    let bits = u16::BITS - side.leading_zeros();
    u8::try_from(bits.saturating_sub(COORDINATE_BITS)).unwrap_or(LARGEST_SHIFT)
}

fn pack(minutia: &Minutia, shift: u8) -> u32 {
    let unit = f32::from(1_u16 << shift);
    // down, not to the nearest: the last half unit would leave the print
    let coordinate = |value: f32| ((value / unit) as u32).min(COORDINATE_MASK);
    let angle = ((turn(minutia.angle) / TAU * ANGLES).round() as u32) & 0xff;
    let quality = (minutia.quality * QUALITIES).round() as u32 & 7;
    let kind = u32::from(minutia.kind == Kind::Bifurcation);
    coordinate(minutia.x) << 22 | coordinate(minutia.y) << 12 | angle << 4 | kind << 3 | quality
}

fn unpack(word: u32, shift: u8) -> Minutia {
    let coordinate = |bits: u32| ((bits & COORDINATE_MASK) << shift) as f32;
    Minutia {
        x: coordinate(word >> 22),
        y: coordinate(word >> 12),
        angle: (word >> 4 & 0xff) as f32 * (TAU / ANGLES),
        kind: if word & 8 == 0 { Kind::Ending } else { Kind::Bifurcation },
        quality: (word & 7) as f32 / QUALITIES,
    }
}
