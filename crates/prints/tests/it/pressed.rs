//! Slaps and cards made of drawn fingers at known places.

use roznamcha_prints::GrayImage;

use crate::drawn::{Finger, Laid, SIDE};

/// Half the width and half the height of what a finger leaves, in pixels.
const TOUCH: (f32, f32) = (92.0, 132.0);
const PAPER: u8 = 235;

/// Where a finger of nobody is pressed: its middle, and how far it is turned clockwise.
#[derive(Clone, Copy)]
pub struct Pressed {
    pub finger: u64,
    pub x: f32,
    pub y: f32,
    pub degrees: f32,
}

/// A sheet of paper.
pub struct Sheet {
    pub width: usize,
    pub height: usize,
    pixels: Vec<u8>,
}

impl Sheet {
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, pixels: vec![PAPER; width * height] }
    }

    /// Darkens a place.
    pub fn ink(&mut self, x: isize, y: isize, grey: u8) {
        if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y))
            && x < self.width
            && let Some(pixel) = self.pixels.get_mut(y * self.width + x)
        {
            *pixel = (*pixel).min(grey);
        }
    }

    pub fn press(&mut self, pressed: Pressed, seed: u64) {
        let Pressed { finger, x, y, degrees } = pressed;
        let laid = Laid { degrees, shift: (0.0, 0.0), noise: 60.0, seed };
        let print = Finger::new(finger).laid(laid);
        let (sin, cos) = degrees.to_radians().sin_cos();
        let middle = SIDE as f32 / 2.0;
        for (at, grey) in print.pixels().iter().enumerate() {
            let (dx, dy) = ((at % SIDE) as f32 - middle, (at / SIDE) as f32 - middle);
            let (across, along) = (cos * dx + sin * dy, cos * dy - sin * dx);
            if (across / TOUCH.0).powi(2) + (along / TOUCH.1).powi(2) < 1.0 {
                self.ink((x + dx) as isize, (y + dy) as isize, *grey);
            }
        }
    }

    /// Printed lines about a rectangle, and a row of letters beneath its upper line.
    pub fn print(&mut self, (left, top): (isize, isize), (right, bottom): (isize, isize)) {
        for line in 0..5 {
            for x in left..right {
                self.ink(x, top + line, 20);
                self.ink(x, bottom - 1 - line, 20);
            }
            for y in top..bottom {
                self.ink(left + line, y, 20);
                self.ink(right - 1 - line, y, 20);
            }
        }
        for letter in 0..(right - left) / 24 - 2 {
            for (dx, dy) in (0..14).flat_map(|dx| (0..26).map(move |dy| (dx, dy))) {
                if dx < 4 || (letter + dy / 9) % 3 == 0 && dy % 9 < 4 {
                    self.ink(left + 30 + 24 * letter + dx, top + 14 + dy, 30);
                }
            }
        }
    }

    pub fn image(self) -> GrayImage {
        GrayImage::new(self.width, self.height, 500, self.pixels).unwrap()
    }
}

/// Four fingers of a hand whose middle lies there, tilted as a whole; each is this finger of nobody.
pub fn hand(fingers: [u64; 4], (x, y): (f32, f32), degrees: f32) -> [Pressed; 4] {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut places = [(-1.5, 30.0), (-0.5, -20.0), (0.5, 0.0), (1.5, 95.0)].into_iter();
    fingers.map(|finger| {
        let (step, along) = places.next().unwrap();
        let across = step * 215.0;
        Pressed { finger, x: x + across * cos - along * sin, y: y + across * sin + along * cos, degrees }
    })
}
