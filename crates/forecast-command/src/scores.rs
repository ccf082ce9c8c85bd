//! The forecast of one window, written as scores.

use std::fmt::Write as _;
use std::io::Write;

use roznamcha_forecast::{Forecast, Projection, Study};
use serde_json::json;

use crate::error::CommandError;
use crate::events::given;
use crate::options::{Events, Units, Window};

pub(crate) fn run(events: &Events, wanted: &Window, out: &mut dyn Write) -> Result<(), CommandError> {
    let given = given(events, wanted.origin, false, out)?;
    let study = Study::new(&given.facts, &given.classes, events.cell, wanted.origin, wanted.horizon)?;
    let forecast = Forecast::new(&study, wanted.origin);
    let text = csv(&forecast, &given.projection, events.crs);
    std::fs::write(&wanted.out, text).map_err(CommandError::file(&wanted.out))?;
    if let Some(path) = &wanted.details {
        let text = format!("{:#}\n", details(&forecast, &given.projection, events));
        std::fs::write(path, text).map_err(CommandError::file(path))?;
    }
    let whole: f64 = forecast.cells.iter().map(|cell| cell.expected).sum();
    let (squares, out_file) = (forecast.cells.len(), wanted.out.display());
    writeln!(out, "{squares} squares, {whole:.1} crimes expected in all, written to {out_file}")?;
    Ok(())
}

/// `x,y,expected,rank`, the best first.
fn csv(forecast: &Forecast, projection: &Projection, units: Units) -> String {
    let mut text = "x,y,expected,rank\n".to_owned();
    let places = if units == Units::Wgs84 { 7 } else { 3 };
    for (rank, cell) in (1_u32..).zip(&forecast.cells) {
        let [x, y] = projection.written(cell.centre);
        let _ = writeln!(text, "{x:.places$},{y:.places$},{:.8},{rank}", cell.expected);
    }
    text
}

fn details(forecast: &Forecast, projection: &Projection, events: &Events) -> serde_json::Value {
    let cells = forecast.cells.iter().map(|cell| {
        let reasons = json!({
            "long_run": cell.reasons.long_run, "last_fortnight": cell.reasons.last_fortnight,
            "next_door": cell.reasons.next_door, "pattern": cell.reasons.pattern,
        });
        let centre = projection.written(cell.centre);
        json!({ "centre": centre, "expected": cell.expected, "interval": cell.interval, "reasons": reasons })
    });
    let paper = &forecast.paper;
    json!({
        "model": paper.model, "cut_off": paper.cut_off, "expires": paper.expires, "configuration": paper.configuration,
        "configuration_hash": paper.hash, "classes": events.class, "square_metres": events.cell,
        "use": "Places and windows of time only. Not a ground to stop anyone.",
        "cells": cells.collect::<Vec<_>>(),
    })
}
