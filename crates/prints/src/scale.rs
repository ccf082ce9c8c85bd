//! A print brought to 500 dpi, the resolution in which all lengths are meant.

use crate::extract::ExtractError;
use crate::image::GrayImage;
use crate::plane::Plane;

/// The resolution in which all lengths are meant.
pub const WORKING_DPI: u16 = 500;
/// A resolution so near is taken as it is: a ridge period is not known better.
const NEAR: u16 = 8;

/// The shortest and the longest side of a print at 500 dpi: a palm is 2,750 by 4,000.
pub const SIDES: std::ops::RangeInclusive<usize> = 32..=4_096;

/// The print at 500 dpi.
///
/// # Errors
/// [`ExtractError::Size`] where it would be too small or too large for a print.
pub fn at_500_dpi(image: &GrayImage) -> Result<GrayImage, ExtractError> {
    let grey = grey_at_500_dpi(image)?;
    let pixels = grey.cells.iter().map(|grey| grey.round().clamp(0.0, 255.0) as u8).collect();
    let size = ExtractError::Size { width: grey.width, height: grey.height };
    GrayImage::new(grey.width, grey.height, WORKING_DPI, pixels).map_err(|_| size)
}

/// Grey levels at 500 dpi.
pub(crate) fn grey_at_500_dpi(image: &GrayImage) -> Result<Plane<f32>, ExtractError> {
    let ratio = if image.dpi().abs_diff(WORKING_DPI) <= NEAR {
        1.0
    } else {
        f32::from(image.dpi()) / f32::from(WORKING_DPI)
    };
    let side = |pixels: usize| (pixels as f32 / ratio).round() as usize;
    let (width, height) = (side(image.width()), side(image.height()));
    if !SIDES.contains(&width) || !SIDES.contains(&height) {
        return Err(ExtractError::Size { width, height });
    }
    let cells = image.pixels().iter().map(|grey| f32::from(*grey)).collect();
    let plane = Plane { width: image.width(), height: image.height(), cells };
    if ratio == 1.0 {
        return Ok(plane);
    }
    let across = transposed(&plane, width, ratio);
    Ok(transposed(&across, height, ratio))
}

/// Each row brought to `width` by a triangle filter as wide as the reduction needs, the result transposed.
fn transposed(plane: &Plane<f32>, width: usize, ratio: f32) -> Plane<f32> {
    let reach = ratio.max(1.0);
    let taps: Vec<Vec<(usize, f32)>> = (0..width)
        .map(|x| {
            let middle = (x as f32 + 0.5) * ratio - 0.5;
            let (from, to) = ((middle - reach).ceil(), (middle + reach).floor());
            let last = plane.width as isize - 1;
            let taps: Vec<(usize, f32)> = (from as isize..=to as isize)
                .map(|at| {
                    let weight = 1.0 - (at as f32 - middle).abs() / reach;
                    (at.clamp(0, last) as usize, weight.max(1e-6))
                })
                .collect();
            let total: f32 = taps.iter().map(|(_, weight)| weight).sum();
            taps.into_iter().map(|(at, weight)| (at, weight / total)).collect()
        })
        .collect();
    let mut out = Plane::new(plane.height, width, 0.0_f32);
    for y in 0..plane.height {
        let row = plane.row(y);
        for (x, taps) in taps.iter().enumerate() {
            let value = taps.iter().map(|(at, weight)| row.get(*at).unwrap_or(&0.0) * weight).sum();
            out.set(y, x, value);
        }
    }
    out
}
