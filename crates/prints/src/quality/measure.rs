//! What a print measures, from what the classical extractor made of it.

use crate::classical::flow::Flow;
use crate::classical::mask::{BLOCK, Mask};
use crate::minutia::Minutia;
use crate::plane::Plane;
use crate::quality::Measures;

/// Side in pixels of the squares in which ridges and valleys are told apart: two ridges or a little less.
const SQUARE: usize = 16;
/// Pixels of a square that must be print, and of its ridges and valleys each.
const LEAST: usize = 128;
const LEAST_EACH: usize = 24;
/// Square millimetres of a block at 500 dpi.
const BLOCK_MM2: f32 = (BLOCK * BLOCK) as f32 * (25.4 / 500.0) * (25.4 / 500.0);

/// What lies between a print and its minutiae.
pub(crate) struct Seen<'a> {
    pub(crate) grey: &'a Plane<f32>,
    pub(crate) flow: &'a Flow,
    pub(crate) mask: &'a Mask,
    pub(crate) strength: &'a Plane<f32>,
    pub(crate) enhanced: &'a Plane<f32>,
    pub(crate) minutiae: &'a [Minutia],
}

/// Sums over what was looked at.
#[derive(Default)]
struct Mean {
    sum: f64,
    squares: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: f32) {
        let value = f64::from(value);
        self.sum += value;
        self.squares += value * value;
        self.count += 1.0;
    }

    fn mean(&self) -> f32 {
        (self.sum / self.count.max(1.0)) as f32
    }

    fn deviation(&self) -> f32 {
        let mean = self.sum / self.count.max(1.0);
        (self.squares / self.count.max(1.0) - mean * mean).max(0.0).sqrt() as f32
    }
}

pub(crate) fn measures(seen: &Seen<'_>) -> Measures {
    let (mut certainty, mut strength) = (Mean::default(), Mean::default());
    for y in (BLOCK / 2..seen.grey.height).step_by(BLOCK) {
        for x in (BLOCK / 2..seen.grey.width).step_by(BLOCK) {
            if seen.mask.is_print(x as f32, y as f32) {
                certainty.add(seen.flow.coherence(x as f32, y as f32));
                strength.add(seen.strength.near(x as isize, y as isize));
            }
        }
    }
    let (mut clarity, mut ridge, mut contrast) = (Mean::default(), Mean::default(), Mean::default());
    for top in (0..seen.grey.height).step_by(SQUARE) {
        for left in (0..seen.grey.width).step_by(SQUARE) {
            if let Some(square) = square(seen, left, top) {
                clarity.add(square.clarity);
                ridge.add(square.ridge);
                contrast.add(square.contrast);
            }
        }
    }
    Measures {
        area: certainty.count as f32 * BLOCK_MM2,
        clarity: clarity.mean(),
        certainty: certainty.mean(),
        strength: strength.mean(),
        ridge: ridge.mean(),
        unevenness: ridge.deviation(),
        contrast: contrast.mean(),
        minutiae: seen.minutiae.len() as f32,
        sureness: seen.minutiae.iter().map(|minutia| minutia.quality).sum(),
    }
}

struct Square {
    clarity: f32,
    ridge: f32,
    contrast: f32,
}

/// A square of the print; `None` where too little of it is print, or it has no ridges and valleys.
fn square(seen: &Seen<'_>, left: usize, top: usize) -> Option<Square> {
    let (mut ridges, mut valleys) =
        (Vec::with_capacity(SQUARE * SQUARE), Vec::with_capacity(SQUARE * SQUARE));
    for y in top..(top + SQUARE).min(seen.grey.height) {
        let enhanced = seen.enhanced.row(y).iter().zip(seen.grey.row(y));
        for (x, (enhanced, grey)) in enhanced.enumerate().skip(left).take(SQUARE) {
            if seen.mask.is_print(x as f32, y as f32) {
                if *enhanced > 0.0 { ridges.push(*grey) } else { valleys.push(*grey) }
            }
        }
    }
    let print = ridges.len() + valleys.len();
    if print < LEAST || ridges.len().min(valleys.len()) < LEAST_EACH {
        return None;
    }
    let mean = |list: &[f32]| list.iter().sum::<f32>() / list.len() as f32;
    let (dark, light) = (mean(&ridges), mean(&valleys));
    let middle = (dark + light) / 2.0;
    let share = |list: &[f32]| list.iter().filter(|grey| **grey < middle).count() as f32 / list.len() as f32;
    let (right, wrong) = (share(&ridges), share(&valleys));
    let darker = right * ridges.len() as f32 + wrong * valleys.len() as f32;
    Some(Square {
        clarity: (right - wrong).max(0.0),
        ridge: darker / print as f32,
        contrast: (light - dark).max(0.0),
    })
}
