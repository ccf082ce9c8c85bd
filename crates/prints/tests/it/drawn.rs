//! Drawn fingers: ridges as the level lines of a phase, with minutiae where the phase winds about a point.

use roznamcha_prints::GrayImage;

/// Numbers that are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 to 1.
    pub fn roll(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }

    pub fn between(&mut self, from: f32, to: f32) -> f32 {
        from + (to - from) * self.roll()
    }
}

/// A finger: arcs about a point below, and where its minutiae are, with the way the phase winds there.
pub struct Finger {
    centre: (f32, f32),
    period: f32,
    pub minutiae: Vec<(f32, f32, f32)>,
}

/// How a finger was laid on the glass.
#[derive(Clone, Copy)]
pub struct Laid {
    pub degrees: f32,
    pub shift: (f32, f32),
    pub noise: f32,
    pub seed: u64,
}

pub const FLAT: Laid = Laid { degrees: 0.0, shift: (0.0, 0.0), noise: 0.0, seed: 1 };
pub const SIDE: usize = 320;
const RADIUS: f32 = 145.0;

impl Finger {
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let centre = (dice.between(-60.0, 60.0), dice.between(150.0, 260.0));
        let mut minutiae: Vec<(f32, f32, f32)> = Vec::new();
        while minutiae.len() < 26 {
            let (x, y) = (dice.between(-120.0, 120.0), dice.between(-120.0, 120.0));
            let apart = minutiae.iter().all(|other| (other.0 - x).hypot(other.1 - y) > 22.0);
            if x.hypot(y) < 118.0 && apart {
                minutiae.push((x, y, if dice.roll() < 0.5 { 1.0 } else { -1.0 }));
            }
        }
        Self { centre, period: dice.between(8.0, 10.0), minutiae }
    }

    fn phase(&self, x: f32, y: f32) -> f32 {
        let arc = (x - self.centre.0).hypot(y - self.centre.1);
        let windings: f32 = self.minutiae.iter().map(|(mx, my, way)| way * (y - my).atan2(x - mx)).sum();
        std::f32::consts::TAU * arc / self.period + windings
    }

    /// The finger as a scanner at 500 dpi would see it.
    pub fn laid(&self, laid: Laid) -> GrayImage {
        let mut dice = Dice::new(laid.seed);
        let (sin, cos) = laid.degrees.to_radians().sin_cos();
        let middle = SIDE as f32 / 2.0;
        let mut pixels = Vec::with_capacity(SIDE * SIDE);
        for row in 0..SIDE {
            for col in 0..SIDE {
                let (gx, gy) = (col as f32 - middle - laid.shift.0, row as f32 - middle - laid.shift.1);
                let (x, y) = (cos * gx + sin * gy, cos * gy - sin * gx);
                let ridge = if x.hypot(y) < RADIUS { 128.0 - 90.0 * self.phase(x, y).cos() } else { 235.0 };
                let noise = (dice.roll() + dice.roll() - 1.0) * laid.noise;
                pixels.push((ridge + noise).clamp(0.0, 255.0) as u8);
            }
        }
        GrayImage::new(SIDE, SIDE, 500, pixels).unwrap()
    }

    /// Where its minutiae are on the image.
    pub fn places(&self, laid: Laid) -> Vec<(f32, f32)> {
        let (sin, cos) = laid.degrees.to_radians().sin_cos();
        let middle = SIDE as f32 / 2.0;
        let on_glass = |(x, y, _): &(f32, f32, f32)| {
            (cos * x - sin * y + middle + laid.shift.0, sin * x + cos * y + middle + laid.shift.1)
        };
        self.minutiae.iter().map(on_glass).collect()
    }
}
