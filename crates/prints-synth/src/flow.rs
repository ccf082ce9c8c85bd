//! The flow of ridges around cores and deltas: the zero-pole model of Sherlock and Monro (1993).

use std::f32::consts::PI;

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
        let (cos, sin) = self.doubled(x, y);
        (sin.atan2(cos) / 2.0).rem_euclid(PI)
    }

    /// Whether a core or delta lies so near that the ridges have no one way.
    pub(crate) fn is_singular(&self, x: f32, y: f32, radius: f32) -> bool {
        self.cores.iter().chain(&self.deltas).any(|place| (place.0 - x).hypot(place.1 - y) < radius)
    }

    /// How far the flow turns, as a sine, within these steps to the right and upwards.
    pub(crate) fn bend(&self, x: f32, y: f32, step: f32) -> f32 {
        let here = self.doubled(x, y);
        let turned = |there: (f32, f32)| {
            let cos = here.0 * there.0 + here.1 * there.1;
            ((1.0 - cos) / 2.0).max(0.0).sqrt()
        };
        turned(self.doubled(x + step, y)) + turned(self.doubled(x, y + step))
    }

    /// Cosine and sine of twice the direction.
    fn doubled(&self, x: f32, y: f32) -> (f32, f32) {
        if self.cores.is_empty() {
            // ridges of an arch rise to the middle and fall: steepest below it
            let along = -(self.bulge * (x / 90.0).sin() * (-((y + 40.0) / 130.0).powi(2)).exp());
            return ((2.0 * along).cos(), (2.0 * along).sin());
        }
        // every core turns the flow by half the angle at which it is seen, every delta back
        let (mut cos, mut sin) = (1.0, 0.0);
        let places = self.cores.iter().map(|place| (place, 1.0));
        for ((cx, cy), way) in places.chain(self.deltas.iter().map(|place| (place, -1.0))) {
            let (dx, dy) = (x - cx, y - cy);
            (cos, sin) = (cos * dy + way * sin * dx, sin * dy - way * cos * dx);
            let length = (cos * cos + sin * sin).sqrt().max(1e-9);
            (cos, sin) = (cos / length, sin / length);
        }
        (cos, sin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ridges_turn_half_around_a_core_and_half_back_around_a_delta() {
        let flow = Flow { cores: vec![(0.0, 50.0)], deltas: vec![(80.0, -90.0)], bulge: 0.7 };
        for (middle, turns) in [((0.0, 50.0), 0.5), ((80.0, -90.0), -0.5), ((-90.0, -90.0), 0.0)] {
            let at = |step: i32| {
                let angle = f32::from(step as u8) / 64.0 * std::f32::consts::TAU;
                flow.along(middle.0 + 10.0 * angle.cos(), middle.1 + 10.0 * angle.sin())
            };
            let turned: f32 = (0..64)
                .map(|step| {
                    let off = at(step + 1) - at(step);
                    off - PI * (off / PI).round()
                })
                .sum();
            assert!((turned / std::f32::consts::TAU - turns).abs() < 0.01, "{middle:?}: {turned}");
        }
    }

    #[test]
    fn the_flow_bends_around_a_core_more_than_far_from_it() {
        let flow = Flow { cores: vec![(0.0, 20.0)], deltas: vec![(90.0, -90.0)], bulge: 0.7 };
        assert!(flow.bend(5.0, 30.0, 12.0) > 4.0 * flow.bend(-120.0, 120.0, 12.0));
    }
}
