//! The frozen protocol on a file.

use std::io::Write;

use roznamcha_forecast::Study;
use roznamcha_forecast::backtest::{Method, Windows, backtest};
use roznamcha_forecast::time::written;

use crate::clock::clock;
use crate::error::CommandError;
use crate::events::given;
use crate::options::Backtest;
use crate::page;
use crate::report::{self, Report};

pub(crate) fn run(wanted: &Backtest, out: &mut dyn Write) -> Result<(), CommandError> {
    let given = given(&wanted.events, wanted.origin, true, out)?;
    let study = Study::new(&given.facts, &given.classes, wanted.events.cell, wanted.origin, wanted.horizon)?;
    let step = wanted.step.unwrap_or(wanted.horizon);
    let windows = Windows { first: wanted.origin, count: wanted.windows, step };
    let asked = |method: &Method| {
        wanted.methods.is_empty()
            || wanted.methods.iter().any(|name| name.eq_ignore_ascii_case(method.name()))
    };
    let methods: Vec<Method> = Method::ALL.into_iter().filter(asked).collect();
    let clock = clock();
    let outcomes = backtest(&study, &windows, &methods, &clock);
    let crimes = windows
        .origins()
        .map(|origin| study.happened(origin).iter().map(|n| f64::from(*n)).sum::<f64>())
        .sum();
    let report = Report {
        classes: wanted.events.class.clone(),
        squares: study.grid().len(),
        size: wanted.events.cell,
        horizon: wanted.horizon,
        windows: wanted.windows,
        step,
        first: written(wanted.origin),
        begins: written(study.begins()),
        crimes,
        outcomes,
    };
    out.write_all(report::text(&report).as_bytes())?;
    if let Some(path) = &wanted.json {
        std::fs::write(path, format!("{:#}\n", report::json(&report))).map_err(CommandError::file(path))?;
    }
    if let Some(path) = &wanted.html {
        std::fs::write(path, page::html(&report)).map_err(CommandError::file(path))?;
    }
    Ok(())
}
