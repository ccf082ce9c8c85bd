//! From wavelet coefficients to whole numbers and back: how wide the bins of each subband are for a wished bit rate.

use super::tables::{Quantiser, Quantisers};
use super::tree::{Area, BANDS, Tree};
use super::wavelet::Plane;

/// A subband that varies less is not sent.
const LEAST_VARIANCE: f32 = 1.01;
/// Below this sum of the first four, the whole subbands are looked at and not their middles.
const LOW_VARIANCE: f32 = 20_000.0;
/// The bin around zero is wider by this.
const ZERO_BIN: f64 = 1.2;
/// Subbands of the lowest frequencies, whose bins do not depend on their variance.
const LOWEST: usize = 4;

/// The quantisers for a transformed image at so many bits a pixel.
pub(super) fn quantisers(plane: &Plane, tree: &Tree, rate: f32) -> Vec<Quantiser> {
    let variances = variances(plane, tree);
    let wanted: Vec<Wanted> = variances
        .iter()
        .enumerate()
        .filter(|(_, variance)| **variance >= LEAST_VARIANCE)
        .map(|(band, variance)| Wanted::of(band, *variance))
        .collect();
    let q = proportion(&wanted, rate);
    let mut quantisers = vec![Quantiser::default(); BANDS];
    for band in wanted {
        if let Some(quantiser) = quantisers.get_mut(band.number) {
            quantiser.bin = band.bin / q;
            quantiser.zero_bin = (ZERO_BIN * f64::from(quantiser.bin)) as f32;
        }
    }
    quantisers
}

/// A subband that is sent.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    number: usize,
    /// Width of its bins before all are scaled alike.
    bin: f32,
    deviation: f32,
    /// Its part of the image's pixels.
    share: f32,
}

impl Wanted {
    fn of(number: usize, variance: f32) -> Self {
        let weight: f32 = match number {
            52 | 56 => 1.32,
            53 | 55 | 58 | 59 => 1.08,
            54 | 57 => 1.42,
            _ => 1.0,
        };
        let bin = if number < LOWEST {
            1.0
        } else {
            let log = f64::from(variance).ln() as f32;
            (10.0 / f64::from(weight * log)) as f32
        };
        let share = match number {
            0..=3 => 1.0 / 1024.0,
            4..=50 => 1.0 / 256.0,
            _ => 1.0 / 16.0,
        };
        Self { number, bin, deviation: f64::from(variance).sqrt() as f32, share }
    }
}

/// What all bins are divided by to meet the rate. A subband whose bin would swallow it is left out of the sum.
fn proportion(wanted: &[Wanted], rate: f32) -> f32 {
    let mut taken = wanted.to_vec();
    while !taken.is_empty() {
        let shares: f32 = taken.iter().fold(0.0, |sum, band| sum + band.share);
        let product: f32 = taken.iter().fold(1.0, |product, band| {
            let power = f64::from(band.deviation / band.bin).powf(f64::from(band.share));
            (f64::from(product) * power) as f32
        });
        let root = f64::from(product).powf(1.0 / f64::from(shares));
        let q = (2_f64.powf(f64::from(rate / shares) - 1.0) / 2.5 / root) as f32;
        let before = taken.len();
        taken.retain(|band| f64::from(band.bin / q) < 5.0 * f64::from(band.deviation));
        if taken.len() == before {
            return q;
        }
    }
    1.0
}

fn variances(plane: &Plane, tree: &Tree) -> Vec<f32> {
    let middles: Vec<f32> = tree.bands.iter().map(|band| variance(plane, middle(*band))).collect();
    let lowest: f32 = middles.iter().take(LOWEST).fold(0.0, |sum, variance| sum + variance);
    if lowest < LOW_VARIANCE {
        tree.bands.iter().map(|band| variance(plane, *band)).collect()
    } else {
        middles
    }
}

/// The middle of a subband, where the print is.
const fn middle(band: Area) -> Area {
    Area {
        x: band.x + band.width / 8,
        y: band.y + 9 * band.height / 32,
        width: 3 * band.width / 4,
        height: 7 * band.height / 16,
    }
}

fn variance(plane: &Plane, area: Area) -> f32 {
    let count = area.width * area.height;
    if count < 2 {
        return 0.0;
    }
    let (sum, squares) = plane
        .rows(area)
        .flatten()
        .fold((0.0_f32, 0.0_f32), |(sum, squares), value| (sum + value, squares + value * value));
    (f64::from(squares - sum * sum / count as f32) / (count as f64 - 1.0)) as f32
}

/// The coefficients of the subbands `from..to` as whole numbers.
pub(super) fn quantise(
    plane: &Plane,
    tree: &Tree,
    quantisers: &[Quantiser],
    bands: std::ops::Range<usize>,
) -> Vec<i32> {
    let mut numbers = Vec::new();
    let sent = tree.bands.iter().zip(quantisers).skip(bands.start).take(bands.len());
    for (band, quantiser) in sent.filter(|(_, quantiser)| quantiser.bin != 0.0) {
        let zero = quantiser.zero_bin / 2.0;
        numbers.extend(plane.rows(*band).flatten().map(|value| {
            if (-zero..=zero).contains(value) {
                0
            } else if *value > 0.0 {
                (f64::from((value - zero) / quantiser.bin) + 1.0) as i32
            } else {
                (f64::from((value + zero) / quantiser.bin) - 1.0) as i32
            }
        }));
    }
    numbers
}

/// How many coefficients these quantisers send.
pub(super) fn count(tree: &Tree, quantisers: &Quantisers) -> usize {
    let sent = tree.bands.iter().zip(&quantisers.bands).filter(|(_, quantiser)| quantiser.bin != 0.0);
    sent.map(|(band, _)| band.width * band.height).sum()
}

/// Puts whole numbers back into their subbands.
pub(super) fn restore(plane: &mut Plane, tree: &Tree, quantisers: &Quantisers, numbers: &[i16]) {
    let mut numbers = numbers.iter();
    let centre = quantisers.centre;
    for (band, quantiser) in tree.bands.iter().zip(&quantisers.bands) {
        if quantiser.bin == 0.0 {
            continue;
        }
        let zero = quantiser.zero_bin / 2.0;
        for row in plane.rows_mut(*band) {
            for (value, number) in row.iter_mut().zip(&mut numbers) {
                let number = f32::from(*number);
                *value = if number > 0.0 {
                    quantiser.bin * (number - centre) + zero
                } else if number < 0.0 {
                    quantiser.bin * (number + centre) - zero
                } else {
                    0.0
                };
            }
        }
    }
}
