//! The frozen protocol: windows one after another, each method seeing only what is known before each of them.

use crate::blend::Blend;
use crate::core::Core;
use crate::maps::Map;
use crate::measure::{Worth, worth};
use crate::study::Study;

/// Windows between two fits.
const REFIT: usize = 13;

/// Which windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Windows {
    /// The first day of the first.
    pub first: i32,
    /// How many.
    pub count: u32,
    /// Days from one to the next.
    pub step: i32,
}

impl Windows {
    /// The first day of each.
    pub fn origins(&self) -> impl Iterator<Item = i32> + use<> {
        let Self { first, count, step } = *self;
        (0..count).filter_map(move |number| Some(first + i32::try_from(number).ok()? * step))
    }
}

/// A way to forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Counts of the last 365 days.
    OneYear,
    /// Counts of the last three years.
    ThreeYears,
    /// Counts of all days.
    AllYears,
    /// Kernel density.
    Kde,
    /// Space-time kernel density.
    Stkde,
    /// The Hawkes core.
    Core,
    /// The core with boosted trees.
    Blend,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::OneYear, Self::ThreeYears, Self::AllYears, Self::Kde, Self::Stkde, Self::Core, Self::Blend];

    /// Its short name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OneYear => "naive365",
            Self::ThreeYears => "naive3y",
            Self::AllYears => "naiveall",
            Self::Kde => "kde",
            Self::Stkde => "stkde",
            Self::Core => "hawkes",
            Self::Blend => "blend",
        }
    }
}

/// What one method was worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Which.
    pub method: Method,
    /// What it was worth.
    pub worth: Worth,
    /// Seconds of a core for the first fit.
    pub fit: f64,
    /// Seconds of a core for each window's forecast.
    pub predict: f64,
}

/// Runs methods over windows; `clock` tells the seconds of a core that this thread has had so far.
#[must_use]
pub fn backtest(
    study: &Study,
    windows: &Windows,
    methods: &[Method],
    clock: &dyn Fn() -> f64,
) -> Vec<Outcome> {
    let happened: Vec<Vec<f32>> = windows.origins().map(|origin| study.happened(origin)).collect();
    let run = |method: &Method| {
        let (mut fitted, mut fit, mut predict, mut expected) = (None, 0.0, 0.0, Vec::new());
        for (number, origin) in windows.origins().enumerate() {
            let started = clock();
            if number % REFIT == 0 {
                fitted = Some(Fitted::new(*method, study, origin, fitted));
                fit += if number == 0 { clock() - started } else { 0.0 };
            }
            let started = clock();
            expected.push(fitted.as_mut().map_or_else(Vec::new, |fitted| fitted.expected(study, origin)));
            predict += clock() - started;
        }
        let worth = worth(&expected, &happened, study.grid().size());
        Outcome { method: *method, worth, fit, predict: predict / f64::from(windows.count.max(1)) }
    };
    methods.iter().map(run).collect()
}

enum Fitted {
    Map(Map),
    Core(Box<Core>),
    Blend(Box<Blend>),
}

impl Fitted {
    /// Choices are made once, before the first window; weights and trees are fitted again.
    fn new(method: Method, study: &Study, origin: i32, last: Option<Self>) -> Self {
        match last {
            Some(Self::Map(map)) => return Self::Map(map),
            Some(Self::Blend(last)) => {
                return Self::Blend(Box::new(Blend::with(study, origin, last.choice())));
            }
            _ => {}
        }
        match method {
            Method::OneYear => Self::Map(Map::Counts(Some(365))),
            Method::ThreeYears => Self::Map(Map::Counts(Some(1095))),
            Method::AllYears => Self::Map(Map::Counts(None)),
            Method::Kde => Self::Map(Map::kde(study, origin)),
            Method::Stkde => Self::Map(Map::decayed(study, origin)),
            Method::Core => Self::Core(Box::new(Core::fit(study, origin))),
            Method::Blend => Self::Blend(Box::new(Blend::fit(study, origin))),
        }
    }

    fn expected(&mut self, study: &Study, origin: i32) -> Vec<f32> {
        match self {
            Self::Map(map) => map.expected(study, origin),
            Self::Core(core) => core.expected(study, origin),
            Self::Blend(blend) => blend.expected(study, origin),
        }
    }
}
