//! Outcomes as a table for people and as JSON for machines.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::figures::Figures;
use crate::run::{Outcome, Rates};

/// The names of the four rates.
const RATES: [&str; 4] = ["EER", "FMR 1 %", "FMR 0.1 %", "FMR 0"];

/// The table: each set with each system, then the means over sets.
#[must_use]
pub fn text(outcomes: &[Outcome]) -> String {
    let mut out = String::new();
    let mut set = "";
    for outcome in outcomes {
        if outcome.set != set {
            set = &outcome.set;
            let _ = writeln!(
                out,
                "{}{set}: {} genuine pairs, {} impostor pairs; %, with 95 % interval by fingers",
                if out.is_empty() { "" } else { "\n" },
                outcome.all.genuine,
                outcome.all.impostors
            );
            heading(&mut out);
        }
        line(&mut out, &outcome.system, &outcome.all);
        let milliseconds = outcome.extraction.as_secs_f64() * 1e3;
        let _ = writeln!(
            out,
            "  {milliseconds:>7.1} {:>10.0} {:>8.0}",
            outcome.matches_per_second, outcome.bytes
        );
        if let Some(held_out) = &outcome.held_out {
            line(&mut out, "  its held-out fingers", held_out);
            out.push('\n');
        }
    }
    let _ = writeln!(out, "\nmean over sets");
    for system in systems(outcomes) {
        let ours: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.system == system).collect();
        mean(&mut out, system, ours.iter().map(|outcome| outcome.all.figures));
        let (milliseconds, matches, bytes) = costs(&ours);
        let _ = writeln!(out, "  {milliseconds:>7.1} {matches:>10.0} {bytes:>8.0}");
        if ours.iter().any(|outcome| outcome.held_out.is_some()) {
            let held_out = ours.iter().filter_map(|outcome| outcome.held_out.as_ref());
            mean(&mut out, "  its held-out fingers", held_out.map(|rates| rates.figures));
            out.push('\n');
        }
    }
    out
}

/// Over all sets: milliseconds a template, comparisons a second of all the time they took, bytes a template.
fn costs(outcomes: &[&Outcome]) -> (f64, f64, f64) {
    let sets = outcomes.len().max(1) as f64;
    let milliseconds = outcomes.iter().map(|o| o.extraction.as_secs_f64() * 1e3).sum::<f64>() / sets;
    let comparisons: usize = outcomes.iter().map(|o| o.scores.len()).sum();
    let seconds: f64 = outcomes.iter().map(|o| o.scores.len() as f64 / o.matches_per_second).sum();
    let bytes = outcomes.iter().map(|o| o.bytes).sum::<f64>() / sets;
    (milliseconds, comparisons as f64 / seconds.max(1e-9), bytes)
}

fn heading(out: &mut String) {
    let _ = write!(out, "{:<26}", "system");
    for (at, rate) in RATES.iter().enumerate() {
        let rate = if at == 0 { (*rate).to_owned() } else { format!("FNMR at {rate}") };
        let _ = write!(out, " {rate:>19}");
    }
    let _ = writeln!(out, "  {:>7} {:>10} {:>8}", "ms", "matches/s", "bytes");
}

fn line(out: &mut String, name: &str, rates: &Rates) {
    let _ = write!(out, "{name:<26}");
    for (rate, (low, high)) in rates.figures.rates().into_iter().zip(rates.intervals) {
        let cell = format!("{:.2} ({:.1}-{:.1})", rate * 1e2, low * 1e2, high * 1e2);
        let _ = write!(out, " {cell:>19}");
    }
}

fn mean(out: &mut String, name: &str, figures: impl Iterator<Item = Figures>) {
    let figures: Vec<Figures> = figures.collect();
    if figures.is_empty() {
        return;
    }
    let _ = write!(out, "{name:<26}");
    for rate in Figures::mean(&figures).rates() {
        let _ = write!(out, " {:>19.2}", rate * 1e2);
    }
}

fn systems(outcomes: &[Outcome]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for outcome in outcomes {
        if !names.contains(&outcome.system.as_str()) {
            names.push(&outcome.system);
        }
    }
    names
}

/// The same for machines; rates as parts of one.
#[must_use]
pub fn json(outcomes: &[Outcome]) -> Value {
    let sets = outcomes.iter().map(|outcome| {
        json!({
            "system": outcome.system,
            "set": outcome.set,
            "all": rates_json(&outcome.all),
            "held_out": outcome.held_out.as_ref().map(rates_json),
            "extraction_ms": outcome.extraction.as_secs_f64() * 1e3,
            "matches_per_second": outcome.matches_per_second,
            "bytes_per_template": outcome.bytes,
        })
    });
    let means = systems(outcomes).into_iter().map(|system| {
        let ours: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.system == system).collect();
        let figures: Vec<Figures> = ours.iter().map(|outcome| outcome.all.figures).collect();
        let (milliseconds, matches, bytes) = costs(&ours);
        let [eer, at_1_percent, at_1_permille, at_0] = Figures::mean(&figures).rates();
        json!({
            "system": system, "eer": eer, "fnmr_at_fmr_0.01": at_1_percent,
            "fnmr_at_fmr_0.001": at_1_permille, "fnmr_at_fmr_0": at_0, "extraction_ms": milliseconds,
            "matches_per_second": matches, "bytes_per_template": bytes,
        })
    });
    json!({ "sets": sets.collect::<Vec<_>>(), "mean": means.collect::<Vec<_>>() })
}

fn rates_json(rates: &Rates) -> Value {
    let [eer, at_1_percent, at_1_permille, at_0] = rates.figures.rates();
    json!({
        "genuine": rates.genuine, "impostors": rates.impostors, "eer": eer,
        "fnmr_at_fmr_0.01": at_1_percent, "fnmr_at_fmr_0.001": at_1_permille, "fnmr_at_fmr_0": at_0,
        "intervals": rates.intervals.map(|(low, high)| [low, high]),
    })
}

/// Every comparison as CSV.
#[must_use]
pub fn csv(outcomes: &[Outcome]) -> String {
    let mut out = "system,set,probe,gallery,genuine,score\n".to_owned();
    for outcome in outcomes {
        for one in &outcome.scores {
            let ((finger, impression), (other, other_impression)) = (one.probe, one.gallery);
            let _ = writeln!(
                out,
                "\"{}\",{},{finger}_{impression},{other}_{other_impression},{},{}",
                outcome.system,
                outcome.set,
                finger == other,
                one.score
            );
        }
    }
    out
}
