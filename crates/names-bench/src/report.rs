//! Figures for people and for machines.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::clock::percentile;
use crate::recall::Outcome;
use crate::scale::{Figures, Kind};

pub(crate) fn recall(outcomes: &[Outcome]) -> String {
    let mut out = format!(
        "{:<26} {:<20} {:>7}  {:<6}  {:<6}  {:<5}  {:>7} {:>7}\n",
        "set", "system", "queries", "@10", "@1", "share", "p50 ms", "p99 ms"
    );
    for of in outcomes {
        let (p50, p99) = (percentile(&of.times, 50), percentile(&of.times, 99));
        let _ = writeln!(
            out,
            "{:<26} {:<20} {:>7}  {:.3}   {:.3}   {:.3}  {p50:>7.1} {p99:>7.1}",
            of.set, of.system, of.queries, of.found, of.first, of.share
        );
    }
    out.push_str("@10: a right name among the first ten; @1: the first is right; ");
    out.push_str("share: of all right names, among the first ten\n");
    out
}

pub(crate) fn recall_json(outcomes: &[Outcome]) -> String {
    let one = |of: &Outcome| {
        json!({
            "set": of.set, "system": of.system, "queries": of.queries, "recall_at_10": of.found, "hit_at_1": of.first,
            "share_at_10": of.share, "p50_ms": percentile(&of.times, 50), "p99_ms": percentile(&of.times, 99),
        })
    };
    let all: Vec<Value> = outcomes.iter().map(one).collect();
    format!("{:#}\n", Value::from(all))
}

pub(crate) fn scale(figures: &Figures) -> String {
    let mut out = format!("{} people of nobody\n", figures.persons);
    let _ = writeln!(out, "put in within {:.1} s of the processor", figures.built.as_secs_f64());
    if let Some(megabytes) = figures.megabytes {
        let _ = writeln!(out, "{megabytes} MB held");
    }
    for (what, kind) in [("name", &figures.by_name), ("name, father, district, years", &figures.by_more)] {
        let (p50, p99) = (percentile(&kind.times, 50), percentile(&kind.times, 99));
        let (found, of) = (kind.found, kind.times.len());
        let _ = writeln!(out, "{what}: p50 {p50:.1} ms, p99 {p99:.1} ms, found among ten {found} of {of}");
    }
    let (p50, p99) = (percentile(&figures.insert, 50), percentile(&figures.insert, 99));
    let _ = writeln!(out, "put in and searched for: p50 {p50:.1} ms, p99 {p99:.1} ms");
    out
}

pub(crate) fn scale_json(figures: &Figures) -> String {
    let kind = |kind: &Kind| {
        json!({
            "p50_ms": percentile(&kind.times, 50), "p99_ms": percentile(&kind.times, 99),
            "found_at_10": kind.found, "searches": kind.times.len(),
        })
    };
    let all = json!({
        "persons": figures.persons, "built_s": figures.built.as_secs_f64(), "megabytes": figures.megabytes,
        "by_name": kind(&figures.by_name), "by_more": kind(&figures.by_more),
        "insert_and_search_ms": {"p50": percentile(&figures.insert, 50), "p99": percentile(&figures.insert, 99)},
    });
    format!("{all:#}\n")
}
