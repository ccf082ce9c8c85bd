//! Local normalisation: every part of the print gets the same mean and the same contrast.

use crate::plane::Plane;

/// Half the side of the window, about one ridge and a half.
const RADIUS: usize = 10;
/// Contrast in grey levels below which a window counts as empty and is not blown up.
const QUIET: f32 = 1.5;
/// What a pixel may differ from the mean, in deviations: a speck counts no more than a ridge.
const MOST: f32 = 2.5;

/// The print with ridges positive and valleys negative, each window of mean 0 and deviation near 1, and the
/// deviation that each window had.
pub(crate) fn normalise(grey: &Plane<f32>) -> (Plane<f32>, Plane<f32>) {
    let mean = grey.box_mean(RADIUS);
    let square = grey.map(|value| value * value).box_mean(RADIUS);
    let mut deviation = square;
    deviation.cells.iter_mut().zip(&mean.cells).for_each(|(square, mean)| {
        *square = (*square - mean * mean).max(0.0).sqrt();
    });
    let mut out = mean;
    for ((mean, value), deviation) in out.cells.iter_mut().zip(&grey.cells).zip(&deviation.cells) {
        *mean = ((*mean - value) / (deviation + QUIET)).clamp(-MOST, MOST);
    }
    (out, deviation)
}
