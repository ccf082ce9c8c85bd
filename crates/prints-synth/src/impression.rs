//! An impression of a finger: laid somewhere, turned, pressed, some minutiae missed and some found that are none.

use std::f32::consts::{PI, TAU};

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{Kind, Minutia, Template};

use crate::chance::Chance;
use crate::finger::{Finger, drawn_on_skin};

const WIDTH: f32 = 400.0;
const HEIGHT: f32 = 500.0;

/// What befalls minutiae between a finger and its template. Lengths in pixels at 500 dpi, angles in radians; each
/// is a standard deviation where not said otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wear {
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
    /// Place of a minutia.
    pub place: f32,
    /// Direction of a minutia.
    pub direction: f32,
    /// Part of the clearest minutiae missed.
    pub missed: f32,
    /// Part of the least clear minutiae missed beyond that.
    pub unclear: f32,
    /// Part of minutiae found that are none.
    pub spurious: f32,
    /// How unlike impressions are: deviation of the logarithm of everything above that harms.
    pub uneven: f32,
}

/// What both extractors see: how people lay their fingers.
const LAID: Wear = Wear {
    shift: 15.0,
    turned: 0.15,
    touch: (112.0, 145.0),
    touched: 0.15,
    pressed: 2.4,
    place: 1.26,
    direction: 0.09,
    missed: 0.05,
    unclear: 0.37,
    spurious: 0.09,
    uneven: 0.68,
};

impl Wear {
    /// Prints as the classical extractor reads them, set by trial after real ones (the README says how near they come).
    #[must_use]
    pub const fn classical() -> Self {
        LAID
    }

    /// Prints as the neural extractor reads them.
    #[must_use]
    pub const fn neural() -> Self {
        Self { place: 0.92, direction: 0.06, missed: 0.02, unclear: 0.2, spurious: 0.055, ..LAID }
    }
}

impl Default for Wear {
    fn default() -> Self {
        Self::classical()
    }
}

impl Finger {
    /// An impression of the finger as a template, minutiae in falling quality.
    #[must_use]
    pub fn impression(&self, wear: &Wear, chance: &mut Chance) -> Template {
        let harm = chance.normal(0.0, wear.uneven).exp().clamp(0.3, 4.0);
        let touch = (
            chance.normal(wear.touch.0, wear.touched * wear.touch.0) / harm.powf(0.2),
            chance.normal(wear.touch.1, wear.touched * wear.touch.1),
        );
        let middle = (chance.normal(0.0, wear.shift), chance.normal(0.0, wear.shift * 1.3));
        let laid = Laid::drawn(wear, harm, chance);
        let mut minutiae = Vec::with_capacity(self.places.len());
        let touches =
            |x: f32, y: f32| ((x - middle.0) / touch.0).powi(2) + ((y - middle.1) / touch.1).powi(2) < 1.0;
        for place in self.places.iter().filter(|place| touches(place.x, place.y)) {
            let missed = (wear.missed + wear.unclear * (1.0 - place.clear).powi(2)) * harm;
            if chance.happens(missed.min(0.85)) {
                continue;
            }
            let spread = wear.place * harm.sqrt();
            let (x, y) = (chance.normal(place.x, spread), chance.normal(place.y, spread));
            let angle = chance.normal(place.angle, wear.direction * harm.sqrt());
            let kind = if chance.happens(0.12 * harm) { other(place.kind) } else { place.kind };
            let quality = chance.normal(0.35 + 0.5 * place.clear, 0.12) / harm.powf(0.3);
            minutiae.extend(laid.seen(x, y, angle, kind, quality));
        }
        let spurious = (wear.spurious * harm * minutiae.len() as f32).round() as usize;
        for _ in 0..spurious {
            let (x, y) = drawn_on_skin(chance, &self.flow);
            if touches(x, y) {
                let back = if chance.happens(0.5) { PI } else { 0.0 };
                let angle = self.flow.along(x, y) + back + chance.normal(0.0, 0.12);
                let kind = if chance.happens(0.5) { Kind::Ending } else { Kind::Bifurcation };
                let quality = chance.normal(0.45, 0.15);
                minutiae.extend(laid.seen(x, y, angle, kind, quality));
            }
        }
        minutiae.sort_by(|a, b| b.quality.total_cmp(&a.quality));
        Template { width: WIDTH as u16, height: HEIGHT as u16, dpi: 500, minutiae }
    }
}

/// How the finger lies on the glass.
struct Laid {
    turned: f32,
    pressed: [f32; 6],
    middle: (f32, f32),
}

impl Laid {
    fn drawn(wear: &Wear, harm: f32, chance: &mut Chance) -> Self {
        let pressed = std::array::from_fn(|_| chance.normal(0.0, wear.pressed * harm.sqrt()));
        let turned = chance.normal(0.0, wear.turned);
        let middle = (WIDTH / 2.0 + chance.normal(0.0, 12.0), HEIGHT / 2.0 + chance.normal(0.0, 16.0));
        Self { turned, pressed, middle }
    }

    /// A minutia of the finger as it comes to lie on the raster; `None` outside it.
    fn seen(&self, x: f32, y: f32, angle: f32, kind: Kind, quality: f32) -> Option<Minutia> {
        let (u, v) = (x / 130.0, y / 160.0);
        let [a, b, c, d, e, f] = self.pressed;
        let (px, py) = (x + a * u * u + b * u * v + c * v, y + d * v * v + e * u * v + f * u);
        let (sin, cos) = self.turned.sin_cos();
        let (rx, ry) = (self.middle.0 + cos * px - sin * py, self.middle.1 - (sin * px + cos * py));
        let inside = (0.0..WIDTH).contains(&rx) && (0.0..HEIGHT).contains(&ry);
        inside.then(|| Minutia {
            x: rx,
            y: ry,
            angle: turn((angle + self.turned).rem_euclid(TAU)),
            kind,
            quality: quality.clamp(0.05, 1.0),
        })
    }
}

const fn other(kind: Kind) -> Kind {
    match kind {
        Kind::Ending => Kind::Bifurcation,
        Kind::Bifurcation => Kind::Ending,
    }
}
