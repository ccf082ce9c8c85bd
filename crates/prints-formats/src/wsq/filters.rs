//! The 9/7 biorthogonal filters: the standard's numbers, and their table in the file.

use super::error::WsqError;
use super::scaled;
use crate::bytes::Reader;

pub(super) const LOW_TAPS: usize = 9;
pub(super) const HIGH_TAPS: usize = 7;

/// The filters that take an image apart, from which those that put it together follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Filters {
    pub(super) low: [f32; LOW_TAPS],
    pub(super) high: [f32; HIGH_TAPS],
}

#[expect(clippy::excessive_precision, reason = "the digits of the standard")]
pub(super) const STANDARD: Filters = Filters {
    low: [
        0.037_828_455_506_995_46,
        -0.023_849_465_019_380_00,
        -0.110_624_404_418_423_42,
        0.377_402_855_612_653_80,
        0.852_698_679_009_403_44,
        0.377_402_855_612_653_80,
        -0.110_624_404_418_423_42,
        -0.023_849_465_019_380_00,
        0.037_828_455_506_995_46,
    ],
    high: [
        0.064_538_882_628_938_45,
        -0.040_689_417_609_558_44,
        -0.418_092_273_222_212_21,
        0.788_485_616_405_664_39,
        -0.418_092_273_222_212_21,
        -0.040_689_417_609_558_44,
        0.064_538_882_628_938_45,
    ],
};

/// The filters that put the image together: of 7 taps for the low half, of 9 for the high one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Synthesis {
    pub(super) low: [f32; HIGH_TAPS],
    pub(super) high: [f32; LOW_TAPS],
}

impl Filters {
    /// Each with every second tap negated, and its place taken by the other.
    pub(super) fn synthesis(&self) -> Synthesis {
        Synthesis { low: alternate(self.high), high: alternate(self.low) }
    }

    /// From a filter table.
    pub(super) fn read(segment: &[u8]) -> Result<Self, WsqError> {
        let mut reader = Reader::new(segment);
        let end = WsqError::Truncated("filter table");
        let (Some(low), Some(high)) = (reader.byte(), reader.byte()) else {
            return Err(end);
        };
        if usize::from(low) != LOW_TAPS || usize::from(high) != HIGH_TAPS {
            return Err(WsqError::Filters { low, high });
        }
        let low = half(&mut reader).ok_or_else(|| end.clone())?;
        let high = half(&mut reader).ok_or(end)?;
        let ([a, b, c, d, e], [f, g, h, i]) = (low, high);
        Ok(Self { low: [e, d, c, b, a, b, c, d, e], high: [i, h, g, f, g, h, i] })
    }

    /// As a filter table.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = vec![LOW_TAPS as u8, HIGH_TAPS as u8];
        let halves = self.low.iter().skip(LOW_TAPS / 2).chain(self.high.iter().skip(HIGH_TAPS / 2));
        for tap in halves {
            let (scale, digits) = scaled::of(tap.abs(), f64::from(u32::MAX));
            bytes.extend_from_slice(&[u8::from(*tap < 0.0), scale]);
            bytes.extend_from_slice(&digits.to_be_bytes());
        }
        bytes
    }
}

fn alternate<const N: usize>(mut taps: [f32; N]) -> [f32; N] {
    for (place, tap) in taps.iter_mut().enumerate() {
        if (place + N / 2) % 2 == 1 {
            *tap = -*tap;
        }
    }
    taps
}

/// The middle tap and those after it.
fn half<const N: usize>(reader: &mut Reader<'_>) -> Option<[f32; N]> {
    let mut taps = [0.0; N];
    for tap in &mut taps {
        let sign = reader.byte()?;
        let scale = reader.byte()?;
        let value = scaled::value(scale, reader.u32()?);
        *tap = if sign == 0 { value } else { -value };
    }
    Some(taps)
}
