//! How near fingers of nobody come to prints of a folder: the scores of both, side by side.

use std::fmt::Write as _;

use roznamcha_prints::{Matcher, Prepared, Template};
use roznamcha_prints_synth::{Chance, Finger, Wear};

use crate::run::Outcome;

/// Parts of the comparisons below the score shown.
const PARTS: [f64; 8] = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999];
const FINGERS: u64 = 100;
const IMPRESSIONS: u64 = 4;

/// Scores of comparisons of one finger and of two.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Of one finger.
    pub genuine: Vec<f32>,
    /// Of two.
    pub impostors: Vec<f32>,
}

/// The scores of prints of fingers that were never anybody's.
#[must_use]
pub fn made(seed: u64, wear: &Wear) -> Scores {
    let mut prints = Vec::new();
    for finger in 0..FINGERS {
        let master = Finger::of(seed, finger, 2);
        for time in 0..IMPRESSIONS {
            let template: Template = master.impression(wear, &mut Chance::of(seed, &[finger, 2, time]));
            prints.push((finger, Prepared::new(&template)));
        }
    }
    let mut matcher = Matcher::default();
    let mut scores = Scores::default();
    for (at, (finger, probe)) in prints.iter().enumerate() {
        for (other, gallery) in prints.iter().skip(at + 1) {
            let score = matcher.score(probe, gallery);
            if finger == other { scores.genuine.push(score) } else { scores.impostors.push(score) }
        }
    }
    scores
}

/// The scores of a folder's prints, sets together.
#[must_use]
pub fn found(outcomes: &[Outcome]) -> Scores {
    let mut scores = Scores::default();
    for one in outcomes.iter().flat_map(|outcome| &outcome.scores) {
        let genuine = one.probe.0 == one.gallery.0;
        if genuine { scores.genuine.push(one.score) } else { scores.impostors.push(one.score) }
    }
    scores
}

/// Both, part by part.
#[must_use]
pub fn text(real: &Scores, made: &Scores) -> String {
    let mut out = String::from(
        "score below which are    1 %     5 %    25 %    50 %    75 %    95 %    99 %  99.9 %\n",
    );
    let rows = [
        ("one finger, real   ", &real.genuine),
        ("one finger, made   ", &made.genuine),
        ("two fingers, real  ", &real.impostors),
        ("two fingers, made  ", &made.impostors),
    ];
    for (name, scores) in rows {
        let mut rising = scores.clone();
        rising.sort_by(f32::total_cmp);
        out.push_str(name);
        for part in PARTS {
            let at = (rising.len() as f64 * part) as usize;
            let score = rising.get(at.min(rising.len().saturating_sub(1))).copied().unwrap_or(f32::NAN);
            let _ = write!(out, "{score:8.1}");
        }
        let _ = writeln!(out, "   of {}", rising.len());
    }
    out
}
