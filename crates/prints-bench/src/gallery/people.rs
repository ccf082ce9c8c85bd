//! The people of nobody, and what is searched with.

use std::f32::consts::TAU;

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{Minutia, Template};
use roznamcha_prints_gallery::{Entry, GalleryError, PersonId, Position, Probe};
use roznamcha_prints_synth::{Chance, Finger, Wear};

/// Fingers of a person.
pub(super) const FINGERS: u8 = 10;
/// The finger of searches with one print: the right index.
const FINGER: u8 = 2;
/// Minutiae of a part of a print, from and to.
const PART: (usize, usize) = (12, 24);
/// Side of the image that a turned part lies on.
const SIDE: u16 = 1_000;

/// What is searched with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// Ten prints.
    Ten,
    /// One print, its finger known.
    One,
    /// One print, its finger not known.
    OneOfAny,
    /// As a scene leaves it: a part of a print, turned any way, its finger not known.
    Part,
}

impl Asked {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Ten, Self::One, Self::OneOfAny, Self::Part];

    /// Its name in the report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ten => "ten prints",
            Self::One => "one print, finger known",
            Self::OneOfAny => "one print, finger not known",
            Self::Part => "part of one print, finger and turn not known",
        }
    }

    /// A probe of this kind: prints by finger, `chance` for the part.
    pub(super) fn probe(self, prints: Vec<(Position, Template)>, chance: &mut Chance) -> Probe {
        let card = |known: bool| {
            let print = |(position, template)| (known.then_some(position), template);
            Probe::Card(prints.iter().cloned().map(print).collect())
        };
        match (self, prints.first()) {
            (Self::Part, Some((_, template))) => Probe::Latent(None, part(template, chance)),
            (kind, _) => card(matches!(kind, Self::Ten | Self::One)),
        }
    }
}

/// A person's prints as they are enrolled.
pub(super) fn entry(seed: u64, number: u64, wear: &Wear) -> Result<Entry, GalleryError> {
    let print = |finger| Ok((Position::new(finger)?, taken(seed, number, finger, 1, wear)));
    let prints = (1..=FINGERS).map(print).collect::<Result<_, GalleryError>>()?;
    Ok(Entry { person: PersonId::from(u128::from(number)), prints })
}

/// The same person's prints another time.
pub(super) fn again(seed: u64, number: u64, asked: Asked, wear: &Wear) -> Result<Probe, GalleryError> {
    let fingers = if asked == Asked::Ten { 1..=FINGERS } else { FINGER..=FINGER };
    let print = |finger| Ok((Position::new(finger)?, taken(seed, number, finger, 2, wear)));
    let prints = fingers.map(print).collect::<Result<_, GalleryError>>()?;
    Ok(asked.probe(prints, &mut Chance::of(seed, &[number, 0])))
}

fn taken(seed: u64, person: u64, finger: u8, time: u64, wear: &Wear) -> Template {
    let mut chance = Chance::of(seed, &[person, u64::from(finger), time]);
    Finger::of(seed, person, finger).impression(wear, &mut chance)
}

/// Some minutiae near each other, turned any way about their middle.
fn part(template: &Template, chance: &mut Chance) -> Template {
    let mut minutiae = template.minutiae.clone();
    let centre = minutiae.get((chance.unit() * minutiae.len() as f32) as usize).copied();
    let Some(centre) = centre else { return template.clone() };
    let away = |minutia: &Minutia| (minutia.x - centre.x).hypot(minutia.y - centre.y);
    minutiae.sort_by(|a, b| away(a).total_cmp(&away(b)));
    minutiae.truncate(PART.0 + (chance.unit() * (PART.1 - PART.0 + 1) as f32) as usize);
    let angle = chance.unit() * TAU;
    let (sin, cos) = angle.sin_cos();
    let middle = f32::from(SIDE) / 2.0;
    let inside = |at: f32| (0.0..f32::from(SIDE)).contains(&at);
    let turned = minutiae.into_iter().map(|minutia| {
        // rows run downwards, angles as a person sees them
        let (x, y) = (minutia.x - centre.x, minutia.y - centre.y);
        let (x, y) = (middle + cos * x + sin * y, middle + cos * y - sin * x);
        Minutia { x, y, angle: turn(minutia.angle + angle), ..minutia }
    });
    let minutiae = turned.filter(|minutia| inside(minutia.x) && inside(minutia.y)).collect();
    Template { width: SIDE, height: SIDE, dpi: template.dpi, minutiae }
}
