//! A finger: every minutia on it, seen or not.

use std::f32::consts::PI;

use roznamcha_prints::Kind;
use roznamcha_prints::minutia::turn;

use crate::chance::Chance;
use crate::flow::{Flow, Pattern};

/// Half the width and half the height of the skin that may touch a scanner.
pub(crate) const SKIN: (f32, f32) = (165.0, 225.0);
/// Minutiae on it, mean and deviation.
const MINUTIAE: (f32, f32) = (72.0, 18.0);
/// How far the ridge of a minutia departs from the flow, in radians.
const BENT: f32 = 0.11;
/// The lower, the more of the minutiae are clear.
const CLEAR: f32 = 0.2;
/// No two come nearer: a ridge and a valley lie between them.
const APART: f32 = 9.0;

/// A minutia on the finger itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) angle: f32,
    pub(crate) kind: Kind,
    /// How clear it is, 0 to 1: some are found in every impression, some seldom.
    pub(crate) clear: f32,
}

/// A finger of nobody.
#[derive(Debug, Clone)]
pub struct Finger {
    pub(crate) flow: Flow,
    pub(crate) places: Vec<Place>,
}

impl Finger {
    /// The finger of a person, `position` 1 to 10 as ANSI/NIST-ITL counts them.
    #[must_use]
    pub fn of(seed: u64, person: u64, position: u8) -> Self {
        let mut chance = Chance::of(seed, &[person, u64::from(position)]);
        let pattern = Pattern::drawn(&mut chance);
        let flow = Flow::drawn(pattern, &mut chance);
        let wanted = chance.normal(MINUTIAE.0, MINUTIAE.1).clamp(30.0, 140.0) as usize;
        let mut places: Vec<Place> = Vec::with_capacity(wanted);
        // dense as skin is, every try finds room sooner or later; the bound ends an unlucky finger
        for _ in 0..wanted * 20 {
            if places.len() == wanted {
                break;
            }
            let (x, y) = drawn_on_skin(&mut chance, &flow);
            if places.iter().any(|other| (other.x - x).powi(2) + (other.y - y).powi(2) < APART * APART) {
                continue;
            }
            let back = if chance.happens(0.5) { PI } else { 0.0 };
            places.push(Place {
                x,
                y,
                angle: turn(flow.along(x, y) + back + chance.normal(0.0, BENT)),
                kind: if chance.happens(0.55) { Kind::Ending } else { Kind::Bifurcation },
                clear: chance.unit().powf(CLEAR),
            });
        }
        Self { flow, places }
    }
}

/// A place on the skin: more of them where the flow bends, around cores and deltas, than where it runs straight.
pub(crate) fn drawn_on_skin(chance: &mut Chance, flow: &Flow) -> (f32, f32) {
    let mut found = (0.0, 0.0);
    for _ in 0..32 {
        let (x, y) = (2.0 * chance.unit() - 1.0, 2.0 * chance.unit() - 1.0);
        if x * x + y * y > 1.0 {
            continue;
        }
        found = (x * SKIN.0, y * SKIN.1);
        if chance.happens(0.5 + 2.0 * flow.bend(found.0, found.1, 12.0)) {
            break;
        }
    }
    found
}
