//! Minutiae read off the phase of ridges: where it winds about a point, a ridge begins or splits.

use std::f32::consts::{PI, TAU};

use roznamcha_prints::Kind;
use roznamcha_prints::minutia::turn;

use crate::finger::{Place, SKIN};
use crate::flow::Flow;
use crate::kernel::Filters;
use crate::master::Periods;
use crate::raster::Raster;

/// Two that wind against each other, so near, are none: a ridge that is thin in one place.
const APART: f32 = 5.0;
/// About cores and deltas the flow has no way, so many pixels far.
const BLIND: f32 = 8.0;
/// Of the skin's half width and height, minutiae beyond are left out: ridges end there because the skin does.
const WITHIN: f32 = 0.94;

/// The phase at a pixel as a vector, and the angle of the filters by which it was read.
#[derive(Clone, Copy)]
struct Phase {
    cos: f32,
    sin: f32,
    angle: f32,
}

/// The minutiae of grown ridges.
pub(crate) fn minutiae(ridges: &Raster, flow: &Flow, filters: &Filters, periods: &Periods) -> Vec<Place> {
    let phases: Vec<Option<Phase>> = (0..ridges.cells.len())
        .map(|at| {
            let (x, y) = ridges.place(at);
            let inside = (x / SKIN.0).powi(2) + (y / SKIN.1).powi(2) < WITHIN * WITHIN;
            inside.then(|| {
                let (angle, period) = (flow.along(x, y), periods.at((x, y)));
                let (cos, sin) = filters.both(ridges, at, angle, period);
                Phase { cos, sin, angle: Filters::snapped(angle) }
            })
        })
        .collect();
    let mut found: Vec<(Place, f32)> = Vec::new();
    for at in 0..phases.len() {
        // counter-clockwise as seen, from the lower left
        let corners = [at + ridges.width, at + ridges.width + 1, at + 1, at];
        let Some(around) =
            corners.map(|at| phases.get(at).copied().flatten()).into_iter().collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        let winding = winding(&around);
        let (x, y) = ridges.place(at);
        if winding != 0.0 && !flow.is_singular(x, y, BLIND) {
            let first = around.first().map_or(0.0, |phase| phase.angle);
            found.push((place(ridges, (x + 0.5, y - 0.5), first, winding, periods), winding));
        }
    }
    let paired = |one: &(Place, f32)| {
        found.iter().any(|other| other.1 != one.1 && (other.0.x - one.0.x).hypot(other.0.y - one.0.y) < APART)
    };
    found.iter().filter(|one| !paired(one)).map(|(place, _)| *place).collect()
}

/// How often the phase winds on a way about four pixels: 1, 0 or -1.
fn winding(around: &[Phase]) -> f32 {
    let Some(first) = around.first() else { return 0.0 };
    // the same way across for all: a phase read the other way runs backwards
    let phase = |one: &Phase| {
        let turned = (one.angle - first.angle).cos() < 0.0;
        (if turned { -one.sin } else { one.sin }).atan2(one.cos)
    };
    let steps = around.iter().zip(around.iter().cycle().skip(1));
    let total: f32 = steps.map(|(from, to)| (phase(to) - phase(from) + PI).rem_euclid(TAU) - PI).sum();
    (total / TAU).round()
}

fn place(ridges: &Raster, (x, y): (f32, f32), angle: f32, winding: f32, periods: &Periods) -> Place {
    // across is a quarter turn counter-clockwise from along: there the phase grows
    let angle = if winding > 0.0 { angle } else { angle + PI };
    let step = 0.7 * periods.at((x, y));
    let ahead = ridges.between(x + step * angle.cos(), y + step * angle.sin());
    let kind = if ahead > 0.0 { Kind::Ending } else { Kind::Bifurcation };
    Place { x, y, angle: turn(angle), kind, clear: 1.0 }
}
