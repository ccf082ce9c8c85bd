//! Slaps of four fingers out of one set.

use std::path::Path;

use rayon::prelude::*;
use roznamcha_prints::slap::fingers;
use roznamcha_prints::{Classical, Extractor as _, GrayImage, Hand, Matcher, Prepared};
use roznamcha_prints_synth::Chance;

use super::compose::{Inked, Laid, Sheet};
use super::{CardsError, Count, picture};
use crate::clock::Clock;
use crate::folder::Set;

/// How far a hand is tilted at most, in degrees, and how far a finger is turned against it.
const TILT: f32 = 30.0;
const SPREAD: f32 = 3.0;
/// Pixels between two fingers: least, and how much more at most.
const GAP: (f32, f32) = (16.0, 50.0);
/// How far the tips stand apart along the hand, index to little finger.
const TIPS: [f32; 4] = [35.0, 0.0, 20.0, 110.0];
const SEED: u64 = 7;

/// What became of the slaps of a set.
#[derive(Debug, Clone, Default)]
pub(super) struct Slaps {
    whole: Count,
    fingers: Count,
    /// Natural logarithm of the ratio with another print of the finger: of the cut, and of the print as it was.
    likeness: Vec<(f32, f32)>,
    tilts: Vec<f32>,
    seconds: f64,
}

impl Slaps {
    pub(super) fn line(&self) -> String {
        let mean = |of: fn(&(f32, f32)) -> f32| {
            self.likeness.iter().map(of).sum::<f32>() / self.likeness.len().max(1) as f32
        };
        let off = self.tilts.iter().sum::<f32>() / self.tilts.len().max(1) as f32;
        format!(
            "slaps cut right {}, fingers {}, tilt off by {off:.1} degrees on the mean; ln of the ratio with the next \
             print {:.1} after the cut, {:.1} before; {:.0} ms a slap",
            self.whole,
            self.fingers,
            mean(|pair| pair.0),
            mean(|pair| pair.1),
            self.seconds * 1e3 / self.whole.of.max(1) as f64
        )
    }

    fn join(mut self, other: Self) -> Self {
        for (mine, theirs) in [(&mut self.whole, other.whole), (&mut self.fingers, other.fingers)] {
            mine.hits += theirs.hits;
            mine.of += theirs.of;
        }
        self.likeness.extend(other.likeness);
        self.tilts.extend(other.tilts);
        self.seconds += other.seconds;
        self
    }
}

/// For every impression, a slap of every four neighbours among the set's fingers.
pub(super) fn measure(set: &Set, out: Option<&Path>) -> Result<Slaps, CardsError> {
    let classical = Classical::new();
    let mut numbers: Vec<u32> = set.prints.iter().map(|print| print.finger).collect();
    numbers.dedup();
    let most = set.prints.iter().map(|print| print.impression).max().unwrap_or(0);
    let cases: Vec<(u32, Vec<u32>)> = (1..=most)
        .flat_map(|impression| numbers.windows(4).map(move |four| (impression, four.to_vec())))
        .collect();
    let done: Result<Vec<Slaps>, CardsError> =
        cases.par_iter().map(|(impression, four)| one(&classical, set, *impression, four, out)).collect();
    Ok(done?.into_iter().fold(Slaps::default(), Slaps::join))
}

fn one(
    classical: &Classical,
    set: &Set,
    impression: u32,
    four: &[u32],
    out: Option<&Path>,
) -> Result<Slaps, CardsError> {
    let find = |finger: u32, impression: u32| {
        let mut all = set.prints.iter();
        all.find(|print| (print.finger, print.impression) == (finger, impression)).map(|print| &print.image)
    };
    let prints: Vec<(&GrayImage, &GrayImage)> = four
        .iter()
        .filter_map(|finger| Some((find(*finger, impression)?, find(*finger, impression % 8 + 1)?)))
        .collect();
    let mut done = Slaps::default();
    if prints.len() < 4 {
        return Ok(done);
    }
    let first = four.first().copied().unwrap_or(0);
    let mut chance = Chance::of(SEED, &[u64::from(first), u64::from(impression)]);
    let tilt = TILT * (2.0 * chance.unit() - 1.0);
    let hand = if chance.happens(0.5) { Hand::Right } else { Hand::Left };
    let inked: Result<Vec<Inked>, _> = prints.iter().map(|(print, _)| Inked::of(print)).collect();
    let sheet = pressed(&inked?, hand, tilt, &mut chance);
    let image = sheet.image()?;
    picture(out, &format!("slap-{}-{first}-{impression}", set.name), &image)?;
    let clock = Clock::start();
    let cuts = fingers(classical, &image, hand, &[]);
    done.seconds = clock.elapsed().as_secs_f64();
    let cuts = cuts.unwrap_or_default();
    let mut hits = 0;
    for (at, (print, other)) in prints.iter().enumerate() {
        let cut = cuts.get(at);
        let hit = cut.is_some_and(|cut| sheet.is_hit(&cut.frame, at));
        hits += usize::from(hit);
        done.fingers.add(hit);
        if let Some(cut) = cut {
            let [cut, before, other] = [&cut.image, *print, *other].map(|image| classical.template(image));
            let [cut, before, other] = [cut?, before?, other?].map(|template| Prepared::new(&template));
            let mut matcher = Matcher::default();
            done.likeness.push((matcher.score(&cut, &other), matcher.score(&before, &other)));
            let frame = cuts.get(at).map_or(0.0, |cut| cut.frame.degrees);
            done.tilts.push((frame - tilt).abs());
        }
    }
    done.whole.add(hits == 4);
    Ok(done)
}

/// Four prints as a hand presses them, tilted about the middle of the sheet.
fn pressed(prints: &[Inked], hand: Hand, tilt: f32, chance: &mut Chance) -> Sheet {
    let (sin, cos) = tilt.to_radians().sin_cos();
    let mut across = 0.0;
    let mut places = Vec::new();
    for (at, print) in prints.iter().enumerate() {
        let tip = if hand == Hand::Left { TIPS.len() - 1 - at } else { at };
        across += print.reach.0;
        places.push((across, TIPS.get(tip).copied().unwrap_or(0.0) + print.reach.1));
        across += print.reach.0 + GAP.0 + GAP.1 * chance.unit();
    }
    let middle = (across / 2.0, 260.0);
    let side = (across.hypot(900.0) + 200.0) as usize;
    let mut sheet = Sheet::new(side, side, chance);
    for (print, (x, y)) in prints.iter().zip(places) {
        let (dx, dy) = (x - middle.0, y - middle.1);
        let centre = side as f32 / 2.0;
        let degrees = tilt + chance.normal(0.0, SPREAD);
        sheet.lay(print, Laid { x: centre + dx * cos - dy * sin, y: centre + dx * sin + dy * cos, degrees });
    }
    sheet
}
