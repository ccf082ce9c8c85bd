//! What was measured, for people to read.

use std::fmt::Write as _;

use crate::gallery::{Measured, Searched};

/// The measurement as text.
#[must_use]
pub fn text(measured: &Measured) -> String {
    let mut out = String::new();
    let mega = |bytes: u64| bytes as f64 / 1e6;
    let _ = writeln!(out, "people {}", measured.people);
    let _ = writeln!(out, "enrolled a second {:.0}", measured.enrolled_a_second);
    let slowest = measured.slowest_enrolment.as_secs_f64() * 1e3;
    let _ = writeln!(out, "slowest single enrolment {slowest:.1} ms");
    let _ = writeln!(out, "opened again in {:.2} s, files in the cache", measured.opened.as_secs_f64());
    if let Some(resident) = measured.resident {
        let _ = writeln!(out, "memory of the process {:.0} MB", mega(resident));
    }
    let _ = writeln!(out, "memory of the gallery {:.0} MB", mega(measured.memory as u64));
    let _ = writeln!(out, "files {:.0} MB", mega(measured.files));
    for searched in measured.searches.iter().chain(&measured.planted) {
        line(&mut out, searched);
    }
    out
}

fn line(out: &mut String, searched: &Searched) {
    let milli = |time: std::time::Duration| time.as_secs_f64() * 1e3;
    let _ = writeln!(
        out,
        "{}: {} searches, p50 {:.1} ms, p99 {:.1} ms, rank-1 {:.2} %, FNIR {:.2} % at FPIR 0.1 % \
         (from {:.1}, by {} strangers)",
        searched.name,
        searched.searches,
        milli(searched.median),
        milli(searched.slow),
        searched.first * 100.0,
        searched.missed * 100.0,
        searched.threshold,
        searched.strangers,
    );
}
