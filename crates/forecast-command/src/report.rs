//! The report of a backtest, as text and for machines.

use std::fmt::Write as _;

use roznamcha_forecast::backtest::Outcome;
use serde_json::{Value, json};

/// What was measured, and how.
pub(crate) struct Report {
    pub(crate) classes: Vec<String>,
    pub(crate) squares: usize,
    pub(crate) size: f64,
    pub(crate) horizon: i32,
    pub(crate) windows: u32,
    pub(crate) step: i32,
    pub(crate) first: String,
    pub(crate) begins: String,
    pub(crate) crimes: f64,
    pub(crate) outcomes: Vec<Outcome>,
}

impl Report {
    /// What it is about, in a line.
    pub(crate) fn heading(&self) -> String {
        let classes =
            if self.classes.is_empty() { "all reported crime".to_owned() } else { self.classes.join(", ") };
        format!(
            "{classes}: {} windows of {} days from {}, a new one every {} days; {} squares of {} m; {:.0} crimes; \
             history from {}",
            self.windows,
            self.horizon,
            self.first,
            self.step,
            self.squares,
            self.size,
            self.crimes,
            self.begins
        )
    }
}

/// A table for a terminal.
pub(crate) fn text(report: &Report) -> String {
    let mut out = format!("{}\n{:<9}", report.heading(), "method");
    for area in ["1%", "5%", ".75mi2", ".25mi2"] {
        let _ = write!(out, " {:>15} {:>6} {:>5}", format!("hit {area}"), "PAI", "PEI");
    }
    let _ =
        writeln!(out, " {:>8} {:>7} {:>6} {:>7} {:>8}", "deviance", "Brier", "ratio", "fit s", "predict s");
    for outcome in &report.outcomes {
        let _ = write!(out, "{:<9}", outcome.method.name());
        for caught in &outcome.worth.caught {
            let hit = format!("{:.4} ({:.4})", caught.hit, caught.error);
            let _ = write!(out, " {hit:>15} {:>6.2} {:>5.3}", caught.pai, caught.pei);
        }
        let worth = &outcome.worth;
        let _ = writeln!(
            out,
            " {:>8.4} {:>7.5} {:>6.3} {:>7.3} {:>8.4}",
            worth.deviance, worth.brier, worth.ratio, outcome.fit, outcome.predict
        );
    }
    out
}

/// The same for machines.
pub(crate) fn json(report: &Report) -> Value {
    let methods = report.outcomes.iter().map(|outcome| {
        let worth = &outcome.worth;
        let caught = worth.caught.iter().map(|caught| {
            json!({
                "area": caught.area.name(), "hit": caught.hit, "error": caught.error, "pai": caught.pai,
                "pei": caught.pei,
            })
        });
        json!({
            "method": outcome.method.name(), "caught": caught.collect::<Vec<_>>(), "deviance": worth.deviance,
            "brier": worth.brier, "ratio": worth.ratio, "fit_seconds": outcome.fit,
            "predict_seconds": outcome.predict,
        })
    });
    json!({
        "classes": report.classes, "squares": report.squares, "square_metres": report.size,
        "horizon_days": report.horizon, "windows": report.windows, "step_days": report.step, "first": report.first,
        "history_from": report.begins, "crimes": report.crimes, "methods": methods.collect::<Vec<_>>(),
    })
}
