//! A master print: the ridges of a finger, grown as an image.
//!
//! Own work after the idea of Cappelli, Lumini, Maio and Maltoni (2007): little patches of ridge with a minutia in the
//! middle are laid where the finger has its minutiae; filters that follow the finger's flow let them grow until they
//! meet. Where two growths do not meet in step, a minutia more comes about, as on skin. Which there are in the end is
//! read off the phase of the ridges, whose winding about a point is a minutia, not by any extractor.

use std::f32::consts::{PI, TAU};

use roznamcha_prints::{GrayImage, Kind, ShapeError};

use crate::chance::Chance;
use crate::finger::{Finger, Place, SKIN};
use crate::kernel::Filters;
use crate::raster::Raster;
use crate::winding;

/// Pixels about the skin that stay empty, so that filters lie inside.
const PAD: f32 = 12.0;
/// The ridge period, mean and deviation over fingers, in pixels at 500 dpi; and how much it varies over one finger.
const PERIOD: (f32, f32) = (9.0, 0.6);
const UNEVEN: f32 = 0.04;
/// Radius of a patch in periods.
const PATCH: f32 = 1.15;
/// Rounds in which the patches are laid anew, and rounds after, in which ridges settle.
const GROWING: usize = 16;
const SETTLING: usize = 5;
/// How steeply an answer grows to a full ridge.
const GAIN: f32 = 2.4;

/// How far apart the ridges of a finger lie from place to place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Periods {
    mean: f32,
    slopes: [f32; 3],
}

impl Periods {
    fn drawn(chance: &mut Chance) -> Self {
        let mean = chance.normal(PERIOD.0, PERIOD.1).clamp(7.4, 10.8);
        Self { mean, slopes: std::array::from_fn(|_| chance.normal(0.0, UNEVEN)) }
    }

    pub(crate) fn at(&self, (x, y): (f32, f32)) -> f32 {
        let (u, v) = (x / SKIN.0, y / SKIN.1);
        let [a, b, c] = self.slopes;
        self.mean * (1.0 + a * u + b * v + c * (u * u + v * v - 0.5))
    }
}

/// A master print.
#[derive(Debug, Clone)]
pub struct Master {
    /// 1 on the crest of a ridge, -1 in a valley, 0 where there is no skin.
    pub(crate) ridges: Raster,
    /// Every minutia of it.
    pub(crate) places: Vec<Place>,
    planted: usize,
    kept: usize,
}

impl Finger {
    /// The master print of this finger; its ridge periods are drawn.
    #[must_use]
    pub fn master(&self, chance: &mut Chance) -> Master {
        let periods = Periods::drawn(chance);
        let filters = Filters::new();
        let side = |half: f32| (2.0 * (half + PAD)) as usize;
        let mut ridges = Raster::new(side(SKIN.0), side(SKIN.1));
        let skin: Vec<Skin> =
            (0..ridges.cells.len()).filter_map(|at| self.skin(&ridges, at, &periods)).collect();
        let patches: Vec<(usize, f32)> = self.patches(&ridges, &periods);
        for round in 0..GROWING + SETTLING {
            if round < GROWING {
                lay(&mut ridges, &patches);
            }
            let mut next = Raster::new(ridges.width, ridges.height);
            for one in &skin {
                let answer = filters.even(&ridges, one.at, one.angle, one.period);
                if let Some(cell) = next.cells.get_mut(one.at) {
                    *cell = (GAIN * answer).tanh();
                }
            }
            ridges = next;
        }
        let places = winding::minutiae(&ridges, &self.flow, &filters, &periods);
        let near = |place: &Place| places.iter().any(|other| same(place, other));
        let kept = self.places.iter().filter(|place| near(place)).count();
        Master { ridges, places, planted: self.places.len(), kept }
    }

    /// A pixel of the skin.
    fn skin(&self, raster: &Raster, at: usize, periods: &Periods) -> Option<Skin> {
        let (x, y) = raster.place(at);
        let inside = (x / SKIN.0).powi(2) + (y / SKIN.1).powi(2) < 1.0;
        inside.then(|| Skin { at, angle: self.flow.along(x, y), period: periods.at((x, y)) })
    }

    /// What the patches about the minutiae set: pixels and how much of a ridge each is.
    fn patches(&self, raster: &Raster, periods: &Periods) -> Vec<(usize, f32)> {
        let mut out = Vec::new();
        for at in 0..raster.cells.len() {
            let (x, y) = raster.place(at);
            let nearest = self
                .places
                .iter()
                .map(|place| (place, (place.x - x).hypot(place.y - y)))
                .min_by(|a, b| a.1.total_cmp(&b.1));
            if let Some((place, distance)) = nearest {
                let period = periods.at((place.x, place.y));
                if distance < PATCH * period {
                    out.push((at, patch(place, (x - place.x, y - place.y), period)));
                }
            }
        }
        out
    }
}

struct Skin {
    at: usize,
    angle: f32,
    period: f32,
}

fn lay(ridges: &mut Raster, patches: &[(usize, f32)]) {
    for (at, value) in patches {
        if let Some(cell) = ridges.cells.get_mut(*at) {
            *cell = *value;
        }
    }
}

/// How much of a ridge lies so far from a minutia. The phase winds once about it, so that one ridge more lies on the
/// side to which it points: on that side an ending has its ridge, a bifurcation the valley between its branches.
fn patch(place: &Place, (dx, dy): (f32, f32), period: f32) -> f32 {
    let (sin, cos) = place.angle.sin_cos();
    let (along, across) = (dx * cos + dy * sin, dy * cos - dx * sin);
    let begin = if place.kind == Kind::Ending { 0.0 } else { PI };
    (TAU * across / period + across.atan2(along) + begin).cos()
}

/// Whether two places are one minutia: near, and pointing the same way.
fn same(one: &Place, other: &Place) -> bool {
    let off = (one.angle - other.angle + PI).rem_euclid(TAU) - PI;
    (one.x - other.x).hypot(one.y - other.y) < 8.0 && off.abs() < 0.8
}

impl Master {
    /// The master print as a picture, ridges dark.
    ///
    /// # Errors
    /// [`ShapeError`], never for a master as it is made.
    pub fn image(&self) -> Result<GrayImage, ShapeError> {
        let grey = self.ridges.cells.iter().map(|value| (140.0 - 110.0 * value) as u8).collect();
        GrayImage::new(self.ridges.width, self.ridges.height, 500, grey)
    }

    /// Minutiae there are, minutiae that the finger was to have, and how many of those are where they should be.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.places.len(), self.planted, self.kept)
    }
}
