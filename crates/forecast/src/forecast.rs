//! The forecast of one window, with its reasons and its papers.

use crate::blend::Blend;
use crate::interval::{excess, interval};
use crate::reasons::{Reasons, reasons};
use crate::study::Study;
use crate::time::written;

/// Windows before the origin that tell how much counts vary.
const WINDOWS: i32 = 8;

/// One square.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Its centre, in metres.
    pub centre: [f64; 2],
    /// Crimes expected.
    pub expected: f64,
    /// Between which counts it will stay nine times in ten.
    pub interval: [u32; 2],
    /// Why.
    pub reasons: Reasons,
}

/// What goes with a forecast wherever it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Name and version of the model.
    pub model: String,
    /// Nothing dated on or after this day was used.
    pub cut_off: String,
    /// The day on which it is no forecast any more.
    pub expires: String,
    /// What it was made with.
    pub configuration: String,
    /// A hash of that (64-bit FNV-1a).
    pub hash: String,
}

/// The forecast of one window.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// Every square with a history, the one with most crimes expected first.
    pub cells: Vec<Cell>,
    /// Its papers.
    pub paper: Paper,
}

impl Forecast {
    /// Forecasts the window that begins on the day `origin`, from what is known before it.
    #[must_use]
    pub fn new(study: &Study, origin: i32) -> Self {
        let mut blend = Blend::fit(study, origin);
        let excess = varied(study, &blend, origin);
        let reasons = reasons(&blend.core, study, origin);
        let core = blend.core.expected(study, origin);
        let expected = blend.expected(study, origin);
        let squares = study.grid.centres().zip(reasons).zip(expected.iter().zip(&core));
        let mut cells: Vec<Cell> = squares
            .map(|((centre, reasons), (expected, core))| {
                let pattern = f64::from(*expected) / f64::from(*core);
                let expected = f64::from(*expected);
                let reasons = Reasons { pattern, ..reasons };
                Cell { centre, expected, interval: interval(expected, excess), reasons }
            })
            .collect();
        cells.sort_by(|a, b| b.expected.total_cmp(&a.expected));
        Self { cells, paper: paper(study, &blend, origin) }
    }
}

/// How much more than a Poisson process the last windows varied about what the fitted core expects of them.
fn varied(study: &Study, blend: &Blend, origin: i32) -> f64 {
    let mut core = blend.core.clone();
    let origins = (1..=WINDOWS).rev().map(|number| origin - number * study.horizon);
    let origins: Vec<i32> = origins.filter(|day| *day > study.begins).collect();
    let expected: Vec<Vec<f32>> = origins.iter().map(|day| core.expected(study, *day)).collect();
    let window = |day: &i32| study.class.counts(&study.grid, [*day, *day + study.horizon], origin);
    let happened: Vec<Vec<f32>> = origins.iter().map(window).collect();
    excess(&expected, &happened)
}

fn paper(study: &Study, blend: &Blend, origin: i32) -> Paper {
    let choice = blend.choice();
    let configuration = format!(
        "square {} m; window {} days; history from {}; squares {}; trees {}; part {}",
        study.grid.size(),
        study.horizon,
        written(study.begins),
        study.grid.len(),
        choice.rounds,
        choice.part
    );
    let hash = configuration.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Paper {
        model: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        cut_off: written(origin),
        expires: written(origin + study.horizon),
        configuration,
        hash: format!("{hash:016x}"),
    }
}
