//! Core and trees together. How many trees, and what part of what they say, is chosen on the windows before the origin
//! by models that have not seen them; it may well be none.

use crate::core::{Core, origins};
use crate::features::{Features, logs};
use crate::kernels::Known;
use crate::measure::{scattered, top};
use crate::study::Study;
use crate::trees::{Boosted, Lesson, Settings};

/// Rows that the trees learn from, about.
const ROWS: f64 = 50_000.0;
/// Windows learned from, at most.
const WINDOWS: i32 = 52;
/// Days of windows that trees and part are chosen on, at least; more where windows are long.
const VALIDATED: i32 = 168;
const ROUNDS: [u32; 4] = [25, 50, 100, 160];
const PARTS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// The fitted blend.
#[derive(Debug, Clone)]
pub(crate) struct Blend {
    pub(crate) core: Core,
    trees: Option<Boosted>,
    features: Features,
    choice: Choice,
}

/// How many trees, and what part of what they say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Choice {
    pub(crate) rounds: u32,
    pub(crate) part: f32,
}

impl Blend {
    /// Chooses on the windows before a day, then fits to all that is known before it.
    pub(crate) fn fit(study: &Study, before: i32) -> Self {
        let choice = chosen(study, before);
        Self::with(study, before, choice)
    }

    /// Fits to all that is known before a day, as was chosen earlier.
    pub(crate) fn with(study: &Study, before: i32, choice: Choice) -> Self {
        let core = Core::fit(study, before);
        let features = Features::new(study);
        let trees = (choice.part > 0.0).then(|| {
            let lesson = lesson(study, &core, &features, before);
            Boosted::fit(&lesson, &Settings { rounds: choice.rounds, ..Settings::default() })
        });
        Self { core, trees, features, choice }
    }

    /// What was chosen.
    pub(crate) fn choice(&self) -> Choice {
        self.choice
    }

    /// Crimes expected on each square in the window from `origin`.
    pub(crate) fn expected(&mut self, study: &Study, origin: i32) -> Vec<f32> {
        let mut expected = self.core.expected(study, origin);
        let Some(trees) = &self.trees else { return expected };
        let known = self.core.known(study, origin).clone();
        let logs = logs(&self.core, study, &known);
        let table = self.features.table(study, &self.core.kernels, &known, &logs, origin);
        let said = trees.logs(&table, &[self.choice.rounds]).pop().unwrap_or_default();
        let whole: f64 = expected.iter().map(|value| f64::from(*value)).sum();
        for (value, said) in expected.iter_mut().zip(&said) {
            *value *= (self.choice.part * said).exp();
        }
        // The level is the core's: it has been held to what happened in the last weeks.
        let now: f64 = expected.iter().map(|value| f64::from(*value)).sum();
        let back = (whole / now.max(1e-9)) as f32;
        expected.iter_mut().for_each(|value| *value *= back);
        expected
    }
}

/// What the trees learn from: every square where something happened, and as many of the others as are wanted.
fn lesson(study: &Study, core: &Core, features: &Features, before: i32) -> Lesson {
    let origins = origins(study, before, WINDOWS);
    let squares = study.grid.len() as f64 * origins.len() as f64;
    let kept = (ROWS / squares).min(1.0);
    let mut known = Known::new(&study.grid, study.begins);
    let mut lesson = Lesson::default();
    for (number, origin) in (0_u32..).zip(origins) {
        known.advance(origin, &study.class, &study.all);
        let logs = logs(core, study, &known);
        let table = features.table(study, &core.kernels, &known, &logs, origin);
        let happened = study.class.counts(&study.grid, [origin, origin + study.horizon], before);
        // The trees say where, not how much: the level of each window is given to them.
        let whole: f64 = happened.iter().map(|count| f64::from(*count)).sum();
        let foretold: f64 = logs.iter().map(|log| f64::from(log.exp())).sum();
        let level = ((whole + 1.0) / (foretold + 1.0)).ln() as f32;
        lesson.table.width = table.width;
        for (at, ((row, count), log)) in (0_u32..).zip(table.rows().zip(&happened).zip(&logs)) {
            let drawn = f64::from(scattered(at ^ scattered(number))) / f64::from(u32::MAX);
            if *count > 0.0 || drawn < kept {
                lesson.table.values.extend_from_slice(row);
                lesson.happened.push(*count);
                lesson.offsets.push(log + level);
                lesson.weights.push(if *count > 0.0 { 1.0 } else { 1.0 / kept as f32 });
            }
        }
    }
    lesson
}

/// Trees and part with the best deviance and hits on the last windows before a day, fitted to what was before those.
fn chosen(study: &Study, before: i32) -> Choice {
    let none = Choice { rounds: 0, part: 0.0 };
    let windows = (VALIDATED / study.horizon).clamp(6, 24);
    let start = before - windows * study.horizon;
    if start < study.begins + 365 + 2 * study.horizon || study.class.known(i32::MIN, start).len() < 500 {
        return none;
    }
    let most = ROUNDS.last().copied().unwrap_or(0);
    let mut blend = Blend::with(study, start, Choice { rounds: most, part: 1.0 });
    let flagged = (study.grid.len() / 100).max(1);
    let mut scores = vec![[0.0_f64; 3]; ROUNDS.len() * PARTS.len()];
    for window in 0..windows {
        let origin = start + window * study.horizon;
        let happened = study.class.counts(&study.grid, [origin, origin + study.horizon], before);
        let known = blend.core.known(study, origin).clone();
        let logs = logs(&blend.core, study, &known);
        let table = blend.features.table(study, &blend.core.kernels, &known, &logs, origin);
        let Some(trees) = &blend.trees else { return none };
        let choices =
            trees.logs(&table, &ROUNDS).into_iter().flat_map(|said| PARTS.map(|part| (said.clone(), part)));
        for ((said, part), score) in choices.zip(&mut scores) {
            let expected: Vec<f32> =
                logs.iter().zip(&said).map(|(log, said)| (log + part * said).exp()).collect();
            add(score, &expected, &happened, flagged);
        }
    }
    let choices = ROUNDS.iter().flat_map(|rounds| PARTS.map(|part| Choice { rounds: *rounds, part }));
    let plain = scores.first().copied().unwrap_or_default();
    let judged = choices.zip(&scores).map(|(choice, score)| (better(score, &plain), choice));
    let best = judged.reduce(|best, next| if next.0 > best.0 + 1e-4 { next } else { best });
    best.map_or(none, |(_, choice)| choice)
}

/// Likelihood (with the level left free), hits, and crimes of a window.
fn add(score: &mut [f64; 3], expected: &[f32], happened: &[f32], flagged: usize) {
    let whole: f64 = happened.iter().map(|count| f64::from(*count)).sum();
    let foretold: f64 = expected.iter().map(|value| f64::from(*value)).sum::<f64>().max(1e-9);
    let some = expected.iter().zip(happened).filter(|(_, count)| **count > 0.0);
    score[0] += some
        .map(|(value, count)| f64::from(*count) * (f64::from(*value) / foretold).max(1e-12).ln())
        .sum::<f64>();
    score[1] +=
        top(expected, flagged).iter().filter_map(|at| happened.get(*at)).map(|n| f64::from(*n)).sum::<f64>();
    score[2] += whole;
}

/// By how much a score is better than that of the core alone: likelihood by crime, and hits, of which few are sure.
fn better(score: &[f64; 3], plain: &[f64; 3]) -> f64 {
    let [likelihood, hits, crimes] = score;
    let [plain_likelihood, plain_hits, _] = plain;
    (likelihood - plain_likelihood) / crimes.max(1.0) + 0.1 * (hits / plain_hits.max(1.0) - 1.0)
}
