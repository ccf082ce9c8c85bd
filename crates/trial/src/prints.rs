//! Finger-prints of nobody: ridges drawn as the level lines of a phase, with minutiae where the phase winds about a
//! point, as a scanner would send them; and enrolments with them.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{
    AccusedDischarge, Body, DischargeUnder, EnrolBasis, Order, PrintsDestroy, PrintsEnrol, PrintsFate,
    TakenPrint,
};
use roznamcha_files::{GreyError, grey_png};

/// Pixels of a side.
const SIDE: u32 = 320;
/// Of the finger.
const RADIUS: f32 = 145.0;
/// Minutiae of a finger.
const MINUTIAE: usize = 26;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            dice.roll();
        }
        dice
    }

    fn roll(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }

    fn between(&mut self, from: f32, to: f32) -> f32 {
        from + (to - from) * self.roll()
    }
}

/// The print of a finger of nobody, taken for the `time`-th time, as a PNG at 500 dots an inch.
///
/// # Errors
/// [`GreyError`].
pub fn print_png(finger: u64, time: u64) -> Result<Vec<u8>, GreyError> {
    let mut dice = Dice::new(finger.wrapping_add(1));
    let centre = (dice.between(-60.0, 60.0), dice.between(150.0, 260.0));
    let mut minutiae: Vec<(f32, f32, f32)> = Vec::new();
    while minutiae.len() < MINUTIAE {
        let (x, y) = (dice.between(-120.0, 120.0), dice.between(-120.0, 120.0));
        let apart = minutiae.iter().all(|other| (other.0 - x).hypot(other.1 - y) > 22.0);
        if x.hypot(y) < 118.0 && apart {
            minutiae.push((x, y, if dice.roll() < 0.5 { 1.0 } else { -1.0 }));
        }
    }
    let period = dice.between(8.0, 10.0);
    let mut hand = Dice::new(finger.wrapping_mul(1_000).wrapping_add(time));
    let (sin, cos) = hand.between(-8.0, 8.0).to_radians().sin_cos();
    let shift = (hand.between(-8.0, 8.0), hand.between(-8.0, 8.0));
    let middle = SIDE as f32 / 2.0;
    let mut pixels = Vec::with_capacity((SIDE * SIDE) as usize);
    for row in 0..SIDE {
        for col in 0..SIDE {
            let (gx, gy) = (col as f32 - middle - shift.0, row as f32 - middle - shift.1);
            let (x, y) = (cos * gx + sin * gy, cos * gy - sin * gx);
            let windings: f32 = minutiae.iter().map(|(mx, my, way)| way * (y - my).atan2(x - mx)).sum();
            let phase = std::f32::consts::TAU * (x - centre.0).hypot(y - centre.1) / period + windings;
            let ridge = if x.hypot(y) < RADIUS { 128.0 - 90.0 * phase.cos() } else { 235.0 };
            let noise = (hand.roll() + hand.roll() - 1.0) * 20.0;
            pixels.push((ridge + noise).clamp(0.0, 255.0) as u8);
        }
    }
    grey_png(SIDE, SIDE, 500, &pixels)
}

/// One finger with its image; the template is made at the door.
pub fn taken(finger: u8, file: &str) -> TakenPrint {
    TakenPrint { finger, file: Some(file.to_owned()), template: String::new(), quality: 0, missing: None }
}

/// An arrested accused of a case is enrolled.
pub fn enrolment(case: &str, accused: u32, now: Moment, prints: Vec<TakenPrint>) -> PrintsEnrol {
    PrintsEnrol {
        basis: EnrolBasis::Arrestee,
        fir: Some(case.to_owned()),
        accused: Some(accused),
        order: None,
        person: Default::default(),
        taken: now,
        taken_by: "فرضی سب انسپکٹر".to_owned(),
        taken_rank: "si".to_owned(),
        prints,
        photographs: Vec::new(),
        looks: Default::default(),
        method: Vec::new(),
        method_words: String::new(),
        gang: None,
    }
}

fn order(date: Date) -> Order {
    Order { authority: "فرضی عدالت".to_owned(), number: "11/2026".to_owned(), date }
}

/// He is discharged.
pub fn discharge(case: &str, accused: u32, now: Moment) -> Body {
    let (fir, under) = (case.to_owned(), DischargeUnder::S63);
    Body::AccusedDischarge(AccusedDischarge { fir, accused, under, order: order(now.day()) })
}

/// The record office certifies that what was taken of him is destroyed.
pub fn destruction(case: &str, accused: u32, now: Moment) -> Body {
    Body::PrintsDestroy(PrintsDestroy {
        fir: case.to_owned(),
        accused,
        enrolment: None,
        fate: PrintsFate::Destroyed,
        order: order(now.day()),
        particulars: "فرضی گواہ کے سامنے".to_owned(),
        removed: Vec::new(),
    })
}
