//! An impression of a master print as an image: laid somewhere, turned, pressed, more or less ink, and dirt.

use std::f32::consts::TAU;

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{GrayImage, Minutia, ShapeError};

use crate::chance::Chance;
use crate::finger::Place;
use crate::master::Master;

/// Size of the image, pixels at 500 dpi.
const WIDTH: usize = 400;
const HEIGHT: usize = 500;
/// Greys of paper, and of a ridge beneath it.
const PAPER: f32 = 232.0;
const DEPTH: f32 = 185.0;
/// How hard the edge between ridge and valley is.
const EDGE: f32 = 2.6;
/// Side of a spot that takes more or less ink, in pixels, and of a grain of the skin.
const SPOT: usize = 40;
const GRAIN: usize = 3;
/// Over which share of its size the border of what touches fades.
const FADE: f32 = 0.09;

/// How a finger is pressed. Lengths in pixels at 500 dpi, angles in radians; each is a standard deviation where not said
/// otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// How far the finger lies from the middle.
    pub shift: f32,
    /// How far it is turned.
    pub turned: f32,
    /// Half the width and height of what touches, as a mean.
    pub touch: (f32, f32),
    /// How much of that varies.
    pub touched: f32,
    /// Skin pressed aside, at the border of what touches.
    pub pressed: f32,
    /// Ink or sweat of the whole print: below 0 ridges are thin, above they are broad.
    pub wet: f32,
    /// The same from spot to spot.
    pub spots: f32,
    /// And from grain to grain.
    pub grain: f32,
    /// Greys of noise.
    pub noise: f32,
    /// Scratches and creases, as a mean.
    pub scratches: f32,
}

impl Default for Ink {
    fn default() -> Self {
        Self {
            shift: 15.0,
            turned: 0.15,
            touch: (125.0, 165.0),
            touched: 0.08,
            pressed: 2.4,
            wet: 0.25,
            spots: 0.3,
            grain: 0.45,
            noise: 9.0,
            scratches: 3.0,
        }
    }
}

/// An impression with what is on it.
#[derive(Debug, Clone)]
pub struct Print {
    /// What a scanner would give.
    pub image: GrayImage,
    /// The minutiae of the finger that lie where it touched.
    pub minutiae: Vec<Minutia>,
}

impl Master {
    /// An impression.
    ///
    /// # Errors
    /// [`ShapeError`], never for the size it is made in.
    pub fn print(&self, ink: &Ink, chance: &mut Chance) -> Result<Print, ShapeError> {
        let laid = Laid::drawn(ink, chance);
        let wet = chance.normal(0.0, ink.wet);
        let spots = Speckle::drawn(SPOT, ink.spots, chance);
        let grain = Speckle::drawn(GRAIN, ink.grain, chance);
        let scratches: Vec<Scratch> = (0..(ink.scratches * 2.0 * chance.unit()).round() as usize)
            .map(|_| Scratch::drawn(&laid, chance))
            .collect();
        let mut pixels = Vec::with_capacity(WIDTH * HEIGHT);
        for row in 0..HEIGHT {
            for col in 0..WIDTH {
                let at = (col as f32 + 0.5, row as f32 + 0.5);
                let skin = laid.skin(at);
                let touch = laid.touch(skin);
                let noise = chance.normal(0.0, ink.noise);
                if touch <= 0.0 {
                    pixels.push((PAPER + noise).clamp(0.0, 255.0) as u8);
                    continue;
                }
                let ridge = self.ridges.between(skin.0, skin.1);
                let dry = scratches.iter().any(|scratch| scratch.crosses(at));
                let much = wet + spots.at(at) + grain.at(at) - if dry { 3.0 } else { 0.0 };
                let inked = touch / (1.0 + (-EDGE * (ridge + much)).exp());
                pixels.push((PAPER - DEPTH * inked + noise).clamp(0.0, 255.0) as u8);
            }
        }
        let minutiae = self.places.iter().filter_map(|place| laid.seen(place)).collect();
        Ok(Print { image: GrayImage::new(WIDTH, HEIGHT, 500, pixels)?, minutiae })
    }
}

/// How the finger lies on the glass.
struct Laid {
    turned: f32,
    pressed: [f32; 6],
    middle: (f32, f32),
    centre: (f32, f32),
    reach: (f32, f32),
}

impl Laid {
    fn drawn(ink: &Ink, chance: &mut Chance) -> Self {
        let (width, height) = ink.touch;
        Self {
            turned: chance.normal(0.0, ink.turned),
            pressed: std::array::from_fn(|_| chance.normal(0.0, ink.pressed)),
            middle: (
                WIDTH as f32 / 2.0 + chance.normal(0.0, 12.0),
                HEIGHT as f32 / 2.0 + chance.normal(0.0, 16.0),
            ),
            centre: (chance.normal(0.0, ink.shift), chance.normal(0.0, ink.shift * 1.3)),
            reach: (chance.normal(width, ink.touched * width), chance.normal(height, ink.touched * height)),
        }
    }

    /// The place on the finger that touched a place of the raster.
    fn skin(&self, (col, row): (f32, f32)) -> (f32, f32) {
        let (dx, dy) = (col - self.middle.0, self.middle.1 - row);
        let (sin, cos) = self.turned.sin_cos();
        let (x, y) = (cos * dx + sin * dy, cos * dy - sin * dx);
        let (u, v) = (x / 130.0, y / 160.0);
        let [a, b, c, d, e, f] = self.pressed;
        (x + a * u * u + b * u * v + c * v, y + d * v * v + e * u * v + f * u)
    }

    /// How firmly a place of the finger touched, 0 to 1.
    fn touch(&self, (x, y): (f32, f32)) -> f32 {
        let off = ((x - self.centre.0) / self.reach.0).hypot((y - self.centre.1) / self.reach.1);
        ((1.0 - off) / FADE).clamp(0.0, 1.0)
    }

    /// A minutia of the finger as it comes to lie on the raster; `None` where it did not touch.
    fn seen(&self, place: &Place) -> Option<Minutia> {
        if self.touch((place.x, place.y)) < 1.0 {
            return None;
        }
        // the way back: skin is pressed aside by little, so that a few steps find it
        let (sin, cos) = self.turned.sin_cos();
        let raster = |x: f32, y: f32| (self.middle.0 + cos * x - sin * y, self.middle.1 - sin * x - cos * y);
        let (mut x, mut y) = (place.x, place.y);
        for _ in 0..4 {
            let there = self.skin(raster(x, y));
            (x, y) = (x + place.x - there.0, y + place.y - there.1);
        }
        let (col, row) = raster(x, y);
        let inside = (0.0..WIDTH as f32).contains(&col) && (0.0..HEIGHT as f32).contains(&row);
        inside.then(|| Minutia {
            x: col,
            y: row,
            angle: turn(place.angle + self.turned),
            kind: place.kind,
            quality: 1.0,
        })
    }
}

/// Numbers that vary from cell to cell, between the cells in proportion.
struct Speckle {
    side: f32,
    across: usize,
    cells: Vec<f32>,
}

impl Speckle {
    fn drawn(side: usize, deviation: f32, chance: &mut Chance) -> Self {
        let across = WIDTH.div_ceil(side) + 2;
        let down = HEIGHT.div_ceil(side) + 2;
        let cells = (0..across * down).map(|_| chance.normal(0.0, deviation)).collect();
        Self { side: side as f32, across, cells }
    }

    fn at(&self, (col, row): (f32, f32)) -> f32 {
        let (x, y) = (col / self.side, row / self.side);
        let (fx, fy) = (x.fract(), y.fract());
        let cell = |dx: usize, dy: usize| {
            self.cells.get((y as usize + dy) * self.across + x as usize + dx).copied().unwrap_or(0.0)
        };
        (cell(0, 0) * (1.0 - fx) + cell(1, 0) * fx) * (1.0 - fy)
            + (cell(0, 1) * (1.0 - fx) + cell(1, 1) * fx) * fy
    }
}

/// A line that takes no ink.
struct Scratch {
    from: (f32, f32),
    way: (f32, f32),
    length: f32,
    half: f32,
}

impl Scratch {
    fn drawn(laid: &Laid, chance: &mut Chance) -> Self {
        let from = (
            laid.middle.0 + laid.reach.0 * (2.0 * chance.unit() - 1.0),
            laid.middle.1 + laid.reach.1 * (2.0 * chance.unit() - 1.0),
        );
        let angle = TAU * chance.unit();
        let length = 20.0 + 80.0 * chance.unit();
        Self { from, way: (angle.cos(), angle.sin()), length, half: 0.7 + 1.2 * chance.unit() }
    }

    fn crosses(&self, (x, y): (f32, f32)) -> bool {
        let (dx, dy) = (x - self.from.0, y - self.from.1);
        let along = dx * self.way.0 + dy * self.way.1;
        let across = dy * self.way.0 - dx * self.way.1;
        (0.0..self.length).contains(&along) && across.abs() < self.half
    }
}
