//! The flow of ridges around cores and deltas: the zero-pole model of Sherlock and Monro (1993).

use std::f32::consts::{FRAC_PI_2, PI};

use crate::chance::Chance;

/// What the ridges do as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// They enter on one side and leave on the other.
    Arch,
    /// They enter and leave on the left.
    LeftLoop,
    /// They enter and leave on the right.
    RightLoop,
    /// They turn around a middle.
    Whorl,
}

impl Pattern {
    /// A pattern, as often as it is found on fingers of people (loops 65 %, whorls 28 %).
    #[must_use]
    pub fn drawn(chance: &mut Chance) -> Self {
        match chance.unit() {
            at if at < 0.07 => Self::Arch,
            at if at < 0.41 => Self::LeftLoop,
            at if at < 0.72 => Self::RightLoop,
            _ => Self::Whorl,
        }
    }
}

/// A ridge flow. The origin is the middle of the finger, y upwards, pixels at 500 dpi.
#[derive(Debug, Clone)]
pub struct Flow {
    cores: Vec<(f32, f32)>,
    deltas: Vec<(f32, f32)>,
    /// How strongly the ridges of an arch bulge.
    bulge: f32,
}

impl Flow {
    /// A flow of this pattern.
    #[must_use]
    pub fn drawn(pattern: Pattern, chance: &mut Chance) -> Self {
        let mut at = |x: f32, y: f32| (chance.normal(x, 10.0), chance.normal(y, 14.0));
        let (cores, deltas) = match pattern {
            Pattern::Arch => (vec![], vec![]),
            Pattern::LeftLoop => (vec![at(0.0, 20.0)], vec![at(90.0, -90.0)]),
            Pattern::RightLoop => (vec![at(0.0, 20.0)], vec![at(-90.0, -90.0)]),
            Pattern::Whorl => {
                (vec![at(0.0, 45.0), at(0.0, -10.0)], vec![at(-110.0, -100.0), at(110.0, -100.0)])
            }
        };
        Self { cores, deltas, bulge: chance.normal(0.7, 0.15) }
    }

    /// The direction along the ridges at a place, in radians, up to half a turn.
    #[must_use]
    pub fn along(&self, x: f32, y: f32) -> f32 {
        if self.cores.is_empty() {
            // ridges of an arch rise to the middle and fall: steepest below it
            return -(self.bulge * (x / 90.0).sin() * (-((y + 40.0) / 130.0).powi(2)).exp());
        }
        let around = |places: &[(f32, f32)]| -> f32 {
            places.iter().map(|(cx, cy)| (y - cy).atan2(x - cx) - FRAC_PI_2).sum()
        };
        let turned = (around(&self.cores) - around(&self.deltas)) / 2.0;
        turned.rem_euclid(PI)
    }
}
