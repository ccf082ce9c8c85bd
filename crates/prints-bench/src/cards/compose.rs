//! A sheet of paper on which prints of single fingers are laid.

use roznamcha_prints::{ExtractError, Frame, GrayImage, ShapeError, at_500_dpi};
use roznamcha_prints_synth::Chance;

/// Grey of the paper, and of the noise on it.
const PAPER: f32 = 238.0;
const NOISE: f32 = 4.0;
/// So much darker than its own paper a pixel of a print is ink.
const INK: f32 = 45.0;
/// Of a print's pixels such a part is darker than its paper.
const LIGHT: f32 = 0.9;

/// A print of one finger at 500 dpi, with its middle and its ink.
pub(super) struct Inked {
    image: GrayImage,
    paper: f32,
    /// The middle of its ink, and half of what it takes up across and along, without the outermost hundredth.
    middle: (f32, f32),
    pub(super) reach: (f32, f32),
}

impl Inked {
    pub(super) fn of(image: &GrayImage) -> Result<Self, ExtractError> {
        let image = at_500_dpi(image)?;
        let mut greys: Vec<u8> = image.pixels().to_vec();
        greys.sort_unstable();
        let paper = greys.get((greys.len() as f32 * LIGHT) as usize).copied().map_or(PAPER, f32::from);
        let ink: Vec<(f32, f32)> = inked(&image, paper).collect();
        let between = |of: fn(&(f32, f32)) -> f32| {
            let mut all: Vec<f32> = ink.iter().map(of).collect();
            all.sort_by(f32::total_cmp);
            let at = |part: f32| all.get((all.len() as f32 * part) as usize).copied().unwrap_or(0.0);
            (at(0.01), at(0.99))
        };
        let ((left, right), (top, bottom)) = (between(|place| place.0), between(|place| place.1));
        let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
        Ok(Self { image, paper, middle, reach: ((right - left) / 2.0, (bottom - top) / 2.0) })
    }
}

fn inked(image: &GrayImage, paper: f32) -> impl Iterator<Item = (f32, f32)> {
    let width = image.width();
    let dark = image.pixels().iter().enumerate().filter(move |(_, grey)| paper - f32::from(**grey) > INK);
    dark.map(move |(at, _)| ((at % width) as f32 + 0.5, (at / width) as f32 + 0.5))
}

/// Where a print is laid: its middle, and how far it is turned clockwise.
#[derive(Debug, Clone, Copy)]
pub(super) struct Laid {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) degrees: f32,
}

/// The sheet.
pub(super) struct Sheet {
    width: usize,
    height: usize,
    pixels: Vec<f32>,
    /// The ink of each print, by its pixels on the sheet.
    pub(super) ink: Vec<Vec<(f32, f32)>>,
}

impl Sheet {
    pub(super) fn new(width: usize, height: usize, chance: &mut Chance) -> Self {
        let pixels = (0..width * height).map(|_| chance.normal(PAPER, NOISE)).collect();
        Self { width, height, pixels, ink: Vec::new() }
    }

    /// Lays a print; where prints overlap the darker stays.
    pub(super) fn lay(&mut self, print: &Inked, laid: Laid) {
        let (sin, cos) = laid.degrees.to_radians().sin_cos();
        let reach = (print.image.width() as f32).hypot(print.image.height() as f32) / 2.0 + 2.0;
        let range = |middle: f32, most: usize| {
            ((middle - reach).max(0.0) as usize)..((middle + reach).max(0.0) as usize).min(most)
        };
        for row in range(laid.y, self.height) {
            for col in range(laid.x, self.width) {
                let (dx, dy) = (col as f32 + 0.5 - laid.x, row as f32 + 0.5 - laid.y);
                let (x, y) = (cos * dx + sin * dy + print.middle.0, cos * dy - sin * dx + print.middle.1);
                let grey = between(&print.image, x - 0.5, y - 0.5).map(|grey| grey + PAPER - print.paper);
                if let (Some(grey), Some(pixel)) = (grey, self.pixels.get_mut(row * self.width + col)) {
                    *pixel = pixel.min(grey);
                }
            }
        }
        let place = |(x, y): (f32, f32)| {
            let (dx, dy) = (x - print.middle.0, y - print.middle.1);
            (laid.x + cos * dx - sin * dy, laid.y + sin * dx + cos * dy)
        };
        self.ink.push(inked(&print.image, print.paper).map(place).collect());
    }

    /// A printed line about a rectangle.
    pub(super) fn rule(&mut self, (left, top): (usize, usize), (right, bottom): (usize, usize)) {
        for row in top..bottom.min(self.height) {
            for col in left..right.min(self.width) {
                let edge = col < left + 4 || col + 4 >= right || row < top + 4 || row + 4 >= bottom;
                if let Some(pixel) = self.pixels.get_mut(row * self.width + col).filter(|_| edge) {
                    *pixel = 40.0;
                }
            }
        }
    }

    pub(super) fn image(&self) -> Result<GrayImage, ShapeError> {
        let pixels = self.pixels.iter().map(|grey| grey.clamp(0.0, 255.0) as u8).collect();
        GrayImage::new(self.width, self.height, 500, pixels)
    }

    /// Whether a frame holds the ink of one print and not that of the others: 19 of 20 pixels of its own, and of the
    /// others in all fewer than one for 20 of its own.
    pub(super) fn is_hit(&self, frame: &Frame, which: usize) -> bool {
        let inside = |ink: &[(f32, f32)]| ink.iter().filter(|place| holds(frame, **place)).count();
        let Some(own) = self.ink.get(which) else { return false };
        let foreign: usize =
            self.ink.iter().enumerate().filter(|(at, _)| *at != which).map(|(_, ink)| inside(ink)).sum();
        inside(own) * 20 >= own.len() * 19 && foreign * 20 <= own.len()
    }
}

fn holds(frame: &Frame, (x, y): (f32, f32)) -> bool {
    let (sin, cos) = frame.degrees.to_radians().sin_cos();
    let (dx, dy) = (x - frame.x, y - frame.y);
    let (across, along) = (cos * dx + sin * dy, cos * dy - sin * dx);
    across.abs() <= frame.width / 2.0 && along.abs() <= frame.height / 2.0
}

fn between(image: &GrayImage, x: f32, y: f32) -> Option<f32> {
    let (left, top) = (x.floor(), y.floor());
    let inside =
        left >= 0.0 && top >= 0.0 && left as usize + 1 < image.width() && top as usize + 1 < image.height();
    if !inside {
        return None;
    }
    let (fx, fy) = (x - left, y - top);
    let at = |dx: usize, dy: usize| {
        let place = (top as usize + dy) * image.width() + left as usize + dx;
        image.pixels().get(place).copied().map_or(255.0, f32::from)
    };
    let upper = at(0, 0) * (1.0 - fx) + at(1, 0) * fx;
    let lower = at(0, 1) * (1.0 - fx) + at(1, 1) * fx;
    Some(upper * (1.0 - fy) + lower * fy)
}
